import { newId } from '../../lib/ids.ts';
import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome } from '../kit/refusal.ts';
import { enqueueDeliveries } from './dispatch-events.ts';
import { endpointDisabled, noSuchEndpoint } from './not-found.ts';
import { insertDeliveries, lockEndpoint, selectUndelivered } from './store/index.ts';

export type ReplayWebhookEventsCode = 'FORBIDDEN' | 'NOT_FOUND' | 'ENDPOINT_DISABLED';

/** Of one replay; whoever has more asks again. */
export const MOST_REPLAYED = 10_000;

/** Sends again what an endpoint missed since then: events given up, and neither on their way again nor delivered later. */
export async function replayWebhookEvents(
  ctx: Ctx,
  { endpointId, from }: { readonly endpointId: string; readonly from: Date },
): Promise<Outcome<number, ReplayWebhookEventsCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const { workspaceId, workspace } = ctx.actor;
  const now = ctx.clock.now();
  const replayed = await ctx.db.orm.transaction(async (tx) => {
    // Locked, so that two replays at once do not both send it.
    const endpoint = await lockEndpoint(tx, workspaceId, endpointId);
    if (!endpoint) return noSuchEndpoint('endpointId');
    if (!endpoint.enabled) return endpointDisabled();
    const events = await selectUndelivered(tx, workspaceId, endpointId, from, MOST_REPLAYED);
    const deliveries = events.map((eventId) => ({ id: newId('webhookDelivery', now), endpointId, eventId }));
    if (deliveries.length > 0) await insertDeliveries(tx, workspaceId, deliveries, now);
    return ok(deliveries.length);
  });
  if (replayed.ok && replayed.value > 0) await enqueueDeliveries(ctx, { workspace, endpoint: endpointId });
  return replayed;
}
