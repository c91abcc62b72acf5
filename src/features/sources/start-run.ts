import type { Queryable } from '../../db/client.ts';
import type { DayWindow } from '../../lib/day.ts';
import { newId } from '../../lib/ids.ts';
import type { Ctx } from '../kit/ctx.ts';
import { announceRun } from './announce.ts';
import type { SyncRun, SyncRunKind } from './domain/sync-run.ts';
import { syncRunJob } from './jobs.ts';
import { insertSyncRun } from './store/index.ts';

/** Writes the run down, as part of the caller's transaction. */
export const queueRun = (
  ctx: Ctx,
  tx: Queryable,
  kind: SyncRunKind,
  window: DayWindow,
  configVersion: number,
): Promise<SyncRun> => {
  const now = ctx.clock.now();
  const run = { id: newId('syncRun', now), kind, window, configVersion, createdAt: now };
  return insertSyncRun(tx, ctx.actor.workspaceId, run);
};

/** Calls a worker, once the run is committed. Should that fail, the minute's sweep finds the run: it is not lost. */
export async function dispatchRun(ctx: Ctx, run: SyncRun): Promise<void> {
  await announceRun(ctx, run);
  try {
    await ctx.queue.enqueue(syncRunJob, { workspace: ctx.actor.workspace, run: run.id });
  } catch (error) {
    ctx.log.warn({ run: run.id, error: String(error) }, 'the run could not be enqueued; the next sweep will');
  }
}
