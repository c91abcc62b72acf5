import { sql } from 'drizzle-orm';
import { byKey } from '../../../db/by-key.ts';
import type { Queryable } from '../../../db/client.ts';
import type { Keyset } from '../../../lib/page.ts';
import type { Metric, UnmatchedAccount } from '../model.ts';

export async function selectMetrics(db: Queryable, workspaceId: number): Promise<Metric[]> {
  const rows = await db.execute<Metric>(byKey`
    SELECT slot, name, aggregation FROM usage_metrics WHERE workspace_id = ${workspaceId} ORDER BY slot`);
  return [...rows];
}

const unmatched = (workspaceId: number) => sql`
  FROM usage_rollups r
  JOIN external_accounts e ON e.workspace_id = r.workspace_id AND e.number = r.external_account
  WHERE r.workspace_id = ${workspaceId} AND NOT EXISTS (
    SELECT 1 FROM accounts a WHERE a.workspace_id = r.workspace_id AND a.external_crm_id = e.external_id)
  AND NOT EXISTS (
    SELECT 1 FROM external_account_links l WHERE l.workspace_id = r.workspace_id AND l.external_id = e.external_id)`;

/** External ids that are no account's, those with the most stored days first. */
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
