export type KeptToken = {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly reusableUntil: number;
};

export type TokenCache = {
  /** The token kept under the key, or one that is obtained: for everybody who asks meanwhile, once. */
  readonly take: (
    key: string,
    nowMs: number,
    obtain: () => Promise<KeptToken>,
  ) => Promise<{ readonly token: string; readonly cached: boolean }>;
  /** Unless another one has taken its place. */
  readonly forget: (key: string, token: string) => void;
  /** Under every key that begins so; what is being obtained now is not kept either. */
  readonly forgetAll: (prefix: string) => void;
  readonly size: () => number;
};

/** Keeps as many tokens as the limit says; the one that was not taken for the longest makes room. */
export function createTokenCache(limit: number): TokenCache {
  const kept = new Map<string, KeptToken>();
  const flights = new Map<string, Promise<KeptToken>>();

  const keep = (key: string, token: KeptToken, nowMs: number) => {
    for (const [other, { reusableUntil }] of kept) if (reusableUntil <= nowMs) kept.delete(other);
    kept.delete(key);
    if (token.reusableUntil > nowMs) kept.set(key, token);
    for (const oldest of kept.keys()) {
      if (kept.size <= limit) break;
      kept.delete(oldest);
    }
  };

  return {
    take: async (key, nowMs, obtain) => {
      const known = kept.get(key);
      if (known && known.reusableUntil > nowMs) {
        kept.delete(key);
        kept.set(key, known);
        return { token: known.token, cached: true };
      }
      const under = flights.get(key);
      if (under) return { token: (await under).token, cached: false };
      const flight = obtain();
      flights.set(key, flight);
      try {
        const issued = await flight;
        if (flights.get(key) === flight) keep(key, issued, nowMs);
        return { token: issued.token, cached: false };
      } finally {
        if (flights.get(key) === flight) flights.delete(key);
      }
    },
    forget: (key, token) => {
      if (kept.get(key)?.token === token) kept.delete(key);
    },
    forgetAll: (prefix) => {
      for (const map of [kept, flights]) for (const key of map.keys()) if (key.startsWith(prefix)) map.delete(key);
    },
    size: () => kept.size,
  };
}
