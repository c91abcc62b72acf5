import { type SQL, sql } from 'drizzle-orm';
import { byKey, eachOf } from '../../../db/by-key.ts';
import type { Queryable, TransactionSql } from '../../../db/client.ts';
import { fromJson } from '../../../db/types.ts';
import type { Day } from '../../../lib/day.ts';
import type { AccountIds, HealthBand, ScoreStanding } from '../model.ts';

/** An account as far as scoring it goes. */
export type ScorableAccount = {
  readonly id: string;
  readonly externalCrmId: string;
  readonly name: string;
  readonly plan: string | null;
  readonly region: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
};

/** Those behind `after` in order of id, at most `limit`. */
export async function selectScorableAccounts(
  db: Queryable,
  workspaceId: number,
  after: string,
  limit: number,
): Promise<ScorableAccount[]> {
  const rows = await db.execute<ScorableAccount>(sql`
    SELECT id, external_crm_id AS "externalCrmId", name, plan, region, attributes FROM accounts
    WHERE workspace_id = ${workspaceId} AND id > ${after} ORDER BY id LIMIT ${limit}`);
  return rows.map((row) => ({ ...row, attributes: fromJson(row.attributes) }));
}

/** A score as it is kept. */
export type ScoreRow = {
  readonly accountId: string;
  readonly score: number | null;
  readonly band: HealthBand | null;
  readonly previousScore: number | null;
  readonly asOf: Day | null;
  readonly modelVersion: number;
  readonly computedAt: Date;
  /** As `domain/trail.ts` writes and reads it. */
  readonly trail: unknown;
};

/** What a score was computed from, in short; null where that is not known. */
export type ScoreInputs = { readonly accountId: string; readonly inputs: string | null };

/** A score without what it is made of, which is most of what is stored. */
export type ScoreHead = Omit<ScoreRow, 'trail'>;

const HEAD = sql`s.score, s.band, s.previous_score AS "previousScore", s.as_of::text AS "asOf",
  s.model_version AS "modelVersion", (extract(epoch FROM s.computed_at) * 1000)::float8 AS "computedAt"`;

const ofAccounts = (columns: SQL, workspaceId: number, accountIds: readonly string[]): SQL => byKey`
  SELECT s.account_id AS "accountId", ${columns} FROM ${eachOf(accountIds)} t (id)
  CROSS JOIN LATERAL (
    SELECT * FROM health_scores WHERE workspace_id = ${workspaceId} AND account_id = t.id COLLATE "C" OFFSET 0) s`;

type Stored<Row extends ScoreHead> = Omit<Row, 'computedAt'> & { readonly computedAt: number };

/** By account id. */
export async function selectScores(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
): Promise<Map<string, ScoreRow>> {
  const rows = await db.execute<Stored<ScoreRow>>(ofAccounts(sql`${HEAD}, s.trail`, workspaceId, accountIds));
  return new Map(
    rows.map((row) => [row.accountId, { ...row, computedAt: new Date(row.computedAt), trail: fromJson(row.trail) }]),
  );
}

/** By account id. */
export async function selectScoreHeads(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
): Promise<Map<string, ScoreHead>> {
  const rows = await db.execute<Stored<ScoreHead>>(ofAccounts(HEAD, workspaceId, accountIds));
  return new Map(rows.map((row) => [row.accountId, { ...row, computedAt: new Date(row.computedAt) }]));
}

/** By account id. */
export async function selectTrails(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
): Promise<Map<string, unknown>> {
  const rows = await db.execute<Pick<ScoreRow, 'accountId' | 'trail'>>(
    ofAccounts(sql`s.trail`, workspaceId, accountIds),
  );
  return new Map(rows.map(({ accountId, trail }) => [accountId, fromJson(trail)]));
}

/** Serialises whoever scores the workspace until the transaction ends. */
export async function lockScores(tx: TransactionSql, workspaceId: number): Promise<void> {
  await tx`SELECT pg_advisory_xact_lock(hashtext('tributary.scores'), ${workspaceId})`;
}

/** Writes scores, and the day's line of their history. */
export async function upsertScores(
  tx: TransactionSql,
  workspaceId: number,
  rows: readonly (ScoreRow & ScoreInputs)[],
  day: Day,
): Promise<void> {
  await tx`
    WITH n AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS j ("accountId" text, score int2, band text,
        "previousScore" int2, "asOf" date, "modelVersion" int, "computedAt" timestamptz, trail jsonb, inputs text)),
    scores AS (
      INSERT INTO health_scores (workspace_id, account_id, score, band, previous_score, as_of, model_version, computed_at, trail,
        inputs)
      SELECT ${workspaceId}::int, "accountId", score, band, "previousScore", "asOf", "modelVersion", "computedAt", trail,
        inputs FROM n
      ON CONFLICT (workspace_id, account_id) DO UPDATE SET score = excluded.score, band = excluded.band,
        previous_score = excluded.previous_score, as_of = excluded.as_of, model_version = excluded.model_version,
        computed_at = excluded.computed_at, trail = excluded.trail,
        inputs = excluded.inputs)
    INSERT INTO health_history AS h (workspace_id, account_id, day, score, band, model_version)
    SELECT ${workspaceId}::int, "accountId", ${day}::text::date, score, band, "modelVersion" FROM n
    ON CONFLICT (workspace_id, account_id, day) DO UPDATE SET score = excluded.score, band = excluded.band,
      model_version = excluded.model_version
    WHERE (h.score, h.band, h.model_version) IS DISTINCT FROM (excluded.score, excluded.band, excluded.model_version)`;
}

/** What each account's score was computed from, where that is known; by account id. */
export async function selectScoreInputs(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await db.execute<{ accountId: string; inputs: string | null }>(
    ofAccounts(sql`s.inputs`, workspaceId, accountIds),
  );
  return new Map(rows.map(({ accountId, inputs }) => [accountId, inputs]));
}

export async function updateScoreInputs(
  tx: TransactionSql,
  workspaceId: number,
  rows: readonly ScoreInputs[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx`
    UPDATE health_scores s SET inputs = j.inputs
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS j ("accountId" text, inputs text)
    WHERE s.workspace_id = ${workspaceId} AND s.account_id = j."accountId" COLLATE "C" AND s.inputs IS DISTINCT FROM j.inputs`;
}

/** Forgets what was computed before `day`. */
export async function deleteHistoryBefore(tx: TransactionSql, workspaceId: number, day: Day): Promise<void> {
  await tx`DELETE FROM health_history WHERE workspace_id = ${workspaceId} AND day < ${day}::text::date`;
}

/** Each account's score now, and the last one computed on or before `day`; of a range of accounts, in order of id. */
export async function selectScoreStandings(
  db: Queryable,
  workspaceId: number,
  day: Day,
  { after, upTo }: AccountIds,
): Promise<ScoreStanding[]> {
  const rows = await db.execute<ScoreStanding>(sql`
    SELECT s.account_id AS "accountId", s.score, s.band, h.score AS before
    FROM health_scores s
    LEFT JOIN LATERAL (
      SELECT score FROM health_history
      WHERE workspace_id = ${workspaceId} AND account_id = s.account_id AND day <= ${day}::date
      ORDER BY day DESC LIMIT 1) h ON true
    WHERE s.workspace_id = ${workspaceId} AND s.account_id > ${after}
      AND (${upTo}::text IS NULL OR s.account_id <= ${upTo}) ORDER BY s.account_id`);
  return [...rows];
}
