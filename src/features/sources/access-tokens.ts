import { createHash } from 'node:crypto';
import type { Result } from '../../lib/result.ts';
import { orCut } from '../../platform/http/lifeline.ts';
import {
  OutboundBodyError,
  type OutboundFailure,
  type OutboundRequest,
  type OutboundResponse,
} from '../../platform/http/outbound.ts';
import type { Ctx } from '../kit/ctx.ts';
import { judgeTokenAnswer, readTokenError, reusableUntil } from './domain/access-token.ts';
import { type ClientCredentials, tokenRequest } from './domain/client-credentials.ts';
import type { Auth } from './domain/endpoint.ts';
import {
  explainRefusal,
  explainTokenFailure,
  MAX_TOKEN_ANSWER_BYTES,
  REFUSALS,
  type TokenFailure,
  tokenUnusable,
} from './domain/explain-token-failure.ts';
import { createTokenCache, type KeptToken } from './token-cache.ts';

/** The longest wait for a token; less when the endpoint itself gets less. */
const LONGEST_WAIT_MS = 30_000;

/** In this process's memory and nowhere else: each process asks for tokens of its own. */
const cache = createTokenCache(1_000);

/** No token, so no call: carries what to tell. */
export class AccessTokenError extends Error {
  override readonly name = 'AccessTokenError';
  readonly failure: TokenFailure;
  constructor(failure: TokenFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/**
 * One call to the endpoint, with an access token where the credentials are OAuth2's. A kept token that the endpoint answers
 * with 401 is replaced once, and the call is made once more within the same deadline. `onToken` hears of each token before
 * it is sent, so that it can be taken out of whatever comes back. Throws `AccessTokenError` when no token is to be had.
 */
export async function callWithToken(
  ctx: Ctx,
  auth: Auth,
  request: OutboundRequest,
  onToken: (token: string) => void,
): Promise<Result<OutboundResponse, OutboundFailure>> {
  if (auth.kind !== 'OAUTH2_CLIENT_CREDENTIALS') return ctx.outbound.call(request);
  const key = keyOf(ctx, auth);
  const ask = async (timeoutMs: number) => {
    const { token, cached } = await takeToken(ctx, key, auth, request);
    onToken(token);
    const began = performance.now();
    const headers = { ...request.headers, authorization: `Bearer ${token}` };
    const answer = await ctx.outbound.call({ ...request, headers, timeoutMs });
    const refused = answer.ok || answer.error.code !== 'HTTP_STATUS' ? undefined : answer.error.status;
    // With 403 another token would do no better now, but may once the client was given more rights.
    if (refused === 401 || refused === 403) cache.forget(key, token);
    return { answer, again: refused === 401 && cached, leftMs: timeoutMs - (performance.now() - began) };
  };
  const { answer, again, leftMs } = await ask(request.timeoutMs);
  if (!again || leftMs <= 0) return answer;
  return (await ask(Math.ceil(leftMs / 1000) * 1000)).answer;
}

/** Why the address of a token endpoint must not be called, as far as can be said without calling it; null when it may be. */
export function checkTokenUrl({ outbound }: Pick<Ctx, 'outbound'>, auth: Auth): TokenFailure | null {
  const failure = auth.kind === 'OAUTH2_CLIENT_CREDENTIALS' ? outbound.check(auth.tokenUrl) : null;
  return failure && explainTokenFailure(failure, '');
}

/** Whoever tests or ends a connection wants its credentials looked at anew. Other processes keep their tokens. */
export const forgetTokens = ({ actor }: Pick<Ctx, 'actor'>): void => cache.forgetAll(prefixOf(actor.workspaceId));

const prefixOf = (workspaceId: number): string => `${workspaceId}:`;

/** A digest, so that the secret is in memory no longer than a call takes. */
const keyOf = ({ actor }: Ctx, client: ClientCredentials): string => {
  const { tokenUrl, clientId, clientSecret, scope, audience, clientAuthentication } = client;
  const parts = JSON.stringify([tokenUrl, clientId, clientSecret, scope, audience, clientAuthentication]);
  return prefixOf(actor.workspaceId) + createHash('sha256').update(parts).digest('base64');
};

/** One caller who gives up must not take the token from the others: the request goes on, under its own deadline. */
async function takeToken(
  ctx: Ctx,
  key: string,
  client: ClientCredentials,
  { timeoutMs, signal }: Pick<OutboundRequest, 'timeoutMs' | 'signal'>,
) {
  const taken = cache.take(key, ctx.clock.now().getTime(), () => fetchToken(ctx, client, timeoutMs));
  if (!signal) return taken;
  return orCut(taken, signal).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    throw new OutboundBodyError({ code: 'ABORTED', detail: 'The call was cancelled.' });
  });
}

async function fetchToken(ctx: Ctx, client: ClientCredentials, timeoutMs: number): Promise<KeptToken> {
  const askedAt = ctx.clock.now().getTime();
  const host = new URL(client.tokenUrl).hostname;
  const answer = await ctx.outbound.call({
    method: 'POST',
    url: client.tokenUrl,
    ...tokenRequest(client),
    timeoutMs: Math.min(LONGEST_WAIT_MS, timeoutMs),
    maxBodyBytes: MAX_TOKEN_ANSWER_BYTES,
    alsoRead: REFUSALS,
  });
  if (!answer.ok) throw new AccessTokenError(explainTokenFailure(answer.error, host));
  const { status, body } = answer.value;
  const refused = REFUSALS.includes(status);
  const text = await readText(body).catch((error: unknown) => {
    if (!(error instanceof OutboundBodyError)) throw error;
    const { failure } = error;
    throw new AccessTokenError(explainTokenFailure(refused ? { ...failure, status } : failure, host));
  });
  if (refused) throw new AccessTokenError(explainRefusal(host, status, readTokenError(text)));
  const judged = judgeTokenAnswer(text);
  if (!judged.ok) throw new AccessTokenError(tokenUnusable(host, judged.error));
  return { token: judged.value.token, reusableUntil: reusableUntil(judged.value, askedAt) };
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return new TextDecoder().decode(Buffer.concat(chunks));
}
