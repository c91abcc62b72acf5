import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { syncRuns } from '../../../db/tables/sources.ts';
import type { Day, DayWindow } from '../../../lib/day.ts';
import type { Problem } from '../domain/mapper-job.ts';
import { ACTIVE_STATUSES, type RunError, type SyncRun } from '../domain/sync-run.ts';

export type NewSyncRun = Pick<SyncRun, 'id' | 'kind' | 'window' | 'host' | 'configVersion' | 'createdAt'>;

/** Null when the workspace has an active run already. */
export async function insertSyncRun(tx: Queryable, workspaceId: number, run: NewSyncRun): Promise<SyncRun | null> {
  const [row] = await tx
    .insert(syncRuns)
    .values({
      workspaceId,
      id: run.id,
      kind: run.kind,
      status: 'QUEUED',
      fromDay: run.window.from,
      toDay: run.window.to,
      host: run.host,
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
    .onConflictDoNothing()
    .returning();
  return row ? toSyncRun(row) : null;
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

/** How many runs are looked at for a series of days; those of the latest days. */
const MOST_MARKED = 500;

/**
 * Runs that a reader of these days should know of, the latest days first: those that failed or ended with a warning, by the
 * last day they asked for, and those that brought history, by their first.
 */
export async function selectMarkedRuns(
  db: Queryable,
  workspaceId: number,
  { from, to }: DayWindow,
): Promise<{ day: Day; run: SyncRun }[]> {
  const day = sql`CASE WHEN ${syncRuns.status} = 'SUCCEEDED' THEN ${syncRuns.fromDay} ELSE ${syncRuns.toDay} END`;
  const isHistory = and(eq(syncRuns.status, 'SUCCEEDED'), inArray(syncRuns.kind, ['BACKFILL', 'BACKFILL_RANGE']));
  const isTrouble = inArray(syncRuns.status, ['FAILED', 'SUCCEEDED_WITH_WARNING']);
  const rows = await db
    .select({ day: sql<Day>`(${day})::text`, run: syncRuns })
    .from(syncRuns)
    .where(
      and(
        eq(syncRuns.workspaceId, workspaceId),
        or(isTrouble, isHistory),
        sql`${day} BETWEEN ${from}::date AND ${to}::date`,
      ),
    )
    .orderBy(desc(day), desc(syncRuns.id))
    .limit(MOST_MARKED);
  return rows.map((row) => ({ day: row.day, run: toSyncRun(row.run) }));
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
    .set({ status: 'CANCELLED', finishedAt: now, nextAttemptAt: null, leaseToken: null, leaseExpiresAt: null })
    .where(and(eq(syncRuns.workspaceId, workspaceId), inArray(syncRuns.status, [...ACTIVE_STATUSES])))
    .returning();
  return row ? toSyncRun(row) : null;
}

/** Calls a run that waits for its next try forward; null when none waits. */
export async function hurryRetry(tx: Queryable, workspaceId: number, now: Date): Promise<SyncRun | null> {
  const [row] = await tx
    .update(syncRuns)
    .set({ nextAttemptAt: now })
    .where(and(eq(syncRuns.workspaceId, workspaceId), eq(syncRuns.status, 'RETRYING')))
    .returning();
  return row ? toSyncRun(row) : null;
}

/** Across all workspaces: the history that is older than it is kept. */
export async function deleteOldRuns(db: Queryable, finishedBefore: Date): Promise<void> {
  await db.delete(syncRuns).where(lt(syncRuns.finishedAt, finishedBefore));
}

export function toSyncRun(row: typeof syncRuns.$inferSelect): SyncRun {
  const { fromDay, toDay, workspaceId: _, leaseToken: __, leaseExpiresAt: ___, ...rest } = row;
  return {
    ...rest,
    window: { from: fromDay, to: toDay },
    // Only this room writes these two columns.
    rowProblems: rest.rowProblems as Problem[],
    error: rest.error as RunError | null,
  };
}
