import { err, ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome } from '../kit/refusal.ts';
import { recordChange } from '../workspaces/index.ts';
import { checkEndpoint, type EndpointInputCode, hostOf } from './check-endpoint.ts';
import type { EndpointInput } from './create-webhook-endpoint.ts';
import { sealUrl } from './endpoint-secrets.ts';
import type { WebhookEndpoint } from './model.ts';
import { noSuchEndpoint } from './not-found.ts';
import { cancelPending, getEndpoint, lockEndpoint, updateEndpoint } from './store/index.ts';

export type UpdateWebhookEndpointCode = 'FORBIDDEN' | 'NOT_FOUND' | EndpointInputCode;

/** What is not given stays. */
export type EndpointUpdate = Partial<EndpointInput> & { readonly id: string; readonly enabled?: boolean };

/** Changes an endpoint. What waits for it goes to the new URL; disabling it gives up what waits. */
export async function updateWebhookEndpoint(
  ctx: Ctx,
  { id, url, enabled, ...rest }: EndpointUpdate,
): Promise<Outcome<WebhookEndpoint, UpdateWebhookEndpointCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const given = { ...rest, ...(url === undefined ? {} : { url }) };
  const refusals = checkEndpoint(ctx, given);
  if (refusals.length > 0) return err(refusals);
  const { workspaceId } = ctx.actor;
  return ctx.db.orm.transaction(async (tx) => {
    const before = await lockEndpoint(tx, workspaceId, id);
    if (!before) return noSuchEndpoint('id');
    const now = ctx.clock.now();
    const eventTypes = rest.eventTypes && [...new Set(rest.eventTypes)];
    const isSwitched = enabled !== undefined && enabled !== before.enabled;
    await updateEndpoint(tx, workspaceId, id, {
      ...(rest.description === undefined ? {} : { description: rest.description }),
      ...(eventTypes ? { eventTypes } : {}),
      ...(url === undefined ? {} : { host: hostOf(url), sealedUrl: await sealUrl(ctx, tx, id, url) }),
      // Another address, or another try: what failed before says nothing of it.
      ...(url !== undefined || isSwitched ? { failingSince: null } : {}),
      ...(enabled === undefined ? {} : { enabled, disabledReason: null }),
      updatedAt: now,
    });
    // Also when it is enabled: what slipped in while it was being disabled is days old by now.
    if (isSwitched) await cancelPending(tx, workspaceId, id, now);
    const endpoint = await getEndpoint(tx, workspaceId, id);
    if (!endpoint) throw new Error('a locked endpoint is gone');
    await recordChange(tx, ctx, {
      action: 'WEBHOOK_ENDPOINT_UPDATED',
      subject: id,
      details: {
        host: endpoint.host,
        eventTypes: endpoint.eventTypes,
        description: endpoint.description,
        enabled: endpoint.enabled,
        urlReplaced: url !== undefined,
      },
    });
    return ok(endpoint);
  });
}
