import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome } from '../kit/refusal.ts';
import { recordChange } from '../workspaces/index.ts';
import { noSuchEndpoint } from './not-found.ts';
import { cancelPending, deleteEndpoint, lockEndpoint } from './store/index.ts';

export type DeleteWebhookEndpointCode = 'FORBIDDEN' | 'NOT_FOUND';

/** Deletes an endpoint, its URL and its secrets, and gives up what waits for it. Its deliveries stay for their 30 days. */
export async function deleteWebhookEndpoint(
  ctx: Ctx,
  { id }: { readonly id: string },
): Promise<Outcome<string, DeleteWebhookEndpointCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const { workspaceId } = ctx.actor;
  return ctx.db.orm.transaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, workspaceId, id);
    if (!endpoint) return noSuchEndpoint('id');
    // First: it waits for those who are telling it something.
    await deleteEndpoint(tx, workspaceId, id);
    await cancelPending(tx, workspaceId, id, ctx.clock.now());
    await recordChange(tx, ctx, {
      action: 'WEBHOOK_ENDPOINT_DELETED',
      subject: id,
      details: { host: endpoint.host },
    });
    return ok(id);
  });
}
