import type { TransactionSql } from 'postgres';
import type { DayWindow } from '../../../lib/day.ts';
import type { Metric } from '../model.ts';
import { at } from './merge.ts';

/** What rollups are made of: the dictionary, and the days their totals cover. */
type Basis = { readonly workspaceId: number; readonly metrics: readonly Metric[]; readonly window: DayWindow };

/** Brings every rollup up to the days just written. Rollups that would stay the same are not written. */
export async function refreshRollups(
  tx: TransactionSql,
  basis: Basis,
  history: 'FIRST' | 'LATER',
  hasTotals: boolean,
): Promise<void> {
  const before = await selectBasis(tx, basis.workspaceId);
  if (history === 'FIRST' && hasTotals && (await areOfWindow(tx, basis))) await takeTotals(tx, basis);
  else if (history === 'FIRST') await rollUpAll(tx, basis);
  else await rollUpChanged(tx, basis, movedSince(before, basis));
  await upsertBasis(tx, basis, before);
}

/** Whether the staged totals are of days that rollups cover, and of no others. */
async function areOfWindow(tx: TransactionSql, { window }: Basis): Promise<boolean> {
  const outside = await tx`
    SELECT 1 FROM staged_totals WHERE first_day < ${window.from}::date OR last_day > ${window.to}::date LIMIT 1`;
  return outside.length === 0;
}

/** A first history was added up while it was mapped: what the days come to need not be read from them. */
async function takeTotals(tx: TransactionSql, { workspaceId }: Basis): Promise<void> {
  await tx.unsafe(
    `INSERT INTO usage_rollups (workspace_id, external_account, first_day, last_day, day_count, totals)
     SELECT $1, n.number, t.first_day, t.last_day, t.day_count, t.totals
     FROM staged_totals t JOIN staged_numbers n USING (ref) ORDER BY n.number ${REPLACING}`,
    [workspaceId],
  );
}

/** All accounts in one pass over their days. */
async function rollUpAll(tx: TransactionSql, { workspaceId, metrics, window }: Basis): Promise<void> {
  await tx.unsafe(
    `INSERT INTO usage_rollups (workspace_id, external_account, first_day, last_day, day_count, totals)
     SELECT $1, d.external_account, min(d.day), max(d.day), count(*), ${totals(metrics)} FROM (
       SELECT external_account, day, CASE WHEN day BETWEEN $2 AND $3 THEN vals END AS vals
       FROM usage_days WHERE workspace_id = $1 ORDER BY external_account, day) d
     GROUP BY d.external_account ${REPLACING}`,
    [workspaceId, window.from, window.to],
  );
}

/**
 * The accounts of `staged_changes`, and where totals are of another basis than before, those that had days in either window.
 * Every other table is read by key, account by account: a workspace may hold years beside the month that counts, and of
 * one that has just come the planner knows nothing (it repeated a whole aggregation for each account, 22 s instead of 34 ms).
 */
async function rollUpChanged(tx: TransactionSql, basis: Basis, movedSince: string | null): Promise<void> {
  const { workspaceId, metrics, window } = basis;
  const moved =
    movedSince === null
      ? ''
      : `UNION ALL SELECT external_account, NULL, false, true FROM usage_rollups
         WHERE workspace_id = $1 AND last_day >= $4::text::date`;
  await tx.unsafe(
    `INSERT INTO usage_rollups (workspace_id, external_account, first_day, last_day, day_count, totals)
     SELECT $1, c.account, least(r.first_day, c.first_day), greatest(r.last_day, c.last_day),
       coalesce(r.day_count, 0) + c.new_days, n.totals
     FROM (
       SELECT account, min(day) FILTER (WHERE is_new) AS first_day, max(day) FILTER (WHERE is_new) AS last_day,
         (count(*) FILTER (WHERE is_new))::int AS new_days, bool_or(in_window) AS in_window
       FROM (SELECT account, day, is_new, day BETWEEN $2 AND $3 AS in_window FROM staged_changes ${moved}) a
       GROUP BY account ORDER BY account) c
     LEFT JOIN LATERAL (
       SELECT * FROM usage_rollups WHERE workspace_id = $1 AND external_account = c.account OFFSET 0) r ON true
     CROSS JOIN LATERAL (
       SELECT CASE WHEN c.in_window OR r.totals IS NULL THEN ${totals(metrics)} ELSE r.totals END AS totals FROM (
         SELECT vals FROM usage_days
         WHERE workspace_id = $1 AND external_account = c.account AND day BETWEEN $2 AND $3 AND c.in_window
         ORDER BY day) d) n
     WHERE c.new_days > 0 OR r.totals IS DISTINCT FROM n.totals ${REPLACING}`,
    [workspaceId, window.from, window.to, ...(movedSince === null ? [] : [movedSince])],
  );
}

