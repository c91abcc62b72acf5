/** How often something may happen: so many at once, and so many a second in the long run. */
export type Rate = { readonly perSecond: number; readonly burst: number };

export type Buckets = {
  /** Takes tokens and returns 0; or takes none and returns the milliseconds after which there are enough. */
  readonly take: (key: string, now: number, count?: number) => number;
  /** The same without taking. */
  readonly wait: (key: string, now: number, count?: number) => number;
  /** How many keys are remembered. */
  readonly size: () => number;
};

type Bucket = { readonly tokens: number; readonly at: number };

/** Each is a short string: some megabytes at most. */
const MAX_KEYS = 20_000;

/**
 * Token buckets by key, each full at first. A key that rested until its bucket was full again is forgotten, and the one that
 * rested longest when there are too many: it begins with a full bucket again, which errs on the caller's side.
 */
export function createBuckets({ perSecond, burst }: Rate, maxKeys: number = MAX_KEYS): Buckets {
  // Oldest use first: a key moves to the end when it is used.
  const buckets = new Map<string, Bucket>();
  const tokensOf = (bucket: Bucket | undefined, now: number): number =>
    bucket ? Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1_000) * perSecond) : burst;
  const forget = (now: number): void => {
    for (const [key, bucket] of buckets) {
      if (buckets.size <= maxKeys && tokensOf(bucket, now) < burst) return;
      buckets.delete(key);
    }
  };
  const wait: Buckets['wait'] = (key, now, count = 1) => {
    // More than a full bucket holds can never be saved up.
    const missing = Math.min(count, burst) - tokensOf(buckets.get(key), now);
    return missing <= 0 ? 0 : (missing / perSecond) * 1_000;
  };
  return {
    wait,
    take: (key, now, count = 1) => {
      const missing = wait(key, now, count);
      if (missing > 0) return missing;
      const tokens = tokensOf(buckets.get(key), now) - Math.min(count, burst);
      buckets.delete(key);
      forget(now);
      buckets.set(key, { tokens, at: now });
      return 0;
    },
    size: () => buckets.size,
  };
}
