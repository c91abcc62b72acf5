import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { refuse } from '../kit/refusal.ts';
import { reasonAndCure } from './ask-endpoint.ts';
import { CREDENTIALS_UNREADABLE } from './domain/explain-failure.ts';
import type { CustomApi } from './model.ts';
import { openSource } from './request-secrets.ts';
import { getCustomApi, lockCustomApi, saveSample } from './store/index.ts';
import { type Tried, type TryEndpointCode, tryEndpoint } from './try-endpoint.ts';

export type ReconfigureCustomApiCode = 'FORBIDDEN' | 'NOT_CONNECTED' | 'CREDENTIALS_UNREADABLE' | TryEndpointCode;

/** Fetches a fresh sample to write a new mapping from. The saved mapping, and the daily runs with it, go on until then. */
export async function reconfigureCustomApi(ctx: Ctx): Promise<Tried<CustomApi, ReconfigureCustomApiCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return { ...no, test: null };
  const { source, secrets } = await openSource(ctx);
  const { endpoint } = source;
  if (!endpoint || !secrets) return { ...notConnected(), test: null };
  if (secrets === 'UNREADABLE') return { ...unreadable(), test: null };
  const tried = await tryEndpoint(ctx, { endpoint, secrets });
  if (!tried.ok) return tried;
  const now = ctx.clock.now();
  const kept = await ctx.db.orm.transaction(async (tx) => {
    const current = await lockCustomApi(tx, ctx.actor, now);
    // A sample of an endpoint that is connected no more would mislead.
    if (current.configVersion !== source.configVersion) return notConnected();
    await saveSample(tx, ctx.actor.workspaceId, tried.value);
    return ok(await getCustomApi(tx, ctx.actor, now));
  });
  return { ...kept, test: tried.test };
}

const unreadable = () => refuse('CREDENTIALS_UNREADABLE', reasonAndCure(CREDENTIALS_UNREADABLE));

const notConnected = () => refuse('NOT_CONNECTED', 'No endpoint is connected: call connectCustomApi first.');
