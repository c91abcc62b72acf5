import { ok } from '../../lib/result.ts';
import { isLongerThan, isStorable } from '../../lib/text.ts';
import type { Role } from '../kit/actor.ts';
import { forbidden } from '../kit/authorize.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { aboutKey, apiKeyRecord, newSecretKey } from './api-key.ts';
import type { ApiKey, KeyCtx } from './model.ts';
import { recordChange } from './record-change.ts';
import { insertApiKey } from './store/index.ts';

export type CreateApiKeyCode = 'FORBIDDEN' | 'INVALID_INPUT';

/** Creates a key of the actor's workspace. The key itself is in the answer and nowhere else. */
export async function createApiKey(
  ctx: KeyCtx,
  input: { readonly label: string; readonly role: Role },
): Promise<Outcome<{ apiKey: ApiKey; secret: string }, CreateApiKeyCode>> {
  const no = forbidden(ctx.actor, 'OWNER');
  if (no) return no;
  const label = input.label.trim();
  if (label.length < 1 || isLongerThan(label, 100) || !isStorable(label)) {
    return refuse('INVALID_INPUT', 'A label has 1 to 100 characters, none of them NUL.', ['input', 'label']);
  }
  const secret = newSecretKey();
  const record = apiKeyRecord(secret, label, input.role, ctx.clock.now());
  const apiKey = await ctx.db.orm.transaction(async (tx) => {
    const created = await insertApiKey(tx, ctx.actor.workspaceId, record);
    await recordChange(tx, ctx, { action: 'API_KEY_CREATED', ...aboutKey(created) });
    return created;
  });
  return ok({ apiKey, secret });
}
