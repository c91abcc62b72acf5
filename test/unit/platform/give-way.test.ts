import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { giveWay, standBack } from '../../../src/platform/give-way.ts';
import { testWhen } from '../../kit/when.ts';

const isLinux = process.platform === 'linux';
let child: ChildProcess;
let pid: number;
beforeEach(async () => {
  child = spawn(process.execPath, ['-e', 'console.log("up"); setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  pid = child.pid ?? 0;
  await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
});
afterEach(async () => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
});

it('a process that gives way has a lower priority; one that is gone is no error', async () => {
  expect(getPriority(pid)).toBe(getPriority());
  giveWay(pid);
  expect(getPriority(pid)).toBeGreaterThan(getPriority());
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(() => giveWay(pid)).not.toThrow();
  expect(() => standBack(pid)).not.toThrow();
});

testWhen(isLinux, 'Linux')('all its threads do: those that collect garbage are there from the beginning', () => {
  giveWay(pid);
  const threads = readdirSync(`/proc/${pid}/task`).map(Number);
  expect(threads.length).toBeGreaterThan(1);
  expect(new Set(threads.map(getPriority))).toEqual(new Set([getPriority(pid)]));
});

testWhen(isLinux && hasChrt(), 'Linux and chrt')('a process that stands back runs when nobody else does', async () => {
  standBack(pid);
  await vi.waitFor(() => {
    for (const thread of readdirSync(`/proc/${pid}/task`)) expect(policyOf(thread), thread).toBe(SCHED_IDLE);
  });
});

const SCHED_IDLE = 5;

/** The 41st field of proc_pid_stat(5); the second may hold blanks. */
function policyOf(thread: string): number {
  const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[41 - 3]);
}

function hasChrt(): boolean {
  try {
    execFileSync('chrt', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
