import { err, ok, type Result } from '../../lib/result.ts';
import { createTurns } from '../../lib/turns.ts';
import { OutboundBodyError } from '../../platform/http/outbound.ts';
import type { Ctx } from '../kit/ctx.ts';
import { callWithToken } from './access-tokens.ts';
import { conditional, isTag } from './domain/conditional.ts';
import { type BuiltRequest, typedSecrets } from './domain/endpoint.ts';
import type { MapperResult, Sample } from './domain/mapper-job.ts';
import { type Redactor, redactor } from './domain/redact.ts';
import { type AskFailure, explainThrown } from './explain-thrown.ts';
import { mostBytes, type PageQuestion, pageCaller } from './page-caller.ts';

/** How long a mapper child may go on after the call's own deadline: longer where nobody waits for it. */
const MAPPER_GRACE_MS = { extract: 120_000, compare: 120_000, preview: 30_000, probe: 30_000 } as const;

/** A workspace tries one thing at a time: with slow endpoints it could keep every mapper child of this process for itself. */
export const takeTurn = createTurns<number>();

/** Reason and cure in one text, for answers that have room for one only. */
export const reasonAndCure = ({ message, hint }: Pick<AskFailure, 'message' | 'hint'>): string =>
  `${message}${/[.!?]$/.test(message) ? '' : '.'} ${hint}`;

export type Question = PageQuestion & {
  /** The endpoint may answer 304, with nothing, while its answer has this entity tag. */
  readonly unlessTag?: string | null;
  readonly onData?: (channel: number, bytes: Uint8Array) => Promise<void>;
  readonly onProgress?: (progress: unknown) => void;
};

/** What came of a question: how the call went, and what the mapper child made of the answer. */
export type Asked<R> = {
  readonly shownUrl: string;
  /** Null when nothing was answered. */
  readonly httpStatus: number | null;
  /** From the call to the end of the answer and its mapping. */
  readonly durationMs: number;
  /** What is worth a look although all went well. */
  readonly notices: readonly string[];
  /** The entity tag of its latest answer; null when there is none that can be kept. */
  readonly tag: string | null;
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
  const { endpoint, job, onData, onProgress, signal, unlessTag = null } = question;
  const { auth } = question.secrets;
  const others = typedSecrets(endpoint.url);
  let redact = redactor(question.secrets, others);
  const onToken = (token: string) => {
    if (others.includes(token)) return;
    others.push(token);
    redact = redactor(question.secrets, others);
  };
  const timeoutMs = endpoint.timeoutSeconds * 1000;
  const maxBodyBytes = mostBytes(job);
  let started: number | null = null;
  let httpStatus: number | null = null;
  let tag: string | null = null;
  const call = async (request: BuiltRequest) => {
    started ??= performance.now();
    const outgoing = {
      method: endpoint.method,
      url: request.url,
      body: request.body,
      ...conditional(endpoint.method, request.headers, unlessTag),
      timeoutMs,
      maxBodyBytes,
      ...(signal ? { signal } : {}),
    };
    const answer = await callWithToken(ctx, auth, outgoing, onToken);
    httpStatus = (answer.ok ? answer.value.status : answer.error.status) ?? null;
    if (!answer.ok) throw new OutboundBodyError(answer.error);
    tag = answer.value.etag;
    onAnswer(endpoint.paging ? null : answer.value.contentLength);
    return answer.value;
  };
  const pages = pageCaller(question, call);
  const map = async (): Promise<Result<R, AskFailure>> => {
    try {
      const result = (await ctx.mappers.run({
        job: pages.job,
        body: pages.first,
        ...(pages.next ? { nextBody: pages.next } : {}),
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
  const outcome = await (job.kind === 'extract' || job.kind === 'compare'
    ? map()
    : takeTurn(ctx.actor.workspaceId, map));
  const answered: string | null = tag;
  return {
    shownUrl: redact.text(pages.shownUrl),
    httpStatus,
    durationMs: started === null ? 0 : Math.round(performance.now() - started),
    notices: outcome.ok ? [...noticesOf(outcome.value), ...pages.notices().map(redact.text)] : [],
    // It is kept where secrets are not sealed.
    tag: answered !== null && isTag(answered) && redact.text(answered) === answered ? answered : null,
    outcome,
  };
}

const noticesOf = (result: unknown): readonly string[] =>
  (result as { readonly notices?: readonly string[] }).notices ?? [];

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

/** Only the sample is as the endpoint wrote it; the rest was put together in the mapper child, and is small. Digests tell nothing. */
function withoutSecrets<R>(redact: Redactor, result: R): R {
  const { sample, blocks, ...rest } = result as R & { readonly sample?: Sample; readonly blocks?: readonly string[] };
  const shown = sample && { sample: { ...sample, json: redact.json(sample.json) } };
  return { ...redact.texts(rest), ...shown, ...(blocks && { blocks }) } as R;
}
