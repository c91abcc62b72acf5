import { newId } from '../../lib/ids.ts';
import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { enqueueDeliveries } from './dispatch-events.ts';
import type { WebhookDelivery } from './model.ts';
import { endpointDisabled } from './not-found.ts';
import { mustGet } from './send-test-webhook.ts';
import { getDelivery, insertDeliveries, lockEndpoint } from './store/index.ts';

export type ReplayWebhookDeliveryCode = 'FORBIDDEN' | 'NOT_FOUND' | 'ENDPOINT_DISABLED';

/** Sends the event of a delivery to its endpoint once more, whatever became of it: a delivery of its own, of the same event. */
export async function replayWebhookDelivery(
  ctx: Ctx,
  { id }: { readonly id: string },
): Promise<Outcome<WebhookDelivery, ReplayWebhookDeliveryCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const { workspaceId, workspace } = ctx.actor;
  const now = ctx.clock.now();
  const replayed = await ctx.db.orm.transaction(async (tx) => {
    const past = await getDelivery(tx, workspaceId, id);
    const endpoint = past && (await lockEndpoint(tx, workspaceId, past.endpointId));
    if (!endpoint) return noSuchDelivery();
    if (!endpoint.enabled) return endpointDisabled();
    const delivery = { id: newId('webhookDelivery', now), endpointId: endpoint.id, eventId: past.event.id };
    await insertDeliveries(tx, workspaceId, [delivery], now);
    return ok(await mustGet(tx, workspaceId, delivery.id));
  });
  if (replayed.ok) await enqueueDeliveries(ctx, { workspace, endpoint: replayed.value.endpointId });
  return replayed;
}

const noSuchDelivery = () =>
  refuse('NOT_FOUND', 'There is no such delivery in this workspace, or its endpoint was deleted.', ['input', 'id']);
