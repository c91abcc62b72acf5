import { OutboundBodyError } from '../../platform/http/outbound.ts';
import { MapperError } from '../../platform/mapper-pool/mapper-pool.ts';
import { AccessTokenError } from './access-tokens.ts';
import { explainFailure, type FetchFailureCode, isRetryable } from './domain/explain-failure.ts';
import type { AnswerErrorCode } from './domain/mapper-job.ts';

export type AskFailureCode = FetchFailureCode | AnswerErrorCode | 'PAGING_LOOP' | 'TOO_MANY_PAGES';
export type AskFailure = {
  readonly code: AskFailureCode;
  readonly message: string;
  readonly hint: string;
  /** Path to the part of the connection at fault, where the code alone does not say. */
  readonly field?: readonly string[];
  /** Whether the same question may well be answered later, and from when on the endpoint asks to be asked; null when not. */
  readonly retry: { readonly afterSeconds: number | null } | null;
};

/** There is no next page to call, although there should be; carries what to tell. */
export class PagingError extends Error {
  override readonly name = 'PagingError';
  readonly failure: AskFailure;
  constructor(failure: AskFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Why a question was not answered; what nobody expected is thrown on. */
export function explainThrown(error: unknown): AskFailure {
  if (error instanceof OutboundBodyError) {
    const { failure } = error;
    const retry = isRetryable(failure) ? { afterSeconds: failure.retryAfterSeconds ?? null } : null;
    return { ...explainFailure(failure), retry };
  }
  if (error instanceof AccessTokenError || error instanceof PagingError) return error.failure;
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
