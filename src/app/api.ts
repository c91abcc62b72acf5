import type { Server } from 'node:http';
import type { Ports } from '../features/kit/ctx.ts';
import { createApollo } from '../graphql/apollo.ts';
import { createSchema } from '../graphql/schema.ts';
import { BUILT_EXPLORER_DIRECTORY, createExplorerHandler } from './explorer.ts';
import { createHealthHandler } from './health.ts';
import { createHttpHandler } from './http.ts';
import { serveWebSocket } from './websocket.ts';

/** Serves the API on an HTTP server that already listens. */
export async function serveApi(server: Server, ports: Ports): Promise<{ close: () => Promise<void> }> {
  const schema = createSchema();
  const apollo = createApollo(schema, ports.log);
  await apollo.start();
  const handler = createHttpHandler({
    ports,
    apollo,
    explorer: createExplorerHandler({ directory: BUILT_EXPLORER_DIRECTORY }),
    health: createHealthHandler(ports.db.ping),
  });
  const sockets = serveWebSocket(server, schema, ports);
  server.removeAllListeners('request').on('request', handler);
  return {
    close: async () => {
      await sockets.close();
      await apollo.stop();
    },
  };
}
