import type { TransactionSql } from 'postgres';
import type { Day, DayWindow } from '../../../lib/day.ts';
import type { GoodShape } from '../domain/drift.ts';
import type { LastAnswer } from '../domain/last-answer.ts';
import type { Problem } from '../domain/mapper-job.ts';
import { MAX_FAILED_DAILY_RUNS, type RunError, type SyncRun } from '../domain/sync-run.ts';
import { toStoredAnswer } from './last-answer.ts';

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

/** What storing one window brought; counts of the window alone. */
export type WindowOutcome = Pick<
  SyncRun,
  | 'rowsFetched'
  | 'rowsStored'
  | 'rowsSkipped'
  | 'rowsOutsideWindow'
  | 'rowErrorCount'
  | 'unmatchedAccountCount'
  | 'httpStatus'
  | 'warning'
  | 'unchanged'
> & {
  readonly window: DayWindow;
  readonly responseBytes: number;
  /** Those of the whole run so far. */
  readonly rowProblems: readonly Problem[];
  /** Null leaves the last one. */
  readonly goodShape: GoodShape | null;
  /** Up to which day the window counts as synchronised; null when none of it does. */
  readonly syncedThrough: Day | null;
  /** By which the next answer is known to be the same; null when it cannot be. */
  readonly lastAnswer: LastAnswer | null;
};

/** Notes a stored window on run and source, in the transaction that stored its usage. */
export async function finishWindow(tx: TransactionSql, fence: Fence, outcome: WindowOutcome, now: Date): Promise<void> {
  const { workspaceId, runId } = fence;
  const { window, syncedThrough } = outcome;
  await tx`
    UPDATE sync_runs SET done_through = ${window.to}, done_rows = done_rows + ${outcome.rowsFetched},
      rows_fetched = done_rows + ${outcome.rowsFetched}, rows_stored = rows_stored + ${outcome.rowsStored},
      rows_skipped = rows_skipped + ${outcome.rowsSkipped},
      rows_outside_window = rows_outside_window + ${outcome.rowsOutsideWindow},
      row_error_count = row_error_count + ${outcome.rowErrorCount},
      row_problems = ${JSON.stringify(outcome.rowProblems)}::text::jsonb,
      unmatched_account_count = greatest(unmatched_account_count, ${outcome.unmatchedAccountCount}),
      response_bytes = coalesce(response_bytes, 0) + ${outcome.responseBytes}, http_status = ${outcome.httpStatus},
      failed_tries = 0, lost_workers = 0, error = NULL, warning = ${outcome.warning},
      unchanged = ${outcome.unchanged} AND from_day = ${window.from} AND to_day = ${window.to},
      progress = (${window.to}::date - from_day + 1)::real / (to_day - from_day + 1), status = 'FETCHING'
    WHERE workspace_id = ${workspaceId} AND id = ${runId}`;
  const shape = outcome.goodShape && JSON.stringify(outcome.goodShape);
  const last = outcome.lastAnswer && JSON.stringify(toStoredAnswer(outcome.lastAnswer, now));
  await tx`
    UPDATE custom_apis SET last_sync_at = ${now},
      last_synced_day = greatest(last_synced_day, ${syncedThrough}::date),
      synced_days = CASE WHEN ${syncedThrough}::date IS NULL THEN synced_days
        ELSE synced_days + datemultirange(daterange(${window.from}, ${syncedThrough}, '[]')) END,
      good_shape = coalesce(${shape}::text::jsonb, good_shape),
      last_answer = ${last}::text::jsonb
    WHERE workspace_id = ${workspaceId}`;
}

/** Ends a run whose last window was stored, in that transaction: the connection works, whatever was wrong before. */
export async function finishRun(tx: TransactionSql, fence: Fence, warning: string | null, now: Date): Promise<void> {
  const { workspaceId, runId } = fence;
  await tx`
    UPDATE sync_runs SET status = ${warning === null ? 'SUCCEEDED' : 'SUCCEEDED_WITH_WARNING'}, progress = 1,
      warning = ${warning}, finished_at = ${now}, lease_token = NULL, lease_expires_at = NULL
    WHERE workspace_id = ${workspaceId} AND id = ${runId}`;
  await tx`
    UPDATE custom_apis SET status = 'CONNECTED', error = NULL, error_since = NULL, failed_daily_runs = 0
    WHERE workspace_id = ${workspaceId}`;
}

