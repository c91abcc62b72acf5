import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { type LimitCode, limitError } from './limits/refusals.ts';
import { callsOf } from './operation.ts';

/** How long operations may take. */
export type Patience = {
  /** A query, a change, or the beginning of a subscription. */
  readonly operationMs: number;
  /** Each change that calls the customer's endpoint, besides. */
  readonly callMs: number;
};

/** A call takes up to 60 s and the mapping of its answer up to 120 s; both have bounds of their own, which come first. */
export const PATIENCE: Patience = { operationMs: 30_000, callMs: 200_000 };

/** The time one operation has. Begins when it is made. */
export type Deadline = {
  /** Gives more time, once it is known how much the operation needs. */
  readonly extend: (byMs: number) => void;
  /** Aborted when the time is over or nobody waits any more: what the operation holds can be given back. */
  readonly signal: AbortSignal;
  /** Nobody waits for the answer any more. */
  readonly abandon: () => void;
  /** What `work` gives; a typed error when it takes too long. The work itself goes on, and its end is ignored. */
  readonly race: <T>(work: Promise<T>) => Promise<T>;
};

export function createDeadline({ operationMs }: Patience): Deadline {
  const over = new AbortController();
  const began = performance.now();
  let ms = operationMs;
  let timer: NodeJS.Timeout | undefined;
  let isChange = false;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => over.abort(tooLong(ms, isChange)), Math.max(0, began + ms - performance.now()));
  };
  return {
    extend: (byMs) => {
      isChange = true;
      ms += byMs;
      if (timer && !over.signal.aborted) wait();
    },
    signal: over.signal,
    abandon: () => over.abort(tooLong(ms, isChange)),
    race: async (work) => {
      wait();
      const late = new Promise<never>((_, reject) => {
        if (over.signal.aborted) reject(over.signal.reason);
        over.signal.addEventListener('abort', () => reject(over.signal.reason), { once: true });
      });
      late.catch(() => {});
      work.catch(() => {});
      try {
        return await Promise.race([work, late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** The time that an operation needs beyond what every one has. */
export const extraTime = (patience: Patience, document: DocumentNode, operation: OperationDefinitionNode): number =>
  callsOf(document, operation) * patience.callMs;

export const isLate = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError && error.extensions['code'] === ('DEADLINE_EXCEEDED' satisfies LimitCode);

function tooLong(ms: number, isChange: boolean): GraphQLError {
  const cure = isChange
    ? 'A change may have been made nevertheless: look before you try again.'
    : 'Ask for less, or try again.';
  return limitError('DEADLINE_EXCEEDED', `The operation took longer than ${Math.round(ms / 100) / 10} s. ${cure}`);
}
