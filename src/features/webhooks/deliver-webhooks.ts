import { randomUUID } from 'node:crypto';
import type { Ctx } from '../kit/ctx.ts';
import { type Called, callEndpoint, type Redact } from './call-endpoint.ts';
import { enqueueDeliveries } from './dispatch-events.ts';
import { asksForLess } from './domain/explain-attempt.ts';
import { answerRedactor } from './domain/redact-answer.ts';
import { MAX_TRIES } from './domain/schedule.ts';
import { type EndpointSecrets, openEndpoint } from './endpoint-secrets.ts';
import type { Attempt } from './model.ts';
import { type Made, noteOutcome } from './note-outcome.ts';
import {
  type ClaimedDelivery,
  claimDelivery,
  giveUpDelivery,
  IN_FLIGHT,
  lockEndpoint,
  releaseDelivery,
  selectNextDue,
} from './store/index.ts';

/** A call and its notes take less: who holds a delivery for longer is gone. */
const LEASE_MS = 30_000;
/** Then others have their turn, and this endpoint one more behind them. */
const TURN_MS = 10_000;
/** What is due sooner than the next look finds it is asked for by a timer. */
const SOON_MS = 10_000;

/**
 * Sends what is due for one endpoint, a few at a time, in the order in which it became due; does nothing when others send as
 * many already. Ends when nothing is left, its time is over, or the endpoint has too much to do: the next look goes on.
 */
export async function deliverWebhooks(ctx: Ctx, endpointId: string): Promise<void> {
  const until = performance.now() + TURN_MS;
  const redactor = rememberedRedactor();
  let isEnough = false;
  const lane = async () => {
    let claimed = await noteAndClaim(ctx, endpointId, null, true);
    while (claimed) {
      const called = await callClaimed(ctx, claimed, redactor);
      if (called === null || isOverloaded(called)) isEnough = true;
      if (called === null)
        return releaseDelivery(ctx.db.orm, ctx.actor.workspaceId, claimed.delivery.id, claimed.token);
      claimed = await noteAndClaim(ctx, endpointId, { ...claimed, called }, !isEnough && performance.now() < until);
    }
  };
  // All of them, before an error is told: none may be left behind unheard.
  const lanes = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
  const now = ctx.clock.now();
  const next = await selectNextDue(ctx.db.orm, ctx.actor.workspaceId, endpointId, now);
  if (!next) return;
  const again = () => enqueueDeliveries(ctx, { workspace: ctx.actor.workspace, endpoint: endpointId });
  const waitMs = next.getTime() - now.getTime();
  if (waitMs > 0 && waitMs < SOON_MS) setTimeout(() => void again(), waitMs).unref();
  else if (waitMs <= 0 && !isEnough && performance.now() >= until) await again();
}

type Claimed = {
  readonly delivery: ClaimedDelivery;
  readonly token: string;
  readonly secrets: EndpointSecrets | 'UNREADABLE';
};

/** In one transaction: half as many for a long queue. Null when there is nothing more to send. */
const noteAndClaim = (ctx: Ctx, endpointId: string, made: Made | null, goOn: boolean): Promise<Claimed | null> =>
  ctx.db.orm.transaction(async (tx) => {
    const { workspaceId } = ctx.actor;
    const endpoint = await lockEndpoint(tx, workspaceId, endpointId);
    const isCalled = made ? await noteOutcome(tx, ctx, endpoint, made) : endpoint?.enabled;
    if (!endpoint || !isCalled || !goOn) return null;
    const now = ctx.clock.now();
    const lease = { token: randomUUID(), expiresAt: new Date(now.getTime() + LEASE_MS) };
    for (;;) {
      const delivery = await claimDelivery(tx, workspaceId, endpointId, lease, LOST(now), now);
      if (!delivery) return null;
      if (delivery.tries < MAX_TRIES)
        return { delivery, token: lease.token, secrets: openEndpoint(ctx, endpointId, endpoint) };
      // Whoever sends it ends: it would be sent every half minute for as long as it is kept.
      await giveUpDelivery(tx, workspaceId, delivery.id, lease.token, now);
    }
  });

async function callClaimed(ctx: Ctx, { delivery, secrets }: Claimed, redactor: typeof answerRedactor): Promise<Called> {
  if (secrets === 'UNREADABLE') return { attempt: UNREADABLE(ctx.clock.now()), retryAfterSeconds: null };
  return callEndpoint(ctx, secrets, delivery.event, redactor);
}

const isOverloaded = ({ attempt, retryAfterSeconds }: NonNullable<Called>): boolean =>
  asksForLess(attempt.httpStatus, attempt.error) || retryAfterSeconds !== null;

/** To make one takes longer than a call. */
function rememberedRedactor(): typeof answerRedactor {
  let last: { readonly of: string; readonly redact: Redact } | null = null;
  return (url, secrets) => {
    const of = [url, ...secrets].join('\n');
    if (last?.of !== of) last = { of, redact: answerRedactor(url, secrets) };
    return last.redact;
  };
}

const LOST = (now: Date): Attempt => ({
  at: new Date(now.getTime() - LEASE_MS).toISOString(),
  httpStatus: null,
  error: { code: 'WORKER_LOST', message: 'The worker that made this call ended before it could note what came of it.' },
  durationMs: LEASE_MS,
  answer: null,
});

const UNREADABLE = (now: Date): Attempt => ({
  at: now.toISOString(),
  httpStatus: null,
  error: {
    code: 'SECRETS_UNREADABLE',
    message: 'The URL and the secret cannot be opened: the secret key they were sealed with is not here.',
  },
  durationMs: 0,
  answer: null,
});
