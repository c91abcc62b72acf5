import { addDays, type DayWindow, windowLength } from '../../lib/day.ts';
import type { Account } from '../accounts/index.ts';
import type { Ctx } from '../kit/ctx.ts';
import { combineDays } from './domain/combine-days.ts';
import { combineRollups } from './domain/combine-rollups.ts';
import { compare, summarise } from './domain/summarise.ts';
import type { AccountUsage, ComparedMetricUsage, Metric, RecentUsage } from './model.ts';
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
  return readSeries(ctx, accounts, window, metrics, (account, { name, aggregation }, values) => {
    return { account, window, name, aggregation, values, ...summarise(aggregation, values) };
  });
}

/** The same beside the period of the same length before it, which is as many days to read again. */
export async function readComparedUsage(
  ctx: Ctx,
  accounts: readonly Account[],
  window: DayWindow,
  metrics: readonly Metric[],
): Promise<AccountUsage<ComparedMetricUsage>[]> {
  const length = windowLength(window);
  const both: DayWindow = { from: addDays(window.from, -length), to: window.to };
  const read = await readSeries(ctx, accounts, both, metrics, (account, { name, aggregation }, series) => {
    const values = series.slice(length);
    const summary = summarise(aggregation, values);
    const comparison = compare(aggregation, summary, summarise(aggregation, series.slice(0, length)));
    return { account, window, name, aggregation, values, ...summary, ...comparison };
  });
  return read.map((usage) => ({ ...usage, window }));
}

type Values = readonly (number | null)[];

async function readSeries<Usage>(
  ctx: Ctx,
  accounts: readonly Account[],
  window: DayWindow,
  metrics: readonly Metric[],
  usageOf: (account: Account, metric: Metric, values: Values) => Usage,
): Promise<AccountUsage<Usage>[]> {
  const length = windowLength(window);
  const ids = accounts.map((account) => account.id);
  const slots = metrics.map(({ slot }) => slot);
  const stored = await selectUsageSeries(ctx.db.orm, ctx.actor.workspaceId, ids, window, slots);
  return accounts.map((account) => {
    const series = stored.get(account.id) ?? [];
    const one = (metric: Metric, at: number) =>
      usageOf(account, metric, combineDays(metric.aggregation, series, at, length));
    return { account, window, metrics: metrics.map(one) };
  });
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
