import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { accountChurns, healthBacktests } from '../../../db/tables/health.ts';
import type { Day, DayWindow } from '../../../lib/day.ts';
import type { BacktestResult } from '../domain/backtest.ts';
import type { Backtest, BacktestRequest } from '../model.ts';

const columns = {
  id: healthBacktests.id,
  state: healthBacktests.state,
  progress: healthBacktests.progress,
  request: healthBacktests.request,
  result: healthBacktests.result,
  error: healthBacktests.error,
  createdAt: healthBacktests.createdAt,
  startedAt: healthBacktests.startedAt,
  finishedAt: healthBacktests.finishedAt,
};

/** How many are kept: they can be made again. */
const KEPT = 100;

export async function insertBacktest(
  db: Queryable,
  workspaceId: number,
  { id, request, createdAt }: Pick<Backtest, 'id' | 'request' | 'createdAt'>,
): Promise<void> {
  await db.insert(healthBacktests).values({ workspaceId, id, request, createdAt, state: 'QUEUED' });
  await db.execute(sql`
    DELETE FROM health_backtests WHERE workspace_id = ${workspaceId} AND state IN ('SUCCEEDED', 'FAILED') AND id <= (
      SELECT id FROM health_backtests WHERE workspace_id = ${workspaceId} ORDER BY id DESC OFFSET ${KEPT} LIMIT 1)`);
}

export async function selectBacktest(db: Queryable, workspaceId: number, id: string): Promise<Backtest | null> {
  const [row] = await db
    .select(columns)
    .from(healthBacktests)
    .where(and(eq(healthBacktests.workspaceId, workspaceId), eq(healthBacktests.id, id)));
  if (!row) return null;
  return { ...row, request: row.request as BacktestRequest, result: row.result as BacktestResult | null };
}

export async function countOpenBacktests(db: Queryable, workspaceId: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(healthBacktests)
    .where(and(eq(healthBacktests.workspaceId, workspaceId), inArray(healthBacktests.state, ['QUEUED', 'RUNNING'])));
  return row?.count ?? 0;
}

/** Serialises those who ask for a backtest until the transaction ends. */
export async function lockBacktests(db: Queryable, workspaceId: number): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtext('tributary.health_backtests'), ${workspaceId})`);
}

export async function selectAllChurns(db: Queryable, workspaceId: number): Promise<Map<string, Day>> {
  const rows = await db
    .select({ id: accountChurns.accountId, churnedOn: accountChurns.churnedOn })
    .from(accountChurns)
    .where(eq(accountChurns.workspaceId, workspaceId));
  return new Map(rows.map(({ id, churnedOn }) => [id, churnedOn]));
}

export async function countChurns(db: Queryable, workspaceId: number, { from, to }: DayWindow): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(accountChurns)
    .where(
      and(
        eq(accountChurns.workspaceId, workspaceId),
        sql`${accountChurns.churnedOn} BETWEEN ${from}::date AND ${to}::date`,
      ),
    );
  return row?.count ?? 0;
}

export type BacktestLease = { readonly token: string; readonly expiresAt: Date };

/** Longer than any lease is ever made for: what lies further ahead was written while a clock was wrong. */
const LONGEST_MS = 60 * 60_000;

const isFree = (now: Date): SQL => sql`(state = 'QUEUED' OR (state = 'RUNNING'
  AND (lease_expires_at <= ${now.toISOString()}::timestamptz
    OR lease_expires_at > ${new Date(now.getTime() + LONGEST_MS).toISOString()}::timestamptz)))`;

/** What is to be done, and the how manieth try it is; null when there is nothing to do, or somebody is at it. */
export async function claimBacktest(
  db: Queryable,
  workspaceId: number,
  id: string,
  lease: BacktestLease,
  now: Date,
): Promise<{ readonly request: BacktestRequest; readonly tries: number } | null> {
  const [row] = await db
    .update(healthBacktests)
    .set({
      state: 'RUNNING',
      progress: 0,
      leaseToken: lease.token,
      leaseExpiresAt: lease.expiresAt,
      startedAt: now,
      tries: sql`${healthBacktests.tries} + 1`,
    })
    .where(and(eq(healthBacktests.workspaceId, workspaceId), eq(healthBacktests.id, id), isFree(now)))
    .returning({ request: healthBacktests.request, tries: healthBacktests.tries });
  return row ? { ...row, request: row.request as BacktestRequest } : null;
}

const heldBy = (workspaceId: number, id: string, token: string) =>
  and(
    eq(healthBacktests.workspaceId, workspaceId),
    eq(healthBacktests.id, id),
    eq(healthBacktests.state, 'RUNNING'),
    eq(healthBacktests.leaseToken, token),
  );

/** False when the lease is no longer held. */
export async function renewBacktest(
  db: Queryable,
  workspaceId: number,
  id: string,
  lease: BacktestLease,
  progress: number,
): Promise<boolean> {
  const rows = await db
    .update(healthBacktests)
    .set({ leaseExpiresAt: lease.expiresAt, progress })
    .where(heldBy(workspaceId, id, lease.token))
    .returning({ id: healthBacktests.id });
  return rows.length === 1;
}

export type BacktestEnd =
  | { readonly state: 'SUCCEEDED'; readonly result: BacktestResult; readonly finishedAt: Date }
  | { readonly state: 'FAILED'; readonly error: string; readonly finishedAt: Date }
  | { readonly state: 'QUEUED' };

/** Ends a try; whoever has lost the lease ends nothing. */
export async function endBacktest(
  db: Queryable,
  workspaceId: number,
  id: string,
  token: string,
  end: BacktestEnd,
): Promise<void> {
  await db
    .update(healthBacktests)
    .set({ ...end, ...(end.state === 'SUCCEEDED' && { progress: 1 }), leaseToken: null, leaseExpiresAt: null })
    .where(heldBy(workspaceId, id, token));
}

/** Across all workspaces: what waits, and what was left by a worker that is gone; the oldest first. */
export async function selectDueBacktests(
  db: Queryable,
  now: Date,
  limit: number,
): Promise<{ workspace: string; backtest: string }[]> {
  return db.execute<{ workspace: string; backtest: string }>(sql`
    SELECT w.id AS workspace, b.id AS backtest FROM health_backtests b JOIN workspaces w USING (workspace_id)
    WHERE ${isFree(now)} ORDER BY b.id LIMIT ${limit}`);
}
