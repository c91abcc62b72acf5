import type { Ports } from '../kit/ctx.ts';
import { syncRunJob } from './jobs.ts';
import { deleteAbandonedSamples, expireLeases, selectStrandedRuns } from './store/index.ts';

/** A run just queued has its own job on the way. */
const QUEUED_GRACE_MS = 10_000;

/** Across all workspaces: hands out again the runs that nobody works on, and deletes samples nobody used. */
export async function sweepSources(ports: Ports): Promise<void> {
  const now = ports.clock.now();
  await deleteAbandonedSamples(ports.db.orm, now);
  for (const run of await selectStrandedRuns(ports.db.orm, now, new Date(now.getTime() - QUEUED_GRACE_MS))) {
    await ports.queue.enqueue(syncRunJob, { workspace: run.workspace, run: run.id });
  }
}

/**
 * Across all workspaces, for a database that has no workers yet: whoever worked on a run is gone, so the next sweep need
 * not wait for its lease to run out. Should he live after all, he finds his run taken over and stores nothing.
 */
export const forgetWorkers = (ports: Ports): Promise<void> => expireLeases(ports.db.orm, ports.clock.now());
