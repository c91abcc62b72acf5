import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from './context.ts';
import type { Deadline } from './deadline.ts';

/** `none`: what was sent is no operation that could be carried out. */
export type OperationType = 'query' | 'mutation' | 'subscription' | 'none';
/** `refused`: an error says what the caller did. `late`: nobody waited for it any more. `accident`: an error is ours. */
export type OperationOutcome = 'ok' | 'refused' | 'late' | 'accident';

/** Told of every operation once it was answered; of a subscription, once it was accepted or not. */
export type OperationObserver = (type: OperationType, outcome: OperationOutcome, seconds: number) => void;

type Shown = { readonly extensions?: Readonly<Record<string, unknown>> | undefined };

/** As thrown, or as shown. */
export function outcomeOf(errors: readonly (GraphQLError | Shown)[] | undefined): OperationOutcome {
  const codes = (errors ?? []).map(({ extensions }) => extensions?.['code']);
  if (codes.includes('INTERNAL_SERVER_ERROR') || errors?.some(isAccident)) return 'accident';
  if (codes.includes('DEADLINE_EXCEEDED')) return 'late';
  return codes.length > 0 ? 'refused' : 'ok';
}

/** Execution wraps what resolvers throw. */
function isAccident(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return error instanceof Error;
  return error.originalError !== undefined && isAccident(error.originalError);
}

/** Tells of operations that come over HTTP. */
export const watchOperations = (
  observe: OperationObserver,
): ApolloServerPlugin<RequestContext & { readonly deadline: Deadline }> => ({
  requestDidStart: async () => {
    const began = performance.now();
    return {
      willSendResponse: async ({ operation, response, contextValue }) => {
        const errors = response.body.kind === 'single' ? response.body.singleResult.errors : undefined;
        const outcome = contextValue.deadline.over() ? 'late' : outcomeOf(errors);
        observe(operation?.operation ?? 'none', outcome, (performance.now() - began) / 1_000);
      },
    };
  },
});

/** Tells of one that comes over a socket. */
export async function observeAnswer<T extends object>(
  observe: OperationObserver,
  operation: OperationDefinitionNode | null | undefined,
  answer: Promise<T>,
): Promise<T> {
  const began = performance.now();
  const given = await answer;
  const errors = 'errors' in given ? (given.errors as readonly GraphQLError[] | undefined) : undefined;
  observe(operation?.operation ?? 'none', outcomeOf(errors), (performance.now() - began) / 1_000);
  return given;
}
