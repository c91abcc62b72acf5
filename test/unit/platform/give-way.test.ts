import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { giveWay } from '../../../src/platform/give-way.ts';
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
});

testWhen(isLinux, 'Linux')('all its threads do: those that collect garbage are there from the beginning', () => {
  giveWay(pid);
  const threads = readdirSync(`/proc/${pid}/task`).map(Number);
  expect(threads.length).toBeGreaterThan(1);
  expect(new Set(threads.map(getPriority))).toEqual(new Set([getPriority(pid)]));
});

testWhen(isLinux && existsSync('/proc/self/autogroup'), 'Linux with automatic groups')(
  'so does its session, when it leads one, and nobody else’s',
  async () => {
    const before = readFileSync('/proc/self/autogroup', 'utf8');
    giveWay(pid);
    expect(readFileSync(`/proc/${pid}/autogroup`, 'utf8')).toBe(before);
    const leader = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
    giveWay(leader.pid);
    expect(readFileSync(`/proc/${leader.pid}/autogroup`, 'utf8')).toMatch(/nice 10$/m);
    leader.kill('SIGKILL');
    await once(leader, 'exit');
  },
);
