import type { ServerResponse } from 'node:http';
import type { HTTPGraphQLHead, HTTPGraphQLResponse } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { RequestFault } from './body.ts';

/** How long a caller may take to fetch an answer that is ready for him. */
const MAX_READING_MS = 60_000;

export async function sendAnswer(response: ServerResponse, answer: HTTPGraphQLResponse): Promise<void> {
  dropSlowReader(response);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  // What one key may read is nobody else's.
  response.setHeader('cache-control', 'no-store');
  response.statusCode = answer.status ?? 200;
  if (answer.body.kind === 'complete') {
    response.end(answer.body.string);
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

/** An answer that nobody fetches is memory that whoever asked for it keeps occupied. */
function dropSlowReader(response: ServerResponse): void {
  const impatient = setTimeout(() => response.destroy(), MAX_READING_MS);
  impatient.unref();
  response.once('close', () => clearTimeout(impatient));
}

/** An error before GraphQL could speak, in GraphQL's own form. */
export function sendError(response: ServerResponse, { status, code, message }: RequestFault): void {
  send(response, status, { message, extensions: { code } });
}

/** One of the errors that know their own status and headers. */
export function sendGraphqlError(response: ServerResponse, { message, extensions }: GraphQLError): void {
  const { http, ...shown } = extensions;
  const { status = 400, headers = [] } = (http ?? {}) as Partial<HTTPGraphQLHead>;
  for (const [name, value] of headers) response.setHeader(name, value);
  send(response, status, { message, extensions: shown });
}

function send(response: ServerResponse, status: number, error: object): void {
  dropSlowReader(response);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify({ errors: [error] })}\n`);
}

export function sendPreflight(response: ServerResponse, methods: string): void {
  response.writeHead(204, {
    'access-control-allow-methods': methods,
    'access-control-allow-headers': 'authorization, content-type, apollo-require-preflight, x-apollo-operation-name',
    'access-control-max-age': '86400',
  });
  response.end();
}
