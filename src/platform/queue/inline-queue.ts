import type { Queue } from './queue.ts';
import { assertCron, type QueueLog, type Registration, register } from './run-job.ts';

/** For tests: handlers run in this process, after `enqueue` has returned. Nothing survives the process. */
export type InlineQueue = Queue & {
  /** Resolves when nothing that has a handler waits or runs, including what handlers enqueued. */
  readonly drain: () => Promise<void>;
  /** How many jobs of a name wait to be run. */
  readonly waiting: (name: string) => number;
  /** Cron lines by job name; time does not run them, `tick` does. */
  readonly scheduled: ReadonlyMap<string, string>;
  readonly tick: (name: string) => void;
};

const silent: QueueLog = { info: () => {}, warn: () => {}, error: () => {} };

export function createInlineQueue({ log = silent }: { log?: QueueLog } = {}): InlineQueue {
  const registrations = new Map<string, Registration>();
  const waiting = new Map<string, string[]>();
  const running = new Map<string, number>();
  const scheduled = new Map<string, string>();
  const idleWaiters: (() => void)[] = [];
  let state: 'new' | 'started' | 'stopped' = 'new';

  const runningCount = () => [...running.values()].reduce((sum, count) => sum + count, 0);
  const waitingCount = () => [...registrations.keys()].reduce((sum, name) => sum + (waiting.get(name)?.length ?? 0), 0);
  const isIdle = () => runningCount() === 0 && (state !== 'started' || waitingCount() === 0);

  const pump = () => {
    for (const registration of state === 'started' ? registrations.values() : []) {
      const jobs = waiting.get(registration.name) ?? [];
      while (jobs.length > 0 && (running.get(registration.name) ?? 0) < registration.concurrency) {
        void run(registration, jobs.shift() ?? 'null');
      }
    }
    if (isIdle()) for (const resolve of idleWaiters.splice(0)) resolve();
  };
  const run = async ({ name, run: handle }: Registration, payload: string) => {
    running.set(name, (running.get(name) ?? 0) + 1);
    await handle(JSON.parse(payload), log);
    running.set(name, (running.get(name) ?? 0) - 1);
    pump();
  };
  const add = (name: string, payload: unknown) => {
    if (state === 'stopped' && isIdle()) throw new Error('the queue is stopped');
    // As text, like a stored payload: handlers must not share objects with callers.
    waiting.set(name, [...(waiting.get(name) ?? []), JSON.stringify(payload ?? null)]);
    setImmediate(pump);
  };
  const drain = async () => {
    if (!isIdle()) await new Promise<void>((resolve) => idleWaiters.push(resolve));
  };

  return {
    enqueue: async (job, payload) => add(job.name, payload),
    handle: (job, handler) => {
      if (state !== 'new') throw new Error('register handlers before the queue starts');
      registrations.set(job.name, register(job, handler));
    },
    schedule: async (job, cron) => {
      assertCron(cron);
      scheduled.set(job.name, cron);
    },
    ping: async () => {
      if (state === 'stopped') throw new Error('the queue is stopped');
    },
    start: async () => {
      if (state === 'new') state = 'started';
      setImmediate(pump);
    },
    stop: async () => {
      state = 'stopped';
      await drain();
    },
    drain,
    waiting: (name) => waiting.get(name)?.length ?? 0,
    scheduled,
    tick: (name) => {
      if (!scheduled.has(name)) throw new Error(`${name} is not scheduled`);
      add(name, null);
    },
  };
}
