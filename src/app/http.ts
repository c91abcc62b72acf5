import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { Ports } from '../features/kit/ctx.ts';
import type { HttpContext } from '../graphql/apollo.ts';
import { admit } from '../graphql/context.ts';
import { createDeadline, isLate } from '../graphql/deadline.ts';
import { accidentMessage } from '../graphql/errors.ts';
import type { RateLimits } from '../graphql/rates/rate-limits.ts';
import { sendAnswer, sendError, sendGraphqlError, sendPreflight } from './answer.ts';
import { type RequestFault, readBody } from './body.ts';
import type { ExplorerHandler } from './explorer.ts';
import { createExportDoor, EXPORT_METHODS, EXPORT_PATH } from './export/accounts.ts';
import type { Gate } from './gate.ts';
import type { HealthHandler } from './health.ts';
import { createMcpDoor } from './mcp/http-door.ts';
import { pathOf } from './request-path.ts';
import type { Serving } from './serving.ts';

/** The largest document with variables: a thousand accounts with their attributes fit. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;
/** `__typename`, or introspection where that is open to all. */
const MAX_STRANGERS_BODY_BYTES = 32 * 1024;

type Doors = {
  readonly ports: Pick<Ports, 'log'>;
  readonly apollo: ApolloServer<HttpContext>;
  readonly gate: Gate;
  readonly rates: RateLimits;
  readonly serving: Serving;
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
export function createHttpHandler(doors: Doors): RequestListener {
  const { ports, explorer, health } = doors;
  const exportAccounts = createExportDoor(doors);
  const serveMcp = createMcpDoor(doors);
  return (request, response) => {
    if (health(request, response) || explorer(request, response) || serveMcp(request, response)) return;
    const path = pathOf(request);
    const isExport = path === EXPORT_PATH;
    if (path !== '/graphql' && !isExport) return sendError(response, NOTHING_HERE);
    const requestId = randomUUID();
    response.setHeader('x-request-id', requestId);
    // Keys travel in a header that no browser sends by itself, so any page may call with a key it was given.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-expose-headers', 'x-request-id, retry-after, content-disposition');
    if (request.method === 'OPTIONS') return sendPreflight(response, isExport ? EXPORT_METHODS : 'GET, POST');
    const serve = () =>
      isExport ? exportAccounts(request, response) : serveGraphql(doors, requestId, request, response);
    serve().catch((error: unknown) => {
      // A client that goes away while it sends or waits is no accident of ours.
      if (!request.complete || response.destroyed) return response.destroy();
      if (isLate(error)) return sendGraphqlError(response, error);
      ports.log.error({ requestId, error }, 'a request failed by accident');
      if (response.headersSent) response.destroy();
      else sendError(response, accident(requestId));
    });
  };
}

async function serveGraphql(
  doors: Doors,
  requestId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { gate, rates, apollo, serving } = doors;
  // Before the body is read: a stranger's is not worth much memory.
  const entering = gate.enter(request.headers.authorization, request.socket.remoteAddress);
  const entry = await createDeadline(serving.patience).race(entering);
  if (entry.kind === 'closed') return sendGraphqlError(response, entry.error);
  const { ctx } = entry;
  const tooOften = ctx && rates.operation(ctx.actor);
  if (tooOften) return sendGraphqlError(response, tooOften);
  const body = await readBody(request, ctx ? MAX_BODY_BYTES : MAX_STRANGERS_BODY_BYTES);
  if (!body.ok) return sendError(response, body.error);
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const url = request.url ?? '';
  const query = url.indexOf('?');
  const search = query < 0 ? '' : url.slice(query);
  const deadline = createDeadline(serving.patience);
  response.once('close', () => {
    if (!response.writableFinished) deadline.abandon();
  });
  const answering = apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method ?? 'GET', headers, search, body: body.value },
    context: async () => ({
      ...admit(ctx, documentOf(request, search, body.value), serving.publicIntrospection),
      deadline,
      requestId,
    }),
  });
  await sendAnswer(response, await deadline.race(answering));
}

/** Where Apollo, too, finds the document. */
function documentOf(request: IncomingMessage, search: string, body: unknown): unknown {
  if (request.method !== 'POST') return new URLSearchParams(search).get('query');
  return typeof body === 'object' && body !== null && 'query' in body ? body.query : null;
}
