import type { Ctx } from '../features/kit/ctx.ts';
import { unauthenticated } from './errors.ts';
import type { Loaders } from './loaders.ts';

/** What every resolver gets: who asks, and the batching of this one operation. */
export type RequestContext = {
  readonly requestId: string;
  /** Null for a stranger: a request without a working key. */
  readonly signedIn: { readonly ctx: Ctx; readonly loaders: Loaders } | null;
};

/** The verbs' context; refuses strangers. */
export const ctxOf = (context: RequestContext): Ctx => signedInOf(context).ctx;

export const loadersOf = (context: RequestContext): Loaders => signedInOf(context).loaders;

function signedInOf(context: RequestContext): { readonly ctx: Ctx; readonly loaders: Loaders } {
  if (!context.signedIn) throw unauthenticated();
  return context.signedIn;
}
