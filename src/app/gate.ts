import { createHash } from 'node:crypto';
import type { GraphQLError } from 'graphql';
import type { Ctx } from '../features/kit/ctx.ts';
import type { RateLimits } from '../graphql/rates/rate-limits.ts';

/** Who comes in: a key's owner, a stranger (null), or nobody for now. */
export type Entry =
  | { readonly kind: 'open'; readonly ctx: Ctx | null }
  | { readonly kind: 'closed'; readonly error: GraphQLError };
export type Gate = {
  /** `address` is the other end of the connection: a proxy's, where there is one. */
  readonly enter: (authorization: unknown, address: string | undefined) => Promise<Entry>;
};

const MAX_KNOWN = 10_000;

/**
 * Finds out who asks, and keeps one address from trying keys quickly. Once an address has used up its tries, keys that worked
 * here before still do, and others are not even looked up: neither can keys be guessed, nor does a guesser behind the
 * same proxy lock anybody out who is at work.
 */
export function createGate(
  signIn: (authorization: unknown) => Promise<Ctx | null>,
  rates: Pick<RateLimits, 'stranger' | 'strangerMayTry'>,
): Gate {
  // Digests of what worked, the one used longest ago first.
  const known = new Set<string>();
  return {
    enter: async (authorization, address) => {
      const from = networkOf(address ?? '');
      const digest = typeof authorization === 'string' ? digestOf(authorization) : null;
      const tired = digest !== null && known.has(digest) ? null : rates.strangerMayTry(from);
      if (tired) return { kind: 'closed', error: tired };
      const ctx = digest === null ? null : await signIn(authorization);
      if (digest !== null) known.delete(digest);
      if (ctx && digest !== null) {
        known.add(digest);
        for (const oldest of known) {
          if (known.size <= MAX_KNOWN) break;
          known.delete(oldest);
        }
        return { kind: 'open', ctx };
      }
      const error = rates.stranger(from);
      return error ? { kind: 'closed', error } : { kind: 'open', ctx: null };
    },
  };
}

const digestOf = (authorization: string): string => createHash('sha256').update(authorization).digest('base64');

/** One caller commonly has the whole of a /64, and an IPv4 address may be written as an IPv6 one. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  const zeros = Array.from({ length: Math.max(0, missing) }, () => '0');
  return [...groups, ...zeros, ...(tail?.split(':') ?? [])].slice(0, 4).join(':');
}
