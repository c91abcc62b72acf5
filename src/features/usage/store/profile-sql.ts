import { PROFILE_WEEKS, type ProfileDays } from '../domain/profile-days.ts';
import type { Metric } from '../model.ts';
import { at } from './merge.ts';

/** From here on days are the 30 before, and from `BEFORE_END` on neither. Numbers of days before the last one. */
const BEFORE_START = 30;
const BEFORE_END = 60;

/**
 * The ids of every account, with the number its usage is stored under. `key` is the number of the one whose word counts first:
 * what is put together for an account goes by it, four bytes instead of the account's id. Looked up one by one, because of a
 * young workspace the planner expects one row and compares all with all.
 */
export const IDS = `
  CREATE TEMP TABLE profile_ids ON COMMIT DROP AS
  SELECT account_id, number, rank, count(*) OVER (PARTITION BY account_id) > 1 AS is_shared,
    first_value(number) OVER (PARTITION BY account_id ORDER BY rank) AS key
  FROM (
    SELECT i.account_id, e.number,
      row_number() OVER (PARTITION BY i.account_id ORDER BY i.linked_at DESC NULLS FIRST, i.external_id)::int AS rank
    FROM (
      SELECT a.id AS account_id, a.external_crm_id AS external_id, NULL::timestamptz AS linked_at FROM accounts a
      LEFT JOIN LATERAL (SELECT true AS found FROM external_account_links
        WHERE workspace_id = $1 AND external_id = a.external_crm_id OFFSET 0) l ON true
      WHERE a.workspace_id = $1 AND l.found IS NULL
      UNION ALL
      SELECT account_id, external_id, linked_at FROM external_account_links WHERE workspace_id = $1) i
    CROSS JOIN LATERAL (SELECT number FROM external_accounts
      WHERE workspace_id = $1 AND external_id = i.external_id OFFSET 0) e) r`;

/**
 * What each account's days come to, in pieces that are whole weeks, cut where the last 30 days and the 30 before end: years of
 * days become at most 29 rows, from which everything else is put together. Older weeks are one piece, of which only the days
 * used count.
 */
export function pieces(metrics: readonly Metric[], { known }: ProfileDays): string {
  const isKnown = known.map(({ from, to }) => `day BETWEEN '${from}' AND '${to}'`).join(' OR ');
  const before = '($2::date - on_day)';
  const values = metrics.map(({ slot }) => `vals[${slot + 1}] AS v${slot}`);
  // Of the values that were taken out of the array: each look into it is most of what reading a day costs.
  const isUsed = metrics.map(({ slot }) => `v${slot} > 0`).join(' OR ');
  const days = (columns: string, from: string) => `
    SELECT least(${before} / 7, ${PROFILE_WEEKS})::int AS week,
      (${before} >= ${BEFORE_START})::int + (${before} >= ${BEFORE_END})::int AS part, (${isUsed}) IS TRUE AS is_used, *
    FROM (SELECT day AS on_day, ${columns} FROM ${from} OFFSET 0) o`;
  const grouped = (source: string) => `
    SELECT week, part, count(*) FILTER (WHERE is_used)::int AS used, min(on_day) FILTER (WHERE is_used) AS first,
      max(on_day) FILTER (WHERE is_used) AS last, ${metrics.map(sums).join(', ')}
    FROM (${source} OFFSET 0) d GROUP BY week, part`;
  const one = `(SELECT day, vals FROM usage_days
    WHERE workspace_id = $1 AND external_account = i.number AND day <= $2::date AND (${isKnown}) ORDER BY day DESC OFFSET 0) s`;
  const shared = `(SELECT day, ARRAY[${metrics.map(combined).join(', ')}]::float8[] AS vals
    FROM profile_ids o CROSS JOIN LATERAL (SELECT day, vals FROM usage_days
      WHERE workspace_id = $1 AND external_account = o.number AND day <= $2::date AND (${isKnown}) OFFSET 0) u
    WHERE o.key = i.key GROUP BY day ORDER BY day DESC OFFSET 0) s`;
  return `
    CREATE TEMP TABLE profile_pieces ON COMMIT DROP AS
    SELECT i.key, p.* FROM profile_ids i CROSS JOIN LATERAL (${grouped(days(values.join(', '), one))}) p
    WHERE NOT i.is_shared
    UNION ALL
    SELECT i.key, p.* FROM profile_ids i CROSS JOIN LATERAL (${grouped(days(values.join(', '), shared))}) p
    WHERE i.is_shared AND i.rank = 1`;
}

