import { windowEnding } from '../../lib/day.ts';
import { ok } from '../../lib/result.ts';
import { yesterday } from '../../platform/clock.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { recordChange } from '../workspaces/index.ts';
import { announceRun } from './announce.ts';
import { connectionDetails } from './connect-custom-api.ts';
import { type AnswerFormat, type Auth, hostOf, type RequestSecrets } from './domain/endpoint.ts';
import { DEFAULT_MAX_PAGES, type Paging, type PagingStyle } from './domain/paging.ts';
import { catchUpWindow, MAX_WINDOW_DAYS, type SyncRun } from './domain/sync-run.ts';
import type { CustomApi, StoredSample } from './model.ts';
import { openSource, sealRequestSecrets } from './request-secrets.ts';
import { dispatchRun, mustQueueRun } from './start-run.ts';
import { cancelActiveRun, getCustomApi, lockCustomApi, saveReconnection } from './store/index.ts';
import { type Connection, type Tried, type TryEndpointCode, tryEndpoint } from './try-endpoint.ts';

export type ReconnectCustomApiCode =
  | 'FORBIDDEN'
  | 'NOT_CONNECTED'
  | 'CREDENTIALS_NEEDED'
  | 'CHANGED_MEANWHILE'
  | TryEndpointCode;

/** What to change; null keeps what is stored. */
export type Reconnection = {
  readonly url: string | null;
  readonly method: 'GET' | 'POST' | null;
  readonly timeoutSeconds: number | null;
  readonly auth: Auth | null;
  readonly headers: RequestSecrets['headers'] | null;
  readonly body: string | null;
  readonly answerFormat: AnswerFormat | null;
  /** `NONE` when the answer comes as one from now on. */
  readonly paging: PagingStyle | 'NONE' | null;
  readonly maxPages: number | null;
};

export type Reconnected = { readonly customApi: CustomApi; readonly syncRun: SyncRun | null };

/**
 * Tries the connected endpoint again, with what is stored or with new credentials. When it answers, the connection is taken out
 * of its error, a fresh sample is kept, and what was missed is fetched; when it does not, everything stays as it was.
 */
export async function reconnectCustomApi(
  ctx: Ctx,
  input: Reconnection,
): Promise<Tried<Reconnected, ReconnectCustomApiCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return { ...no, test: null };
  const { source, secrets } = await openSource(ctx);
  if (!source.endpoint) return { ...notConnected(), test: null };
  const url = input.url ?? source.endpoint.url;
  // Whoever may change the address must not be able to send the stored credentials somewhere else.
  const moved = hostOf(url) !== hostOf(source.endpoint.url) || isPlain(url) !== isPlain(source.endpoint.url);
  const stored = secrets === 'UNREADABLE' ? null : secrets;
  const needed = moved ? 'The address has another host' : stored ? null : 'The stored credentials cannot be opened';
  if (needed !== null && !input.auth) {
    const message = `${needed}: give auth, and headers and body if the endpoint needs them.`;
    return { ...refuse('CREDENTIALS_NEEDED', message, ['input', 'auth']), test: null };
  }
  const kept = moved ? null : stored;
  const connection: Connection = {
    endpoint: {
      url,
      method: input.method ?? source.endpoint.method,
      timeoutSeconds: input.timeoutSeconds ?? source.endpoint.timeoutSeconds,
      answerFormat: input.answerFormat ?? source.endpoint.answerFormat,
      paging: pagingOf(input, source.endpoint.paging),
    },
    secrets: {
      auth: input.auth ?? kept?.auth ?? { kind: 'NONE' },
      headers: input.headers ?? kept?.headers ?? [],
      body: input.body ?? kept?.body ?? null,
    },
  };
  const tried = await tryEndpoint(ctx, connection);
  if (!tried.ok) return tried;
  return { ...(await keep(ctx, connection, tried.value, source.configVersion)), test: tried.test };
}

function pagingOf({ paging, maxPages }: Reconnection, stored: Paging | null): Paging | null {
  const style = paging === 'NONE' ? null : (paging ?? stored);
  return style && { ...style, maxPages: maxPages ?? stored?.maxPages ?? DEFAULT_MAX_PAGES };
}

const isPlain = (url: string): boolean => url.toLowerCase().startsWith('http:');

async function keep(
  ctx: Ctx,
  connection: Connection,
  sample: StoredSample,
  triedVersion: number,
): Promise<Outcome<Reconnected, 'NOT_CONNECTED' | 'CHANGED_MEANWHILE'>> {
  const { endpoint, secrets } = connection;
  const { workspaceId } = ctx.actor;
  const now = ctx.clock.now();
  const kept = await ctx.db.orm.transaction(async (tx) => {
    const current = await lockCustomApi(tx, ctx.actor, now);
    if (!current.endpoint) return notConnected();
    // What was tried with stored parts must not overwrite parts that somebody else has changed since.
    if (current.configVersion !== triedVersion) return changedMeanwhile();
    const cancelled = await cancelActiveRun(tx, workspaceId, now);
    const configVersion = current.configVersion + 1;
    const hasHistory = current.syncedDays.length > 0;
    const status = current.mapping ? (hasHistory ? 'CONNECTED' : 'BACKFILLING') : 'MAPPING';
    const sealedRequest = await sealRequestSecrets(ctx, tx, secrets);
    const saved = { ...endpoint, authKind: secrets.auth.kind, sealedRequest, sample };
    await saveReconnection(tx, workspaceId, saved, status, configVersion);
    await recordChange(tx, ctx, {
      action: 'CUSTOM_API_RECONNECTED',
      subject: current.id,
      details: connectionDetails(connection),
    });
    const customApi = await getCustomApi(tx, ctx.actor, now);
    const until = yesterday(ctx.clock);
    const window = hasHistory ? catchUpWindow(current.lastSyncedDay, until) : windowEnding(until, MAX_WINDOW_DAYS);
    const syncRun = current.mapping
      ? await mustQueueRun(ctx, tx, hasHistory ? 'SYNC_NOW' : 'BACKFILL', window, customApi)
      : null;
    return ok({ cancelled, customApi, syncRun });
  });
  if (!kept.ok) return kept;
  const { cancelled, customApi, syncRun } = kept.value;
  if (cancelled) await announceRun(ctx, cancelled);
  if (syncRun) await dispatchRun(ctx, syncRun);
  return ok({ customApi, syncRun });
}

const notConnected = () => refuse('NOT_CONNECTED', 'No endpoint is connected: call connectCustomApi first.');

const changedMeanwhile = () =>
  refuse('CHANGED_MEANWHILE', 'The connection was changed while it was being tried: look at it and try again.');
