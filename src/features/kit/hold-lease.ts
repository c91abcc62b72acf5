import type { Log } from '../../platform/log.ts';

/** A worker that dies is noticed after this long, and the look that follows; one that lives renews well before. */
const LEASE_MS = 25_000;
const RENEW_MS = 5_000;

/** The same wherever work is claimed: how long until others may take it. */
export const leaseUntil = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

export type Hold = {
  /** Aborted once the lease is somebody else's. */
  readonly signal: AbortSignal;
  /** Renews no more, and waits for the renewal under way. */
  readonly stop: () => Promise<void>;
};

/** Keeps claimed work claimed until `stop`. `renew` says whether the lease is still held; `about`, for the log, what is claimed. */
export function holdLease(log: Log, about: Readonly<Record<string, string>>, renew: () => Promise<boolean>): Hold {
  const lost = new AbortController();
  const once = async () => {
    try {
      if (!(await renew())) lost.abort();
    } catch (error) {
      // One failed renewal is no loss yet; the end of the work checks the lease again.
      log.warn({ ...about, error: String(error) }, 'a lease could not be renewed');
    }
  };
  let renewal = Promise.resolve();
  const timer = setInterval(() => {
    renewal = renewal.then(once);
  }, RENEW_MS);
  return {
    signal: lost.signal,
    stop: async () => {
      clearInterval(timer);
      await renewal;
    },
  };
}