const REPLACING = `ON CONFLICT (workspace_id, external_account) DO UPDATE SET first_day = excluded.first_day,
  last_day = excluded.last_day, day_count = excluded.day_count, totals = excluded.totals`;

/** Of days `d`, which come in their order: one sort, or none, instead of one for each account and metric. */
const totals = (metrics: readonly Metric[]): string =>
  `ARRAY[${metrics.map(({ slot, aggregation }) => total(aggregation, at('d', slot))).join(', ')}]::float8[]`;

function total(aggregation: Metric['aggregation'], value: string): string {
  switch (aggregation) {
    case 'SUM':
      return `sum(${value})`;
    case 'MAX':
      return `max(${value})`;
    case 'LAST':
      return `(array_agg(${value}) FILTER (WHERE ${value} IS NOT NULL))[count(${value})::int]`;
  }
}

type StoredBasis = { readonly from: string; readonly to: string; readonly aggregations: string };

async function selectBasis(tx: TransactionSql, workspaceId: number): Promise<StoredBasis | null> {
  const [basis] = await tx<StoredBasis[]>`
    SELECT from_day::text AS from, to_day::text AS to, aggregations FROM usage_rollup_bases
    WHERE workspace_id = ${workspaceId}`;
  return basis ?? null;
}

const toStored = ({ metrics, window }: Basis): StoredBasis => ({
  ...window,
  aggregations: metrics.map(({ aggregation }) => aggregation).join(' '),
});

const isSame = (a: StoredBasis | null, b: StoredBasis): boolean =>
  a?.from === b.from && a.to === b.to && a.aggregations === b.aggregations;

/** The first day whose having usage makes an account's totals other than they are; null when none does. */
function movedSince(before: StoredBasis | null, basis: Basis): string | null {
  const now = toStored(basis);
  if (isSame(before, now)) return null;
  if (before?.aggregations !== now.aggregations) return '-infinity';
  return before.from < now.from ? before.from : now.from;
}

async function upsertBasis(tx: TransactionSql, basis: Basis, before: StoredBasis | null): Promise<void> {
  const now = toStored(basis);
  if (isSame(before, now)) return;
  await tx`
    INSERT INTO usage_rollup_bases (workspace_id, from_day, to_day, aggregations)
    VALUES (${basis.workspaceId}, ${now.from}, ${now.to}, ${now.aggregations})
    ON CONFLICT (workspace_id) DO UPDATE SET
      from_day = excluded.from_day, to_day = excluded.to_day, aggregations = excluded.aggregations`;
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

/**
 * How many of the ids that usage is stored for on days of the window are no account's. Days are looked up only where an
 * account's first and last do not tell. Of a young workspace the planner expects little, and would go from id to id.
 */
export async function countUnmatchedWithin(
  tx: TransactionSql,
  workspaceId: number,
  { from, to }: DayWindow,
): Promise<number> {
  await tx`SELECT set_config('enable_nestloop', 'off', true)`;
  const [row] = await tx<{ count: number }[]>`
    SELECT count(*)::int AS count FROM usage_rollups r
    JOIN external_accounts e ON e.workspace_id = ${workspaceId} AND e.number = r.external_account
    WHERE r.workspace_id = ${workspaceId} AND r.first_day <= ${to}::date AND r.last_day >= ${from}::date
    AND (r.last_day <= ${to}::date OR r.first_day >= ${from}::date OR (
      SELECT true FROM usage_days d WHERE d.workspace_id = ${workspaceId} AND d.external_account = r.external_account
        AND d.day BETWEEN ${from}::date AND ${to}::date LIMIT 1))
    AND NOT EXISTS (
      SELECT 1 FROM accounts a WHERE a.workspace_id = ${workspaceId} AND a.external_crm_id = e.external_id)
    AND NOT EXISTS (
      SELECT 1 FROM external_account_links l WHERE l.workspace_id = ${workspaceId} AND l.external_id = e.external_id)`;
  await tx`SELECT set_config('enable_nestloop', 'on', true)`;
  return row?.count ?? 0;
}
