import type { Ctx, Ports } from '../features/kit/ctx.ts';
import { authenticate } from '../features/workspaces/index.ts';
import { unauthenticated } from './errors.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { isHarmless } from './strangers.ts';

/** What every resolver gets: who asks, and the batching of this one operation. */
export type RequestContext = {
  /** Null for a stranger: a request without a working key. */
  readonly signedIn: { readonly ctx: Ctx; readonly loaders: Loaders } | null;
};

const BEARER = /^Bearer +(\S+) *$/i;

/** Who is behind an `Authorization` value, or the same value in `connectionParams`; null for a stranger. */
export async function signIn(ports: Ports, authorization: unknown): Promise<Ctx | null> {
  const key = typeof authorization === 'string' ? BEARER.exec(authorization)?.[1] : undefined;
  const actor = key === undefined ? null : await authenticate(ports, key);
  return actor && { ...ports, actor };
}

/**
 * The context of an operation that a stranger may send; anything else of a stranger's is refused before it is validated,
 * since a validator's corrections would tell him the schema.
 */
export function admit(ctx: Ctx | null, source: unknown): RequestContext {
  if (!ctx && !isHarmless(source)) throw unauthenticated();
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
