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
  /** Why it is over, as the caller is told; null while there is time and somebody waits. */
  readonly over: () => GraphQLError | null;
  /** What is called then, or at once: what the operation holds can be given back. */
  readonly whenOver: (leave: () => void) => void;
  /** Nobody waits for the answer any more. */
  readonly abandon: () => void;
  /** What `work` gives; a typed error when it takes too long. The work itself goes on, and its end is ignored. */
  readonly race: <T>(work: Promise<T>) => Promise<T>;
};

export function createDeadline({ operationMs }: Patience): Deadline {
  const began = performance.now();
  // No `AbortController`: every request has two deadlines, and next to none of them is ever over.
  const leaving: (() => void)[] = [];
  let over: GraphQLError | null = null;
  let ms = operationMs;
  let timer: NodeJS.Timeout | undefined;
  let isChange = false;
  const end = () => {
    if (over) return;
    clearTimeout(timer);
    over = tooLong(ms, isChange);
    for (const leave of leaving.splice(0)) leave();
  };
  const wait = () => {
    if (over) return;
    clearTimeout(timer);
    timer = setTimeout(end, Math.max(0, began + ms - performance.now()));
  };
  const whenOver = (leave: () => void) => {
    if (over) leave();
    else leaving.push(leave);
  };
  return {
    extend: (byMs) => {
      isChange = true;
      ms += byMs;
      if (timer) wait();
    },
    over: () => over,
    whenOver,
    abandon: end,
    race: (work) =>
      new Promise((resolve, reject) => {
        wait();
        whenOver(() => reject(over));
        work.then(resolve, reject).finally(() => clearTimeout(timer));
      }),
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
