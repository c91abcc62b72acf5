import type { TransactionSql } from 'postgres';
import type { DayWindow } from '../../../lib/day.ts';
import type { Metric } from '../model.ts';
import { combine } from './merge.ts';

/** Recomputes every rollup's totals over the window; rollups that would stay the same are not written. */
export async function refreshRollups(
  tx: TransactionSql,
  workspaceId: number,
  metrics: readonly Metric[],
  window: DayWindow,
): Promise<void> {
  if (metrics.length === 0) return;
  const totals = metrics.map(({ slot, aggregation }) => combine(aggregation, `d.vals[${Math.trunc(slot) + 1}]`, 'd.day'));
  await tx.unsafe(
    `UPDATE usage_rollups r SET totals = fresh.totals
     FROM (
       SELECT r.external_account, coalesce(t.totals, array_fill(NULL::float8, ARRAY[${metrics.length}])) AS totals
       FROM usage_rollups r LEFT JOIN (
         SELECT d.external_account, ARRAY[${totals.join(', ')}]::float8[] AS totals
         FROM usage_days d WHERE d.workspace_id = $1 AND d.day BETWEEN $2 AND $3 GROUP BY d.external_account
       ) t USING (external_account)
       WHERE r.workspace_id = $1
     ) fresh
     WHERE r.workspace_id = $1 AND r.external_account = fresh.external_account AND r.totals IS DISTINCT FROM fresh.totals`,
    [workspaceId, window.from, window.to],
  );
}

/** How many of the staged account ids match no account. */
export async function countStagedUnmatched(tx: TransactionSql, workspaceId: number): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    SELECT count(*)::int AS count FROM staged_accounts s WHERE NOT EXISTS (
      SELECT 1 FROM accounts a WHERE a.workspace_id = ${workspaceId} AND a.external_crm_id = s.external_id)`;
  return row?.count ?? 0;
}
