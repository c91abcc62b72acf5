import type { TransactionSql } from 'postgres';
import type { Day } from '../../../lib/day.ts';
import type { RunError, SyncRun } from '../domain/sync-run.ts';

/** Which run, under which lease and configuration: what a worker must still hold to write anything. */
export type Fence = {
  readonly workspaceId: number;
  readonly runId: string;
  readonly leaseToken: string;
  readonly configVersion: number;
};

/** The lease was lost or the configuration changed: the work is somebody else's now, or nobody's. */
export class FencedError extends Error {
  override readonly name = 'FencedError';
}

/**
 * Locks the source and the run until the transaction ends, and throws `FencedError` unless both are still as they were. In
 * this order, like every verb that changes both: the other way round, a disconnect and a commit could wait for each other.
 */
export async function holdFence(tx: TransactionSql, fence: Fence): Promise<void> {
  const { workspaceId, configVersion, runId, leaseToken } = fence;
  const sources = await tx`
    SELECT 1 FROM custom_apis WHERE workspace_id = ${workspaceId} AND config_version = ${configVersion} FOR UPDATE`;
  const runs = await tx`
    SELECT 1 FROM sync_runs
    WHERE workspace_id = ${workspaceId} AND id = ${runId} AND lease_token = ${leaseToken}
      AND status IN ('FETCHING', 'STORING')
    FOR UPDATE`;
  if (sources.length === 0 || runs.length === 0) throw new FencedError(`run ${runId} is no longer this worker's`);
}

export type RunOutcome = Pick<
  SyncRun,
  | 'rowsFetched'
  | 'rowsStored'
  | 'rowsSkipped'
  | 'rowsOutsideWindow'
  | 'rowErrorCount'
  | 'rowProblems'
  | 'unmatchedAccountCount'
  | 'responseBytes'
  | 'warning'
> & { readonly syncedDay: Day | null };

/** Marks the run as succeeded and moves the source on, in the transaction that stored its usage. */
export async function finishRun(tx: TransactionSql, fence: Fence, outcome: RunOutcome, now: Date): Promise<void> {
  const status = outcome.warning === null ? 'SUCCEEDED' : 'SUCCEEDED_WITH_WARNING';
  await tx`
    UPDATE sync_runs SET status = ${status}, progress = 1, rows_fetched = ${outcome.rowsFetched},
      rows_stored = ${outcome.rowsStored}, rows_skipped = ${outcome.rowsSkipped},
      rows_outside_window = ${outcome.rowsOutsideWindow}, row_error_count = ${outcome.rowErrorCount},
      row_problems = ${JSON.stringify(outcome.rowProblems)}::text::jsonb,
      unmatched_account_count = ${outcome.unmatchedAccountCount}, response_bytes = ${outcome.responseBytes},
      warning = ${outcome.warning}, error = NULL, finished_at = ${now}, lease_token = NULL, lease_expires_at = NULL
    WHERE workspace_id = ${fence.workspaceId} AND id = ${fence.runId}`;
  await tx`
    UPDATE custom_apis SET status = 'CONNECTED', last_sync_at = ${now},
      last_synced_day = greatest(last_synced_day, ${outcome.syncedDay}::date)
    WHERE workspace_id = ${fence.workspaceId}`;
}

export type RunFailure = Partial<Omit<RunOutcome, 'warning' | 'syncedDay'>> & {
  readonly error: RunError;
  /** Whether the connection now needs a person. */
  readonly needsPerson: boolean;
};

/** Marks the run as failed, in a transaction of its own; throws `FencedError` when it is somebody else's by now. */
export async function failRun(tx: TransactionSql, fence: Fence, failure: RunFailure, now: Date): Promise<void> {
  await holdFence(tx, fence);
  await tx`
    UPDATE sync_runs SET status = 'FAILED', error = ${JSON.stringify(failure.error)}::text::jsonb,
      rows_fetched = ${failure.rowsFetched ?? 0}, rows_skipped = ${failure.rowsSkipped ?? 0},
      rows_outside_window = ${failure.rowsOutsideWindow ?? 0}, row_error_count = ${failure.rowErrorCount ?? 0},
      row_problems = ${JSON.stringify(failure.rowProblems ?? [])}::text::jsonb,
      response_bytes = ${failure.responseBytes ?? null}, rows_stored = 0, finished_at = ${now},
      lease_token = NULL, lease_expires_at = NULL
    WHERE workspace_id = ${fence.workspaceId} AND id = ${fence.runId}`;
  if (failure.needsPerson) {
    await tx`UPDATE custom_apis SET status = 'ERROR' WHERE workspace_id = ${fence.workspaceId}`;
  }
}
