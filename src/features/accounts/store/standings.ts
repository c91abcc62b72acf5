import { sql } from 'drizzle-orm';
import { among } from '../../../db/among.ts';
import { byKey, eachOf } from '../../../db/by-key.ts';
import type { Queryable, TransactionSql } from '../../../db/client.ts';
import type { Day } from '../../../lib/day.ts';
import type { AccountStanding } from '../model.ts';

// Each room keeps its own columns of the account table. Rows that would stay the same are not written.

export async function insertMissingStandings(db: Queryable, workspaceId: number): Promise<void> {
  await db.execute(sql`
    INSERT INTO account_standings (workspace_id, account_id) SELECT a.workspace_id, a.id FROM accounts a
    WHERE a.workspace_id = ${workspaceId} AND NOT EXISTS (
      SELECT 1 FROM account_standings s WHERE s.workspace_id = ${workspaceId} AND s.account_id = a.id)
    ON CONFLICT DO NOTHING`);
}

type Doubles = readonly (number | null)[];

export type UsageStanding = {
  readonly accountId: string;
  readonly usage: Doubles;
  readonly usageBefore: Doubles;
  readonly usageChange: Doubles;
  readonly activityIndex: number | null;
  readonly activityChange: number | null;
  readonly activityBefore: number | null;
  readonly lastUsedOn: Day | null;
};

/** Which accounts are spoken of: those after the one, up to the other, in order of id; null is no bound. */
export type AccountRange = { readonly after: string | null; readonly upTo: string | null };

/** Of all accounts of the range, in order of id: one that is not among `rows` has no usage. Returns how many rows changed. */
export async function publishUsageStandings(
  tx: TransactionSql,
  workspaceId: number,
  rows: readonly UsageStanding[],
  { after, upTo }: AccountRange = { after: null, upTo: null },
): Promise<number> {
  const given = rows.map(({ usage, usageBefore, usageChange, ...row }) => ({
    ...row,
    usage: toArray(usage),
    usageBefore: toArray(usageBefore),
    usageChange: toArray(usageChange),
  }));
  const inRange = () =>
    tx`(${after}::text IS NULL OR s.account_id > ${after}) AND (${upTo}::text IS NULL OR s.account_id <= ${upTo})`;
  // Two statements: a join that keeps what has no partner is planned as a loop within a loop where PostgreSQL expects few rows.
  const changed = await tx`
    UPDATE account_standings s SET usage = n.usage::float8[], usage_before = n."usageBefore"::float8[],
      usage_change = n."usageChange"::float8[], activity_index = n."activityIndex", activity_change = n."activityChange",
      activity_before = n."activityBefore", last_used_on = n."lastUsedOn"
    FROM jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) AS n ("accountId" text, usage text,
      "usageBefore" text, "usageChange" text, "activityIndex" float8, "activityChange" float8,
      "activityBefore" float8, "lastUsedOn" date)
    WHERE s.workspace_id = ${workspaceId} AND ${inRange()} AND s.account_id = n."accountId"
      AND (s.usage, s.usage_before, s.usage_change, s.activity_index, s.activity_change, s.activity_before, s.last_used_on)
        IS DISTINCT FROM (n.usage::float8[], n."usageBefore"::float8[], n."usageChange"::float8[], n."activityIndex",
          n."activityChange", n."activityBefore", n."lastUsedOn")`;
  const ids = JSON.stringify(rows.map(({ accountId }) => accountId));
  const cleared = await tx`
    UPDATE account_standings s SET usage = NULL, usage_before = NULL, usage_change = NULL, activity_index = NULL,
      activity_change = NULL, activity_before = NULL, last_used_on = NULL
    WHERE workspace_id = ${workspaceId} AND ${inRange()} AND usage IS NOT NULL
      AND account_id NOT IN (SELECT jsonb_array_elements_text(${ids}::text::jsonb))`;
  return changed.count + cleared.count;
}

const STANDING = sql.raw(
  `s.account_id AS "accountId", s.usage, s.usage_before AS "usageBefore", s.usage_change AS "usageChange",
    s.activity_index AS "activityIndex", s.activity_change AS "activityChange", s.last_used_on AS "lastUsedOn",
    s.health_score AS "healthScore", s.health_band AS "healthBand", s.health_change AS "healthChange",
    s.open_signals AS "openSignals", s.worst_severity AS "worstSeverity"`,
);

export async function selectStandings(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
): Promise<AccountStanding[]> {
  const rows = await db.execute<AccountStanding>(byKey`
    SELECT ${STANDING} FROM ${eachOf(accountIds)} t (id) CROSS JOIN LATERAL (
      SELECT * FROM account_standings WHERE workspace_id = ${workspaceId} AND account_id = t.id COLLATE "C" OFFSET 0) s`);
  return [...rows];
}

/** Digests of what accounts were judged by; absent where that is not known. By account id. */
export async function selectJudged(
  db: Queryable,
  workspaceId: number,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.execute<{ id: string; judgedFrom: string }>(sql`
    SELECT s.account_id AS id, s.judged_from AS "judgedFrom" FROM account_standings s
    WHERE s.workspace_id = ${workspaceId} AND s.judged_from IS NOT NULL AND ${among(sql`s.account_id`, ids)}`);
  return new Map(rows.map(({ id, judgedFrom }) => [id, judgedFrom]));
}

export type Judged = { readonly id: string; readonly judgedFrom: string | null };

export async function updateJudged(tx: TransactionSql, workspaceId: number, rows: readonly Judged[]): Promise<void> {
  await tx`
    UPDATE account_standings s SET judged_from = j."judgedFrom"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS j (id text, "judgedFrom" text)
    WHERE s.workspace_id = ${workspaceId} AND s.account_id = j.id COLLATE "C"
      AND s.judged_from IS DISTINCT FROM j."judgedFrom"`;
}

export type HealthStanding = {
  readonly accountId: string;
  readonly score: number | null;
  readonly band: 'POOR' | 'STABLE' | 'HEALTHY' | null;
  /** Points since the previous score. */
  readonly change: number | null;
};

/** Of the accounts given; the others keep theirs. */
export async function publishHealthStandings(
  tx: TransactionSql,
  workspaceId: number,
  rows: readonly HealthStanding[],
): Promise<void> {
  await tx`
    UPDATE account_standings s SET health_score = j.score, health_band = j.band, health_change = j.change
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS j ("accountId" text, score int2, band text, change int2)
    WHERE s.workspace_id = ${workspaceId} AND s.account_id = j."accountId"
      AND (s.health_score, s.health_band, s.health_change) IS DISTINCT FROM (j.score, j.band, j.change)`;
}

export type SignalStanding = {
  readonly accountId: string;
  readonly openSignals: number;
  /** 4 critical, 3 high, 2 medium, 1 low; null without any. */
  readonly worstSeverity: number | null;
};

/** Of the accounts given; the others keep theirs. */
export async function publishSignalStandings(
  tx: TransactionSql,
  workspaceId: number,
  rows: readonly SignalStanding[],
): Promise<void> {
  await tx`
    UPDATE account_standings s SET open_signals = j."openSignals", worst_severity = j."worstSeverity"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS j ("accountId" text, "openSignals" int,
      "worstSeverity" int2)
    WHERE s.workspace_id = ${workspaceId} AND s.account_id = j."accountId"
      AND (s.open_signals, s.worst_severity) IS DISTINCT FROM (j."openSignals", j."worstSeverity")`;
}

const toArray = (values: Doubles): string => `{${values.map((value) => value ?? 'NULL').join(',')}}`;
