import type { Queryable } from '../../db/client.ts';
import type { Ctx } from '../kit/ctx.ts';
import { recordChange } from '../workspaces/index.ts';
import type { Called } from './call-endpoint.ts';
import { judgeFailing, pauseMs } from './domain/schedule.ts';
import type { DisabledReason } from './model.ts';
import {
  type ClaimedDelivery,
  cancelPending,
  noteAttempt,
  type StoredEndpoint,
  updateEndpoint,
} from './store/index.ts';

/** A success that comes so soon after another is not noted on the endpoint. */
const FRESH_MS = 1_000;

/** A call that was made, under the lease that allowed it. */
export type Made = {
  readonly delivery: ClaimedDelivery;
  readonly token: string;
  readonly called: NonNullable<Called>;
};

/**
 * Notes what came of a call, on the delivery and on its endpoint, which is locked; null when that was deleted meanwhile. Returns
 * whether the endpoint is to be called again. Nothing is noted of a delivery that was taken over.
 */
export async function noteOutcome(
  tx: Queryable,
  ctx: Ctx,
  endpoint: StoredEndpoint | null,
  { delivery, token, called: { attempt, retryAfterSeconds } }: Made,
): Promise<boolean> {
  const { workspaceId } = ctx.actor;
  const now = ctx.clock.now();
  const isCalled = endpoint?.enabled ?? false;
  if (attempt.error === null) {
    const noted = { attempt, state: 'DELIVERED', nextAttemptAt: null } as const;
    const isMine = await noteAttempt(tx, workspaceId, delivery.id, token, noted, now);
    if (isMine && endpoint && isNews(endpoint, now)) {
      await updateEndpoint(tx, workspaceId, endpoint.id, { failingSince: null, lastDeliveredAt: now });
    }
    return isCalled;
  }
  const pause = pauseMs(delivery.tries + 1, retryAfterSeconds, Math.random());
  const judged = endpoint?.enabled ? judgeFailing(endpoint, attempt.httpStatus, now) : null;
  // Given up with all that waits for an endpoint that is called no longer.
  const isGivenUp = !judged || judged.disable !== null;
  const state = pause === null ? 'FAILED' : isGivenUp ? 'CANCELLED' : 'PENDING';
  const nextAttemptAt = state === 'PENDING' ? new Date(now.getTime() + (pause ?? 0)) : null;
  const isMine = await noteAttempt(tx, workspaceId, delivery.id, token, { attempt, state, nextAttemptAt }, now);
  if (!isMine || !endpoint || !judged) return isCalled;
  await updateEndpoint(tx, workspaceId, endpoint.id, { failingSince: judged.failingSince, lastFailedAt: now });
  if (!judged.disable) return true;
  await disable(tx, ctx, endpoint, judged.disable, now);
  return false;
}

const isNews = ({ failingSince, lastDeliveredAt }: StoredEndpoint, now: Date): boolean =>
  failingSince !== null || !lastDeliveredAt || Math.abs(now.getTime() - lastDeliveredAt.getTime()) >= FRESH_MS;

async function disable(
  tx: Queryable,
  ctx: Ctx,
  { id, host }: StoredEndpoint,
  reason: DisabledReason,
  now: Date,
): Promise<void> {
  const { workspaceId } = ctx.actor;
  await updateEndpoint(tx, workspaceId, id, { enabled: false, disabledReason: reason, updatedAt: now });
  await cancelPending(tx, workspaceId, id, now);
  await recordChange(tx, ctx, { action: 'WEBHOOK_ENDPOINT_DISABLED', subject: id, details: { host, reason } });
}
