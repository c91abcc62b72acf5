import type { Fetcher, FetcherReturnType } from '@graphiql/toolkit';
import { getOperationAST, parse } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import { WEBSOCKET_URL } from './endpoint.ts';
import { type GraphQLRequest, post, refusalOf } from './http.ts';

const FORBIDDEN = 4403;
const UNAUTHORIZED = 4401;

export type KeyedFetcher = { readonly fetcher: Fetcher; dispose(): void };

/** Queries and mutations over HTTP, subscriptions over WebSocket, all with one key. A new key needs a new fetcher. */
export function createKeyedFetcher(key: string, onRefused: (reason: string) => void): KeyedFetcher {
  const client = createClient({
    url: WEBSOCKET_URL,
    lazy: true,
    connectionParams: key === '' ? {} : { authorization: `Bearer ${key}` },
    retryAttempts: 3,
    // A dropped connection is worth another try; a refused key is not.
    shouldRetry: (event) => isClose(event) && event.code !== FORBIDDEN,
  });
  const fetcher: Fetcher = (params, options) => {
    if (isSubscription(params, options?.documentAST)) return subscribe(client, params, onRefused);
    return send(key, params, onRefused);
  };
  return { fetcher, dispose: () => void client.dispose() };
}

async function send(key: string, params: GraphQLRequest, onRefused: (reason: string) => void) {
  try {
    const answer = await post(key, params);
    const refusal = refusalOf(answer);
    if (refusal !== null) onRefused(refusal);
    return answer.body as object;
  } catch (error) {
    return asErrors(error instanceof Error ? error.message : String(error));
  }
}

// An observable, not an async generator: stopping a generator waits for the next event, which may never come.
function subscribe(client: Client, params: GraphQLRequest, onRefused: (reason: string) => void) {
  const observable = {
    subscribe(observer: { next(value: unknown): void; complete(): void }) {
      const unsubscribe = client.subscribe(params as Parameters<Client['subscribe']>[0], {
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error(cause) {
          if (isClose(cause) && (cause.code === FORBIDDEN || cause.code === UNAUTHORIZED)) {
            onRefused(cause.reason || 'The server refused it for subscriptions.');
          }
          observer.next(Array.isArray(cause) ? { errors: cause } : asErrors(explain(cause)));
          observer.complete();
        },
      });
      return { unsubscribe };
    },
  };
  // GraphiQL's type also lists the forms with positional callbacks, which it never uses.
  return observable as FetcherReturnType;
}

function isSubscription({ query, operationName }: GraphQLRequest, ast: ReturnType<typeof parse> | undefined): boolean {
  try {
    return getOperationAST(ast ?? parse(query), operationName ?? null)?.operation === 'subscription';
  } catch {
    return false; // A syntax error: the server words it best.
  }
}

const isClose = (cause: unknown): cause is { code: number; reason: string } =>
  typeof cause === 'object' && cause !== null && 'code' in cause && 'reason' in cause;

function explain(cause: unknown): string {
  if (isClose(cause)) return `The subscription's connection was closed: ${cause.code} ${cause.reason}`.trim();
  return cause instanceof Error ? cause.message : 'The subscription failed: no WebSocket connection.';
}

const asErrors = (message: string) => ({ errors: [{ message }] });
