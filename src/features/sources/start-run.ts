import type { Queryable } from '../../db/client.ts';
import type { DayWindow } from '../../lib/day.ts';
import { newId } from '../../lib/ids.ts';
import type { Ctx, Ports } from '../kit/ctx.ts';
import { announceRun } from './announce.ts';
import type { SyncRun, SyncRunKind } from './domain/sync-run.ts';
import { syncRunJob } from './jobs.ts';
import { insertSyncRun, selectWaitingRuns } from './store/index.ts';

/** Writes the run down, as part of the caller's transaction; null when the workspace has one under way already. */
export const queueRun = (
  ctx: Ctx,
  tx: Queryable,
  kind: SyncRunKind,
  window: DayWindow,
  source: { readonly host: string | null; readonly configVersion: number },
): Promise<SyncRun | null> => {
  const now = ctx.clock.now();
  const { host, configVersion } = source;
  const run = { id: newId('syncRun', now), kind, window, host, configVersion, createdAt: now };
  return insertSyncRun(tx, ctx.actor.workspaceId, run);
};

/** The same where a run under way was cancelled before, in this transaction. */
export async function mustQueueRun(...given: Parameters<typeof queueRun>): Promise<SyncRun> {
  const run = await queueRun(...given);
  if (!run) throw new Error('a run is under way although it was cancelled');
  return run;
}

/** Calls a worker, once the run is committed. Should that fail, the minute's sweep finds the run: it is not lost. */
export async function dispatchRun(ctx: Ctx, run: SyncRun): Promise<void> {
  await announceRun(ctx, run);
  await enqueue(ctx, { workspace: ctx.actor.workspace, run: run.id });
}

/** Calls a worker for the run, of whatever workspace, that waited for this one's host. */
export async function dispatchNextOnHost(ports: Ports, { id, host }: SyncRun): Promise<void> {
  if (host === null) return;
  const now = ports.clock.now();
  const [next] = await selectWaitingRuns(ports.db.system.orm, now, { queuedBefore: now, on: { host, except: id } });
  if (next) await enqueue(ports, { workspace: next.workspace, run: next.id });
}

async function enqueue(
  ports: Pick<Ports, 'queue' | 'log'>,
  job: { readonly workspace: string; readonly run: string },
): Promise<void> {
  try {
    await ports.queue.enqueue(syncRunJob, job);
  } catch (error) {
    ports.log.warn({ run: job.run, error: String(error) }, 'the run could not be enqueued; the next sweep will');
  }
}
