import { OutboundBodyError, type OutboundRequest } from '../../platform/http/outbound.ts';
import type { Ctx } from '../kit/ctx.ts';
import { explainAttempt, isDelivered } from './domain/explain-attempt.ts';
import { type answerRedactor, shownAnswer } from './domain/redact-answer.ts';
import type { EndpointSecrets } from './endpoint-secrets.ts';
import type { Attempt, WebhookEvent } from './model.ts';
import { bodyOf, signedHeaders, signingNow } from './sign.ts';

/** Standard Webhooks: 15 to 30 s. */
const DEADLINE_MS = 15_000;
/** Read of an answer; a little of it is shown. */
const READ_BYTES = 16 * 1024;
/** An answer that says it is longer is cut off, not refused: what counts is its status. */
const ANNOUNCED_BYTES = 1024 ** 3;
const ERROR_STATUSES = Array.from({ length: 200 }, (_, index) => 400 + index);

/** What came of a call; null when this process stopped it, so that it counts for nothing. */
export type Called = { readonly attempt: Attempt; readonly retryAfterSeconds: number | null } | null;

/** Takes out of a text what is secret in it. */
export type Redact = (text: string) => string;

/** Sends an event, signed with every secret that is good now. */
export async function callEndpoint(
  ctx: Ctx,
  { url, secrets }: EndpointSecrets,
  event: WebhookEvent,
  redactor: typeof answerRedactor,
): Promise<Called> {
  const now = ctx.clock.now();
  const started = performance.now();
  const body = bodyOf(event);
  const signing = signingNow(secrets, now).map(({ secret }) => secret);
  const answered = await call(ctx, {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...signedHeaders(event.id, body, signing, now) },
    body,
    timeoutMs: DEADLINE_MS,
    maxBodyBytes: ANNOUNCED_BYTES,
    alsoRead: ERROR_STATUSES,
  });
  if (answered === null) return null;
  const { status, error, text, retryAfterSeconds } = answered;
  // Most endpoints answer with nothing: then there is nothing to look for.
  const redact: Redact = error || text ? redactor(url, signing) : String;
  const attempt: Attempt = {
    at: now.toISOString(),
    httpStatus: status,
    error: error && { ...error, message: redact(error.message) },
    durationMs: Math.round(performance.now() - started),
    answer: text && shownAnswer(text, redact),
  };
  return { attempt, retryAfterSeconds };
}

type Answered = {
  readonly status: number | null;
  readonly error: Attempt['error'];
  readonly text: string | null;
  readonly retryAfterSeconds: number | null;
};

async function call(ctx: Ctx, request: OutboundRequest): Promise<Answered | null> {
  const called = await ctx.outbound.call(request);
  if (!called.ok) {
    const { code, status = null, retryAfterSeconds = null } = called.error;
    if (code === 'ABORTED') return null;
    // It was received, however odd the answer is that says so.
    const error = isDelivered(status) ? null : explainAttempt(called.error);
    return { status, error, text: null, retryAfterSeconds };
  }
  const { status, body, retryAfterSeconds } = called.value;
  const text = await beginningOf(body);
  const error = isDelivered(status)
    ? null
    : explainAttempt({ code: 'HTTP_STATUS', detail: `${new URL(request.url).hostname} answered ${status}.` });
  return { status, error, text, retryAfterSeconds };
}

/** As far as it came: what breaks off behind the status changes nothing. */
async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes >= READ_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof OutboundBodyError)) throw error;
  }
  // A character that was cut in two at the end is shown by a sign.
  return bytes === 0 ? null : Buffer.concat(chunks).subarray(0, READ_BYTES).toString('utf8');
}
