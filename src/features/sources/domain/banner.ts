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

export type BannerFacts = {
  readonly status: CustomApiStatus;
  readonly error: RunError | null;
  readonly errorSince: Date | null;
  readonly lastSyncAt: Date | null;
};

/** The one thing to say about a connection now; null when all is well. */
export function bannerOf({ status, error, errorSince, lastSyncAt }: BannerFacts, now: Date): Banner | null {
  if (status === 'ERROR' && error) return { level: 'RED', ...error, startedAt: errorSince ?? now };
  if (status !== 'CONNECTED' || !lastSyncAt || now.getTime() - lastSyncAt.getTime() <= STALE_MS) return null;
  const hours = Math.floor((now.getTime() - lastSyncAt.getTime()) / 3_600_000);
  return {
    level: 'YELLOW',
    code: 'STALE',
    message: `No synchronisation has succeeded for ${hours} hours.${error ? ` The last one failed: ${error.message}` : ''}`,
    hint: error?.hint ?? 'Check that a worker is running: no synchronisation was even tried.',
    startedAt: lastSyncAt,
  };
}
