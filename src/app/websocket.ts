import type { Server } from 'node:http';
import { handleProtocols, type Server as Protocol } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Log } from '../platform/log.ts';
import type { Pending } from '../platform/queue/pending.ts';
import { FINISHING_MS } from './hang-up.ts';
import type { Extra } from './socket-door.ts';
import { speakProtocol } from './socket-protocol.ts';
import { within } from './within.ts';

/** A subscription is a short document; nothing larger comes in over a socket. */
const MAX_FRAME_BYTES = 256 * 1024;
const GOING_AWAY = 1001;
/** What saying goodbye takes. */
const PARTING_MS = 1_000;

/** GraphQL over WebSocket (graphql-transport-ws) at `/graphql`, for whoever shows a key in `connectionParams.authorization`. */
export function serveWebSocket(
  server: Server,
  door: Protocol<Extra>,
  log: Log,
  underWay: Pending,
): { count: () => number; close: () => Promise<void> } {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: MAX_FRAME_BYTES, handleProtocols });
  sockets.on('connection', (socket, request) => speakProtocol(door, { socket, request }, log));
  sockets.on('error', (error) => log.error({ error }, 'no more sockets are taken'));
  return {
    count: () => sockets.clients.size,
    close: async () => {
      await within(FINISHING_MS - PARTING_MS, underWay.idle(), () => {});
      for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Going away');
      await new Promise((resolve) => sockets.close(resolve));
    },
  };
}
