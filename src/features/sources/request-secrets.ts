import type { Ctx } from '../kit/ctx.ts';
import type { RequestSecrets } from './domain/endpoint.ts';
import type { CustomApi } from './model.ts';
import { getSealedSource } from './store/index.ts';

const place = (ctx: Ctx) => ({ workspaceId: ctx.actor.workspaceId, integration: 'custom-api', field: 'request' });

export const sealRequestSecrets = (ctx: Ctx, secrets: RequestSecrets): Uint8Array =>
  ctx.secrets.seal(JSON.stringify(secrets), place(ctx));

/** The workspace's source together with the secrets to call it with, opened; null when there are none. */
export async function openSource(ctx: Ctx): Promise<{ source: CustomApi; secrets: RequestSecrets | null }> {
  const { customApi, sealedRequest } = await getSealedSource(ctx.db.orm, ctx.actor, ctx.clock.now());
  const secrets = sealedRequest && (JSON.parse(ctx.secrets.open(sealedRequest, place(ctx))) as RequestSecrets);
  return { source: customApi, secrets };
}
