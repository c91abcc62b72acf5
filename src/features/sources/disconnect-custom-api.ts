import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { recordChange } from '../workspaces/index.ts';
import { forgetTokens } from './access-tokens.ts';
import { announceRun } from './announce.ts';
import type { CustomApi } from './model.ts';
import { cancelActiveRun, getCustomApi, lockCustomApi, saveDisconnection } from './store/index.ts';

export type DisconnectCustomApiCode = 'FORBIDDEN' | 'NOT_CONNECTED';

/** Deletes credentials, mapping and sample, and cancels a run under way. The usage that was stored stays. */
export async function disconnectCustomApi(ctx: Ctx): Promise<Outcome<CustomApi, DisconnectCustomApiCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const now = ctx.clock.now();
  const done = await ctx.db.orm.transaction(async (tx) => {
    const current = await lockCustomApi(tx, ctx.actor, now);
    if (!current.endpoint) return null;
    const cancelled = await cancelActiveRun(tx, ctx.actor.workspaceId, now);
    await saveDisconnection(tx, ctx.actor.workspaceId, current.configVersion + 1);
    await recordChange(tx, ctx, { action: 'CUSTOM_API_DISCONNECTED', subject: current.id });
    return { cancelled, customApi: await getCustomApi(tx, ctx.actor, now) };
  });
  if (!done) return refuse('NOT_CONNECTED', 'No endpoint is connected.');
  forgetTokens(ctx);
  if (done.cancelled) await announceRun(ctx, done.cancelled);
  return ok(done.customApi);
}