/** One metric within a piece: `s` the sum; of gauges also `c`, the days with a value, and `g`, what a period shows, or the day of it. */
function sums({ slot, aggregation }: Metric): string {
  const value = `v${slot}`;
  const sum = `sum(${value}) AS s${slot}`;
  switch (aggregation) {
    case 'SUM':
      return sum;
    case 'MAX':
      return `${sum}, count(${value}) AS c${slot}, max(${value}) AS g${slot}`;
    case 'LAST':
      // The day alone: values in order would be sorted for each week, which takes as long as everything else here.
      return `${sum}, count(${value}) AS c${slot}, max(on_day) FILTER (WHERE ${value} IS NOT NULL AND part < 2) AS g${slot}`;
  }
}

/** One day of several ids of an account, as `combineValues` has it: the lower rank's word counts. */
function combined({ slot, aggregation }: Metric): string {
  const value = at('u', slot);
  switch (aggregation) {
    case 'SUM':
      return `sum(${value} ORDER BY o.rank)`;
    case 'MAX':
      return `max(${value})`;
    case 'LAST':
      return `(array_agg(${value} ORDER BY o.rank) FILTER (WHERE ${value} IS NOT NULL))[1]`;
  }
}

/** The pieces as profiles, one row for each account. */
export function profiled(metrics: readonly Metric[]): string {
  const week = ({ slot, aggregation }: Metric) =>
    aggregation === 'SUM'
      ? `sum(p.s${slot} ORDER BY p.part) AS w${slot}`
      : `sum(p.s${slot} ORDER BY p.part) / nullif(sum(p.c${slot}), 0) AS w${slot}`;
  const shown = metrics.flatMap((metric) => [0, 1].map((part) => `${show(metric, part)} AS ${shownAs(metric, part)}`));
  const period = (part: number) => `ARRAY[${metrics.map((metric) => lookedUp(metric, part)).join(', ')}]::float8[]`;
  return `
    CREATE TEMP TABLE profiled ON COMMIT DROP AS
    SELECT i.account_id, r.first_used_on, r.last_used_on, r.used_days, w.week_days, w.weeks,
      ${period(0)} AS recent, ${period(1)} AS before
    FROM profile_ids i
    JOIN (
      SELECT key, min(first) AS first_used_on, max(last) AS last_used_on, sum(used)::int AS used_days, ${shown.join(', ')}
      FROM (SELECT * FROM profile_pieces ORDER BY key, week, part) p GROUP BY key) r USING (key)
    JOIN (
      SELECT key, array_agg(used) AS week_days, ${metrics.map(({ slot }) => `array_agg(w${slot})`).join(' || ')} AS weeks
      FROM (
        SELECT k.key, g.week, coalesce(sum(p.used), 0)::float8 AS used, ${metrics.map(week).join(', ')}
        FROM (SELECT DISTINCT key FROM profile_pieces) k CROSS JOIN generate_series(0, ${PROFILE_WEEKS - 1}) g (week)
        LEFT JOIN profile_pieces p ON p.key = k.key AND p.week = g.week
        GROUP BY k.key, g.week ORDER BY k.key, g.week) w
      GROUP BY key) w USING (key)
    WHERE i.rank = 1 AND $1::int IS NOT NULL`; // Without a LAST metric nothing else names the parameter.
}

/** What a metric shows of the pieces of one period, which come with the latest first; of LAST the day it is of. */
function show({ slot, aggregation }: Metric, part: number): string {
  switch (aggregation) {
    case 'SUM':
      return `sum(s${slot}) FILTER (WHERE part = ${part})`;
    case 'MAX':
      return `max(g${slot}) FILTER (WHERE part = ${part})`;
    case 'LAST':
      return `max(g${slot}) FILTER (WHERE part = ${part})`;
  }
}

const shownAs = ({ slot }: Metric, part: number): string => `m${slot}_${part}`;

/** By its day, the value of a LAST metric is looked up; of several ids that have one, by whose word counts first. */
function lookedUp(metric: Metric, part: number): string {
  const shown = `r.${shownAs(metric, part)}`;
  if (metric.aggregation !== 'LAST') return shown;
  return `(SELECT ${at('u', metric.slot)} FROM profile_ids o CROSS JOIN LATERAL (SELECT vals FROM usage_days
    WHERE workspace_id = $1 AND external_account = o.number AND day = ${shown} OFFSET 0) u
    WHERE o.key = i.key AND ${shown} IS NOT NULL AND ${at('u', metric.slot)} IS NOT NULL ORDER BY o.rank LIMIT 1)`;
}