/** What is known of the window that failed; its rows come on top of those of windows stored before. */
export type RunFailure = Partial<
  Pick<
    SyncRun,
    | 'rowsFetched'
    | 'rowsSkipped'
    | 'rowsOutsideWindow'
    | 'rowErrorCount'
    | 'rowProblems'
    | 'responseBytes'
    | 'httpStatus'
  >
> & { readonly error: RunError };

/**
 * Marks the run as failed, in a transaction of its own, and returns where the connection stands then; throws `FencedError` when
 * the run is somebody else's by now.
 */
export async function failRun(
  tx: TransactionSql,
  fence: Fence,
  failure: RunFailure,
  needsPerson: boolean,
  now: Date,
): Promise<string | null> {
  await holdFence(tx, fence);
  const { workspaceId, runId } = fence;
  const error = JSON.stringify(failure.error);
  const [run] = await tx<{ isDaily: boolean }[]>`
    UPDATE sync_runs SET status = 'FAILED', error = ${error}::text::jsonb,
      rows_fetched = done_rows + ${failure.rowsFetched ?? 0}, rows_skipped = rows_skipped + ${failure.rowsSkipped ?? 0},
      rows_outside_window = rows_outside_window + ${failure.rowsOutsideWindow ?? 0},
      row_error_count = row_error_count + ${failure.rowErrorCount ?? 0},
      row_problems = coalesce(${failure.rowProblems ? JSON.stringify(failure.rowProblems) : null}::text::jsonb, row_problems),
      response_bytes = nullif(coalesce(response_bytes, 0) + ${failure.responseBytes ?? 0}, 0),
      http_status = ${failure.httpStatus ?? null}, finished_at = ${now}, lease_token = NULL, lease_expires_at = NULL
    WHERE workspace_id = ${workspaceId} AND id = ${runId} RETURNING kind = 'DAILY' AS "isDaily"`;
  const daily = run?.isDaily ? 1 : 0;
  const [source] = await tx<{ status: string }[]>`
    UPDATE custom_apis SET failed_daily_runs = failed_daily_runs + ${daily},
      error = ${error}::text::jsonb, error_since = coalesce(error_since, ${now}),
      status = CASE WHEN ${needsPerson} OR failed_daily_runs + ${daily} >= ${MAX_FAILED_DAILY_RUNS}
        THEN 'ERROR' ELSE status END
    WHERE workspace_id = ${workspaceId} RETURNING status`;
  return source?.status ?? null;
}

/** Puts the run aside until it is tried again; throws `FencedError` when it is somebody else's by now. */
export async function postponeRun(
  tx: TransactionSql,
  fence: Fence,
  failure: RunFailure,
  until: Date,
  windowDays: number,
): Promise<void> {
  await holdFence(tx, fence);
  await tx`
    UPDATE sync_runs SET status = 'RETRYING', error = ${JSON.stringify(failure.error)}::text::jsonb,
      failed_tries = failed_tries + 1, next_attempt_at = ${until}, http_status = ${failure.httpStatus ?? null},
      rows_fetched = done_rows, window_days = ${windowDays}, lease_token = NULL, lease_expires_at = NULL
    WHERE workspace_id = ${fence.workspaceId} AND id = ${fence.runId}`;
}

/** From here on the run asks for fewer days at once; throws `FencedError` when it is somebody else's by now. */
export async function shortenWindows(tx: TransactionSql, fence: Fence, windowDays: number): Promise<void> {
  await holdFence(tx, fence);
  await tx`
    UPDATE sync_runs SET window_days = ${windowDays}, rows_fetched = done_rows
    WHERE workspace_id = ${fence.workspaceId} AND id = ${fence.runId}`;
}
