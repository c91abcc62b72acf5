import type { Server } from 'node:http';
import type { Ports } from '../features/kit/ctx.ts';
import { createApollo } from '../graphql/apollo.ts';
import { createBatchedSignIn } from '../graphql/context.ts';
import { createAdmission } from '../graphql/operation.ts';
import { createRateLimits } from '../graphql/rates/rate-limits.ts';
import { createSchema } from '../graphql/schema.ts';
import { createMetrics, type Metrics } from '../platform/metrics.ts';
import { observedModel } from '../platform/model/observed-model.ts';
import { createPending } from '../platform/queue/pending.ts';
import { BUILT_EXPLORER_DIRECTORY, createExplorerHandler } from './explorer.ts';
import { createGate } from './gate.ts';
import { createHealthHandler, createReadiness } from './health.ts';
import { createHttpHandler } from './http.ts';
import { answerStarting } from './listen.ts';
import { countRequests, createMetricsHandler } from './metrics.ts';
import { createOpenSockets } from './open-sockets.ts';
import { recheckRegularly } from './recheck-sockets.ts';
import { SERVING, type Serving } from './serving.ts';
import { createSocketDoor } from './socket-door.ts';
import { createSyncMetrics } from './sync-metrics.ts';
import { serveWebSocket } from './websocket.ts';

/** How the operator sees what goes on. */
export type Watched = {
  /** Whether the process is about to stop. */
  readonly isLeaving: () => boolean;
  readonly metrics: Metrics;
  /** Null: nobody sees the metrics. */
  readonly metricsToken: string | null;
};

/** Serves the API on an HTTP server that already listens. */
export async function serveApi(
  server: Server,
  given: Ports,
  options: Partial<Serving> = {},
  watched: Partial<Watched> = {},
): Promise<{ close: () => Promise<void> }> {
  const { isLeaving = () => false, metricsToken = null } = watched;
  const { metrics = createMetrics({ ofProcess: false }) } = watched;
  const serving: Serving = { ...SERVING, onRateLimited: metrics.rateLimited, ...options };
  const { patience } = serving;
  const model = given.model && observedModel(given.model, metrics.modelAnswer);
  const ports: Ports = { ...given, model };
  const { log } = ports;
  const schema = createSchema();
  const rates = createRateLimits(serving.rates, serving.now, serving.onRateLimited);
  const admission = createAdmission(schema, rates);
  const signIn = createBatchedSignIn(ports);
  const gate = createGate(signIn, rates);
  const apollo = createApollo({ schema, log, admission, patience, observe: metrics.operation });
  await apollo.start();
  const handler = createHttpHandler({
    ports,
    apollo,
    gate,
    rates,
    serving,
    explorer: createExplorerHandler({ directory: BUILT_EXPLORER_DIRECTORY }),
    health: createHealthHandler(createReadiness(ports, isLeaving)),
  });
  const underWay = createPending();
  const openSockets = createOpenSockets({ signIn, serving, log });
  const door = createSocketDoor({
    schema,
    ports,
    gate,
    rates,
    admission,
    openSockets,
    signIn,
    serving,
    observe: metrics.operation,
    underWay,
  });
  const sockets = serveWebSocket(server, door, log, underWay);
  metrics.watchSockets(sockets.count);
  const rechecking = recheckRegularly(openSockets, ports, serving.recheckSocketsMs);
  const refresh = createSyncMetrics(metrics, ports);
  const watching = createMetricsHandler({ metrics, token: metricsToken, refresh });
  const listener = countRequests(metrics, (request, response) => {
    // Whoever keeps his connection is to find another server with his next request.
    if (isLeaving()) response.shouldKeepAlive = false;
    if (!watching(request, response)) handler(request, response);
  });
  server.off('request', answerStarting).on('request', listener);
  return {
    close: async () => {
      await rechecking.stop();
      await sockets.close();
      await apollo.stop();
    },
  };
}
