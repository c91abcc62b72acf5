import { APIConnectionError, APIError } from '@anthropic-ai/sdk';
import { Malformed } from './anthropic-answer.ts';
import { AnswerTooBig } from './bounded-fetch.ts';
import type { ModelFailure } from './model.ts';

/** `passing`: the same request may do better in a moment; `retryAfterMs` when the other side said how long. */
export type TryFailure = ModelFailure & { readonly passing: boolean; readonly retryAfterMs: number | null };

type Kind = Pick<TryFailure, 'code' | 'message' | 'passing'>;

const OVERLOADED: Kind = { code: 'OVERLOADED', message: 'The model’s service is overloaded.', passing: true };
const RATE_LIMITED: Kind = {
  code: 'RATE_LIMITED',
  message: 'The model’s service takes no more requests of this key for now.',
  passing: true,
};
const KEY_REFUSED: Kind = {
  code: 'KEY_REFUSED',
  message: 'The model’s service refuses the key: check ANTHROPIC_API_KEY and what its account may do and pay for.',
  passing: false,
};
const FAILING: Kind = { code: 'OVERLOADED', message: 'The model’s service failed.', passing: true };
const MALFORMED: Kind = { code: 'MALFORMED', message: 'The answer could not be read.', passing: false };
const LOST: Kind = { code: 'UNREACHABLE', message: 'The connection to the model’s service failed.', passing: true };

/** Words for what went wrong. None of the other side's own are among them: they may quote what was asked. */
export function failureOf(error: unknown, now: Date): TryFailure {
  const retryAfterMs = error instanceof APIError ? retryAfter(error.headers, now) : null;
  const code = codeOf(error);
  const kind = kindOf(error);
  return { ...kind, message: code ? `${kind.message} (${code})` : kind.message, retryAfterMs };
}

/** Whether a model that always thinks was told not to. */
export const refusesThinkingOff = (error: unknown): boolean =>
  error instanceof APIError && error.status === 400 && /\bthinking\b/i.test(error.apiMessage ?? '');

function kindOf(error: unknown): Kind {
  const chain = causesOf(error);
  if (chain.some((cause) => cause instanceof AnswerTooBig)) return { ...MALFORMED, message: 'The answer is too big.' };
  if (error instanceof APIConnectionError) return LOST;
  if (error instanceof APIError) {
    return error.status === undefined ? ofType(error.type) : ofStatus(error.status, error.apiMessage ?? '');
  }
  if (error instanceof Malformed) return { ...MALFORMED, message: `The answer could not be read: ${error.message}.` };
  // What `fetch` says of a body that broke off.
  if (chain.some((cause) => codeOf(cause) !== null || (cause as Error | null)?.message === 'terminated')) return LOST;
  return MALFORMED;
}

function ofStatus(status: number, message: string): Kind {
  const said = (kind: Kind): Kind => ({ ...kind, message: `${kind.message} (status ${status})` });
  if (status >= 300 && status < 400)
    return said({ ...LOST, message: 'The model’s service redirects, which is not followed.', passing: false });
  if (status === 401 || status === 402 || status === 403) return said(KEY_REFUSED);
  if (status === 404) {
    const hint = 'The model’s service knows no such model or path: check ANTHROPIC_MODEL and ANTHROPIC_BASE_URL.';
    return said({ ...MALFORMED, message: hint });
  }
  if (status === 413 || (status === 400 && /too long/i.test(message)))
    return said({ code: 'TOO_LONG', message: 'The question is longer than the model takes.', passing: false });
  if (status === 429) return said(RATE_LIMITED);
  if (status === 503 || status === 529) return said(OVERLOADED);
  if (status === 408 || status === 409 || status >= 500) return said(FAILING);
  return said({ ...MALFORMED, message: 'The model’s service does not take the request.' });
}

/** Of an error inside a stream: its status is that of the stream's beginning. */
function ofType(type: string | null): Kind {
  switch (type) {
    case 'overloaded_error':
      return OVERLOADED;
    case 'rate_limit_error':
      return RATE_LIMITED;
    case 'authentication_error':
    case 'permission_error':
    case 'billing_error':
      return KEY_REFUSED;
    case 'api_error':
    case 'timeout_error':
      return FAILING;
    default:
      return MALFORMED;
  }
}

/** Such as ECONNREFUSED: of Node's own making, whichever error of the chain bears it. */
function codeOf(error: unknown): string | null {
  for (const cause of causesOf(error)) {
    const code = (cause as { code?: unknown } | null)?.code;
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code)) return code;
  }
  return null;
}

function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let at = error; at instanceof Error && chain.length < 5; at = at.cause) chain.push(at);
  return chain;
}

function retryAfter(headers: Headers | undefined, now: Date): number | null {
  const text = headers?.get('retry-after')?.trim() ?? '';
  if (/^\d{1,6}(\.\d{1,3})?$/.test(text)) return Number(text) * 1_000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
