import { type DayWindow, windowEnding } from '../../lib/day.ts';
import { err, ok } from '../../lib/result.ts';
import { yesterday } from '../../platform/clock.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { reasonAndCure } from './ask-endpoint.ts';
import { CREDENTIALS_UNREADABLE } from './domain/explain-failure.ts';
import type { CustomApi, StoredSample } from './model.ts';
import { openSource } from './request-secrets.ts';
import { lockCustomApi, saveSample } from './store/index.ts';
import { TEST_DAYS, type TryEndpointCode, tryEndpoint } from './try-endpoint.ts';

export type CurrentSampleCode = 'NOT_CONNECTED' | 'CREDENTIALS_UNREADABLE' | Exclude<TryEndpointCode, 'INVALID_INPUT'>;

/** The days that a sample was asked for. */
export const windowOf = ({ fetchedAt }: StoredSample): DayWindow =>
  windowEnding(yesterday({ now: () => fetchedAt }), TEST_DAYS);

/** The stored sample, or one that the endpoint gives now: when there is none any more, or when a fresh one is wanted. */
export async function currentSample(ctx: Ctx, fresh: boolean): Promise<Outcome<StoredSample, CurrentSampleCode>> {
  const { source, secrets } = await openSource(ctx);
  const { endpoint } = source;
  if (!endpoint || !secrets) return refuse('NOT_CONNECTED', 'No endpoint is connected: call connectCustomApi first.');
  if (source.sample && !fresh) return ok(source.sample);
  if (secrets === 'UNREADABLE') return refuse('CREDENTIALS_UNREADABLE', reasonAndCure(CREDENTIALS_UNREADABLE));
  const tried = await tryEndpoint(ctx, { endpoint, secrets });
  if (!tried.ok) return err(tried.error.map(ofEndpoint));
  await keep(ctx, source, tried.value);
  return ok(tried.value);
}

/** Once a mapping is saved, answers are kept only where somebody asked for it: with `reconfigureCustomApi`. */
async function keep(ctx: Ctx, source: CustomApi, sample: StoredSample): Promise<void> {
  if (source.mapping) return;
  await ctx.db.orm.transaction(async (tx) => {
    const current = await lockCustomApi(tx, ctx.actor, ctx.clock.now());
    if (current.configVersion === source.configVersion) await saveSample(tx, ctx.actor.workspaceId, sample);
  });
}

/** Nothing of the endpoint is an input here. What is stored passed the checks of its own time, and may not pass today's. */
const ofEndpoint = ({ code, message }: { readonly code: TryEndpointCode; readonly message: string }) => ({
  code: code === 'INVALID_INPUT' ? ('INVALID_URL' as const) : code,
  message,
  field: [],
});
