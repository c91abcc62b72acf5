import { newId } from '../../lib/ids.ts';
import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome } from '../kit/refusal.ts';
import { enqueueDeliveries } from './dispatch-events.ts';
import { TEST_EVENT, type WebhookDelivery } from './model.ts';
import { endpointDisabled, noSuchEndpoint } from './not-found.ts';
import { getDelivery, insertDeliveries, insertEvents, lockEndpoint } from './store/index.ts';

export type SendTestWebhookCode = 'FORBIDDEN' | 'NOT_FOUND' | 'ENDPOINT_DISABLED';

/** Sends a `webhook.test` event to one endpoint, whatever it is subscribed to, and like any other event. */
export async function sendTestWebhook(
  ctx: Ctx,
  { id }: { readonly id: string },
): Promise<Outcome<WebhookDelivery, SendTestWebhookCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const { workspaceId, workspace } = ctx.actor;
  const now = ctx.clock.now();
  const sent = await ctx.db.orm.transaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, workspaceId, id);
    if (!endpoint) return noSuchEndpoint('id');
    if (!endpoint.enabled) return endpointDisabled();
    const data = { endpoint: id, message: 'This is a test of this endpoint; nothing happened.' };
    const event = { id: newId('webhookEvent', now), type: TEST_EVENT, occurredAt: now, data };
    const delivery = { id: newId('webhookDelivery', now), endpointId: id, eventId: event.id };
    await insertEvents(tx, workspaceId, [event]);
    await insertDeliveries(tx, workspaceId, [delivery], now);
    return ok(await mustGet(tx, workspaceId, delivery.id));
  });
  if (sent.ok) await enqueueDeliveries(ctx, { workspace, endpoint: id });
  return sent;
}

export async function mustGet(...given: Parameters<typeof getDelivery>): Promise<WebhookDelivery> {
  const delivery = await getDelivery(...given);
  if (!delivery) throw new Error('a delivery was not inserted');
  return delivery;
}
