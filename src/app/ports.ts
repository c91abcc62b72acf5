import { openDatabase } from '../db/client.ts';
import type { Ports } from '../features/kit/ctx.ts';
import { syncRunJob } from '../features/sources/index.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { createOutbound } from '../platform/http/guarded-outbound.ts';
import { createLog } from '../platform/log.ts';
import { createMapperPool } from '../platform/mapper-pool/process-pool.ts';
import { createPostgresPubSub } from '../platform/pubsub/postgres-pubsub.ts';
import { createAgendaQueue } from '../platform/queue/agenda-queue.ts';
import { openSecrets } from './secrets.ts';

export type OpenPorts = { readonly ports: Ports; readonly close: () => Promise<void> };

/** How many children one job may use up before they are replaced: leaks of a customer's expressions end there. */
const MAX_JOBS_PER_CHILD = 200;

/** How many connections each kind of process may open; Agenda adds up to ten short-lived ones, messages two. */
const CONNECTIONS = {
  // Previews count matching accounts.
  server: { ormConnections: 8, bulkConnections: 4 },
  // Each run under way holds one for its transaction.
  worker: { ormConnections: 4, bulkConnections: syncRunJob.concurrency + 2 },
} as const;

/** Builds every adapter. The one place that names them. */
export async function openPorts(
  kind: keyof typeof CONNECTIONS,
  config: Config,
  databaseUrl: string,
): Promise<OpenPorts> {
  const log = createLog(config.logLevel);
  const model = await openModel(config);
  const db = openDatabase({
    url: databaseUrl,
    ...CONNECTIONS[kind],
    givesWay: kind === 'worker',
    // Tests watch it.
    watchesNesting: false,
  });
  const secrets = await openSecrets(config, { db: db.system, clock: systemClock, log }).catch(
    async (error: unknown) => {
      await db.close();
      throw error;
    },
  );
  const pubsub = createPostgresPubSub({ sql: db.messages, log });
  const outbound = createOutbound({ allowedCidrs: config.outboundAllowedCidrs, clock: systemClock });
  const mappers = createMapperPool({
    size: config.mapperProcesses,
    maxOldSpaceMb: config.mapperMemoryMb,
    maxJobsPerChild: MAX_JOBS_PER_CHILD,
    // Whoever tries an endpoint or a mapping out asks the server, and waits.
    givesWay: kind === 'worker',
    log,
  });
  const queue = createAgendaQueue({
    ...(config.jobsMongodbUrl
      ? { backend: 'mongodb', url: config.jobsMongodbUrl }
      : { backend: 'postgres', url: databaseUrl }),
    log,
  });
  const modelLimits = { callsPerDay: config.modelCallsPerDay, tokensPerDay: config.modelTokensPerDay };
  const ports: Ports = {
    ...{ db, clock: systemClock, log, outbound, mappers, queue, pubsub, secrets },
    ...{ model, modelLimits },
  };
  const close = async () => {
    const idle = queue.stop();
    // Calls and mappings under way are cut short, and their runs handed back: waiting for them could take minutes.
    await Promise.allSettled([outbound.close(), mappers.close(), model?.close()]);
    await Promise.allSettled([idle]);
    await pubsub.close();
    await db.close();
  };
  return { ports, close };
}

async function openModel(config: Config) {
  const { anthropicApiKey: apiKey, anthropicBaseUrl: baseUrl, anthropicModel: name } = config;
  if (apiKey === null) return null;
  // Its library is 7 MB in memory, and whoever has no key does without.
  const { createAnthropicModel } = await import('../platform/model/anthropic-model.ts');
  return createAnthropicModel({ apiKey, baseUrl, name });
}
