import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { loaderFlags } from '../../../src/platform/program.ts';

const BUSY = new URL('../../kit/busy-mapper-parent.ts', import.meta.url);
let parent: ChildProcess | undefined;
afterEach(() => parent?.kill('SIGKILL'));

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it('a child in an expression that never ends goes when its parent is killed', async () => {
  const started = spawn(process.execPath, [...loaderFlags(BUSY), fileURLToPath(BUSY)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  parent = started;
  const [said] = (await once(started.stdout, 'data')) as [Buffer];
  const child = Number(String(said));
  expect(isAlive(child), `the mapper child ${child}`).toBe(true);
  started.kill('SIGKILL');
  await once(started, 'exit');
  for (let waited = 0; isAlive(child) && waited < 30_000; waited += 100) await sleep(100);
  expect(isAlive(child), `the mapper child ${child} outlives its parent`).toBe(false);
});
