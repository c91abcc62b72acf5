import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { Ports } from '../features/kit/ctx.ts';
import { admit, type RequestContext, signIn } from '../graphql/context.ts';
import { accidentMessage } from '../graphql/errors.ts';
import { withRequestId } from '../graphql/request-id.ts';
import { type RequestFault, readBody } from './body.ts';
import type { ExplorerHandler } from './explorer.ts';
import type { HealthHandler } from './health.ts';
import { pathOf } from './request-path.ts';

/** The largest document with variables: a thousand accounts with their attributes fit. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

type Doors = {
  readonly ports: Ports;
  readonly apollo: ApolloServer<RequestContext>;
  readonly explorer: ExplorerHandler;
  readonly health: HealthHandler;
};

const NOTHING_HERE: RequestFault = {
  status: 404,
  code: 'NOT_FOUND',
  message: 'Nothing is here. GraphQL is at /graphql.',
};
const accident = (requestId: string): RequestFault => ({
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: accidentMessage(requestId),
});

/** Everything that is served over HTTP. */
export function createHttpHandler({ ports, apollo, explorer, health }: Doors): RequestListener {
  return (request, response) => {
    if (health(request, response) || explorer(request, response)) return;
    const path = pathOf(request);
    if (path !== '/graphql') return sendError(response, NOTHING_HERE);
    const requestId = randomUUID();
    response.setHeader('x-request-id', requestId);
    // Keys travel in a header that no browser sends by itself, so any page may call with a key it was given.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-expose-headers', 'x-request-id');
    if (request.method === 'OPTIONS') return sendPreflight(response);
    withRequestId(requestId, () => serveGraphql(ports, apollo, request, response)).catch((error: unknown) => {
      // A client that goes away while it sends is no accident of ours.
      if (!request.complete) return response.destroy();
      ports.log.error({ requestId, error }, 'a request failed by accident');
      if (response.headersSent) response.destroy();
      else sendError(response, accident(requestId));
    });
  };
}

async function serveGraphql(
  ports: Ports,
  apollo: ApolloServer<RequestContext>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, MAX_BODY_BYTES);
  if (!body.ok) return sendError(response, body.error);
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const url = request.url ?? '';
  const query = url.indexOf('?');
  const search = query < 0 ? '' : url.slice(query);
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? 'GET',
      headers,
      search,
      body: body.value,
    },
    context: async () =>
      admit(await signIn(ports, request.headers.authorization), documentOf(request, search, body.value)),
  });
  await sendAnswer(response, answer);
}

/** Where Apollo, too, finds the document. */
function documentOf(request: IncomingMessage, search: string, body: unknown): unknown {
  if (request.method !== 'POST') return new URLSearchParams(search).get('query');
  return typeof body === 'object' && body !== null && 'query' in body ? body.query : null;
}

async function sendAnswer(response: ServerResponse, answer: HTTPGraphQLResponse): Promise<void> {
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.statusCode = answer.status ?? 200;
  if (answer.body.kind === 'complete') {
    response.end(answer.body.string);
    return;
  }
  for await (const chunk of answer.body.asyncIterator) response.write(chunk);
  response.end();
}

/** An error before GraphQL could speak, in GraphQL's own form. */
function sendError(response: ServerResponse, { status, code, message }: RequestFault): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`);
}

function sendPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, apollo-require-preflight, x-apollo-operation-name',
    'access-control-max-age': '86400',
  });
  response.end();
}
