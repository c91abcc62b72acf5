import type { Ports } from '../features/kit/ctx.ts';
import type { Config } from '../platform/config.ts';
import { createMetrics } from '../platform/metrics.ts';
import { observedModel } from '../platform/model/observed-model.ts';
import { createHealthHandler, createReadiness } from './health.ts';
import { answerStarting, listen } from './listen.ts';
import { createMetricsHandler } from './metrics.ts';

export type WorkerHealth = {
  readonly port: number;
  /** The same ports, of which the metrics know how the model answers. */
  readonly observed: (ports: Ports) => Ports;
  /** From here on the worker answers for its ports, too. */
  readonly watch: (ports: Pick<Ports, 'db' | 'queue'>, isLeaving: () => boolean) => void;
  readonly hangUp: () => Promise<void>;
};

/**
 * A worker serves nobody, so nothing would be seen of one that hangs: on a port of its own it answers `/health/live`,
 * `/health/ready` and `/metrics`, the latter with the figures of its own process
 * and of the model, which Larry asks from here.
 */
export async function startWorkerHealth(config: Config): Promise<WorkerHealth | null> {
  if (config.workerHealthPort === null) return null;
  const { server, port, hangUp } = await listen(config.workerHealthPort, config.host, 'WORKER_HEALTH_PORT');
  const metrics = createMetrics({ ofProcess: true });
  return {
    port,
    observed: (ports) => ({ ...ports, model: ports.model && observedModel(ports.model, metrics.modelAnswer) }),
    watch: (ports, isLeaving) => {
      const health = createHealthHandler(createReadiness(ports, isLeaving));
      const watching = createMetricsHandler({ metrics, token: config.metricsToken, refresh: async () => {} });
      server.off('request', answerStarting).on('request', (request, response) => {
        if (health(request, response) || watching(request, response)) return;
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Nothing is here.\n');
      });
    },
    hangUp,
  };
}
