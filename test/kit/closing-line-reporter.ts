import type { Reporter, SerializedError, TestCase, TestModule, TestRunEndReason } from 'vitest/node';

/**
 * Ends a run with one line that says all: `412 passed, 0 failed`, with `, N skipped` behind it when some were. What was
 * skipped is named before it. Whatever else went wrong (a file that does not load, an error outside a test) counts as
 * failed, so that the line never promises more than the exit code.
 */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[], reason: TestRunEndReason): void {
    process.stdout.write(`${closing(modules, unhandled.length, reason).join('\n')}\n`);
  }
}

function closing(modules: readonly TestModule[], unhandled: number, reason: TestRunEndReason): string[] {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const count = (state: string) => tests.filter((test) => test.result().state === state).length;
  // A test that was never run, in a run that was broken off, did not pass.
  const failedTests = count('failed') + count('pending');
  const failed = failedTests + brokenOutsideTests(modules) + unhandled;
  const skipped = tests.filter((test) => test.result().state === 'skipped');
  const line = `${count('passed')} passed, ${reason === 'passed' ? failed : Math.max(1, failed)} failed`;
  return [...skipped.map(skippedLine), skipped.length > 0 ? `${line}, ${skipped.length} skipped` : line];
}

/** Files that do not load, and suites whose hooks failed although no test of theirs did. */
function brokenOutsideTests(modules: readonly TestModule[]): number {
  let broken = 0;
  for (const module of modules) {
    broken += module.errors().length;
    for (const suite of module.children.allSuites()) broken += suite.errors().length;
  }
  return broken;
}

const skippedLine = (test: TestCase): string => `SKIPPED: ${test.module.relativeModuleId} > ${test.fullName}`;
