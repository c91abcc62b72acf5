import type { Server } from 'node:http';
import type { Ports } from '../features/kit/ctx.ts';
import { createApollo } from '../graphql/apollo.ts';
import { createBatchedSignIn } from '../graphql/context.ts';
import { createAdmission } from '../graphql/operation.ts';
import { createRateLimits } from '../graphql/rates/rate-limits.ts';
import { createSchema } from '../graphql/schema.ts';
import { BUILT_EXPLORER_DIRECTORY, createExplorerHandler } from './explorer.ts';
import { createGate } from './gate.ts';
import { createHealthHandler } from './health.ts';
import { createHttpHandler } from './http.ts';
import { createOpenSockets } from './open-sockets.ts';
import { recheckRegularly } from './recheck-sockets.ts';
import { SERVING, type Serving } from './serving.ts';
import { createSocketDoor } from './socket-door.ts';
import { serveWebSocket } from './websocket.ts';

/** Serves the API on an HTTP server that already listens. */
export async function serveApi(
  server: Server,
  ports: Ports,
  options: Partial<Serving> = {},
): Promise<{ close: () => Promise<void> }> {
  const serving: Serving = { ...SERVING, ...options };
  const { patience } = serving;
  const { log } = ports;
  const schema = createSchema();
  const rates = createRateLimits(serving.rates, serving.now, serving.onRateLimited);
  const admission = createAdmission(schema, rates);
  const signIn = createBatchedSignIn(ports);
  const gate = createGate(signIn, rates);
  const apollo = createApollo({ schema, log, admission, patience });
  await apollo.start();
  const handler = createHttpHandler({
    ports,
    apollo,
    gate,
    rates,
    serving,
    explorer: createExplorerHandler({ directory: BUILT_EXPLORER_DIRECTORY }),
    health: createHealthHandler(ports.db.ping),
  });
  const openSockets = createOpenSockets({ signIn, serving, log });
  const door = createSocketDoor({ schema, ports, gate, rates, admission, openSockets, signIn, serving });
  const sockets = serveWebSocket(server, door, log);
  const rechecking = recheckRegularly(openSockets, ports, serving.recheckSocketsMs);
  server.removeAllListeners('request').on('request', handler);
  return {
    close: async () => {
      await rechecking.stop();
      await sockets.close();
      await apollo.stop();
    },
  };
}
