import { windowEnding } from '../../lib/day.ts';
import { err, ok } from '../../lib/result.ts';
import { yesterday } from '../../platform/clock.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { registerMetrics } from '../usage/index.ts';
import { recordChange } from '../workspaces/index.ts';
import { announceRun } from './announce.ts';
import { checkMapping } from './domain/check-mapping.ts';
import type { Mapping } from './domain/mapping.ts';
import { MAX_WINDOW_DAYS, type SyncRun } from './domain/sync-run.ts';
import type { CustomApi } from './model.ts';
import { invalidMapping } from './preview-mapping.ts';
import { dispatchRun, mustQueueRun } from './start-run.ts';
import { cancelActiveRun, getCustomApi, lockCustomApi, saveMapping } from './store/index.ts';

export type SaveMappingAndBackfillCode = 'FORBIDDEN' | 'INVALID_INPUT' | 'NOT_CONNECTED' | 'INVALID_MAPPING';
type Saved = { readonly customApi: CustomApi; readonly syncRun: SyncRun };

/** Saves the mapping, deletes the sample and queues the first history, all in one transaction; then calls a worker. */
export async function saveMappingAndBackfill(
  ctx: Ctx,
  input: { readonly mapping: Mapping; readonly days: number },
): Promise<Outcome<Saved, SaveMappingAndBackfillCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  if (input.days < 1 || input.days > MAX_WINDOW_DAYS) {
    return refuse('INVALID_INPUT', `days is 1 to ${MAX_WINDOW_DAYS}, not ${input.days}.`, ['input', 'days']);
  }
  const checked = checkMapping(input.mapping);
  if (!checked.ok) return err(checked.error.map(invalidMapping));

  const { workspaceId } = ctx.actor;
  const now = ctx.clock.now();
  const saved = await ctx.db.orm.transaction(async (tx) => {
    const current = await lockCustomApi(tx, ctx.actor, now);
    if (!current.endpoint) return null;
    const cancelled = await cancelActiveRun(tx, workspaceId, now);
    const configVersion = current.configVersion + 1;
    await registerMetrics(tx, workspaceId, input.mapping.metrics, now);
    await saveMapping(tx, workspaceId, input.mapping, configVersion);
    await recordChange(tx, ctx, {
      action: 'MAPPING_SAVED',
      subject: current.id,
      details: { before: current.mapping, after: input.mapping, days: input.days },
    });
    const window = windowEnding(yesterday(ctx.clock), input.days);
    const syncRun = await mustQueueRun(ctx, tx, 'BACKFILL', window, { ...current, configVersion });
    return { cancelled, syncRun, customApi: await getCustomApi(tx, ctx.actor, now) };
  });
  if (!saved) return refuse('NOT_CONNECTED', 'No endpoint is connected: call connectCustomApi first.');
  if (saved.cancelled) await announceRun(ctx, saved.cancelled);
  await dispatchRun(ctx, saved.syncRun);
  return ok(saved);
}
