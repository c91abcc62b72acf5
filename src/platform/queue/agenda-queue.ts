import { Agenda } from 'agenda';
import { whileLocked } from './heartbeat.ts';
import { createPending } from './pending.ts';
import { openPostgresStorage } from './postgres-storage.ts';
import type { Queue } from './queue.ts';
import { assertCron, type QueueLog, type Registration, register } from './run-job.ts';
import { guardRepository, type Storage } from './storage.ts';

export type AgendaQueueOptions = {
  readonly backend: 'postgres' | 'mongodb';
  readonly url: string;
  readonly log: QueueLog;
};

/** A process that dies is noticed after this long; a running handler renews its lock well before. */
const LOCK_LIFETIME_MS = 60_000;

type Opened = { readonly agenda: Agenda; readonly storage: Storage };

/** Jobs that outlive processes. Agenda ticks and dispatches; what is due and who may write is decided in our own tables. */
export function createAgendaQueue({ backend, url, log }: AgendaQueueOptions): Queue {
  const registrations = new Map<string, Registration>();
  const pending = createPending();
  let opening: Promise<Opened> | undefined;
  let started = false;
  let stopping: Promise<void> | undefined;
  let closed = false;

  const open = (): Promise<Opened> => {
    // Not yet while stopping: a handler that is finishing may still ask for what follows.
    if (closed) return Promise.reject(new Error('the queue is stopped'));
    opening ??= connect().catch((error) => {
      // The next call tries again.
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const connect = async (): Promise<Opened> => {
    const storage = backend === 'postgres' ? await openPostgresStorage(url, log) : await openMongo(url);
    const { notificationChannel, processEvery } = storage;
    const agenda = new Agenda({
      // Connected already: Agenda's own attempt ends the process when it fails.
      backend: {
        name: backend,
        repository: guardRepository(storage.repository, pending, () => stopping !== undefined, log),
        notificationChannel,
        connect: async () => {},
        disconnect: async () => {},
      },
      processEvery,
      defaultLockLifetime: LOCK_LIFETIME_MS,
      // The bounds are those of the definitions. A lock limit would be refilled at each poll only.
      maxConcurrency: 10_000,
      removeOnComplete: true,
    });
    agenda.on('error', quietly(log));
    return { agenda, storage };
  };

  const stop = async () => {
    const opened = await opening?.catch(() => undefined);
    if (opened) {
      await opened.agenda.stop(false).catch((err) => log.warn({ err }, 'jobs that waited stay locked for a minute'));
      await pending.idle();
    }
    closed = true;
    await opened?.storage.close();
  };

  return {
    enqueue: async (job, payload) => {
      const { agenda } = await open();
      await agenda.now(job.name, payload);
    },
    handle: (job, handler) => {
      if (started) throw new Error('register handlers before the queue starts');
      registrations.set(job.name, register(job, handler));
    },
    schedule: async (job, cron) => {
      assertCron(cron);
      const { agenda } = await open();
      const ask = () => agenda.every(cron, job.name, null, { timezone: 'UTC' });
      // Two processes at once on MongoDB: the unique index lets one insert, the other then updates.
      const entry = await ask().catch((error) => (error.code === 11_000 ? ask() : Promise.reject(error)));
      if (entry.attrs.nextRunAt) return;
      await entry.remove();
      throw new Error(`not a cron line: "${cron}"`);
    },
    ping: async () => {
      const { storage } = await open();
      await storage.ping();
    },
    start: async () => {
      if (started) return;
      const { agenda } = await open();
      started = true;
      for (const { name, concurrency, run } of registrations.values()) {
        agenda.define(name, (job) => pending.track(whileLocked(job, log, () => run(job.attrs.data, log))), {
          concurrency,
        });
      }
      await agenda.start().catch((error) => {
        started = false;
        throw error;
      });
      await removeLeftovers(agenda).catch(quietly(log));
    },
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** Its driver takes 12 MB of a process that never speaks to MongoDB. */
async function openMongo(url: string): Promise<Storage> {
  const { openMongoStorage } = await import('./mongo-storage.ts');
  return openMongoStorage(url);
}

/** Jobs that ran while the database went away could not be removed. */
async function removeLeftovers(agenda: Agenda): Promise<void> {
  for (const state of ['completed', 'failed'] as const) {
    const { jobs } = await agenda.queryJobs({ state, limit: 1_000 });
    const ids = jobs.flatMap(({ _id, type, nextRunAt }) => (_id && type === 'normal' && !nextRunAt ? [_id] : []));
    if (ids.length > 0) await agenda.cancel({ ids });
  }
}

/** While the database is down every poll fails: say the same thing once in half a minute. */
function quietly(log: QueueLog): (err: Error) => void {
  let last = { message: '', at: 0 };
  return (err) => {
    const now = performance.now();
    if (err.message === last.message && now - last.at < 30_000) return;
    last = { message: err.message, at: now };
    log.error({ err }, 'the queue met an error');
  };
}
