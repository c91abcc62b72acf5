import { encodeCursor, type Page, type PageRequest, pageOf } from '../../lib/page.ts';
import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { keysetAfter } from '../kit/keyset-after.ts';
import type { Outcome } from '../kit/refusal.ts';
import type { DeliveryState, WebhookDelivery, WebhookEndpoint, WebhookEvent } from './model.ts';
import { getDelivery, getEndpoint, getEvent, selectDeliveryPage, selectEndpoints } from './store/index.ts';

const ORDERING = 'webhook-deliveries';

/** The workspace's endpoints, oldest first. */
export async function listWebhookEndpoints(ctx: Ctx): Promise<Outcome<readonly WebhookEndpoint[], 'FORBIDDEN'>> {
  return forbidden(ctx.actor, 'ADMIN') ?? ok(await selectEndpoints(ctx.db.orm, ctx.actor.workspaceId));
}

/** One page of an endpoint's deliveries, newest first. */
export async function listWebhookDeliveries(
  ctx: Ctx,
  endpointId: string,
  page: PageRequest,
  states: readonly DeliveryState[] | null,
): Promise<Outcome<Page<WebhookDelivery>, 'INVALID_INPUT'>> {
  const after = keysetAfter(page, ORDERING, ['string']);
  if (!after.ok) return after;
  const before = after.value === null ? null : String(after.value[0]);
  const { workspaceId } = ctx.actor;
  const rows = await selectDeliveryPage(ctx.db.orm, workspaceId, endpointId, states, before, page.first + 1);
  return ok(pageOf(rows, page, (delivery) => ({ node: delivery, cursor: encodeCursor(ORDERING, [delivery.id]) })));
}

/** Those of a workspace are few: one question answers for all of these ids. */
export async function findWebhookEndpoints(ctx: Ctx, ids: readonly string[]): Promise<(WebhookEndpoint | null)[]> {
  const endpoints = await listWebhookEndpoints(ctx);
  const byId = new Map((endpoints.ok ? endpoints.value : []).map((endpoint) => [endpoint.id, endpoint]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** By its id; null when there is none, or none for this actor. */
export const findWebhookEndpoint = async (ctx: Ctx, id: string): Promise<WebhookEndpoint | null> =>
  forbidden(ctx.actor, 'ADMIN') ? null : getEndpoint(ctx.db.orm, ctx.actor.workspaceId, id);

export const findWebhookDelivery = async (ctx: Ctx, id: string): Promise<WebhookDelivery | null> =>
  forbidden(ctx.actor, 'ADMIN') ? null : getDelivery(ctx.db.orm, ctx.actor.workspaceId, id);

export const findWebhookEvent = async (ctx: Ctx, id: string): Promise<WebhookEvent | null> =>
  forbidden(ctx.actor, 'ADMIN') ? null : getEvent(ctx.db.orm, ctx.actor.workspaceId, id);
