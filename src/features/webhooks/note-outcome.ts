import type { Queryable } from '../../db/client.ts';
import type { Ctx } from '../kit/ctx.ts';
import { recordChange } from '../workspaces/index.ts';
import type { Called } from './call-endpoint.ts';
import { judgeFailing, pauseMs } from './domain/schedule.ts';
import type { DisabledReason, WebhookDelivery } from './model.ts';
import { cancelPending, lockEndpoint, noteAttempt, type StoredEndpoint, updateEndpoint } from './store/index.ts';

/** Notes what came of a call, on the delivery and on its endpoint; nothing when the delivery was taken over meanwhile. */
export const noteOutcome = (
  ctx: Ctx,
  delivery: WebhookDelivery,
  token: string,
  { attempt, retryAfterSeconds }: NonNullable<Called>,
): Promise<void> =>
  ctx.db.orm.transaction(async (tx) => {
    const { workspaceId } = ctx.actor;
    const now = ctx.clock.now();
    const endpoint = await lockEndpoint(tx, workspaceId, delivery.endpointId);
    if (attempt.error === null) {
      const noted = { attempt, state: 'DELIVERED', nextAttemptAt: null } as const;
      const isMine = await noteAttempt(tx, workspaceId, delivery.id, token, noted, now);
      if (!isMine || !endpoint) return;
      await updateEndpoint(tx, workspaceId, endpoint.id, { failingSince: null, lastDeliveredAt: now });
      return;
    }
    const pause = pauseMs(delivery.tries + 1, retryAfterSeconds, Math.random());
    const judged = endpoint?.enabled ? judgeFailing(endpoint, attempt.httpStatus, now) : null;
    // Given up with all that waits for an endpoint that is called no longer.
    const isGivenUp = !judged || judged.disable !== null;
    const state = pause === null ? 'FAILED' : isGivenUp ? 'CANCELLED' : 'PENDING';
    const nextAttemptAt = state === 'PENDING' ? new Date(now.getTime() + (pause ?? 0)) : null;
    const isMine = await noteAttempt(tx, workspaceId, delivery.id, token, { attempt, state, nextAttemptAt }, now);
    if (!isMine || !endpoint || !judged) return;
    await updateEndpoint(tx, workspaceId, endpoint.id, { failingSince: judged.failingSince, lastFailedAt: now });
    if (judged.disable) await disable(tx, ctx, endpoint, judged.disable, now);
  });

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
