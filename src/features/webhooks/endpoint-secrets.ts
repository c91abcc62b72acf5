import type { Queryable } from '../../db/client.ts';
import { keyIdOf } from '../../platform/secrets/format.ts';
import { SecretError, type SecretPlace } from '../../platform/secrets/secrets.ts';
import type { Ctx } from '../kit/ctx.ts';
import { holdKeys } from '../workspaces/index.ts';
import type { SigningSecret } from './model.ts';

/** What an endpoint is called with. */
export type EndpointSecrets = { readonly url: string; readonly secrets: readonly SigningSecret[] };
export type SealedEndpoint = { readonly sealedUrl: Uint8Array; readonly sealedSecrets: Uint8Array };

/** Bound to workspace, endpoint and field: neither can be put in the place of another. */
export const placeOf = (workspaceId: number, endpointId: string, field: 'url' | 'secrets'): SecretPlace => ({
  workspaceId,
  integration: `webhook:${endpointId}`,
  field,
});

/** In the transaction that stores the result, so that a rotation of keys that begins meanwhile waits for it. */
export async function sealUrl(ctx: Ctx, tx: Queryable, endpointId: string, url: string): Promise<Uint8Array> {
  await holdKeys(tx);
  return ctx.secrets.seal(url, placeOf(ctx.actor.workspaceId, endpointId, 'url'));
}

export async function sealSigningSecrets(
  ctx: Ctx,
  tx: Queryable,
  endpointId: string,
  secrets: readonly SigningSecret[],
): Promise<Uint8Array> {
  await holdKeys(tx);
  return ctx.secrets.seal(JSON.stringify(secrets), placeOf(ctx.actor.workspaceId, endpointId, 'secrets'));
}

/** Opened; or that no key of this process opens it. */
export function openSigningSecrets(
  ctx: Ctx,
  endpointId: string,
  sealed: Uint8Array,
): readonly SigningSecret[] | 'UNREADABLE' {
  const text = open(ctx, endpointId, 'secrets', sealed);
  return text === 'UNREADABLE' ? text : (JSON.parse(text) as SigningSecret[]);
}

export function openEndpoint(ctx: Ctx, endpointId: string, sealed: SealedEndpoint): EndpointSecrets | 'UNREADABLE' {
  const url = open(ctx, endpointId, 'url', sealed.sealedUrl);
  const secrets = openSigningSecrets(ctx, endpointId, sealed.sealedSecrets);
  return url === 'UNREADABLE' || secrets === 'UNREADABLE' ? 'UNREADABLE' : { url, secrets };
}

function open(ctx: Ctx, endpointId: string, field: 'url' | 'secrets', sealed: Uint8Array): string {
  try {
    return ctx.secrets.open(sealed, placeOf(ctx.actor.workspaceId, endpointId, field));
  } catch (error) {
    if (!(error instanceof SecretError)) throw error;
    const details = { workspace: ctx.actor.workspace, endpoint: endpointId, reason: error.reason };
    ctx.log.error({ ...details, sealedUnder: keyIdOf(sealed) }, 'the secrets of a webhook endpoint cannot be opened');
    return 'UNREADABLE';
  }
}
