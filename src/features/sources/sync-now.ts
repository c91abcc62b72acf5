import { ok } from '../../lib/result.ts';
import { yesterday } from '../../platform/clock.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { catchUpWindow, type SyncRun } from './domain/sync-run.ts';
import { dispatchRun, queueRun } from './start-run.ts';
import { lockCustomApi, selectActiveRun } from './store/index.ts';

export type SyncNowCode = 'FORBIDDEN' | 'NOT_CONNECTED' | 'RUN_IN_PROGRESS';

/** Queues a run from the day after the last synchronised one to yesterday. */
export async function syncNow(ctx: Ctx): Promise<Outcome<SyncRun, SyncNowCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const queued = await ctx.db.orm.transaction(async (tx): Promise<Outcome<SyncRun, SyncNowCode>> => {
    const source = await lockCustomApi(tx, ctx.actor, ctx.clock.now());
    if (!source.endpoint || !source.mapping) {
      return refuse(
        'NOT_CONNECTED',
        'There is nothing to synchronise yet: connect an endpoint and save a mapping first.',
      );
    }
    const active = await selectActiveRun(tx, ctx.actor.workspaceId);
    if (active) {
      return refuse(
        'RUN_IN_PROGRESS',
        `Run ${active.id} is under way: watch it with syncRunProgressed, or wait for its end.`,
      );
    }
    const window = catchUpWindow(source.lastSyncedDay, yesterday(ctx.clock));
    return ok(await queueRun(ctx, tx, 'SYNC_NOW', window, source.configVersion));
  });
  if (queued.ok) await dispatchRun(ctx, queued.value);
  return queued;
}
