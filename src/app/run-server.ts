import { setTimeout } from 'node:timers/promises';
import { forgetWorkers } from '../features/sources/index.ts';
import { bootstrap } from '../features/workspaces/index.ts';
import type { Config } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { createMetrics } from '../platform/metrics.ts';
import { serveApi } from './api.ts';
import { startDatabase } from './database.ts';
import { listen } from './listen.ts';
import { openPorts } from './ports.ts';
import { superviseWorker } from './worker-process.ts';

export type RunningServer = {
  readonly url: string;
  /** The first workspace's owner key when this start created it and the operator did not choose it; otherwise null. */
  readonly freshOwnerKey: string | null;
  /** Resolves when the embedded database ended by itself: without it there is nothing left to serve. */
  readonly lost: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Brings everything up: port, database, API, worker. When a step fails, the ones before it are taken down again. */
export async function runServer(config: Config, environment: NodeJS.ProcessEnv): Promise<RunningServer> {
  const log = createLog(config.logLevel);
  const undo: (() => Promise<unknown>)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= takeDown(undo);
    return stopping;
  };
  const isLeaving = () => stopping !== undefined;
  try {
    const { server, port, hangUp } = await listen(config.port, config.host);
    undo.push(hangUp);
    const database = await startDatabase(config, log);
    undo.push(database.stop);
    const { ports, close } = await openPorts('server', config, database.url);
    undo.push(close);
    if (database.embedded) await forgetWorkers(ports);
    await ports.queue.start();
    const created = await bootstrap(ports, { name: config.bootstrapWorkspaceName, ownerKey: config.bootstrapOwnerKey });
    const api = await serveApi(
      server,
      ports,
      { publicIntrospection: config.publicIntrospection, mcpOrigins: config.mcpAllowedOrigins },
      { isLeaving, metrics: createMetrics({ ofProcess: true }), metricsToken: config.metricsToken },
    );
    let worker: { readonly stop: () => Promise<void> } | null = null;
    const leave = async () => {
      // Whoever spreads requests over several servers sees that this one is not ready, and has time to choose another.
      await setTimeout(config.shutdownDrainSeconds * 1_000);
      await Promise.all([hangUp(), api.close()]);
    };
    // The worker hands its runs back meanwhile.
    undo.push(() => Promise.all([leave(), worker?.stop()]));
    if (config.workerProcess) {
      const { BOOTSTRAP_OWNER_KEY: _, DATABASE_MIGRATION_URL: __, ...rest } = environment;
      // Beside an embedded database there is no other worker: what this one held can be taken up at once.
      const onLost = database.embedded ? () => forgetWorkers(ports) : async () => {};
      worker = superviseWorker(workerEnvironment(rest, config, database.url), log, onLost);
    }
    const url = `http://localhost:${port}`;
    log.info({ url, database: database.embedded ? 'embedded' : 'DATABASE_URL' }, 'Tributary is up');
    const freshOwnerKey = config.bootstrapOwnerKey ? null : (created?.ownerKey ?? null);
    return { url, freshOwnerKey, lost: unlessStopping(database.exited, isLeaving), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Settles when `exited` does, but never for an end that was asked for. */
const unlessStopping = (exited: Promise<void>, isStopping: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    void exited.then(() => {
      if (!isStopping()) resolve();
    });
  });

/** The worker's environment: this server's, with everything it decided by itself written out. */
const workerEnvironment = (environment: NodeJS.ProcessEnv, config: Config, databaseUrl: string): NodeJS.ProcessEnv => ({
  ...environment,
  DATABASE_URL: databaseUrl,
  TRIBUTARY_DATA_DIR: config.dataDirectory,
  OUTBOUND_ALLOWED_CIDRS: config.outboundAllowedCidrs.join(','),
  LOG_LEVEL: config.logLevel,
});

async function takeDown(undo: (() => Promise<unknown>)[]): Promise<void> {
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch {
      // Each step is taken whatever became of the one before: a database must stop even when a socket does not close.
    }
  }
}
