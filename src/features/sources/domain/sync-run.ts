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
  /** Last day of the last window that was stored; null when none was. */
  readonly doneThrough: Day | null;
  /** Rows fetched in those windows. */
  readonly doneRows: number;
  /** The longest window that is asked for at once. */
  readonly windowDays: number;
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
  /** Of the latest call; null when it got no answer. */
  readonly httpStatus: number | null;
  readonly warning: string | null;
  /** Its answer was, byte for byte, the one that was stored last, so nothing was written. */
  readonly unchanged: boolean;
  readonly error: RunError | null;
  readonly attempt: number;
  readonly failedTries: number;
  readonly lostWorkers: number;
  /** When it is tried again; null unless it is RETRYING. */
  readonly nextAttemptAt: Date | null;
  readonly host: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
};

/** The longest window that is fetched with one call and stored in one transaction. */
export const MAX_WINDOW_DAYS = 30;

/** What of a run is to be done next, at most `windowDays` of it: a run that was interrupted goes on where it stopped. */
export function nextWindow({
  window,
  doneThrough,
  windowDays,
}: Pick<SyncRun, 'window' | 'doneThrough' | 'windowDays'>): DayWindow | null {
  const from = doneThrough === null ? window.from : addDays(doneThrough, 1);
  if (from > window.to) return null;
  const end = addDays(from, windowDays - 1);
  return { from, to: end < window.to ? end : window.to };
}

/** Answers of which there is too much at once: half the days may well do. */
const TOO_MUCH = ['RESPONSE_TOO_LARGE', 'ANSWER_TOO_COSTLY', 'TOO_MANY_PAGES'];
/** Content Too Large. */
const TOO_MUCH_STATUS = 413;

export const isTooMuch = (error: RunError, httpStatus: number | null): boolean =>
  TOO_MUCH.includes(error.code) || httpStatus === TOO_MUCH_STATUS;

const GATEWAY_TIMEOUT = 504;

/** What a run that waits for its next try asks for then: an endpoint that ran out of time may manage half. */
export const daysAfter = (error: RunError, httpStatus: number | null, windowDays: number): number =>
  error.code === 'TIMEOUT' || httpStatus === GATEWAY_TIMEOUT ? halved(windowDays) : windowDays;

export const halved = (windowDays: number): number => Math.max(1, Math.ceil(windowDays / 2));

/** From the day after the last synchronised one to yesterday: at least yesterday, at most 30 days. */
export function catchUpWindow(lastSyncedDay: Day | null, yesterday: Day): DayWindow {
  const earliest = addDays(yesterday, 1 - MAX_WINDOW_DAYS);
  const next = lastSyncedDay === null ? earliest : addDays(lastSyncedDay, 1);
  if (next > yesterday) return { from: yesterday, to: yesterday };
  return { from: next < earliest ? earliest : next, to: yesterday };
}

/** Daily runs that fail in a row before a person is called. */
export const MAX_FAILED_DAILY_RUNS = 3;

/** Failures after which the connection needs a person at once, whatever kind of run it was. */
export const needsPerson = (code: string): boolean =>
  [
    'CREDENTIALS_REFUSED',
    'CREDENTIALS_UNREADABLE',
    'TOKEN_UNUSABLE',
    'ROWS_PATH_NO_DATA',
    'ROWS_PATH_NOT_A_LIST',
    'NO_ROWS_MAPPED',
    'NO_ROWS_IN_WINDOW',
  ].includes(code);
