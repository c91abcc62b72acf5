import type { GraphQLError } from 'graphql';
import type { Actor } from '../../features/kit/actor.ts';
import { rateLimited } from '../limits/refusals.ts';
import { createBuckets, type Rate } from './token-bucket.ts';

export type Rates = {
  /** Operations of one key. */
  readonly key: Rate;
  /** Operations of one workspace, whatever keys it uses. */
  readonly workspace: Rate;
  /** Changes of one workspace that call an endpoint of its or look at all of its accounts. */
  readonly calls: Rate;
  /** Requests without a working key, from one address. */
  readonly strangers: Rate;
};

/** Generous: they stop programs that run away, not busy ones. Quoted by the schema's description. */
export const RATES: Rates = {
  key: { perSecond: 50, burst: 200 },
  workspace: { perSecond: 100, burst: 400 },
  calls: { perSecond: 0.5, burst: 30 },
  // All callers behind one proxy share an address.
  strangers: { perSecond: 20, burst: 400 },
};

/** Each returns null, or why not now. */
export type RateLimits = {
  readonly operation: (actor: Actor) => GraphQLError | null;
  readonly calls: (actor: Actor, count: number) => GraphQLError | null;
  readonly stranger: (address: string) => GraphQLError | null;
  /** Whether the address has used up what strangers may; takes nothing. */
  readonly strangerMayTry: (address: string) => GraphQLError | null;
};

/**
 * Counts within this process: beside n servers a caller has n times as much. `now` is a clock in milliseconds that is never
 * set back.
 */
export function createRateLimits(rates: Rates, now: () => number, onRefused: () => void = () => {}): RateLimits {
  const keys = createBuckets(rates.key);
  const workspaces = createBuckets(rates.workspace);
  const calls = createBuckets(rates.calls);
  const strangers = createBuckets(rates.strangers);
  const refuse = (waitMs: number, what: string): GraphQLError | null => {
    if (waitMs <= 0) return null;
    onRefused();
    return rateLimited(what, waitMs);
  };
  return {
    operation: ({ keyId, workspace }) =>
      refuse(keys.take(keyId ?? workspace, now()), `This key has asked for ${said(rates.key)}.`) ??
      refuse(workspaces.take(workspace, now()), `This workspace has asked for ${said(rates.workspace)}.`),
    calls: ({ workspace }, count) =>
      refuse(
        calls.take(workspace, now(), count),
        `This workspace makes at most ${Math.round(rates.calls.perSecond * 60)} changes a minute that call an endpoint or take long.`,
      ),
    stranger: (address) => refuse(strangers.take(address, now()), STRANGERS),
    strangerMayTry: (address) => refuse(strangers.wait(address, now()), STRANGERS),
  };
}

const STRANGERS = 'Too many requests without a working API key came from this address.';
const said = ({ perSecond }: Rate): string => `more than ${perSecond} operations a second`;
