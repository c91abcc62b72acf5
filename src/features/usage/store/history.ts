import { type SQL, sql } from 'drizzle-orm';
import { byKey, eachOf } from '../../../db/by-key.ts';
import type { Queryable } from '../../../db/client.ts';
import type { DayWindow } from '../../../lib/day.ts';
import type { Days } from '../domain/combine-days.ts';
import type { Rollup } from '../domain/combine-rollups.ts';

/**
 * The ids that usage comes under for each account: those linked to it, and its own unless that is linked elsewhere. `rank`
 * says whose word counts where two speak of one day: 1 is its own id, then comes the one linked last.
 */
export const idsOf = (workspaceId: number, accountIds: readonly string[]): SQL => sql`
  SELECT i.account_id, i.external_id, i.linked_at,
    row_number() OVER (PARTITION BY i.account_id ORDER BY i.linked_at DESC NULLS FIRST, i.external_id)::int AS rank
  FROM ${eachOf(accountIds)} t (id) CROSS JOIN LATERAL (
    SELECT a.id AS account_id, a.external_crm_id AS external_id, NULL::timestamptz AS linked_at FROM accounts a
    WHERE a.workspace_id = ${workspaceId} AND a.id = t.id COLLATE "C" AND NOT EXISTS (
      SELECT 1 FROM external_account_links l WHERE l.workspace_id = ${workspaceId} AND l.external_id = a.external_crm_id)
    UNION ALL
    SELECT l.account_id, l.external_id, l.linked_at FROM external_account_links l
    WHERE l.workspace_id = ${workspaceId} AND l.account_id = t.id COLLATE "C") i`;

/** The number that each of these ids, `i`, is stored under. */
const numberOf = (workspaceId: number): SQL => sql`
  CROSS JOIN LATERAL (
    SELECT number FROM external_accounts WHERE workspace_id = ${workspaceId} AND external_id = i.external_id OFFSET 0) e`;

/**
 * First and last day on which any metric was above zero, by account. From either end of the history by key, so that it takes
 * as long as the zeros at that end.
 */
export async function selectUsedDays(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
): Promise<Map<string, DayWindow>> {
  const end = (order: SQL) => sql`
    (SELECT d.day FROM usage_days d
      WHERE d.workspace_id = ${workspaceId} AND d.external_account = e.number AND 0 < ANY (d.vals)
      ORDER BY d.day ${order} LIMIT 1)`;
  const rows = await db.execute<DayWindow & { accountId: string }>(byKey`
    SELECT s.account_id AS "accountId", min(s.first)::text AS "from", max(s.last)::text AS "to"
    FROM (
      SELECT i.account_id, ${end(sql`ASC`)} AS first, ${end(sql`DESC`)} AS last
      FROM (${idsOf(workspaceId, accountIds)}) i ${numberOf(workspaceId)}) s
    WHERE s.first IS NOT NULL GROUP BY s.account_id`);
  return new Map(rows.map(({ accountId, from, to }) => [accountId, { from, to }]));
}

/** One id's stored days: their offsets from the window's first day, and for each slot asked for, their values. */
export type StoredSeries = Days & { readonly rank: number };

/**
 * Stored days for an answer: a row for each id instead of one for each day, and of each day no more than the slots that are
 * shown. By account, those of the id whose word counts first.
 */
export async function selectUsageSeries(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
  window: DayWindow,
  slots: readonly number[],
): Promise<Map<string, StoredSeries[]>> {
  // Their order is the days', whatever that is: all of a group's aggregates see its rows in the same one.
  const shown = sql.join(
    slots.map(
      (slot) =>
        sql`, array_agg(d.vals[${sql.raw(String(Math.trunc(slot) + 1))}]) AS ${sql.raw(`v${Math.trunc(slot)}`)}`,
    ),
    sql``,
  );
  const rows = await db.execute<{ accountId: string; rank: number; offsets: number[] } & Record<string, unknown>>(byKey`
    SELECT i.account_id AS "accountId", i.rank, s.*
    FROM (${idsOf(workspaceId, accountIds)}) i ${numberOf(workspaceId)}
    CROSS JOIN LATERAL (
      SELECT array_agg(d.day - ${window.from}::date) AS offsets${shown}
      FROM usage_days d WHERE d.workspace_id = ${workspaceId} AND d.external_account = e.number
        AND d.day BETWEEN ${window.from}::date AND ${window.to}::date OFFSET 0) s
    WHERE s.offsets IS NOT NULL`);
  const series = Array.from(rows, ({ accountId, rank, offsets, ...values }) => ({
    accountId,
    rank,
    offsets,
    values: slots.map((slot) => values[`v${slot}`] as (number | null)[]),
  }));
  return byAccount(series);
}

type RankedRollup = Rollup & { readonly rank: number };

/**
 * Rollups by account, those of the id whose word counts first. Whose last value is the later one, a rollup does not say:
 * that is looked up, for accounts with several ids alone.
 */
export async function selectRollups(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
): Promise<Map<string, RankedRollup[]>> {
  const rows = await db.execute<RankedRollup & { accountId: string }>(byKey`
    SELECT i.account_id AS "accountId", i.rank, r.first_day::text AS "firstDay", r.last_day::text AS "lastDay", r.totals,
      CASE WHEN count(*) OVER (PARTITION BY i.account_id) = 1 THEN '{}'::float8[] ELSE ARRAY(
        SELECT CASE WHEN m.aggregation = 'LAST' THEN (
          SELECT (d.day - '2000-01-01'::date)::float8 FROM usage_days d
          WHERE d.workspace_id = ${workspaceId} AND d.external_account = e.number AND d.vals[m.slot + 1] IS NOT NULL
          ORDER BY d.day DESC LIMIT 1) END
        FROM usage_metrics m WHERE m.workspace_id = ${workspaceId} ORDER BY m.slot) END AS "lastDays"
    FROM (${idsOf(workspaceId, accountIds)}) i ${numberOf(workspaceId)}
    CROSS JOIN LATERAL (
      SELECT * FROM usage_rollups WHERE workspace_id = ${workspaceId} AND external_account = e.number OFFSET 0) r`);
  return byAccount(rows);
}

function byAccount<Row extends { accountId: string; rank: number }>(rows: Iterable<Row>): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const others = found.get(row.accountId);
    if (others) others.push(row);
    else found.set(row.accountId, [row]);
  }
  // Costs next to nothing where all ranks are equal, as with almost every account.
  for (const one of found.values()) one.sort((a, b) => a.rank - b.rank);
  return found;
}
