import type { TransactionSql } from 'postgres';
import type { Metric } from '../model.ts';

/** What of the stored arrays a run brings: the whole dictionary, and the slots its mapping fills. */
export type MergePlan = {
  readonly workspaceId: number;
  readonly metrics: readonly Metric[];
  readonly mappedSlots: readonly number[];
  /** Whether some staged rows share their account and day. */
  readonly duplicates: boolean;
};

/** Slots count from 0, PostgreSQL's arrays from 1. Numbers only: these go into the statement's text. */
export const at = (alias: string, slot: number): string => `${alias}.vals[${Math.trunc(slot) + 1}]`;

/** Gives every staged account id a number of its own in this workspace, and a table from `ref` to number. */
export async function numberAccounts(tx: TransactionSql, workspaceId: number): Promise<void> {
  await tx`SELECT pg_advisory_xact_lock(hashtext('tributary.usage'), ${workspaceId})`;
  await tx`
    INSERT INTO external_accounts (workspace_id, number, external_id)
    SELECT ${workspaceId}, last.number + row_number() OVER (ORDER BY s.ref), s.external_id
    FROM staged_accounts s,
      (SELECT coalesce(max(number), 0) AS number FROM external_accounts WHERE workspace_id = ${workspaceId}) last
    WHERE NOT EXISTS (
      SELECT 1 FROM external_accounts e WHERE e.workspace_id = ${workspaceId} AND e.external_id = s.external_id)`;
  await tx`
    CREATE TEMP TABLE staged_numbers ON COMMIT DROP AS
    SELECT s.ref, e.number FROM staged_accounts s
    JOIN external_accounts e ON e.workspace_id = ${workspaceId} AND e.external_id = s.external_id`;
  await tx`ANALYZE staged_numbers`;
}

/**
 * Writes the staged rows: new days are inserted, days that changed are updated, equal ones not touched at all, so that a
 * repeated run writes nothing. Statements of their own instead of one MERGE, which PostgreSQL 14 lacks; the advisory lock
 * taken in `numberAccounts` keeps other writers of the workspace out between them.
 */
export async function mergeDays(tx: TransactionSql, plan: MergePlan): Promise<{ stored: number; changed: number }> {
  if (plan.duplicates) await combineDuplicates(tx, plan);
  const { workspaceId } = plan;
  const anyDay = await tx`SELECT 1 FROM usage_days WHERE workspace_id = ${workspaceId} LIMIT 1`;
  let updated = 0;
  // With nothing stored yet, every day is new: a first history needs no comparison.
  let fresh = `SELECT n.number AS account, s.day, s.vals FROM staged_rows s JOIN staged_numbers n USING (ref)`;
  if (anyDay.length > 0) {
    updated = await updateChangedDays(tx, plan);
    fresh = 'SELECT account, day, vals FROM staged_changes WHERE is_new';
  }
  const inserted = await tx.unsafe(
    `INSERT INTO usage_days (workspace_id, external_account, day, vals) SELECT $1, account, day, vals FROM (${fresh}) f`,
    [workspaceId],
  );
  await tx.unsafe(
    `INSERT INTO usage_rollups AS r (workspace_id, external_account, first_day, last_day, day_count, totals)
     SELECT $1, account, min(day), max(day), count(*), '{}' FROM (${fresh}) f GROUP BY account
     ON CONFLICT (workspace_id, external_account) DO UPDATE SET
       first_day = least(r.first_day, excluded.first_day),
       last_day = greatest(r.last_day, excluded.last_day),
       day_count = r.day_count + excluded.day_count`,
    [workspaceId],
  );
  const [staged] = await tx<{ count: number }[]>`SELECT count(*)::int AS count FROM staged_rows`;
  return { stored: staged?.count ?? 0, changed: updated + inserted.count };
}

/** Sets the days that are new or differ apart, in one comparison, and updates those that differ. */
async function updateChangedDays(tx: TransactionSql, plan: MergePlan): Promise<number> {
  const merged = plan.metrics.length === plan.mappedSlots.length ? 's.vals' : mergedArray(plan);
  await tx.unsafe(
    `CREATE TEMP TABLE staged_changes ON COMMIT DROP AS
     SELECT n.number AS account, s.day, ${merged} AS vals, d.day IS NULL AS is_new
     FROM staged_rows s JOIN staged_numbers n USING (ref)
     LEFT JOIN usage_days d ON d.workspace_id = $1 AND d.external_account = n.number AND d.day = s.day
     WHERE d.day IS NULL OR d.vals IS DISTINCT FROM ${merged}`,
    [plan.workspaceId],
  );
  await tx.unsafe('ANALYZE staged_changes (account, day, is_new)');
  const updated = await tx.unsafe(
    // Found by key, whatever the planner believes: of a workspace that is younger than its statistics it expects one row, and
    // an UPDATE joined every change with every day (minutes for 30,000 changes).
    `INSERT INTO usage_days (workspace_id, external_account, day, vals)
     SELECT $1, account, day, vals FROM staged_changes WHERE NOT is_new
     ON CONFLICT (workspace_id, external_account, day) DO UPDATE SET vals = excluded.vals`,
    [plan.workspaceId],
  );
  return updated.count;
}

/** Slots the mapping fills come from the new row, the others keep what is stored: an unmapped metric's history stays. */
function mergedArray({ metrics, mappedSlots }: MergePlan): string {
  const entries = metrics.map(({ slot }) => at(mappedSlots.includes(slot) ? 's' : 'd', slot));
  return `ARRAY[${entries.join(', ')}]::float8[]`;
}

/** Several rows of one account and day become one, each metric by its aggregation, in the order of the answer. */
async function combineDuplicates(tx: TransactionSql, { metrics }: MergePlan): Promise<void> {
  const combined = metrics.map(({ slot, aggregation }) => combine(aggregation, at('s', slot), 's.ordinal'));
  await tx.unsafe(`
    CREATE TEMP TABLE combined_rows ON COMMIT DROP AS
    SELECT s.ref, s.day, min(s.ordinal) AS ordinal, ARRAY[${combined.join(', ')}]::float8[] AS vals
    FROM staged_rows s GROUP BY s.ref, s.day;
    DROP TABLE staged_rows;
    ALTER TABLE combined_rows RENAME TO staged_rows;
    ANALYZE staged_rows (ref, day)`);
}

/** One slot over several rows; rows without a value do not count, and no value at all is NULL. */
export function combine(aggregation: Metric['aggregation'], value: string, order: string): string {
  switch (aggregation) {
    case 'SUM':
      return `sum(${value} ORDER BY ${order})`;
    case 'MAX':
      return `max(${value})`;
    case 'LAST':
      return `(array_agg(${value} ORDER BY ${order} DESC) FILTER (WHERE ${value} IS NOT NULL))[1]`;
  }
}
