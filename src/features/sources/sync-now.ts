import { ok } from '../../lib/result.ts';
import { yesterday } from '../../platform/clock.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome } from '../kit/refusal.ts';
import { nothingToSync, runInProgress } from './backfill-usage.ts';
import { catchUpWindow, type SyncRun } from './domain/sync-run.ts';
import { dispatchRun, queueRun } from './start-run.ts';
import { hurryRetry, lockCustomApi, selectActiveRun } from './store/index.ts';

export type SyncNowCode = 'FORBIDDEN' | 'NOT_CONNECTED' | 'RUN_IN_PROGRESS';

/**
 * Queues a run from the day after the last synchronised one to yesterday. A run that waits for its next try is called forward
 * instead: somebody who has just mended the endpoint need not wait for it.
 */
export async function syncNow(ctx: Ctx): Promise<Outcome<SyncRun, SyncNowCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const queued = await ctx.db.orm.transaction(async (tx): Promise<Outcome<SyncRun, SyncNowCode>> => {
    const { workspaceId } = ctx.actor;
    const now = ctx.clock.now();
    const source = await lockCustomApi(tx, ctx.actor, now);
    if (!source.endpoint || !source.mapping) return nothingToSync();
    const waiting = await hurryRetry(tx, workspaceId, now);
    if (waiting) return ok(waiting);
    const window = catchUpWindow(source.lastSyncedDay, yesterday(ctx.clock));
    const run = await queueRun(ctx, tx, 'SYNC_NOW', window, source);
    return run ? ok(run) : runInProgress(await selectActiveRun(tx, workspaceId));
  });
  if (queued.ok) await dispatchRun(ctx, queued.value);
  return queued;
}
