import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Listening = {
  readonly server: Server;
  readonly port: number;
  /** Takes no more connections, gives those that are open a moment to finish, and drops the rest. */
  readonly hangUp: () => Promise<void>;
};

/** How long a request or a socket under way may take to finish. */
const PATIENCE_MS = 3_000;

/** Takes the port before anything else is started, so that a taken one is noticed at once; answers 503 until the API is there. */
export async function listen(port: number, host: string | null): Promise<Listening> {
  const server = createServer((request, response) => {
    const live = request.url === '/health/live';
    response.writeHead(live ? 200 : 503, { 'content-type': 'text/plain', 'retry-after': '2' });
    response.end(live ? 'ok\n' : 'starting\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen({ port, ...(host ? { host } : {}) }, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port, hangUp: hangUpOnce(server) };
}

function hangUpOnce(server: Server): () => Promise<void> {
  // Sockets that were upgraded to WebSocket are no longer the HTTP server's to close.
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  const hangUp = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const impatient = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, PATIENCE_MS);
    await closed;
    clearTimeout(impatient);
  };
  let hungUp: Promise<void> | undefined;
  return () => {
    hungUp ??= hangUp();
    return hungUp;
  };
}

function explain(error: NodeJS.ErrnoException, port: number, host: string | null): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} is taken by another program. Stop it, or choose another port, such as PORT=${port + 1}.`,
    );
  }
  if (error.code === 'EACCES')
    return new Error(`Port ${port} needs more rights than this user has. Choose one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL') return new Error(`HOST=${host} is not an address of this machine.`);
  return error;
}
