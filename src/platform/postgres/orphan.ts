import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isServerOf, processStart } from './process-info.ts';
import type { EmbeddedLog } from './server-log.ts';

/** What PostgreSQL writes about itself into its data directory; the status is `ready` once it takes connections. */
export type PidFile = { readonly pid: number; readonly port: number; readonly status: string };

export async function readPidFile(data: string): Promise<PidFile | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
}

/**
 * Stops the server that a killed Tributary left running on this directory. Call only while holding the claim: then a
 * running server has no owner. A pid file without its server (machine crash, new container) is removed, because
 * PostgreSQL itself would refuse to start when any process happens to have that pid.
 */
export async function stopOrphan(data: string, log: EmbeddedLog): Promise<void> {
  const found = await readPidFile(data);
  if (!found) return;
  if (found.pid > 0 && (await isServerOf(found.pid, await realpath(data)))) {
    log.warn({ pid: found.pid }, 'stopping the PostgreSQL server that a killed process left behind');
    await endServer(found.pid);
  }
  await rm(join(data, 'postmaster.pid'), { force: true });
}

/** Fast shutdown, then immediate, then the knife. Resolves when the process is gone. */
export async function endServer(pid: number): Promise<void> {
  const start = await processStart(pid);
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ];
  for (const [signal, patience] of steps) {
    if (start === null || !send(pid, signal)) return;
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if ((await processStart(pid)) !== start) return;
      await sleep(25);
    }
  }
  throw new Error(`the PostgreSQL server (pid ${pid}) does not end`);
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw new Error(`permission: cannot stop the PostgreSQL server with pid ${pid}`);
  }
}
