import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ports } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { aboutKey } from './api-key.ts';
import type { ApiKey, KeyCtx } from './model.ts';
import { recordChange } from './record-change.ts';
import { announceRevokedKey } from './revoked-keys.ts';
import { getApiKey, lockOwnerKeyIds, markRevoked } from './store/index.ts';

export type RevokeApiKeyCode = 'FORBIDDEN' | 'NOT_FOUND' | 'LAST_OWNER_KEY';

/** Revokes a key at once: the next request with it is refused, and its open sockets are closed. */
export async function revokeApiKey(
  ctx: KeyCtx & Partial<Pick<Ports, 'pubsub' | 'log'>>,
  input: { readonly id: string },
): Promise<Outcome<ApiKey, RevokeApiKeyCode>> {
  const no = forbidden(ctx.actor, 'OWNER');
  if (no) return no;
  const outcome = await revoke(ctx, input);
  if (outcome.ok) await announceRevokedKey(ctx);
  return outcome;
}

const revoke = (ctx: KeyCtx, input: { readonly id: string }): Promise<Outcome<ApiKey, RevokeApiKeyCode>> =>
  ctx.db.orm.transaction(async (tx) => {
    const owners = await lockOwnerKeyIds(tx, ctx.actor.workspaceId);
    if (owners.length === 1 && owners[0] === input.id) {
      return refuse('LAST_OWNER_KEY', 'This is the last working OWNER key. Create another OWNER key first.', [
        'input',
        'id',
      ]);
    }
    const revoked = await markRevoked(tx, ctx.actor.workspaceId, input.id, ctx.clock.now());
    if (revoked) await recordChange(tx, ctx, { action: 'API_KEY_REVOKED', ...aboutKey(revoked) });
    // Revoking a key twice changes nothing.
    const apiKey = revoked ?? (await getApiKey(tx, ctx.actor.workspaceId, input.id));
    return apiKey ? ok(apiKey) : refuse('NOT_FOUND', 'There is no such key in this workspace.', ['input', 'id']);
  });
