import type { DisabledReason } from '../model.ts';

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** Pauses after failed tries, the first of which is made at once: Standard Webhooks, "Deliverability and reliability". */
const PAUSES_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
export const MAX_TRIES = PAUSES_MS.length + 1;

/** Spreads what failed together, upwards only. */
const JITTER = 0.1;
/** An endpoint that asks for more is tried again after this long all the same. */
const LONGEST_RETRY_AFTER_MS = 24 * HOUR;
/** How long every delivery has to have failed before an endpoint is no longer called. */
export const GIVE_UP_AFTER_MS = 5 * 24 * HOUR;

/**
 * Milliseconds until the next try; null after the last one.
 *
 * @param failedTries from 1
 * @param random from 0 to 1
 */
export function pauseMs(failedTries: number, retryAfterSeconds: number | null, random: number): number | null {
  const pause = PAUSES_MS[failedTries - 1];
  if (pause === undefined) return null;
  const asked = Math.min(LONGEST_RETRY_AFTER_MS, (retryAfterSeconds ?? 0) * SECOND);
  return Math.round(Math.max(pause * (1 + JITTER * random), asked));
}

/** What is known of an endpoint when a call to it has failed. */
export type Failing = {
  readonly failingSince: Date | null;
  readonly lastFailedAt: Date | null;
};

/**
 * Since when every delivery failed, and whether that is reason enough to stop. Two failures far apart, with nothing sent in
 * between, are no failing for all that time.
 */
export function judgeFailing(
  { failingSince, lastFailedAt }: Failing,
  httpStatus: number | null,
  now: Date,
): { readonly failingSince: Date; readonly disable: DisabledReason | null } {
  const isFresh = lastFailedAt !== null && now.getTime() - lastFailedAt.getTime() <= LONGEST_SILENCE_MS;
  const since = isFresh && failingSince ? failingSince : now;
  if (httpStatus === 410) return { failingSince: since, disable: 'GONE' };
  const isOver = now.getTime() - since.getTime() >= GIVE_UP_AFTER_MS;
  return { failingSince: since, disable: isOver ? 'FAILING' : null };
}

/** Longer than the longest pause between two tries. */
const LONGEST_SILENCE_MS = 48 * HOUR;
