import type { Logger } from 'pino';
import type { JobDefinition, JobHandler } from './queue.ts';

export type QueueLog = Pick<Logger, 'info' | 'warn' | 'error'>;

/** A definition with its handler, as the queue keeps it: payloads are unknown until `parse` has seen them. */
export type Registration = {
  readonly name: string;
  readonly concurrency: number;
  readonly run: (payload: unknown, log: QueueLog) => Promise<void>;
};

/** Never rejects: handlers own their retries in the database, so a failed or unreadable job is logged and dropped. */
export function register<Payload>(job: JobDefinition<Payload>, handler: JobHandler<Payload>): Registration {
  const run = async (payload: unknown, log: QueueLog) => {
    let parsed: Payload;
    try {
      parsed = job.parse(payload);
    } catch (err) {
      log.error({ job: job.name, err }, 'dropped a job with an invalid payload');
      return;
    }
    try {
      await handler(parsed);
    } catch (err) {
      log.error({ job: job.name, err }, 'job failed');
    }
  };
  return { name: job.name, concurrency: job.concurrency, run };
}

/** Agenda also reads "5 minutes" and stores an entry that never runs for what it cannot read. */
export function assertCron(cron: string): void {
  if (!/^(?:[\d*/,LW#?A-Za-z-]+ ){4,5}[\d*/,LW#?A-Za-z-]+$/.test(cron)) throw new Error(`not a cron line: "${cron}"`);
}
