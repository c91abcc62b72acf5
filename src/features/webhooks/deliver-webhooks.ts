import { randomUUID } from 'node:crypto';
import type { Ctx } from '../kit/ctx.ts';
import { callEndpoint } from './call-endpoint.ts';
import { enqueueDeliveries } from './dispatch-events.ts';
import { asksForLess } from './domain/explain-attempt.ts';
import { type EndpointSecrets, openEndpoint } from './endpoint-secrets.ts';
import type { Attempt, WebhookDelivery } from './model.ts';
import { noteOutcome } from './note-outcome.ts';
import { claimDelivery, IN_FLIGHT, lockEndpoint, releaseDelivery, selectNextDue } from './store/index.ts';

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
  let isEnough = false;
  const lane = async () => {
    while (!isEnough && performance.now() < until) {
      const claimed = await claim(ctx, endpointId);
      if (!claimed) return;
      if (await deliver(ctx, claimed)) isEnough = true;
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
  readonly delivery: WebhookDelivery;
  readonly token: string;
  readonly secrets: EndpointSecrets | 'UNREADABLE';
};

const claim = (ctx: Ctx, endpointId: string): Promise<Claimed | null> =>
  ctx.db.orm.transaction(async (tx) => {
    const { workspaceId } = ctx.actor;
    const endpoint = await lockEndpoint(tx, workspaceId, endpointId);
    if (!endpoint?.enabled) return null;
    const now = ctx.clock.now();
    const lease = { token: randomUUID(), expiresAt: new Date(now.getTime() + LEASE_MS) };
    const delivery = await claimDelivery(tx, workspaceId, endpointId, lease, LOST(now), now);
    return delivery && { delivery, token: lease.token, secrets: openEndpoint(ctx, endpointId, endpoint) };
  });

const LOST = (now: Date): Attempt => ({
  at: new Date(now.getTime() - LEASE_MS).toISOString(),
  httpStatus: null,
  error: { code: 'WORKER_LOST', message: 'The worker that made this call ended before it could note what came of it.' },
  durationMs: LEASE_MS,
  answer: null,
});

/** True when the endpoint asks for less. */
async function deliver(ctx: Ctx, { delivery, token, secrets }: Claimed): Promise<boolean> {
  const { workspaceId } = ctx.actor;
  const called =
    secrets === 'UNREADABLE'
      ? { attempt: UNREADABLE(ctx.clock.now()), retryAfterSeconds: null }
      : await callEndpoint(ctx, secrets, delivery.event);
  if (called === null) {
    await releaseDelivery(ctx.db.orm, workspaceId, delivery.id, token);
    return true;
  }
  await noteOutcome(ctx, delivery, token, called);
  return asksForLess(called.attempt.httpStatus, called.attempt.error) || called.retryAfterSeconds !== null;
}

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
