import type { TransactionSql } from 'postgres';
import type { Metric } from '../model.ts';
import type { Numbered } from './numbers.ts';

/** What of the stored arrays a run brings: the whole dictionary, and the slots its mapping fills. */
export type MergePlan = {
  readonly workspaceId: number;
  readonly metrics: readonly Metric[];
  readonly mappedSlots: readonly number[];
  /** Whether some staged rows share their account and day. */
  readonly duplicates: boolean;
  /** How many rows were staged. */
  readonly staged: number;
  readonly numbered: Numbered;
};

/** Slots count from 0, PostgreSQL's arrays from 1. Numbers only: these go into the statement's text. */
export const at = (alias: string, slot: number): string => `${alias}.vals[${Math.trunc(slot) + 1}]`;

/** What a merge did. `FIRST`: the workspace had no day before. `staged_changes` holds the days written otherwise. */
export type Merged = { readonly stored: number; readonly changed: number; readonly history: 'FIRST' | 'LATER' };

/**
 * Writes the staged rows: new days are inserted, days that changed are updated, equal ones not touched at all, so that a
 * repeated run writes nothing. Statements of their own instead of one MERGE, which PostgreSQL 14 lacks; the advisory lock
 * taken in `numberAccounts` keeps other writers of the workspace out between them.
 */
export async function mergeDays(tx: TransactionSql, plan: MergePlan): Promise<Merged> {
  const stored = plan.duplicates ? await combineDuplicates(tx, plan) : plan.staged;
  const { workspaceId, numbered } = plan;
  const insert = (days: string) =>
    tx.unsafe(`INSERT INTO usage_days (workspace_id, external_account, day, vals) SELECT $1, ${days}`, [workspaceId]);
  const anyDay = await tx`SELECT 1 FROM usage_days WHERE workspace_id = ${workspaceId} LIMIT 1`;
  if (anyDay.length === 0) {
    // Every day is new: a first history needs no comparison.
    const { count } = await insert(`${numbered.account}, s.day, s.vals FROM ${numbered.from}`);
    return { stored, changed: count, history: 'FIRST' };
  }
  const updated = await updateChangedDays(tx, plan, stored);
  const { count } = await insert('account, day, vals FROM staged_changes WHERE is_new');
  return { stored, changed: updated + count, history: 'LATER' };
}

/**
 * A look-up by key costs as much as comparing five stored days with everything staged, so that a day on top of a long history
 * is looked up, and a window that is most of what is stored is compared at once.
 */
const LOOKUP_COST = 5;

/** Sets the days that are new or differ apart, in one comparison, and updates those that differ. */
async function updateChangedDays(tx: TransactionSql, plan: MergePlan, staged: number): Promise<number> {
  const { workspaceId, numbered } = plan;
  const merged = plan.metrics.length === plan.mappedSlots.length ? 's.vals' : mergedArray(plan);
  const [history] = await tx<{ days: number }[]>`
    SELECT coalesce(sum(day_count), 0)::float8 AS days FROM usage_rollups WHERE workspace_id = ${workspaceId}`;
  const isLookedUp = (history?.days ?? 0) > LOOKUP_COST * staged;
  const ofKey = `d.workspace_id = $1 AND d.external_account = ${numbered.account} AND d.day = s.day`;
  const stored = isLookedUp
    ? `LEFT JOIN LATERAL (SELECT d.day, d.vals FROM usage_days d WHERE ${ofKey} OFFSET 0) d ON true`
    : `LEFT JOIN usage_days d ON ${ofKey}`;
  // Of a workspace that is younger than its statistics the planner expects next to nothing, and what it then chooses takes
  // minutes: a merge by day alone, or a nested loop. Only a hash is left to it.
  const planned = (on: boolean) =>
    tx`SELECT set_config('enable_mergejoin', ${on ? 'on' : 'off'}, true), set_config('enable_nestloop', ${on || isLookedUp ? 'on' : 'off'}, true)`;
  await planned(false);
  await tx.unsafe(
    `CREATE TEMP TABLE staged_changes ON COMMIT DROP AS
     SELECT ${numbered.account} AS account, s.day, ${merged} AS vals, d.day IS NULL AS is_new
     FROM ${numbered.from} ${stored}
     WHERE d.day IS NULL OR d.vals IS DISTINCT FROM ${merged}`,
    [workspaceId],
  );
  await planned(true);
  await tx.unsafe('ANALYZE staged_changes (account, day, is_new)');
  const updated = await tx.unsafe(
    // Found by key, whatever the planner believes: an UPDATE of a young workspace joined every change with every day (minutes
    // for 30,000 changes).
    `INSERT INTO usage_days (workspace_id, external_account, day, vals)
     SELECT $1, account, day, vals FROM staged_changes WHERE NOT is_new
     ON CONFLICT (workspace_id, external_account, day) DO UPDATE SET vals = excluded.vals`,
    [workspaceId],
  );
  return updated.count;
}

/** Slots the mapping fills come from the new row, the others keep what is stored: an unmapped metric's history stays. */
function mergedArray({ metrics, mappedSlots }: MergePlan): string {
  const entries = metrics.map(({ slot }) => at(mappedSlots.includes(slot) ? 's' : 'd', slot));
  return `ARRAY[${entries.join(', ')}]::float8[]`;
}

/** Several rows of one account and day become one, each metric by its aggregation, in the order of the answer. */
async function combineDuplicates(tx: TransactionSql, { metrics }: MergePlan): Promise<number> {
  const combined = metrics.map(({ slot, aggregation }) => combine(aggregation, at('s', slot), 's.ordinal'));
  const { count } = await tx.unsafe(
    `CREATE TEMP TABLE combined_rows ON COMMIT DROP AS
     SELECT s.ref, s.day, min(s.ordinal) AS ordinal, ARRAY[${combined.join(', ')}]::float8[] AS vals
     FROM staged_rows s GROUP BY s.ref, s.day`,
  );
  await tx.unsafe('DROP TABLE staged_rows; ALTER TABLE combined_rows RENAME TO staged_rows');
  return count;
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
