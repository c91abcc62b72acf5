import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Behaviour, json, type RecordedRequest } from './behaviours.ts';

export * from './behaviours.ts';

export type MisbehavingEndpoint = {
  /** Origin, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** What arrived, oldest first. */
  readonly requests: RecordedRequest[];
  /** Answers in turn; the last one stays. */
  readonly respond: (...behaviours: readonly [Behaviour, ...Behaviour[]]) => void;
  /** Resolves once no client holds a connection: how a test sees that a socket was destroyed. */
  readonly whenIdle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type EndpointOptions = {
  readonly host?: string;
  readonly tls?: { readonly key: string; readonly cert: string };
};

/** A customer's endpoint on a real socket that does what the test tells it to, at its worst. */
export const startMisbehavingEndpoint = async ({ host = '127.0.0.1', tls }: EndpointOptions = {}) => {
  const requests: RecordedRequest[] = [];
  const sockets = new Set<Socket>();
  let turns: readonly Behaviour[] = [json({ ok: true })];

  const onRequest = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '', headers } = request;
    const recorded = { method, path: url, headers, body: await text(request) };
    requests.push(recorded);
    const [behaviour, ...later] = turns;
    if (later.length > 0) turns = later;
    response.on('error', () => {});
    behaviour?.(recorded, response);
  };
  // A client that goes away while it sends is part of the game.
  const listener = (request: IncomingMessage, response: ServerResponse) =>
    void onRequest(request, response).catch(() => {});
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  server.on('tlsClientError', () => {});
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) server.emit('idle');
    });
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const endpoint: MisbehavingEndpoint = {
    url: `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    requests,
    respond: (...behaviours) => {
      turns = behaviours;
    },
    whenIdle: async () => {
      if (sockets.size > 0) await once(server, 'idle');
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return endpoint;
};
