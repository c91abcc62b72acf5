import type { Queryable } from '../../db/client.ts';
import { keyIdOf } from '../../platform/secrets/format.ts';
import { SecretError, type SecretPlace } from '../../platform/secrets/secrets.ts';
import type { Ctx } from '../kit/ctx.ts';
import { holdKeys } from '../workspaces/index.ts';
import type { RequestSecrets } from './domain/endpoint.ts';
import type { CustomApi } from './model.ts';
import { getSealedSource } from './store/index.ts';

/** What was sealed, opened; or that no key of this process opens it. */
export type OpenedSecrets = RequestSecrets | 'UNREADABLE';

export const requestPlace = (workspaceId: number): SecretPlace => ({
  workspaceId,
  integration: 'custom-api',
  field: 'request',
});

/**
 * Seals in the transaction that stores the result: a rotation that begins meanwhile waits for it, so nothing is left behind
 * under a key that is about to be forgotten.
 */
export async function sealRequestSecrets(ctx: Ctx, tx: Queryable, secrets: RequestSecrets): Promise<Uint8Array> {
  await holdKeys(tx);
  return ctx.secrets.seal(JSON.stringify(secrets), requestPlace(ctx.actor.workspaceId));
}

/** The workspace's source together with the secrets to call it with, opened; null when there are none. */
export async function openSource(ctx: Ctx): Promise<{ source: CustomApi; secrets: OpenedSecrets | null }> {
  const { customApi, sealedRequest } = await getSealedSource(ctx.db.orm, ctx.actor, ctx.clock.now());
  return { source: customApi, secrets: sealedRequest && openRequest(ctx, sealedRequest) };
}

function openRequest(ctx: Ctx, sealed: Uint8Array): OpenedSecrets {
  try {
    return JSON.parse(ctx.secrets.open(sealed, requestPlace(ctx.actor.workspaceId))) as RequestSecrets;
  } catch (error) {
    if (!(error instanceof SecretError)) throw error;
    // Many workspaces at once mean a key that is not here: the operator has to know before the customers tell him.
    const details = { workspace: ctx.actor.workspace, reason: error.reason, sealedUnder: keyIdOf(sealed) };
    ctx.log.error(details, 'the credentials of a source cannot be opened');
    return 'UNREADABLE';
  }
}
