import { addDays, type Day, dayOfInstant } from '../../../lib/day.ts';
import type { CustomApiStatus } from './endpoint.ts';
import type { RunError } from './sync-run.ts';

/** What a front end shows above everything else of a connection. */
export type Banner = {
  /** YELLOW: look at it some time today. RED: nothing more comes until somebody acts. */
  readonly level: 'YELLOW' | 'RED';
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly startedAt: Date;
};

const STALE_MS = 36 * 60 * 60 * 1000;
/** Two days more: where nobody works on weekends, Saturday and Sunday have no rows. */
const EMPTY_MS = STALE_MS + 48 * 60 * 60 * 1000;

export type BannerFacts = {
  readonly status: CustomApiStatus;
  readonly error: RunError | null;
  readonly errorSince: Date | null;
  readonly lastSyncAt: Date | null;
  /** The last day that came with rows. */
  readonly lastSyncedDay: Day | null;
};

/** The one thing to say about a connection now; null when all is well. */
export function bannerOf(facts: BannerFacts, now: Date): Banner | null {
  const { status, error, errorSince, lastSyncAt, lastSyncedDay } = facts;
  if (status === 'ERROR' && error) return { level: 'RED', ...error, startedAt: errorSince ?? now };
  if (status !== 'CONNECTED' || !lastSyncAt) return null;
  if (now.getTime() - lastSyncAt.getTime() <= STALE_MS) return emptyBanner(lastSyncAt, lastSyncedDay, now);
  const hours = Math.floor((now.getTime() - lastSyncAt.getTime()) / 3_600_000);
  return {
    level: 'YELLOW',
    code: 'STALE',
    message: `No synchronisation has succeeded for ${hours} hours.${error ? ` The last one failed: ${error.message}` : ''}`,
    hint: error?.hint ?? 'Check that a worker is running: no synchronisation was even tried.',
    startedAt: lastSyncAt,
  };
}

/** An endpoint that answers without a row fails at nothing; its accounts' scores stand still all the same. */
function emptyBanner(lastSyncAt: Date, lastSyncedDay: Day | null, now: Date): Banner | null {
  if (lastSyncedDay === null || lastSyncedDay >= dayOfInstant(now.getTime() - EMPTY_MS)) return null;
  return {
    level: 'YELLOW',
    code: 'NO_ROWS',
    message: `The endpoint answers, but no usage has come since ${lastSyncedDay}. Scores stay as of that day.`,
    hint: `Call the endpoint for ${addDays(lastSyncedDay, 1)}: if it has usage of that day, look at the warnings of the latest run.`,
    startedAt: lastSyncAt,
  };
}
