import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  getOperationAST,
  OperationTypeNode,
} from 'graphql';
import { type RequestContext, readAsOfNow, requestContext } from './context.ts';

type Args = Omit<ExecutionArgs, 'contextValue'> & { readonly contextValue: RequestContext };

/** Carries out one operation; a query sees the database as of one moment. */
export async function executeOperation(args: Args): Promise<ExecutionResult> {
  const operation = getOperationAST(args.document, args.operationName);
  const end = operation?.operation === OperationTypeNode.MUTATION ? () => {} : readAsOfNow(args.contextValue);
  try {
    return await execute(args);
  } finally {
    end();
  }
}

/** Starts a subscription. Each event is read for by itself: nothing is held, or remembered, while it waits for the next. */
export async function subscribeToOperation(
  args: Args,
): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
  const events = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in events)) return events;
  const source = events[Symbol.asyncIterator]();
  const { signedIn } = args.contextValue;
  const tell = async ({ done, value }: IteratorResult<unknown>): Promise<IteratorResult<ExecutionResult, void>> => {
    if (done) return { done, value: undefined };
    const contextValue = requestContext(signedIn?.ctx ?? null);
    return { value: await executeOperation({ ...args, rootValue: value, contextValue }), done: false };
  };
  const end = async () => {
    await source.return?.();
    return { done: true as const, value: undefined };
  };
  const results: AsyncGenerator<ExecutionResult, void, void> = {
    next: async () => tell(await source.next()),
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
