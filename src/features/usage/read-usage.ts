import { addDays, type DayWindow, windowLength } from '../../lib/day.ts';
import type { Account } from '../accounts/index.ts';
import type { Ctx } from '../kit/ctx.ts';
import { summarise } from './domain/summarise.ts';
import type { AccountUsage, Metric, MetricUsage, RecentUsage } from './model.ts';
import { type RollupRow, type StoredDay, selectMetrics, selectRollups, selectUsageDays } from './store/index.ts';

/** The workspace's dictionary of metrics, in slot order. */
export const listMetrics = (ctx: Ctx): Promise<Metric[]> => selectMetrics(ctx.db.orm, ctx.actor.workspaceId);

/** Usage of several accounts over one window, in their order: one query however many accounts. */
export async function readUsage(
  ctx: Ctx,
  accounts: readonly Account[],
  window: DayWindow,
  metrics: readonly Metric[],
): Promise<AccountUsage[]> {
  const length = windowLength(window);
  const read: DayWindow = { from: addDays(window.from, -length), to: window.to };
  const ids = accounts.map((account) => account.externalCrmId);
  const stored = await selectUsageDays(ctx.db.orm, ctx.actor.workspaceId, ids, read);
  return accounts.map((account) => ({
    account,
    window,
    metrics: metrics.map((metric) => metricUsage(metric, stored.get(account.externalCrmId) ?? [], window)),
  }));
}

function metricUsage(metric: Metric, days: readonly StoredDay[], window: DayWindow): MetricUsage {
  const { slot, name, aggregation } = metric;
  const length = windowLength(window);
  // `days` begin with the period before the window, of the same length.
  const both = new Array<number | null>(2 * length).fill(null);
  for (const { offset, vals } of days) both[offset] = vals[slot] ?? null;
  const values = both.slice(length);
  return { name, aggregation, from: window.from, values, ...summarise(aggregation, values, both.slice(0, length)) };
}

/** The accounts' rollups, in their order; null for an account without usage. */
export async function readRecentUsage(
  ctx: Ctx,
  accounts: readonly Account[],
  metrics: readonly Metric[],
): Promise<(RecentUsage | null)[]> {
  const ids = accounts.map((account) => account.externalCrmId);
  const rows = await selectRollups(ctx.db.orm, ctx.actor.workspaceId, ids);
  const byId = new Map(rows.map((row) => [row.externalId, row]));
  return ids.map((id) => recentUsage(byId.get(id), metrics));
}

function recentUsage(row: RollupRow | undefined, metrics: readonly Metric[]): RecentUsage | null {
  if (!row) return null;
  return {
    firstUsedOn: row.firstDay,
    lastUsedOn: row.lastDay,
    metrics: metrics.map(({ slot, name, aggregation }) => ({ name, aggregation, value: row.totals[slot] ?? null })),
  };
}
