import { and, eq, gt, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { syncRuns } from '../../../db/tables/sources.ts';
import { MAX_RETRY_AFTER_SECONDS } from '../domain/retry.ts';
import type { SyncRun } from '../domain/sync-run.ts';
import { toSyncRun } from './sync-run.ts';

export type Lease = { readonly token: string; readonly expiresAt: Date };

/** Longer than any lease or retry is ever made for: what lies further ahead was written while a clock was wrong. */
const LONGEST_MS = MAX_RETRY_AFTER_SECONDS * 1000 + 60_000;

const passed = (column: typeof syncRuns.leaseExpiresAt | typeof syncRuns.nextAttemptAt, now: Date) => {
  const wrong = new Date(now.getTime() + LONGEST_MS);
  return sql`(${column} IS NULL OR ${column} <= ${now.toISOString()}::timestamptz OR ${column} > ${wrong.toISOString()}::timestamptz)`;
};

/** Waits for a worker: queued, due for another try, or left by a worker that is gone. */
const free = (now: Date) => sql`(
  (${syncRuns.status} = 'QUEUED' OR (${syncRuns.status} = 'RETRYING' AND ${passed(syncRuns.nextAttemptAt, now)})
    OR ${syncRuns.status} IN ('FETCHING', 'STORING'))
  AND ${passed(syncRuns.leaseExpiresAt, now)})`;

/** Where a run stands between windows. */
const BETWEEN_WINDOWS = {
  rowsFetched: sql`${syncRuns.doneRows}`,
  progress: sql`coalesce((${syncRuns.doneThrough} - ${syncRuns.fromDay} + 1)::real / (${syncRuns.toDay} - ${syncRuns.fromDay} + 1), 0)`,
};

/**
 * Across all workspaces: takes a run that nobody works on. Null when somebody does, when it ended or is not due, and while
 * another run calls the same host, which is called by one run at a time: whoever ends that one looks for the next.
 */
export async function claimSyncRun(
  tx: Queryable,
  workspaceId: number,
  id: string,
  lease: Lease,
  now: Date,
): Promise<SyncRun | null> {
  const mine = and(eq(syncRuns.workspaceId, workspaceId), eq(syncRuns.id, id));
  const [waiting] = await tx.select({ host: syncRuns.host }).from(syncRuns).where(mine);
  if (!waiting) return null;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('tributary.host'), hashtext(${waiting.host ?? ''}))`);
  const [busy] = await tx
    .select({ id: syncRuns.id })
    .from(syncRuns)
    .where(
      sql`${syncRuns.host} = ${waiting.host} AND ${syncRuns.status} IN ('FETCHING', 'STORING') AND ${syncRuns.id} <> ${id}
        AND NOT ${passed(syncRuns.leaseExpiresAt, now)}`,
    )
    .limit(1);
  if (busy) return null;
  // Not waited for: a worker that stores holds its run until it commits, and who waits here holds up the host and his worker.
  const [unheld] = await tx
    .select({ id: syncRuns.id })
    .from(syncRuns)
    .where(and(mine, free(now)))
    .for('update', { skipLocked: true });
  if (!unheld) return null;
  const [row] = await tx
    .update(syncRuns)
    .set({
      ...BETWEEN_WINDOWS,
      status: 'FETCHING',
      attempt: sql`${syncRuns.attempt} + 1`,
      // Whoever gives a run back takes its token off; a token that is still there is a dead worker's.
      lostWorkers: sql`${syncRuns.lostWorkers} + (${syncRuns.leaseToken} IS NOT NULL)::int`,
      nextAttemptAt: null,
      startedAt: now,
      leaseToken: lease.token,
      leaseExpiresAt: lease.expiresAt,
    })
    .where(mine)
    .returning();
  return row ? toSyncRun(row) : null;
}

export type RunProgress = Pick<SyncRun, 'status' | 'progress' | 'rowsFetched'>;

/** Extends the lease and shows progress; false when the lease is no longer held. */
export async function renewLease(
  db: Queryable,
  workspaceId: number,
  id: string,
  lease: Lease,
  { status, rowsFetched, progress }: RunProgress,
): Promise<boolean> {
  const rows = await db
    .update(syncRuns)
    .set({ leaseExpiresAt: lease.expiresAt, status, rowsFetched, progress })
    .where(and(eq(syncRuns.workspaceId, workspaceId), eq(syncRuns.id, id), eq(syncRuns.leaseToken, lease.token)))
    .returning({ id: syncRuns.id });
  return rows.length === 1;
}

/** Gives a run back to the queue, unless it is somebody else's by now. */
export async function releaseRun(
  db: Queryable,
  run: { readonly workspaceId: number; readonly runId: string; readonly leaseToken: string },
): Promise<void> {
  await db
    .update(syncRuns)
    .set({ ...BETWEEN_WINDOWS, status: 'QUEUED', leaseToken: null, leaseExpiresAt: null })
    .where(
      and(
        eq(syncRuns.workspaceId, run.workspaceId),
        eq(syncRuns.id, run.runId),
        eq(syncRuns.leaseToken, run.leaseToken),
      ),
    );
}

/** Across all workspaces: ends every lease, so that the next sweep hands the runs out again. */
export async function expireLeases(db: Queryable, now: Date): Promise<void> {
  await db.update(syncRuns).set({ leaseExpiresAt: now }).where(gt(syncRuns.leaseExpiresAt, now));
}

export type PendingRun = { readonly workspace: string; readonly id: string };

/** Across all workspaces, or on one host: the runs that wait although nobody works on them, the oldest of each host. */
export async function selectWaitingRuns(
  db: Queryable,
  now: Date,
  {
    queuedBefore,
    on,
    limit = 1000,
  }: {
    /** Null: only runs that were begun before. */
    readonly queuedBefore: Date | null;
    readonly on?: { readonly host: string; readonly except: string };
    readonly limit?: number;
  },
): Promise<PendingRun[]> {
  const rows = await db.execute<PendingRun>(sql`
    SELECT waiting.workspace, waiting.id FROM (
      SELECT DISTINCT ON (${syncRuns.host}) w.id AS workspace, ${syncRuns.id} AS id, ${syncRuns.leaseToken} AS left_by
      FROM ${syncRuns} JOIN workspaces w ON w.workspace_id = ${syncRuns.workspaceId}
      WHERE ${syncRuns.status} IN ('QUEUED', 'FETCHING', 'STORING', 'RETRYING') AND ${free(now)}
        ${on ? sql`AND ${syncRuns.host} = ${on.host} AND ${syncRuns.id} <> ${on.except}` : sql``}
        -- One just queued has a job of its own on the way; one that was started before was handed back, and has none.
        AND NOT (${syncRuns.status} = 'QUEUED' AND ${syncRuns.startedAt} IS NULL
          ${queuedBefore ? sql`AND ${syncRuns.createdAt} > ${queuedBefore.toISOString()}::timestamptz` : sql``})
        -- Asked once, and not for each run: NOT EXISTS took a quarter of a second of 500 runs that were due.
        AND (${syncRuns.host} IS NULL OR ${syncRuns.host} NOT IN (
          SELECT busy.host FROM sync_runs busy WHERE busy.status IN ('FETCHING', 'STORING') AND busy.host IS NOT NULL
            AND busy.lease_expires_at > ${now.toISOString()}::timestamptz))
      ORDER BY ${syncRuns.host}, ${syncRuns.id}) waiting
    -- Those of workers that are gone before those that wait for another try.
    ORDER BY waiting.left_by IS NULL, waiting.id
    LIMIT ${limit}`);
  return [...rows];
}
