import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes the port before anything else is started, so that a taken one is noticed at once; answers 503 until the API is there. */
export async function listen(port: number, host: string | null): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const live = request.url === '/health/live';
    response.writeHead(live ? 200 : 503, { 'content-type': 'text/plain', 'retry-after': '2' });
    response.end(live ? 'ok\n' : 'starting\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen({ port, ...(host ? { host } : {}) }, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
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
