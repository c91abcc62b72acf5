import { and, desc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { syncRuns } from '../../../db/tables/sources.ts';
import { workspaces } from '../../../db/tables/workspaces.ts';
import type { Problem } from '../domain/mapper-job.ts';
import { ACTIVE_STATUSES, type RunError, type SyncRun } from '../domain/sync-run.ts';

export type NewSyncRun = Pick<SyncRun, 'id' | 'kind' | 'window' | 'configVersion' | 'createdAt'>;

export async function insertSyncRun(tx: Queryable, workspaceId: number, run: NewSyncRun): Promise<SyncRun> {
  const [row] = await tx
    .insert(syncRuns)
    .values({
      workspaceId,
      id: run.id,
      kind: run.kind,
      status: 'QUEUED',
      fromDay: run.window.from,
      toDay: run.window.to,
      configVersion: run.configVersion,
      createdAt: run.createdAt,
      progress: 0,
      rowsFetched: 0,
      rowsStored: 0,
      rowsSkipped: 0,
      rowsOutsideWindow: 0,
      rowErrorCount: 0,
      unmatchedAccountCount: 0,
      rowProblems: [],
      attempt: 0,
    })
    .returning();
  if (!row) throw new Error('the run was not inserted');
  return toSyncRun(row);
}

export async function selectSyncRun(db: Queryable, workspaceId: number, id: string): Promise<SyncRun | null> {
  const [row] = await db
    .select()
    .from(syncRuns)
    .where(and(eq(syncRuns.workspaceId, workspaceId), eq(syncRuns.id, id)));
  return row ? toSyncRun(row) : null;
}

/** Newest first, older than `before` when given. */
export async function selectSyncRuns(
  db: Queryable,
  workspaceId: number,
  before: string | null,
  limit: number,
): Promise<SyncRun[]> {
  const rows = await db
    .select()
    .from(syncRuns)
    .where(and(eq(syncRuns.workspaceId, workspaceId), before === null ? undefined : lt(syncRuns.id, before)))
    .orderBy(desc(syncRuns.id))
    .limit(limit);
  return rows.map(toSyncRun);
}

export async function selectActiveRun(db: Queryable, workspaceId: number): Promise<SyncRun | null> {
  const [row] = await db
    .select()
    .from(syncRuns)
    .where(and(eq(syncRuns.workspaceId, workspaceId), inArray(syncRuns.status, [...ACTIVE_STATUSES])));
  return row ? toSyncRun(row) : null;
}

/** Cancels the workspace's run under way, if any: its worker finds its lease gone and commits nothing. */
export async function cancelActiveRun(tx: Queryable, workspaceId: number, now: Date): Promise<SyncRun | null> {
  const [row] = await tx
    .update(syncRuns)
    .set({ status: 'CANCELLED', finishedAt: now, leaseToken: null, leaseExpiresAt: null })
    .where(and(eq(syncRuns.workspaceId, workspaceId), inArray(syncRuns.status, [...ACTIVE_STATUSES])))
    .returning();
  return row ? toSyncRun(row) : null;
}

/** Takes a run that nobody works on; null when somebody does, or when it ended. */
export async function claimSyncRun(
  db: Queryable,
  workspaceId: number,
  id: string,
  lease: Lease,
  now: Date,
): Promise<SyncRun | null> {
  const [row] = await db
    .update(syncRuns)
    .set({
      status: 'FETCHING',
      progress: 0,
      rowsFetched: 0,
      attempt: sql`${syncRuns.attempt} + 1`,
      startedAt: now,
      leaseToken: lease.token,
      leaseExpiresAt: lease.expiresAt,
    })
    .where(
      and(
        eq(syncRuns.workspaceId, workspaceId),
        eq(syncRuns.id, id),
        inArray(syncRuns.status, [...ACTIVE_STATUSES]),
        or(isNull(syncRuns.leaseExpiresAt), lt(syncRuns.leaseExpiresAt, now)),
      ),
    )
    .returning();
  return row ? toSyncRun(row) : null;
}

export type Lease = { readonly token: string; readonly expiresAt: Date };
export type RunProgress = Pick<SyncRun, 'status' | 'progress' | 'rowsFetched'>;

/** Extends the lease and shows progress; false when the lease is no longer held. */
export async function renewLease(
  db: Queryable,
  workspaceId: number,
  id: string,
  lease: Lease,
  progress: RunProgress,
): Promise<boolean> {
  const { status, rowsFetched } = progress;
  const rows = await db
    .update(syncRuns)
    .set({ leaseExpiresAt: lease.expiresAt, status, rowsFetched, progress: progress.progress })
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
    .set({ status: 'QUEUED', progress: 0, rowsFetched: 0, leaseToken: null, leaseExpiresAt: null })
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

/** Across all workspaces: runs that wait although nobody works on them. */
export async function selectStrandedRuns(db: Queryable, now: Date, queuedBefore: Date): Promise<PendingRun[]> {
  const abandoned = lt(syncRuns.leaseExpiresAt, now);
  // One that was started before was handed back: no job of its own is on the way.
  const handedBack = isNotNull(syncRuns.startedAt);
  const neverTaken = and(eq(syncRuns.status, 'QUEUED'), or(handedBack, lt(syncRuns.createdAt, queuedBefore)));
  return db
    .select({ workspace: workspaces.id, id: syncRuns.id })
    .from(syncRuns)
    .innerJoin(workspaces, eq(workspaces.workspaceId, syncRuns.workspaceId))
    .where(and(inArray(syncRuns.status, [...ACTIVE_STATUSES]), or(abandoned, neverTaken)))
    .orderBy(syncRuns.id)
    .limit(1000);
}

function toSyncRun(row: typeof syncRuns.$inferSelect): SyncRun {
  const { fromDay, toDay, workspaceId: _, leaseToken: __, leaseExpiresAt: ___, ...rest } = row;
  return {
    ...rest,
    window: { from: fromDay, to: toDay },
    // Only this room writes these two columns.
    rowProblems: rest.rowProblems as Problem[],
    error: rest.error as RunError | null,
  };
}
