import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Outcome } from '../kit/refusal.ts';
import type { ApiKey, KeyCtx } from './model.ts';
import { listApiKeys as selectApiKeys } from './store/index.ts';

/** The workspace's keys, newest first, revoked ones included. */
export async function listApiKeys(ctx: KeyCtx): Promise<Outcome<ApiKey[], 'FORBIDDEN'>> {
  const no = forbidden(ctx.actor, 'OWNER');
  if (no) return no;
  return ok(await selectApiKeys(ctx.db.orm, ctx.actor.workspaceId));
}
