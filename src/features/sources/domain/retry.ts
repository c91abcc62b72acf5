/** How often one window is asked for before its run fails. */
export const MAX_TRIES = 4;

const BASE_SECONDS = 30;
const FLOOR_SECONDS = 5;
const CAP_SECONDS = 15 * 60;
/** An endpoint that asks for more is asked again after this long all the same. */
export const MAX_RETRY_AFTER_SECONDS = 60 * 60;

/**
 * Milliseconds until the next try: full jitter over 30 s × 2^n with a floor, capped (AWS, "Exponential Backoff And
 * Jitter"), and never before `Retry-After` is over.
 *
 * @param failedTries how many tries have failed, from 1
 * @param retryAfterSeconds what the endpoint asked for; null when it asked for nothing
 * @param random from 0 to 1
 */
export function retryDelayMs(failedTries: number, retryAfterSeconds: number | null, random: number): number {
  const ceiling = Math.min(CAP_SECONDS, BASE_SECONDS * 2 ** (failedTries - 1));
  const jittered = Math.max(FLOOR_SECONDS, random * ceiling);
  const asked = Math.min(MAX_RETRY_AFTER_SECONDS, retryAfterSeconds ?? 0);
  return Math.round(Math.max(jittered, asked) * 1000);
}
