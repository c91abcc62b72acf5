import { setTimeout as sleep } from 'node:timers/promises';
import Anthropic from '@anthropic-ai/sdk';
import { callsOf, type Draft, Malformed, newDraft, takeEvent, takeMessage, usageOf } from './anthropic-answer.ts';
import { failureOf, refusesThinkingOff } from './anthropic-failure.ts';
import { anthropicRequest } from './anthropic-request.ts';
import { boundedFetch } from './bounded-fetch.ts';
import type { Model, ModelAnswer, ModelRequest, ModelUsage } from './model.ts';

type Options = { readonly apiKey: string; readonly baseUrl: string; readonly name: string };

/** After the first try, and only while nothing was told yet. */
const MOST_RETRIES = 2;
const FIRST_PAUSE_MS = 500;

/** The model behind Anthropic's Messages API, or behind whatever speaks it at `baseUrl`. `close` cuts what is under way short. */
export function createAnthropicModel({ apiKey, baseUrl, name }: Options): Model & { readonly close: () => void } {
  const client = new Anthropic({
    apiKey,
    baseURL: baseUrl,
    fetch: boundedFetch,
    // Ours obey one deadline.
    maxRetries: 0,
    // Whatever the environment says, nothing of a request is printed or traced.
    logLevel: 'off',
    openTelemetry: false,
    webhookKey: null,
  });
  let mayForbidThinking = true;
  const underWay = new Set<() => void>();
  let isClosed = false;

  /** One request, and what came of it: it throws, and `draft` keeps what had been read. */
  const attempt = async (
    params: ReturnType<typeof anthropicRequest>,
    request: ModelRequest,
    draft: Draft,
    signal: AbortSignal,
    tell: (piece: string) => void,
  ) => {
    const options = { signal, timeout: request.timeoutMs };
    if (request.onText) {
      for await (const event of await client.messages.create({ ...params, stream: true }, options))
        takeEvent(draft, event, tell);
    } else takeMessage(draft, await client.messages.create({ ...params, stream: false }, options));
    return conclude(draft, request);
  };

  return {
    name,
    answer: async (request) => {
      const end = endingOf(request);
      underWay.add(end.cancel);
      if (isClosed) end.cancel();
      let usage: ModelUsage = { inputTokens: 0, outputTokens: 0 };
      let told = false;
      const tell = (piece: string) => {
        if (end.signal.aborted) return;
        told = true;
        request.onText?.(piece);
      };
      try {
        for (let retries = 0; ; ) {
          const draft = newDraft(request.maxOutputTokens);
          // A schema that cannot be sent is our mistake, and thrown.
          const params = anthropicRequest(name, request, mayForbidThinking);
          const tried = attempt(params, request, draft, end.signal, tell);
          const outcome = await tried.catch((error: unknown) => ({ error }));
          usage = sum(usage, usageOf(draft));
          if (!('error' in outcome)) return { ...outcome, usage };
          if (end.cause() === null && mayForbidThinking && refusesThinkingOff(outcome.error)) {
            mayForbidThinking = false;
            continue;
          }
          const { code, message, passing, retryAfterMs } = failureOf(outcome.error, new Date());
          const failed: ModelAnswer = { ok: false, failure: end.cause() ?? { code, message }, usage };
          if (end.cause() || told || !passing || retries === MOST_RETRIES) return failed;
          const pause = retryAfterMs ?? FIRST_PAUSE_MS * 2 ** retries * (0.75 + Math.random() / 4);
          if (pause >= end.leftMs()) return failed;
          retries++;
          await sleep(pause, undefined, { signal: end.signal }).catch(() => {});
          const cause = end.cause();
          if (cause) return { ok: false, failure: cause, usage };
        }
      } finally {
        underWay.delete(end.cancel);
        end.release();
      }
    },
    close: () => {
      isClosed = true;
      for (const cancel of underWay) cancel();
    },
  };
}

type Conclusion = { ok: true; text: string; calls: ReturnType<typeof callsOf> } | Omit<Refused, 'usage'>;
type Refused = Extract<ModelAnswer, { ok: false }>;

function conclude(draft: Draft, request: ModelRequest): Conclusion {
  const { text, stopReason } = draft;
  if (!draft.isComplete) throw new Malformed('it ends before its end');
  if (stopReason === 'refusal') return no('REFUSED', 'The model refused to answer.');
  if (stopReason === 'max_tokens') return no('TOO_LONG', 'The answer is longer than was allowed.');
  if (stopReason === 'model_context_window_exceeded') return no('TOO_LONG', 'The conversation is too long.');
  if (stopReason !== 'end_turn' && stopReason !== 'tool_use' && stopReason !== 'stop_sequence')
    throw new Malformed('it ends for no known reason');
  const calls = callsOf(draft, request);
  if (calls.length === 0 && (stopReason === 'tool_use' || text.trim() === '')) throw new Malformed('it is empty');
  if (calls.length === 0 && request.outputSchema) JSON.parse(text);
  return { ok: true, text, calls };
}

const no = (code: Refused['failure']['code'], message: string) => ({
  ok: false as const,
  failure: { code, message },
});

/** When it is over, tries included, and why: whichever of the deadline and the caller's signal comes first. */
function endingOf({ timeoutMs, signal }: ModelRequest) {
  const controller = new AbortController();
  const until = performance.now() + timeoutMs;
  let cause: Refused['failure'] | null = null;
  const end = (why: Refused['failure']) => {
    cause ??= why;
    controller.abort();
  };
  const cancel = () => end({ code: 'CANCELLED', message: 'Nobody waits for the answer any more.' });
  const message = `The model did not answer within ${timeoutMs / 1_000} s.`;
  const timer = setTimeout(() => end({ code: 'TIMEOUT', message }), timeoutMs);
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  return {
    signal: controller.signal,
    cause: () => cause,
    cancel,
    leftMs: () => until - performance.now(),
    release: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    },
  };
}

const sum = (a: ModelUsage, b: ModelUsage): ModelUsage => ({
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
});
