import { createClient as createSocketClient } from 'graphql-ws';
import WebSocket from 'ws';

/** A small client of the public API: nothing here knows more of Tributary than an address and a key. */
export type Client = {
  /** The data of an operation; throws a sentence when it has errors. */
  readonly ask: <T>(document: string, variables?: object) => Promise<T>;
  /** A subscription's data as it comes. Leaving the loop, or `signal`, ends it. */
  readonly watch: <T>(document: string, variables: object, signal: AbortSignal) => AsyncGenerator<T>;
};

type GraphQLAnswer<T> = { readonly data?: T | null; readonly errors?: readonly { readonly message: string }[] };

export function createClient(url: string, key: string, signal: AbortSignal): Client {
  const authorization = `Bearer ${key}`;
  return {
    ask: async <T>(document: string, variables: object = {}): Promise<T> => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query: document, variables }),
        signal,
      }).catch((error: unknown) => {
        signal.throwIfAborted();
        throw new Error(`The API at ${url} did not answer.`, { cause: error });
      });
      return dataOf<T>((await response.json()) as GraphQLAnswer<T>);
    },
    watch: (document, variables, ends) => watch(url, authorization, { query: document, variables }, ends),
  };
}

async function* watch<T>(
  url: string,
  authorization: string,
  operation: { readonly query: string; readonly variables: object },
  signal: AbortSignal,
): AsyncGenerator<T> {
  const socket = createSocketClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
  });
  const end = () => void socket.dispose();
  signal.addEventListener('abort', end, { once: true });
  try {
    signal.throwIfAborted();
    const { query, variables } = operation;
    for await (const answer of socket.iterate<Record<string, unknown>>({ query, variables: { ...variables } })) {
      yield dataOf(answer as GraphQLAnswer<T>);
    }
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', end);
    await socket.dispose();
  }
}

function dataOf<T>({ data, errors = [] }: GraphQLAnswer<T>): T {
  if (errors.length > 0) throw new Error(`The API answered: ${errors.map((error) => error.message).join(' ')}`);
  if (!data) throw new Error('The API answered without data.');
  return data;
}

export type UserError = { readonly code: string; readonly message: string };

/** What a mutation gave back; throws the refusal's own words when it was refused. */
export function accepted<P extends { readonly userErrors: readonly UserError[] }>(payload: P): P {
  if (payload.userErrors.length === 0) return payload;
  throw new Error(payload.userErrors.map(({ code, message }) => `${message} (${code})`).join(' '));
}
