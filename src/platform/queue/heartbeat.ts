import type { Job } from 'agenda';
import type { QueueLog } from './run-job.ts';

const HEARTBEAT_MS = 15_000;

/** Runs the work and renews the job's lock meanwhile; without it another process would start the job a second time. */
export async function whileLocked(job: Job, log: QueueLog, work: () => Promise<void>): Promise<void> {
  const touch = () =>
    job.touch().catch((err) => log.warn({ err, job: job.attrs.name }, 'the lock of a job was not renewed'));
  // A job may have waited here, locked, for most of the lock's life.
  const age = Date.now() - (job.attrs.lockedAt?.getTime() ?? 0);
  let beat: Promise<void> = age > HEARTBEAT_MS ? touch() : Promise.resolve();
  const timer = setInterval(() => {
    beat = beat.then(touch);
  }, HEARTBEAT_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
    // A renewal that arrives after the job was released would lock it again.
    await beat;
  }
}
