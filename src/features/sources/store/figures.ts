import { sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import type { SyncRunKind, SyncRunStatus } from '../domain/sync-run.ts';

export type SourceFigure = {
  readonly status: string;
  readonly sources: number;
  /** Since the latest stored window of the source that has waited longest for one; null when none ever had any. */
  readonly oldestSyncSeconds: number | null;
};

/** Across all workspaces: the sources by status. */
export async function countSources(db: Queryable, now: Date): Promise<SourceFigure[]> {
  const rows = await db.execute<SourceFigure>(sql`
    SELECT status, count(*)::int AS sources,
      extract(epoch FROM ${now.toISOString()}::timestamptz - min(last_sync_at))::float8 AS "oldestSyncSeconds"
    FROM custom_apis GROUP BY status`);
  return [...rows];
}

export type ActiveFigure = {
  readonly kind: SyncRunKind;
  readonly status: SyncRunStatus;
  readonly runs: number;
  /** Since the run that has waited longest could have been taken by a worker; null when none waits. */
  readonly longestWaitSeconds: number | null;
  /** Runs whose worker is gone and that nobody has taken up yet. */
  readonly abandoned: number;
};

/** Across all workspaces: the runs that have not ended. */
export async function countActiveRuns(db: Queryable, now: Date): Promise<ActiveFigure[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await db.execute<ActiveFigure>(sql`
    SELECT kind, status, count(*)::int AS runs,
      (extract(epoch FROM max(${at} - greatest(created_at, started_at, next_attempt_at))
        FILTER (WHERE status IN ('QUEUED', 'RETRYING'))))::float8 AS "longestWaitSeconds",
      (count(*) FILTER (WHERE status IN ('FETCHING', 'STORING') AND lease_expires_at < ${at}))::int AS abandoned
    FROM sync_runs WHERE status IN ('QUEUED', 'FETCHING', 'STORING', 'RETRYING') GROUP BY kind, status`);
  return [...rows];
}

export type EndedFigure = {
  readonly kind: SyncRunKind;
  readonly status: SyncRunStatus;
  /** Of a failed run; null otherwise. */
  readonly code: string | null;
  readonly runs: number;
  readonly rowsStored: number;
  readonly rowsSkipped: number;
  readonly rowErrors: number;
  readonly responseBytes: number;
};

/** Across all workspaces: the runs that have ended since. */
export async function countEndedRuns(db: Queryable, since: Date): Promise<EndedFigure[]> {
  const rows = await db.execute<EndedFigure>(sql`
    SELECT kind, status, CASE WHEN status = 'FAILED' THEN error->>'code' END AS code, count(*)::int AS runs,
      sum(rows_stored)::float8 AS "rowsStored", sum(rows_skipped)::float8 AS "rowsSkipped",
      sum(row_error_count)::float8 AS "rowErrors", coalesce(sum(response_bytes), 0)::float8 AS "responseBytes"
    FROM sync_runs WHERE finished_at > ${since.toISOString()}::timestamptz GROUP BY 1, 2, 3`);
  return [...rows];
}
