import { newId } from '../../lib/ids.ts';
import { err, ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { recordChange } from '../workspaces/index.ts';
import { checkEndpoint, type EndpointInputCode, hostOf } from './check-endpoint.ts';
import { sealSigningSecrets, sealUrl } from './endpoint-secrets.ts';
import type { EventType, WebhookEndpoint } from './model.ts';
import { newSecret } from './sign.ts';
import { getEndpoint, insertEndpoint, lockAndCount } from './store/index.ts';

export type CreateWebhookEndpointCode = 'FORBIDDEN' | 'TOO_MANY_ENDPOINTS' | EndpointInputCode;

export const MAX_ENDPOINTS = 20;

export type EndpointInput = {
  readonly url: string;
  /** Empty: all. */
  readonly eventTypes: readonly EventType[];
  readonly description: string | null;
};

/** Makes an endpoint, and the secret it is signed for: to be shown this once. Nothing is sent yet. */
export async function createWebhookEndpoint(
  ctx: Ctx,
  { url, eventTypes, description }: EndpointInput,
): Promise<Outcome<{ readonly endpoint: WebhookEndpoint; readonly secret: string }, CreateWebhookEndpointCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const refusals = checkEndpoint(ctx, { url, description });
  if (refusals.length > 0) return err(refusals);
  const { workspaceId } = ctx.actor;
  const types = [...new Set(eventTypes)];
  return ctx.db.orm.transaction(async (tx) => {
    if ((await lockAndCount(tx, workspaceId)) >= MAX_ENDPOINTS) {
      return refuse('TOO_MANY_ENDPOINTS', `A workspace has at most ${MAX_ENDPOINTS} endpoints: delete one first.`);
    }
    const now = ctx.clock.now();
    const id = newId('webhookEndpoint', now);
    const secret = newSecret();
    const host = hostOf(url);
    await insertEndpoint(tx, workspaceId, {
      ...{ id, host, description, eventTypes: types, createdAt: now },
      sealedUrl: await sealUrl(ctx, tx, id, url),
      sealedSecrets: await sealSigningSecrets(ctx, tx, id, [{ secret, until: null }]),
    });
    await recordChange(tx, ctx, {
      action: 'WEBHOOK_ENDPOINT_CREATED',
      subject: id,
      details: { host, eventTypes: types, description },
    });
    const endpoint = await getEndpoint(tx, workspaceId, id);
    if (!endpoint) throw new Error('the endpoint was not inserted');
    return ok({ endpoint, secret });
  });
}
