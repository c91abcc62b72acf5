import { createClient as createSocketClient } from 'graphql-ws';
import WebSocket from 'ws';

export type Answer<T> = {
  readonly status: number;
  readonly data: T | null;
  readonly errors: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
};

// biome-ignore lint/suspicious/noExplicitAny: tests read answers the way a script would; expectations check their shape.
type Loose = any;

export type TestClient = {
  /** Sends an operation over HTTP and returns everything that came back. */
  readonly send: <T = Loose>(query: string, variables?: object) => Promise<Answer<T>>;
  /** The data of an operation that must succeed; an error fails the test with the whole answer. */
  readonly ask: <T = Loose>(query: string, variables?: object) => Promise<T>;
  /** Follows a subscription over WebSocket until `done` says so; returns what came. */
  readonly watch: <T = Loose>(query: string, variables: object, done: (data: T) => boolean) => Promise<T[]>;
};

export function createClient(url: string, key: string | null): TestClient {
  const authorization = key === null ? {} : { authorization: `Bearer ${key}` };
  const send = async <T>(query: string, variables: object = {}): Promise<Answer<T>> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify({ query, variables }),
    });
    const { data = null, errors = [] } = (await response.json()) as Partial<Answer<T>>;
    return { status: response.status, data, errors };
  };
  return {
    send,
    ask: async <T>(query: string, variables: object = {}) => {
      const answer = await send<T>(query, variables);
      if (answer.errors.length > 0 || !answer.data) {
        throw new Error(`the operation failed: ${JSON.stringify(answer, null, 2)}\n${query}`);
      }
      return answer.data;
    },
    watch: async <T>(query: string, variables: object, done: (data: T) => boolean) => {
      const client = createSocketClient({
        url: `${url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: authorization,
        retryAttempts: 0,
      });
      const seen: T[] = [];
      try {
        for await (const { data, errors } of client.iterate<T & Record<string, unknown>>({
          query,
          variables: { ...variables },
        })) {
          if (errors || !data) throw new Error(`the subscription failed: ${JSON.stringify(errors)}`);
          seen.push(data);
          if (done(data)) break;
        }
      } finally {
        await client.dispose();
      }
      return seen;
    },
  };
}
