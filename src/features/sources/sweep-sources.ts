import type { Ports } from '../kit/ctx.ts';
import { syncRunJob } from './jobs.ts';
import { queueDailyRuns } from './queue-daily-runs.ts';
import {
  deleteAbandonedSamples,
  deleteOldRuns,
  expireLeases,
  type PendingRun,
  selectWaitingRuns,
} from './store/index.ts';

/** A run just queued has its own job on the way. */
const QUEUED_GRACE_MS = 10_000;
/**
 * Runs of one look. Every worker hands out the same ones at every look until somebody has taken them: what a lost machine
 * held fits in, while a thousand due tries do not drown the queue in copies. The sweep finds all of them.
 */
const LEFT_RUNS = 20;
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
  await handOut(ports, await selectWaitingRuns(ports.db.system.orm, now, { queuedBefore: before(QUEUED_GRACE_MS) }));
}

/**
 * Across all workspaces, every few seconds and by every worker: hands out again the runs that were begun and that nobody works
 * on, because their worker is gone or stopped, or because another try is due. Claiming makes whoever comes second do nothing.
 */
export async function handOutLeftRuns(ports: Ports): Promise<void> {
  const now = ports.clock.now();
  await handOut(ports, await selectWaitingRuns(ports.db.system.orm, now, { queuedBefore: null, limit: LEFT_RUNS }));
}

async function handOut(ports: Ports, runs: readonly PendingRun[]): Promise<void> {
  for (const { workspace, id } of runs) await ports.queue.enqueue(syncRunJob, { workspace, run: id });
}

/**
 * Across all workspaces, for a database that has no workers yet: whoever worked on a run is gone, so the next sweep need
 * not wait for its lease to run out. Should he live after all, he finds his run taken over and stores nothing.
 */
export const forgetWorkers = (ports: Ports): Promise<void> => expireLeases(ports.db.system.orm, ports.clock.now());
