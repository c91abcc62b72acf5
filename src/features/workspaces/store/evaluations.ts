import { and, eq, sql } from 'drizzle-orm';
import type { Queryable, TransactionSql } from '../../../db/client.ts';
import { evaluations } from '../../../db/tables/workspaces.ts';
import type { Evaluation, EvaluationOutcome } from '../model.ts';

export const insertEvaluation = async (db: Queryable, workspaceId: number): Promise<void> => {
  await db.insert(evaluations).values({ workspaceId });
};

/** Notes that data changed, in the transaction that changes it. */
export async function askForEvaluation(tx: Queryable | TransactionSql, workspaceId: number, now: Date): Promise<void> {
  const at = now.toISOString();
  if (typeof tx === 'function') {
    await tx`UPDATE evaluations SET asked = asked + 1, asked_at = ${at} WHERE workspace_id = ${workspaceId}`;
  } else {
    await tx.execute(
      sql`UPDATE evaluations SET asked = asked + 1, asked_at = ${at}::timestamptz WHERE workspace_id = ${workspaceId}`,
    );
  }
}

type Lease = { readonly token: string; readonly expiresAt: Date };

/** Longer than any lease or pause is ever made for: what lies further ahead was written while a clock was wrong. */
const LONGEST_MS = 60 * 60_000;

const isFree = (now: Date) => {
  const [at, wrong] = [now.toISOString(), new Date(now.getTime() + LONGEST_MS).toISOString()];
  const passed = (column: typeof evaluations.leaseExpiresAt | typeof evaluations.nextAttemptAt) =>
    sql`(${column} IS NULL OR ${column} <= ${at}::timestamptz OR ${column} > ${wrong}::timestamptz)`;
  return sql`${evaluations.asked} > ${evaluations.done} AND ${passed(evaluations.leaseExpiresAt)}
    AND ${passed(evaluations.nextAttemptAt)}`;
};

/** What is asked for by now; null when that is nothing, or somebody is at it. */
export async function claimEvaluation(
  db: Queryable,
  workspaceId: number,
  lease: Lease,
  now: Date,
): Promise<{ readonly asked: number; readonly failedTries: number } | null> {
  const [row] = await db
    .update(evaluations)
    .set({ leaseToken: lease.token, leaseExpiresAt: lease.expiresAt, startedAt: now, nextAttemptAt: null })
    .where(and(eq(evaluations.workspaceId, workspaceId), isFree(now)))
    .returning({ asked: evaluations.asked, failedTries: evaluations.failedTries });
  return row ?? null;
}

const heldBy = (workspaceId: number, token: string) =>
  and(eq(evaluations.workspaceId, workspaceId), eq(evaluations.leaseToken, token));

/** False when the lease is no longer held. */
export async function renewEvaluation(db: Queryable, workspaceId: number, lease: Lease): Promise<boolean> {
  const rows = await db
    .update(evaluations)
    .set({ leaseExpiresAt: lease.expiresAt })
    .where(heldBy(workspaceId, lease.token))
    .returning({ asked: evaluations.asked });
  return rows.length === 1;
}

/** Notes that everything asked for up to `done` is evaluated; true when more was asked for meanwhile. */
export async function finishEvaluation(
  db: Queryable,
  workspaceId: number,
  token: string,
  { done, outcome, now }: { readonly done: number; readonly outcome: EvaluationOutcome; readonly now: Date },
): Promise<boolean> {
  const [row] = await db
    .update(evaluations)
    .set({ done, outcome, finishedAt: now, failedTries: 0, leaseToken: null, leaseExpiresAt: null })
    .where(heldBy(workspaceId, token))
    .returning({ isDue: sql<boolean>`${evaluations.asked} > ${evaluations.done}` });
  return row?.isDue ?? false;
}

/** Puts an evaluation that failed aside until `until`. */
export async function postponeEvaluation(
  db: Queryable,
  workspaceId: number,
  token: string,
  until: Date,
): Promise<void> {
  await db
    .update(evaluations)
    .set({
      failedTries: sql`${evaluations.failedTries} + 1`,
      nextAttemptAt: until,
      leaseToken: null,
      leaseExpiresAt: null,
    })
    .where(heldBy(workspaceId, token));
}

/** Across all workspaces: which wait to be evaluated, those that have waited longest first. */
export async function selectDueEvaluations(db: Queryable, now: Date, limit: number): Promise<string[]> {
  const rows = await db.execute<{ workspace: string }>(sql`
    SELECT w.id AS workspace FROM evaluations JOIN workspaces w USING (workspace_id)
    WHERE ${isFree(now)} ORDER BY asked_at LIMIT ${limit}`);
  return rows.map(({ workspace }) => workspace);
}

/**
 * Across all workspaces: asks for the evaluations whose time of day has come, and sets the next time. One whose zone the
 * database does not know is taken to be in UTC: a schedule must not stop for a zone that was renamed.
 */
export async function askForDailyEvaluations(db: Queryable, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    UPDATE evaluations e SET next_daily_at = n.at,
      asked = e.asked + (e.next_daily_at IS NOT NULL)::int,
      asked_at = CASE WHEN e.next_daily_at IS NULL THEN e.asked_at ELSE ${at} END
    FROM (
      SELECT workspace_id,
        CASE WHEN today > ${at} THEN today ELSE (local_day + 1 + daily_at::time) AT TIME ZONE zone END AS at
      FROM (
        SELECT workspace_id, daily_at, zone, local_day, (local_day + daily_at::time) AT TIME ZONE zone AS today
        FROM (
          SELECT workspace_id, daily_at, zone, (${at} AT TIME ZONE zone)::date AS local_day
          FROM (
            SELECT workspace_id, daily_at,
              CASE WHEN EXISTS (SELECT 1 FROM pg_timezone_names z WHERE z.name = time_zone) THEN time_zone ELSE 'UTC' END AS zone
            FROM evaluations WHERE next_daily_at IS NULL OR next_daily_at <= ${at}
              OR next_daily_at > ${at} + interval '2 days') a) b) c) n
    WHERE e.workspace_id = n.workspace_id`);
}

export async function selectEvaluation(db: Queryable, workspaceId: number, now: Date): Promise<Evaluation> {
  const [row] = await db.select().from(evaluations).where(eq(evaluations.workspaceId, workspaceId));
  if (!row) throw new Error('a workspace without its evaluation');
  const { askedAt, startedAt, finishedAt, timeZone, dailyAt, nextDailyAt, failedTries } = row;
  const isRunning = row.leaseExpiresAt !== null && row.leaseExpiresAt > now;
  const idle = row.asked > row.done ? 'WAITING' : 'IDLE';
  return {
    state: isRunning ? 'RUNNING' : idle,
    ...{ askedAt, startedAt, finishedAt, timeZone, dailyAt, nextDailyAt, failedTries },
    outcome: row.outcome as EvaluationOutcome | null,
  };
}
