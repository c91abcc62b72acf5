import { addDays, type DayWindow, windowLength } from '../../lib/day.ts';
import type { Account } from '../accounts/index.ts';
import type { Ctx } from '../kit/ctx.ts';
import { combineRollups } from './domain/combine-rollups.ts';
import { combineValues } from './domain/combine-values.ts';
import { summarise } from './domain/summarise.ts';
import type { AccountUsage, Metric, MetricUsage, RecentUsage } from './model.ts';
import { selectMetrics, selectRollups, selectUsageSeries, selectUsedDays } from './store/index.ts';

/** The workspace's dictionary of metrics, in slot order. */
export const listMetrics = (ctx: Ctx): Promise<Metric[]> => selectMetrics(ctx.db.orm, ctx.actor.workspaceId);

/** Usage of several accounts over one window, in their order: one query however many accounts and external ids. */
export async function readUsage(
  ctx: Ctx,
  accounts: readonly Account[],
  window: DayWindow,
  metrics: readonly Metric[],
): Promise<AccountUsage[]> {
  const length = windowLength(window);
  const read: DayWindow = { from: addDays(window.from, -length), to: window.to };
  const ids = accounts.map((account) => account.id);
  const slots = metrics.map(({ slot }) => slot);
  const stored = await selectUsageSeries(ctx.db.orm, ctx.actor.workspaceId, ids, read, slots);
  return accounts.map((account) => {
    const series = stored.get(account.id) ?? [];
    const usageOf = (metric: Metric, at: number) => ({
      account,
      window,
      ...metricUsage(
        metric,
        series.map(({ offsets, values }) => ({ offsets, values: values[at] ?? [] })),
        length,
      ),
    });
    return { account, window, metrics: metrics.map(usageOf) };
  });
}

type OneSeries = { readonly offsets: readonly number[]; readonly values: readonly (number | null)[] };

/** `length` is that of the window, in days. */
function metricUsage(
  { name, aggregation }: Metric,
  series: readonly OneSeries[],
  length: number,
): Omit<MetricUsage, 'account' | 'window'> {
  // Series begin with the period before the window, of the same length; several ids of the account may have the same day.
  const both = new Array<number | null>(2 * length).fill(null);
  for (const { offsets, values: stored } of series) {
    for (let index = 0; index < offsets.length; index++) {
      const day = offsets[index] ?? 0;
      both[day] = combineValues(aggregation, both[day] ?? null, stored[index] ?? null);
    }
  }
  const values = both.slice(length);
  const summary = summarise(aggregation, values, both.slice(0, length));
  return { name, aggregation, values, ...summary };
}

/** The first and last day on which each account used the product, in their order; null where it never did. */
export async function readUsedDays(ctx: Ctx, accountIds: readonly string[]): Promise<(DayWindow | null)[]> {
  const spans = await selectUsedDays(ctx.db.orm, ctx.actor.workspaceId, accountIds);
  return accountIds.map((id) => spans.get(id) ?? null);
}

/** The accounts' rollups, in their order; null for an account without usage. */
export async function readRecentUsage(
  ctx: Ctx,
  accounts: readonly Account[],
  metrics: readonly Metric[],
): Promise<(RecentUsage | null)[]> {
  const ids = accounts.map((account) => account.id);
  const rollups = await selectRollups(ctx.db.orm, ctx.actor.workspaceId, ids);
  return ids.map((id) => combineRollups(rollups.get(id) ?? [], metrics));
}
