import type { JobRepository, NotificationChannel } from 'agenda';
import type { Pending } from './pending.ts';
import type { QueueLog } from './run-job.ts';

/** What Agenda keeps its jobs in, connected. */
export type Storage = {
  readonly repository: JobRepository;
  readonly notificationChannel?: NotificationChannel;
  /** Agenda polls this often; a number, because it takes the text "500ms" for five seconds. */
  readonly processEvery: number;
  /** Rejects when the storage cannot be reached. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Agenda's own stop neither waits for the bookkeeping of running jobs nor ends a fill of its queue: this does. */
export function guardRepository(
  real: JobRepository,
  pending: Pending,
  isStopping: () => boolean,
  log: QueueLog,
): JobRepository {
  const guards: Partial<JobRepository> = {
    // A fill locks every job that is due, and goes on when Agenda was stopped meanwhile; nobody would run those.
    getNextJobToRun: async (...args) => {
      if (isStopping()) return undefined;
      const job = await real.getNextJobToRun(...args);
      if (!job || !isStopping()) return job;
      if (job._id) await pending.track(real.unlockJobs([job._id]));
      return undefined;
    },
    saveJobState: (...args) => pending.track(real.saveJobState(...args)),
    removeJobs: (...args) => pending.track(real.removeJobs(...args)),
    // Agenda does not wait for this one: a database that is down would end the process.
    unlockJob: (...args) =>
      real.unlockJob(...args).catch((err) => log.warn({ err }, 'a job stays locked for a minute')),
  };
  return Object.assign(Object.create(real), guards);
}
