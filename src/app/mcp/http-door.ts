import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ctx, Ports } from '../../features/kit/ctx.ts';
import { createDeadline, isLate } from '../../graphql/deadline.ts';
import { accidentMessage } from '../../graphql/errors.ts';
import type { RateLimits } from '../../graphql/rates/rate-limits.ts';
import { readBody } from '../body.ts';
import type { Gate } from '../gate.ts';
import { pathOf } from '../request-path.ts';
import type { Serving } from '../serving.ts';
import type { Exchange } from './exchange.ts';
import { countMessages } from './messages.ts';
import { admitPage, isWelcome } from './origins.ts';
import { accidentOf, faultOf, INVALID_REQUEST, PARSE_ERROR, sendJson, sendRpcError } from './rpc-error.ts';

const MCP_PATH = '/mcp';
const MAX_BODY_BYTES = 1024 * 1024;
/** What the protocol's library reads. Keys are never handed to it. */
const HEADERS = ['accept', 'content-type', 'mcp-protocol-version', 'mcp-method', 'mcp-name'] as const;

type Doors = {
  readonly ports: Pick<Ports, 'log'>;
  readonly gate: Gate;
  readonly rates: RateLimits;
  readonly serving: Serving;
};

type Call = { readonly requestId: string; readonly request: IncomingMessage; readonly response: ServerResponse };

/** Answers `/mcp` and returns true, or returns false and leaves the request alone. */
export type McpDoor = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The Model Context Protocol over HTTP, for assistants of any kind, with the API's own keys. */
export function createMcpDoor(doors: Doors): McpDoor {
  const { log } = doors.ports;
  let loading: Promise<Exchange> | undefined;
  // 25 MB in memory, and many a server is never asked by an assistant.
  const load = () => {
    loading ??= import('./exchange.ts').then(({ exchange }) => exchange);
    return loading;
  };
  return (request, response) => {
    if (pathOf(request) !== MCP_PATH) return false;
    const requestId = randomUUID();
    response.setHeader('x-request-id', requestId);
    const failed = async (error: unknown) => {
      // A client that goes away while it sends or waits is no accident of ours.
      if (!request.complete || response.destroyed) return void response.destroy();
      if (!isLate(error)) log.error({ requestId, error }, 'a request failed by accident');
      if (response.headersSent) return void response.destroy();
      await sendRpcError(response, isLate(error) ? faultOf(error) : accidentOf(accidentMessage(requestId)));
    };
    serve(doors, load, { requestId, request, response })
      .catch(failed)
      .catch(() => response.destroy());
    return true;
  };
}

async function serve(
  doors: Doors,
  load: () => Promise<Exchange>,
  { requestId, request, response }: Call,
): Promise<void> {
  const { gate, rates, serving } = doors;
  const { origin, authorization } = request.headers;
  response.setHeader('vary', 'origin');
  if (!isWelcome(origin, serving.mcpOrigins)) {
    const message = 'Pages of this origin may not call /mcp. The operator names those that may in MCP_ALLOWED_ORIGINS.';
    return sendRpcError(response, { status: 403, code: 'FORBIDDEN', message });
  }
  if (origin !== undefined) admitPage(response, origin, HEADERS);
  if (request.method === 'OPTIONS') return void response.writeHead(204).end();
  if (request.method !== 'POST') {
    // A stream to listen on, and a session to end, are what servers need not have.
    const message = 'Send messages with POST: this server has no streams and no sessions.';
    return sendRpcError(response, { status: 405, code: 'BAD_REQUEST', message, headers: [['allow', 'POST, OPTIONS']] });
  }
  // Before the body is read: a stranger's is not worth any memory.
  const entering = gate.enter(authorization, request.socket.remoteAddress);
  const entry = await createDeadline(serving.patience).race(entering);
  if (entry.kind === 'closed') return sendRpcError(response, faultOf(entry.error));
  const { ctx } = entry;
  if (!ctx) return sendRpcError(response, unknownKey(authorization));
  const tooOften = rates.operation(ctx.actor);
  if (tooOften) return sendRpcError(response, faultOf(tooOften));
  const body = await readBody(request, MAX_BODY_BYTES);
  if (!body.ok) {
    const isUnreadable = body.error.code === 'BAD_REQUEST';
    return sendRpcError(response, { ...body.error, ...(isUnreadable ? { rpc: PARSE_ERROR } : {}) });
  }
  const count = countMessages(body.value, header(request, 'mcp-protocol-version'));
  if (!count.ok) {
    return sendRpcError(response, { status: 400, code: 'BAD_REQUEST', message: count.error, rpc: INVALID_REQUEST });
  }
  // Each message of a batch is an operation.
  for (let paid = 1; paid < count.value; paid++) {
    const tooMany = rates.operation(ctx.actor);
    if (tooMany) return sendRpcError(response, faultOf(tooMany));
  }
  await answer(doors, await load(), { requestId, request, response, body: body.value, ctx });
}

type Asked = Call & { readonly body: unknown; readonly ctx: Ctx };

async function answer({ ports, serving }: Doors, exchange: Exchange, asked: Asked) {
  const { requestId, request, response, body, ctx } = asked;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  if (response.destroyed) return;
  const headers = new Headers();
  for (const name of HEADERS) {
    const value = header(request, name);
    if (value !== undefined) headers.set(name, value);
  }
  // The body is read already; the address says nothing to the library.
  const message = new Request(`http://localhost${MCP_PATH}`, { method: 'POST', headers, signal: gone.signal });
  const answering = exchange(message, body, {
    enter: async () => ctx,
    log: ports.log,
    patience: serving.patience,
    requestId,
  });
  const left = once(gone.signal, 'abort').then(() => null);
  answering.catch(() => {});
  const answered = await Promise.race([answering, left]);
  if (!answered) return;
  const text = await answered.text();
  if (text === '') return void response.writeHead(answered.status).end();
  await sendJson(response, answered.status, text);
}

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
};

const unknownKey = (given: string | undefined) => ({
  ...{ status: 401, code: 'UNAUTHENTICATED' },
  message: 'A working API key of Tributary is needed: send it as `Authorization: Bearer <key>`.',
  headers: [['www-authenticate', `Bearer realm="Tributary"${given ? ', error="invalid_token"' : ''}`]] as const,
});
