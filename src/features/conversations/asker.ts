import type { Err } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Refusal, refuse } from '../kit/refusal.ts';
import type { Asker } from './store/index.ts';

/** Whose conversations are meant: the key's that asks. The product and its operator have none. */
export const askerOf = ({ actor }: Ctx): Asker | null =>
  actor.keyId === null ? null : { workspaceId: actor.workspaceId, keyId: actor.keyId };

/** The same for those who want to change something. */
export function mayAsk(ctx: Ctx): { readonly ok: true; readonly asker: Asker } | Err<readonly Refusal<'FORBIDDEN'>[]> {
  const no = forbidden(ctx.actor, 'MEMBER');
  if (no) return no;
  const asker = askerOf(ctx);
  return asker ? { ok: true, asker } : refuse('FORBIDDEN', 'A conversation belongs to an API key: ask with one.');
}
