import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { externalAccounts, usageMetrics, usageRollups } from '../../../db/tables/usage.ts';
import type { DayWindow } from '../../../lib/day.ts';
import type { Keyset } from '../../../lib/page.ts';
import type { Metric, UnmatchedAccount } from '../model.ts';

export async function selectMetrics(db: Queryable, workspaceId: number): Promise<Metric[]> {
  return db
    .select({ slot: usageMetrics.slot, name: usageMetrics.name, aggregation: usageMetrics.aggregation })
    .from(usageMetrics)
    .where(eq(usageMetrics.workspaceId, workspaceId))
    .orderBy(asc(usageMetrics.slot));
}

/** One stored day: its offset from the window's first day, and its values by slot. */
export type StoredDay = { readonly offset: number; readonly vals: readonly (number | null)[] };

/** Stored days by external id. */
export async function selectUsageDays(
  db: Queryable,
  workspaceId: number,
  externalIds: readonly string[],
  window: DayWindow,
): Promise<Map<string, StoredDay[]>> {
  const rows = await db.execute<StoredDay & { externalId: string }>(sql`
    SELECT e.external_id AS "externalId", d.day - ${window.from}::date AS offset, d.vals
    FROM external_accounts e
    JOIN usage_days d ON d.workspace_id = e.workspace_id AND d.external_account = e.number
    WHERE e.workspace_id = ${workspaceId} AND e.external_id IN ${[...externalIds]}
      AND d.day BETWEEN ${window.from}::date AND ${window.to}::date`);
  const found = new Map<string, StoredDay[]>();
  for (const row of rows) {
    const days = found.get(row.externalId);
    if (days) days.push(row);
    else found.set(row.externalId, [row]);
  }
  return found;
}

export type RollupRow = { externalId: string; firstDay: string; lastDay: string; totals: (number | null)[] };

export async function selectRollups(
  db: Queryable,
  workspaceId: number,
  externalIds: readonly string[],
): Promise<RollupRow[]> {
  return db
    .select({
      externalId: externalAccounts.externalId,
      firstDay: usageRollups.firstDay,
      lastDay: usageRollups.lastDay,
      totals: usageRollups.totals,
    })
    .from(externalAccounts)
    .innerJoin(
      usageRollups,
      and(
        eq(usageRollups.workspaceId, externalAccounts.workspaceId),
        eq(usageRollups.externalAccount, externalAccounts.number),
      ),
    )
    .where(and(eq(externalAccounts.workspaceId, workspaceId), inArray(externalAccounts.externalId, [...externalIds])));
}

const unmatched = (workspaceId: number) => sql`
  FROM usage_rollups r
  JOIN external_accounts e ON e.workspace_id = r.workspace_id AND e.number = r.external_account
  WHERE r.workspace_id = ${workspaceId} AND NOT EXISTS (
    SELECT 1 FROM accounts a WHERE a.workspace_id = r.workspace_id AND a.external_crm_id = e.external_id)`;

/** External ids that no account has, those with the most stored days first. */
export async function selectUnmatchedPage(
  db: Queryable,
  workspaceId: number,
  after: Keyset | null,
  limit: number,
): Promise<UnmatchedAccount[]> {
  const [count, id] = after ?? [];
  const position = after
    ? sql`AND (r.day_count < ${count} OR (r.day_count = ${count} AND e.external_id > ${id}))`
    : sql``;
  const rows = await db.execute<UnmatchedAccount>(sql`
    SELECT e.external_id AS "externalId", r.first_day::text AS "firstSeenOn", r.last_day::text AS "lastSeenOn",
      r.day_count AS "rowCount"
    ${unmatched(workspaceId)} ${position}
    ORDER BY r.day_count DESC, e.external_id LIMIT ${limit}`);
  return [...rows];
}

export async function countUnmatched(db: Queryable, workspaceId: number): Promise<number> {
  const rows = await db.execute<{ count: number }>(sql`SELECT count(*)::int AS count ${unmatched(workspaceId)}`);
  return rows[0]?.count ?? 0;
}
