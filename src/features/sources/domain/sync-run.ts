import { addDays, type Day, type DayWindow } from '../../../lib/day.ts';
import type { Problem } from './mapper-job.ts';

export type SyncRunKind = 'BACKFILL' | 'BACKFILL_RANGE' | 'DAILY' | 'SYNC_NOW';

export const ACTIVE_STATUSES = ['QUEUED', 'FETCHING', 'STORING', 'RETRYING'] as const;
export const TERMINAL_STATUSES = ['SUCCEEDED', 'SUCCEEDED_WITH_WARNING', 'FAILED', 'CANCELLED'] as const;
export type SyncRunStatus = (typeof ACTIVE_STATUSES)[number] | (typeof TERMINAL_STATUSES)[number];

export const isTerminal = (status: SyncRunStatus): boolean => (TERMINAL_STATUSES as readonly string[]).includes(status);

export type RunError = { readonly code: string; readonly message: string; readonly hint: string };

export type SyncRun = {
  readonly id: string;
  readonly kind: SyncRunKind;
  readonly status: SyncRunStatus;
  readonly window: DayWindow;
  readonly configVersion: number;
  readonly progress: number;
  readonly rowsFetched: number;
  readonly rowsStored: number;
  readonly rowsSkipped: number;
  readonly rowsOutsideWindow: number;
  readonly rowErrorCount: number;
  readonly rowProblems: readonly Problem[];
  readonly unmatchedAccountCount: number;
  readonly responseBytes: number | null;
  readonly warning: string | null;
  readonly error: RunError | null;
  readonly attempt: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
};

/** The longest window one run fetches. */
export const MAX_WINDOW_DAYS = 30;

/** From the day after the last synchronised one to yesterday: at least yesterday, at most 30 days. */
export function catchUpWindow(lastSyncedDay: Day | null, yesterday: Day): DayWindow {
  const earliest = addDays(yesterday, 1 - MAX_WINDOW_DAYS);
  const next = lastSyncedDay === null ? earliest : addDays(lastSyncedDay, 1);
  if (next > yesterday) return { from: yesterday, to: yesterday };
  return { from: next < earliest ? earliest : next, to: yesterday };
}

/** Failures after which the connection needs a person at once, whatever kind of run it was. */
export const needsPerson = (code: string): boolean =>
  ['CREDENTIALS_REFUSED', 'ROWS_PATH_NO_DATA', 'ROWS_PATH_NOT_A_LIST', 'NO_ROWS_MAPPED', 'NO_ROWS_IN_WINDOW'].includes(
    code,
  );
