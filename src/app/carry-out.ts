import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, getOperationAST } from 'graphql';
import { type RequestContext, readAsOfNow } from '../graphql/context.ts';
import { createDeadline, type Deadline, extraTime, isLate, type Patience } from '../graphql/deadline.ts';
import type { Executor } from '../graphql/execution/executor.ts';

/** What a subscription's event is answered with: what `answer` gives, or what another subscriber was answered. */
export type Answering = (event: unknown, answer: () => Promise<ExecutionResult>) => Promise<ExecutionResult>;

export type OperationArgs = ExecutionArgs & { readonly contextValue: RequestContext };

/** Answers one operation of a socket, or says that it takes too long. */
export function carryOut(args: OperationArgs, patience: Patience, plans: Executor): Promise<ExecutionResult> {
  const operation = getOperationAST(args.document, args.operationName);
  const isChange = operation?.operation === 'mutation';
  const extraMs = operation && isChange ? extraTime(patience, args.document, operation) : null;
  // The caller's context is his own: subscriptions answer each event anew.
  const contextValue = { ...args.contextValue };
  const end = isChange ? () => {} : readAsOfNow(contextValue);
  const work = async ({ over }: Deadline) => {
    const { document, variableValues: variables, rootValue } = args;
    const data = operation && (await plans({ document, operation, variables, context: contextValue, rootValue }));
    if (data) return { data };
    // Nobody waits any more: it is not executed a second time.
    const late = over();
    return late ? { errors: [late] } : execute({ ...args, contextValue });
  };
  return inTime(patience, extraMs, work, end);
}

/** Begins a subscription whose every event is answered like a query, as of its own moment and in its own time. */
export async function follow(
  args: OperationArgs,
  patience: Patience,
  plans: Executor,
  answering: Answering,
): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
  const beginning = createSourceEventStream(args);
  const events = await inTime(
    patience,
    null,
    () => beginning,
    () => {},
  );
  if (Symbol.asyncIterator in events) {
    return answered(events, (event) =>
      answering(event, () => carryOut({ ...args, rootValue: event }, patience, plans)),
    );
  }
  // What begins after all has nobody to listen.
  void beginning.then(leave).catch(() => {});
  return events;
}

async function inTime<T>(
  patience: Patience,
  extraMs: number | null,
  work: (deadline: Deadline) => Promise<T>,
  end: () => void,
): Promise<T | ExecutionResult> {
  const deadline = createDeadline(patience);
  if (extraMs !== null) deadline.extend(extraMs);
  try {
    return await deadline.race(work(deadline));
  } catch (error) {
    if (!isLate(error)) throw error;
    return { errors: [error] };
  } finally {
    end();
  }
}

/** Each event's answer. No generator: its `return` would wait for an event that may never come. */
function answered(
  events: AsyncIterable<unknown>,
  answer: (event: unknown) => Promise<ExecutionResult>,
): AsyncGenerator<ExecutionResult> {
  const source = events[Symbol.asyncIterator]();
  const done = { done: true, value: undefined } as const;
  const stop = async () => {
    await source.return?.();
    return done;
  };
  const answers = {
    next: async (): Promise<IteratorResult<ExecutionResult>> => {
      const { done: over, value } = await source.next();
      return over ? done : { done: false, value: await answer(value) };
    },
    return: stop,
    throw: async (error: unknown) => {
      await stop();
      throw error;
    },
    [Symbol.asyncIterator]: () => answers,
    [Symbol.asyncDispose]: async () => void (await stop()),
  };
  return answers;
}

async function leave(events: object): Promise<void> {
  if (Symbol.asyncIterator in events) await (events as AsyncGenerator<unknown>).return?.(undefined);
}
