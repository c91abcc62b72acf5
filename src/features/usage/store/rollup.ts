import type { TransactionSql } from 'postgres';
import type { DayWindow } from '../../../lib/day.ts';
import type { Metric } from '../model.ts';
import { at, combine } from './merge.ts';

/**
 * Recomputes every rollup's totals over the window; rollups that would stay the same are not written. Totals are computed
 * apart and analysed first: of a workspace that has just come, the planner knows nothing, and in one statement it chose to
 * repeat the whole aggregation for each account (22 s for 1,700 accounts instead of 34 ms).
 */
export async function refreshRollups(
  tx: TransactionSql,
  workspaceId: number,
  metrics: readonly Metric[],
  window: DayWindow,
): Promise<void> {
  if (metrics.length === 0) return;
  const totals = metrics.map(({ slot, aggregation }) => combine(aggregation, at('d', slot), 'd.day'));
  await tx.unsafe(
    `CREATE TEMP TABLE fresh_totals ON COMMIT DROP AS
     SELECT d.external_account, ARRAY[${totals.join(', ')}]::float8[] AS totals
     FROM usage_days d WHERE d.workspace_id = $1 AND d.day BETWEEN $2 AND $3 GROUP BY d.external_account`,
    [workspaceId, window.from, window.to],
  );
  await tx.unsafe('ANALYZE fresh_totals (external_account)');
  await tx.unsafe(
    `UPDATE usage_rollups r SET totals = t.totals FROM fresh_totals t
     WHERE r.workspace_id = $1 AND r.external_account = t.external_account AND r.totals IS DISTINCT FROM t.totals`,
    [workspaceId],
  );
  // Accounts without a day in the window.
  await tx.unsafe(
    `UPDATE usage_rollups r SET totals = e.totals FROM (SELECT array_fill(NULL::float8, ARRAY[$2::int]) AS totals) e
     WHERE r.workspace_id = $1 AND r.totals IS DISTINCT FROM e.totals AND NOT EXISTS (
       SELECT 1 FROM fresh_totals t WHERE t.external_account = r.external_account)`,
    [workspaceId, metrics.length],
  );
}

/** How many of the staged account ids are no account's. */
export async function countStagedUnmatched(tx: TransactionSql, workspaceId: number): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    SELECT count(*)::int AS count FROM staged_accounts s WHERE NOT EXISTS (
      SELECT 1 FROM accounts a WHERE a.workspace_id = ${workspaceId} AND a.external_crm_id = s.external_id)
    AND NOT EXISTS (
      SELECT 1 FROM external_account_links l WHERE l.workspace_id = ${workspaceId} AND l.external_id = s.external_id)`;
  return row?.count ?? 0;
}
