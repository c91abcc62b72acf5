import type { Ctx } from '../kit/ctx.ts';
import type { AccountActivity, AccountStanding, TableMetric } from './model.ts';
import { selectStandings } from './store/index.ts';

/** What the table shows of these accounts, in this order; null where there is no such account. */
export async function findStandings(ctx: Ctx, accountIds: readonly string[]): Promise<(AccountStanding | null)[]> {
  const rows = await selectStandings(ctx.db.orm, ctx.actor.workspaceId, accountIds);
  const byId = new Map(rows.map((row) => [row.accountId, row]));
  return accountIds.map((id) => byId.get(id) ?? null);
}

/** The part that is made of usage; null while there is none. */
export function activityOf(standing: AccountStanding | null, metrics: readonly TableMetric[]): AccountActivity | null {
  if (!standing || standing.activityIndex === null) return null;
  const { usage, usageBefore, usageChange } = standing;
  return {
    index: standing.activityIndex,
    changeRate: standing.activityChange,
    lastUsedOn: standing.lastUsedOn,
    metrics: metrics.map(({ slot, name, aggregation }) => ({
      name,
      aggregation,
      value: usage?.[slot] ?? null,
      previousValue: usageBefore?.[slot] ?? null,
      changeRate: usageChange?.[slot] ?? null,
    })),
  };
}
