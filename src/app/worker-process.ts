import { type ChildProcess, fork } from 'node:child_process';
import type { Log } from '../platform/log.ts';
import { loaderFlags, programEntry } from '../platform/program.ts';

const ENTRY = programEntry('worker');
const STOP_PATIENCE_MS = 15_000;
const LONGEST_PAUSE_MS = 30_000;
/** A worker that lived this long did not fail to start. */
const HEALTHY_MS = 60_000;

/**
 * Keeps a worker process beside the server, so that a customer's payload never passes through the process that answers
 * the API. One that dies is started again, after a pause that grows while it keeps dying; `onLost` is called before that.
 */
export function superviseWorker(
  environment: NodeJS.ProcessEnv,
  log: Log,
  onLost: () => Promise<void>,
): { stop: () => Promise<void> } {
  let child: ChildProcess | null = null;
  let restart: NodeJS.Timeout | undefined;
  let stopping = false;
  let pause = 500;

  const start = () => {
    const started = performance.now();
    const execArgv = loaderFlags(ENTRY);
    // In a session of its own, where giving way does not slow the server: see give-way.ts.
    child = fork(ENTRY, [], { env: environment, execArgv, stdio: 'inherit', detached: true });
    child.on('error', (error) => log.error({ error }, 'the worker process could not be started'));
    child.on('exit', (code, signal) => {
      child = null;
      if (stopping) return;
      pause = performance.now() - started > HEALTHY_MS ? 500 : Math.min(LONGEST_PAUSE_MS, pause * 2);
      log.error({ code, signal, restartInMs: pause }, 'the worker process ended and will be started again');
      onLost().catch((error: unknown) =>
        log.warn({ error }, 'the lost worker’s runs wait for their leases to run out'),
      );
      restart = setTimeout(start, pause);
    });
  };
  start();

  return {
    stop: async () => {
      stopping = true;
      clearTimeout(restart);
      const last = child;
      if (!last) return;
      await new Promise<void>((resolve) => {
        const impatient = setTimeout(() => last.kill('SIGKILL'), STOP_PATIENCE_MS);
        last.once('exit', () => {
          clearTimeout(impatient);
          resolve();
        });
        last.kill('SIGTERM');
      });
    },
  };
}
