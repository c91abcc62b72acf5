import type { Ctx } from '../kit/ctx.ts';
import type { RequestSecrets } from './domain/endpoint.ts';
import { getSealedRequest } from './store/index.ts';

const place = (ctx: Ctx) => ({ workspaceId: ctx.actor.workspaceId, integration: 'custom-api', field: 'request' });

export const sealRequestSecrets = (ctx: Ctx, secrets: RequestSecrets): Uint8Array =>
  ctx.secrets.seal(JSON.stringify(secrets), place(ctx));

/** The stored secrets, opened; null when there are none. */
export async function openRequestSecrets(ctx: Ctx): Promise<RequestSecrets | null> {
  const sealed = await getSealedRequest(ctx.db.orm, ctx.actor.workspaceId);
  return sealed ? (JSON.parse(ctx.secrets.open(sealed, place(ctx))) as RequestSecrets) : null;
}
