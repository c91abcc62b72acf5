import { type DayWindow, windowLength } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Aggregation, Metric } from './model.ts';
import { selectWorkspaceTotals } from './store/index.ts';

/** The longest window: each day of each account is read, some hundred thousand a second. */
export const WORKSPACE_DAYS = 92;

export type WorkspaceUsage = {
  readonly name: string;
  readonly aggregation: Aggregation;
  /** Sum of all values; null for gauges, and without any value. */
  readonly total: number | null;
  /** Mean of all values of an account and day; null without any. */
  readonly average: number | null;
};

/** Usage of the whole workspace over a window, of accounts and of ids that no account has, by metric. */
export async function readWorkspaceUsage(
  ctx: Ctx,
  window: DayWindow,
  metrics: readonly Metric[],
): Promise<WorkspaceUsage[]> {
  if (windowLength(window) > WORKSPACE_DAYS) throw new RangeError('a window of the whole workspace is too long');
  const slots = metrics.map(({ slot }) => slot);
  const totals = await selectWorkspaceTotals(ctx.db.orm, ctx.actor.workspaceId, window, slots);
  return metrics.map(({ name, aggregation }, place) => {
    const { sum = null, values = 0 } = totals[place] ?? {};
    const average = sum === null || values === 0 ? null : sum / values;
    return { name, aggregation, total: aggregation === 'SUM' ? sum : null, average };
  });
}
