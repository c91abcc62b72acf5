import { PATIENCE, type Patience } from '../graphql/deadline.ts';
import { RATES, type Rates } from '../graphql/rates/rate-limits.ts';

/** What may be asked of one server process. */
export type Serving = {
  /** Whether the schema can be read without a key. */
  readonly publicIntrospection: boolean;
  /** Origins whose pages may call `/mcp`, besides those of this machine; in lower case. */
  readonly mcpOrigins: readonly string[];
  readonly rates: Rates;
  readonly patience: Patience;
  /** Open sockets of one key, and of one workspace. */
  readonly socketsPerKey: number;
  readonly socketsPerWorkspace: number;
  /** Operations under way on one socket, subscriptions included. */
  readonly operationsPerSocket: number;
  /** How often the keys of all open sockets are looked up again. */
  readonly recheckSocketsMs: number;
  /** A clock in milliseconds that is never set back. */
  readonly now: () => number;
  /** Told of each refusal for coming too often. */
  readonly onRateLimited: () => void;
};

export const SERVING: Serving = {
  publicIntrospection: false,
  mcpOrigins: [],
  rates: RATES,
  patience: PATIENCE,
  socketsPerKey: 100,
  socketsPerWorkspace: 300,
  operationsPerSocket: 100,
  recheckSocketsMs: 5_000,
  now: () => performance.now(),
  onRateLimited: () => {},
};
