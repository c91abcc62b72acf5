import type { DayWindow } from '../../lib/day.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { createTurns } from '../../lib/turns.ts';
import { OutboundBodyError } from '../../platform/http/outbound.ts';
import { MapperError } from '../../platform/mapper-pool/mapper-pool.ts';
import type { Ctx } from '../kit/ctx.ts';
import { AccessTokenError, callWithToken } from './access-tokens.ts';
import { buildRequest, type Endpoint, type RequestSecrets, typedSecrets } from './domain/endpoint.ts';
import { explainFailure, type FetchFailureCode, isRetryable } from './domain/explain-failure.ts';
import type { AnswerErrorCode, MapperJob, MapperResult, Sample } from './domain/mapper-job.ts';
import { type Redactor, redactor } from './domain/redact.ts';

/** The largest answer that is read, in bytes after decompression. */
export const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
/** How long a mapper child may go on after the call's own deadline: longer where nobody waits for it. */
const MAPPER_GRACE_MS = { extract: 120_000, preview: 30_000, probe: 30_000 } as const;

/** A workspace tries one thing at a time: with slow endpoints it could keep every mapper child of this process for itself. */
const takeTurn = createTurns<number>();

export type AskFailureCode = FetchFailureCode | AnswerErrorCode | 'ANSWER_TOO_COSTLY';
export type AskFailure = {
  readonly code: AskFailureCode;
  readonly message: string;
  readonly hint: string;
  /** Path to the part of the connection at fault, where the code alone does not say. */
  readonly field?: readonly string[];
  /** Whether the same question may well be answered later, and from when on the endpoint asks to be asked; null when not. */
  readonly retry: { readonly afterSeconds: number | null } | null;
};

/** Reason and cure in one text, for answers that have room for one only. */
export const reasonAndCure = ({ message, hint }: Pick<AskFailure, 'message' | 'hint'>): string =>
  `${message}${/[.!?]$/.test(message) ? '' : '.'} ${hint}`;

export type Question = {
  readonly endpoint: Endpoint;
  readonly secrets: RequestSecrets;
  readonly window: DayWindow;
  readonly job: MapperJob;
  readonly onData?: (channel: number, bytes: Uint8Array) => Promise<void>;
  readonly onProgress?: (progress: unknown) => void;
  readonly signal?: AbortSignal;
};

/** What came of a question: how the call went, and what the mapper child made of the answer. */
export type Asked<R> = {
  readonly shownUrl: string;
  /** Null when nothing was answered. */
  readonly httpStatus: number | null;
  /** From the call to the end of the answer and its mapping. */
  readonly durationMs: number;
  readonly outcome: Result<R, AskFailure>;
};

/**
 * Calls the endpoint and pumps its answer through a mapper child, unparsed. Connecting, previewing and synchronising all
 * come through here, so that what one of them refuses, all refuse. The call waits until a child is free: an answer that
 * nobody can read yet would run into its deadline. An endpoint may repeat what it was sent: what comes back to be shown or
 * noted comes back without the secrets of the request.
 */
export async function askEndpoint<R>(
  ctx: Ctx,
  question: Question,
  onAnswer: (contentLength: number | null) => void = () => {},
): Promise<Asked<R>> {
  const { endpoint, window, job, onData, onProgress, signal } = question;
  const request = buildRequest(endpoint, question.secrets, window);
  const { auth } = question.secrets;
  const others = typedSecrets(endpoint.url);
  let redact = redactor(question.secrets, others);
  const onToken = (token: string) => {
    if (others.includes(token)) return;
    others.push(token);
    redact = redactor(question.secrets, others);
  };
  const timeoutMs = endpoint.timeoutSeconds * 1000;
  let started = performance.now();
  let httpStatus: number | null = null;
  const call = async () => {
    started = performance.now();
    const outgoing = {
      method: endpoint.method,
      url: request.url,
      headers: request.headers,
      body: request.body,
      timeoutMs,
      maxBodyBytes: MAX_ANSWER_BYTES,
      ...(signal ? { signal } : {}),
    };
    const answer = await callWithToken(ctx, auth, outgoing, onToken);
    httpStatus = (answer.ok ? answer.value.status : answer.error.status) ?? null;
    if (!answer.ok) throw new OutboundBodyError(answer.error);
    onAnswer(answer.value.contentLength);
    return answer.value.body;
  };
  const map = async (): Promise<Result<R, AskFailure>> => {
    try {
      const result = (await ctx.mappers.run({
        job,
        body: call,
        timeoutMs: timeoutMs + MAPPER_GRACE_MS[job.kind],
        ...(onData ? { onData } : {}),
        ...(onProgress ? { onProgress } : {}),
        ...(signal ? { signal } : {}),
      })) as MapperResult<R>;
      return result.ok
        ? ok(withoutSecrets(redact, result))
        : err(toldWithoutSecrets(redact, { ...result.error, retry: null }));
    } catch (error) {
      cleanAccident(redact, error);
      return err(toldWithoutSecrets(redact, explainThrown(error)));
    }
  };
  // The run of a workspace is one anyway, and must not wait for what people try.
  const outcome = await (job.kind === 'extract' ? map() : takeTurn(ctx.actor.workspaceId, map));
  const shownUrl = redact.text(request.shownUrl);
  return { shownUrl, httpStatus, durationMs: Math.round(performance.now() - started), outcome };
}

const toldWithoutSecrets = (redact: Redactor, failure: AskFailure): AskFailure => ({
  ...failure,
  message: redact.text(failure.message),
  hint: redact.text(failure.hint),
});

/** An accident is logged with its message and its causes, which may quote the request. */
function cleanAccident(redact: Redactor, error: unknown): void {
  for (let at = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth++) {
    const message = redact.text(at.message);
    if (message !== at.message) at.message = message;
  }
}

/** Only the sample is as the endpoint wrote it; the rest was put together in the mapper child, and is small. */
function withoutSecrets<R>(redact: Redactor, result: R): R {
  const { sample, ...rest } = result as R & { readonly sample?: Sample };
  const shown = sample && { sample: { ...sample, json: redact.json(sample.json) } };
  return { ...redact.texts(rest), ...shown } as R;
}

function explainThrown(error: unknown): AskFailure {
  if (error instanceof OutboundBodyError) {
    const { failure } = error;
    const retry = isRetryable(failure) ? { afterSeconds: failure.retryAfterSeconds ?? null } : null;
    return { ...explainFailure(failure), retry };
  }
  if (error instanceof AccessTokenError) return error.failure;
  if (error instanceof MapperError) {
    if (error.code === 'ABORTED') {
      return { code: 'CANCELLED', message: 'The work was cancelled.', hint: 'Nothing needs to be done.', retry: null };
    }
    const why = {
      OUT_OF_MEMORY: 'needs more memory than is allowed',
      TIMEOUT: 'takes longer than is allowed',
      CRASHED: 'ended its mapper process',
    }[error.code];
    return {
      code: 'ANSWER_TOO_COSTLY',
      message: `Reading or mapping this answer ${why}.`,
      hint: 'Use simpler expressions, or let the endpoint answer with fewer rows.',
      retry: null,
    };
  }
  throw error;
}
