import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hangUpOnce } from './hang-up.ts';

export type Listening = {
  readonly server: Server;
  readonly port: number;
  /** Takes no more connections, lets requests under way finish, within bounds, and drops the rest. */
  readonly hangUp: () => Promise<void>;
};

/** Who sends slower than this keeps a connection from others: for the headers, and for a whole request of 4 MB. */
const PACE = { headersTimeout: 20_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 } as const;
export type Pace = { readonly [limit in keyof typeof PACE]: number };

/** What a server answers until something better takes its place. */
export const answerStarting: RequestListener = (request, response) => {
  const live = request.url === '/health/live';
  response.writeHead(live ? 200 : 503, { 'content-type': 'text/plain', 'retry-after': '2' });
  response.end(live ? 'ok\n' : 'starting\n');
};

/** Takes the port before anything else is started, so that a taken one is noticed at once; answers 503 until the API is there. */
export async function listen(
  port: number,
  host: string | null,
  variable = 'PORT',
  pace: Pace = PACE,
): Promise<Listening> {
  const server = createServer(pace, answerStarting);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host, variable)));
    server.listen({ port, ...(host ? { host } : {}) }, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port, hangUp: hangUpOnce(server) };
}

function explain(error: NodeJS.ErrnoException, port: number, host: string | null, variable: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} is taken by another program. Stop it, or choose another port, such as ${variable}=${port + 1}.`,
    );
  }
  if (error.code === 'EACCES')
    return new Error(`Port ${port} needs more rights than this user has. Choose one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL') return new Error(`HOST=${host} is not an address of this machine.`);
  return error;
}
