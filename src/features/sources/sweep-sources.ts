import type { Ports } from '../kit/ctx.ts';
import { syncRunJob } from './jobs.ts';
import { queueDailyRuns } from './queue-daily-runs.ts';
import { deleteAbandonedSamples, deleteOldRuns, expireLeases, selectWaitingRuns } from './store/index.ts';

/** A run just queued has its own job on the way. */
const QUEUED_GRACE_MS = 10_000;
/** How long the history of runs is kept. */
const HISTORY_MS = 90 * 24 * 60 * 60 * 1000;

/**
 * Across all workspaces, every minute: queues the daily runs that are due, hands out again the runs that nobody works on, and
 * deletes what is kept no longer: samples nobody used, and the history of runs after 90 days.
 */
export async function sweepSources(ports: Ports): Promise<void> {
  const now = ports.clock.now();
  const before = (ms: number) => new Date(now.getTime() - ms);
  await deleteAbandonedSamples(ports.db.system.orm, now);
  await deleteOldRuns(ports.db.system.orm, before(HISTORY_MS));
  await queueDailyRuns(ports);
  for (const run of await selectWaitingRuns(ports.db.system.orm, now, { queuedBefore: before(QUEUED_GRACE_MS) })) {
    await ports.queue.enqueue(syncRunJob, { workspace: run.workspace, run: run.id });
  }
}

/**
 * Across all workspaces, for a database that has no workers yet: whoever worked on a run is gone, so the next sweep need
 * not wait for its lease to run out. Should he live after all, he finds his run taken over and stores nothing.
 */
export const forgetWorkers = (ports: Ports): Promise<void> => expireLeases(ports.db.system.orm, ports.clock.now());
