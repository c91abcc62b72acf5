import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Queryable, TransactionSql } from '../../../db/client.ts';
import { evaluations } from '../../../db/tables/workspaces.ts';
import type { Evaluation, EvaluationOutcome } from '../model.ts';

export const insertEvaluation = async (db: Queryable, workspaceId: number): Promise<void> => {
  await db.insert(evaluations).values({ workspaceId });
};

/** Across all workspaces: a server of the version before, while it is replaced, makes workspaces that have none. */
export const insertMissingEvaluations = async (db: Queryable, now: Date): Promise<void> => {
  await db.execute(sql`
    INSERT INTO evaluations (workspace_id, asked, asked_at)
    SELECT w.workspace_id, 1, ${now.toISOString()}::timestamptz FROM workspaces w
    WHERE NOT EXISTS (SELECT 1 FROM evaluations e WHERE e.workspace_id = w.workspace_id) ON CONFLICT DO NOTHING`);
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

export type DailyEvaluation = {
  readonly workspaceId: number;
  readonly timeZone: string;
  readonly dailyAt: string;
  /** Null for one whose time is still to be set: it is not due. */
  readonly nextDailyAt: Date | null;
};

/** Across all workspaces: those whose time of day has come or was never set, or was set by a clock that was wrong. */
export async function selectDailyEvaluations(db: Queryable, now: Date): Promise<DailyEvaluation[]> {
  const { workspaceId, timeZone, dailyAt, nextDailyAt } = evaluations;
  const wrong = new Date(now.getTime() + 2 * 86_400_000);
  return db
    .select({ workspaceId, timeZone, dailyAt, nextDailyAt })
    .from(evaluations)
    .where(or(isNull(nextDailyAt), lte(nextDailyAt, now), gt(nextDailyAt, wrong)));
}

/** Sets the next time of each, and asks for those that are due, unless another worker did since they were selected. */
export async function askForDailyEvaluations(
  db: Queryable,
  now: Date,
  daily: readonly (DailyEvaluation & { readonly next: Date })[],
): Promise<void> {
  if (daily.length === 0) return;
  const rows = daily.map(({ workspaceId, nextDailyAt, next }) => ({
    ...{ workspaceId, next, seen: nextDailyAt },
    due: nextDailyAt !== null && nextDailyAt <= now,
  }));
  await db.execute(sql`
    UPDATE evaluations e SET next_daily_at = j.next, asked = e.asked + j.due::int,
      asked_at = CASE WHEN j.due THEN ${now.toISOString()}::timestamptz ELSE e.asked_at END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS j ("workspaceId" int, next timestamptz, seen timestamptz,
      due boolean)
    WHERE e.workspace_id = j."workspaceId" AND date_trunc('milliseconds', e.next_daily_at) IS NOT DISTINCT FROM j.seen`);
}

/** Brings the next time forward, when `at` is before it; after it the daily time counts again. */
export async function bringForward(tx: TransactionSql, workspaceId: number, at: Date): Promise<void> {
  const iso = at.toISOString();
  await tx`
    UPDATE evaluations SET next_daily_at = ${iso}::timestamptz
    WHERE workspace_id = ${workspaceId} AND next_daily_at > ${iso}::timestamptz`;
}

type Schedule = Pick<Evaluation, 'timeZone' | 'dailyAt'>;

/** Null keeps what is there. The next look finds when the next time is. */
export async function saveSchedule(
  tx: Queryable,
  workspaceId: number,
  { timeZone, dailyAt }: { readonly [K in keyof Schedule]: Schedule[K] | null },
): Promise<{ readonly before: Schedule; readonly after: Schedule }> {
  const [before] = await tx
    .select({ timeZone: evaluations.timeZone, dailyAt: evaluations.dailyAt })
    .from(evaluations)
    .where(eq(evaluations.workspaceId, workspaceId))
    .for('update');
  if (!before) throw new Error('a workspace without its evaluation');
  const after = { timeZone: timeZone ?? before.timeZone, dailyAt: dailyAt ?? before.dailyAt };
  await tx
    .update(evaluations)
    .set({ ...after, nextDailyAt: null })
    .where(eq(evaluations.workspaceId, workspaceId));
  return { before, after };
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
