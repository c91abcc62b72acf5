import { setTimeout as sleep } from 'node:timers/promises';
import DataLoader from 'dataloader';
import { type Ctx, ctxFor, type Ports } from '../features/kit/ctx.ts';
import { authenticateAll } from '../features/workspaces/index.ts';
import { unauthenticated } from './errors.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { isHarmless } from './strangers.ts';

type SignedIn = { readonly ctx: Ctx; readonly loaders: Loaders };

/** What every resolver gets: who asks, and the batching of this one operation. */
export type RequestContext = {
  /** Null for a stranger: a request without a working key. Only `readAsOfNow` replaces it. */
  signedIn: SignedIn | null;
  /** Ends the moment that the operation reads as of; none while it has no such moment. */
  endReading?: () => void;
  /** All that the operation can show; unknown when absent. */
  fieldNames?: ReadonlySet<string>;
};

/** For a look-up that does not end: the next one may find a better connection. */
const MOST_WAIT_MS = 20;
/** A key chosen by the operator may hold blanks. */
const BEARER = /^Bearer +(\S(?:.*\S)?) *$/i;

/**
 * Who is behind an `Authorization` value, or the same value in `connectionParams`; null for a stranger. Where many ask at once
 * (all who watch, with each event), one query answers them together.
 */
export function createBatchedSignIn(ports: Ports): (authorization: unknown) => Promise<Ctx | null> {
  let underWay: Promise<unknown> | null = null;
  const look = async (keys: readonly string[]) => {
    const found = authenticateAll(ports, keys);
    const ended = found.catch(() => {});
    underWay = ended;
    void ended.then(() => {
      if (underWay === ended) underWay = null;
    });
    return found;
  };
  const actors = new DataLoader(look, {
    cache: false,
    // Those who come while others are looked up are looked up next, together: after they came, so that a revoked key is
    // refused at once, and however many they are.
    batchScheduleFn: (go) =>
      void (underWay ? Promise.race([underWay, sleep(MOST_WAIT_MS)]).then(go) : setImmediate(go)),
  });
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
export const requestContext = (ctx: Ctx | null): RequestContext => ({ signedIn: ctx && withLoaders(ctx) });

const withLoaders = (ctx: Ctx): SignedIn => ({ ctx, loaders: createLoaders(ctx) });

/**
 * From here on the operation reads everything as of one moment, in one transaction that cannot write. Returns what ends it:
 * to be called whatever becomes of the operation. Asked again, it is the same moment. For queries and the events of subscriptions. A mutation's verbs need
 * transactions of their own, short ones, and its payload tells what is true after them.
 */
export function readAsOfNow(context: RequestContext): () => void {
  const { signedIn } = context;
  if (!signedIn) return () => {};
  if (context.endReading) return context.endReading;
  const snapshot = signedIn.ctx.db.snapshot();
  context.signedIn = withLoaders({ ...signedIn.ctx, db: snapshot });
  context.endReading = snapshot.end;
  return snapshot.end;
}

/** The verbs' context; refuses strangers. */
export const ctxOf = (context: RequestContext): Ctx => signedInOf(context).ctx;

export const loadersOf = (context: RequestContext): Loaders => signedInOf(context).loaders;

function signedInOf(context: RequestContext): SignedIn {
  if (!context.signedIn) throw unauthenticated();
  return context.signedIn;
}
