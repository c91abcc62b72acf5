import { type Day, windowLength } from '../../lib/day.ts';
import { ok } from '../../lib/result.ts';
import { yesterday } from '../../platform/clock.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { recordChange } from '../workspaces/index.ts';
import type { SyncRun } from './domain/sync-run.ts';
import { dispatchRun, queueRun } from './start-run.ts';
import { lockCustomApi, selectActiveRun } from './store/index.ts';

export type BackfillUsageCode = 'FORBIDDEN' | 'INVALID_INPUT' | 'NOT_CONNECTED' | 'RUN_IN_PROGRESS';

/** The longest range that is fetched at once: as much as one question may read. */
const MAX_BACKFILL_DAYS = 400;
/** No usage is older. */
const EARLIEST: Day = '1900-01-01';

/** Queues a run over any days of the past: it fills gaps, or fetches again what was wrong upstream. */
export async function backfillUsage(
  ctx: Ctx,
  window: { readonly from: Day; readonly to: Day },
): Promise<Outcome<SyncRun, BackfillUsageCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const problem = problemOf(window, yesterday(ctx.clock));
  if (problem) return refuse('INVALID_INPUT', problem.message, ['input', problem.field]);
  const queued = await ctx.db.orm.transaction(async (tx): Promise<Outcome<SyncRun, BackfillUsageCode>> => {
    const source = await lockCustomApi(tx, ctx.actor, ctx.clock.now());
    if (!source.endpoint || !source.mapping) return nothingToSync();
    const run = await queueRun(ctx, tx, 'BACKFILL_RANGE', window, source);
    if (!run) return runInProgress(await selectActiveRun(tx, ctx.actor.workspaceId));
    await recordChange(tx, ctx, {
      action: 'BACKFILL_REQUESTED',
      subject: source.id,
      details: { ...window, run: run.id },
    });
    return ok(run);
  });
  if (queued.ok) await dispatchRun(ctx, queued.value);
  return queued;
}

function problemOf({ from, to }: { readonly from: Day; readonly to: Day }, latest: Day) {
  if (from < EARLIEST) return { field: 'from', message: `from is ${EARLIEST} or later, not ${from}.` };
  if (to > latest)
    return { field: 'to', message: `to is ${latest} (yesterday) at the latest, not ${to}: today is not over.` };
  const length = windowLength({ from, to });
  if (length < 1) return { field: 'from', message: `from (${from}) is after to (${to}).` };
  if (length <= MAX_BACKFILL_DAYS) return null;
  return { field: 'from', message: `${from} to ${to} is ${length} days; at most ${MAX_BACKFILL_DAYS} at a time.` };
}

export const nothingToSync = () =>
  refuse('NOT_CONNECTED', 'There is nothing to synchronise yet: connect an endpoint and save a mapping first.');

export const runInProgress = (active: SyncRun | null) =>
  refuse(
    'RUN_IN_PROGRESS',
    `Run ${active?.id ?? ''} is under way: watch it with syncRunProgressed, or wait for its end.`,
  );
