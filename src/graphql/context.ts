import DataLoader from 'dataloader';
import { type Ctx, ctxFor, type Ports } from '../features/kit/ctx.ts';
import { authenticate, authenticateAll } from '../features/workspaces/index.ts';
import { unauthenticated } from './errors.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { isHarmless } from './strangers.ts';

/** What every resolver gets: who asks, and the batching of this one operation. */
export type RequestContext = {
  /** Null for a stranger: a request without a working key. */
  readonly signedIn: { readonly ctx: Ctx; readonly loaders: Loaders } | null;
};

/** A key chosen by the operator may hold blanks. */
const BEARER = /^Bearer +(\S(?:.*\S)?) *$/i;

/** Who is behind an `Authorization` value, or the same value in `connectionParams`; null for a stranger. */
export async function signIn(ports: Ports, authorization: unknown): Promise<Ctx | null> {
  const key = keyOf(authorization);
  const actor = key === null ? null : await authenticate(ports, key);
  return actor && ctxFor(ports, actor);
}

/** The same, where many ask at once: all who watch, with each event. One query answers them together. */
export function createBatchedSignIn(ports: Ports): (authorization: unknown) => Promise<Ctx | null> {
  const actors = new DataLoader((keys: readonly string[]) => authenticateAll(ports, keys), { cache: false });
  return async (authorization) => {
    const key = keyOf(authorization);
    const actor = key === null ? null : await actors.load(key);
    return actor && ctxFor(ports, actor);
  };
}

const keyOf = (authorization: unknown): string | null =>
  typeof authorization === 'string' ? (BEARER.exec(authorization)?.[1] ?? null) : null;

/**
 * The context of an operation that a stranger may send; anything else of a stranger's is refused before it is validated,
 * since a validator's corrections would tell him the schema.
 */
export function admit(ctx: Ctx | null, source: unknown, publicIntrospection: boolean): RequestContext {
  if (!ctx && !isHarmless(source, publicIntrospection)) throw unauthenticated();
  return requestContext(ctx);
}

/** The context of one operation. */
export const requestContext = (ctx: Ctx | null): RequestContext => ({
  signedIn: ctx && { ctx, loaders: createLoaders(ctx) },
});

/** The verbs' context; refuses strangers. */
export const ctxOf = (context: RequestContext): Ctx => signedInOf(context).ctx;

export const loadersOf = (context: RequestContext): Loaders => signedInOf(context).loaders;

function signedInOf(context: RequestContext): NonNullable<RequestContext['signedIn']> {
  if (!context.signedIn) throw unauthenticated();
  return context.signedIn;
}
