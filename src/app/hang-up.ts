import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How long a connection that asks for nothing may stay; a request that has just been sent is still on its way. */
const QUIET_MS = 1_000;
/** How long requests and WebSockets under way may take to finish. */
export const FINISHING_MS = 10_000;

/** Knows the server's connections, and ends them all when it is called. */
export function hangUpOnce(server: Server): () => Promise<void> {
  // WebSockets are no longer the HTTP server's to close, and say themselves when they go.
  const upgraded = new Set<Socket>();
  const underWay = new Map<Socket, Set<ServerResponse>>();
  let leaving = false;
  server.on('connection', (socket: Socket) => {
    underWay.set(socket, new Set());
    socket.once('close', () => {
      underWay.delete(socket);
      upgraded.delete(socket);
    });
  });
  server.on('upgrade', (request: IncomingMessage) => upgraded.add(request.socket));
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const responses = underWay.get(socket);
    responses?.add(response);
    if (leaving && !response.headersSent) response.shouldKeepAlive = false;
    response.once('close', () => {
      responses?.delete(response);
      if (leaving && responses?.size === 0) socket.end();
    });
  });

  const hangUp = async () => {
    leaving = true;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const responses of underWay.values())
      for (const response of responses) if (!response.headersSent) response.shouldKeepAlive = false;
    server.closeIdleConnections();
    const drop = (which: (socket: Socket, responses: ReadonlySet<ServerResponse>) => boolean) => {
      for (const [socket, responses] of underWay) if (which(socket, responses)) socket.destroy();
    };
    const timers = [
      setTimeout(() => drop((socket, responses) => responses.size === 0 && !upgraded.has(socket)), QUIET_MS),
      setTimeout(() => drop(() => true), FINISHING_MS),
    ];
    await closed;
    for (const timer of timers) clearTimeout(timer);
  };
  let hungUp: Promise<void> | undefined;
  return () => {
    hungUp ??= hangUp();
    return hungUp;
  };
}
