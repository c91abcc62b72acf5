import { randomBytes } from 'node:crypto';
import postgres, { type Sql } from 'postgres';
import { serveApi, type Watched } from '../../src/app/api.ts';
import { listen } from '../../src/app/listen.ts';
import type { Serving } from '../../src/app/serving.ts';
import { openDatabase } from '../../src/db/client.ts';
import type { Role } from '../../src/features/kit/actor.ts';
import { type Ctx, ctxFor, type Ports } from '../../src/features/kit/ctx.ts';
import { authenticate, createApiKey, createWorkspace } from '../../src/features/workspaces/index.ts';
import type { Rates } from '../../src/graphql/rates/rate-limits.ts';
import type { Clock } from '../../src/platform/clock.ts';
import { createOutbound } from '../../src/platform/http/guarded-outbound.ts';
import { silentLog } from '../../src/platform/log.ts';
import { createMapperPool } from '../../src/platform/mapper-pool/process-pool.ts';
import { createMemoryPubSub } from '../../src/platform/pubsub/memory-pubsub.ts';
import { createInlineQueue, type InlineQueue } from '../../src/platform/queue/inline-queue.ts';
import { createSecrets } from '../../src/platform/secrets/aes-secrets.ts';
import { startWorker } from '../../src/worker/runner.ts';
import { createClient, type TestClient } from './client.ts';
import { createTestDatabase } from './database.ts';

/** Noon, so that "yesterday" is 2026-03-09 whatever the zone of the machine. */
export const NOW = new Date('2026-03-10T12:00:00Z');
export const YESTERDAY = '2026-03-09';

/** Suites ask faster than any caller may; those about the rates set their own. */
const FAST = { perSecond: 100_000, burst: 100_000 };
const NO_RATES: Rates = { key: FAST, workspace: FAST, calls: FAST, strangers: FAST };

export type TestClock = Clock & {
  readonly set: (instant: string | Date) => void;
  readonly advance: (milliseconds: number) => void;
};

export type TestWorkspace = {
  readonly id: string;
  /** What the verbs take, as the owner. */
  readonly ctx: Ctx;
  readonly keys: Readonly<Record<Role, string>>;
  /** Speaks GraphQL with a key of the given role. */
  readonly as: (role: Role) => TestClient;
};

export type TestApp = {
  /** Origin, without a slash at the end. */
  readonly url: string;
  readonly databaseUrl: string;
  /** Sees and changes everything, past every rule the product is held to: for looking at what it did. */
  readonly sql: Sql;
  /** Time as the product sees it: it stands still at `NOW` unless a test moves it. */
  readonly clock: TestClock;
  readonly ports: Ports & { readonly queue: InlineQueue };
  /** Statements sent through the ORM since the last call. */
  readonly takeStatements: () => string[];
  readonly workspace: (name?: string) => Promise<TestWorkspace>;
  readonly close: () => Promise<void>;
};

/**
 * The whole product in one process on a database of its own: real PostgreSQL, HTTP, WebSocket and mapper children; jobs
 * run inline, messages stay in memory, time stands still, and loopback may be called.
 */
export async function startTestApp(
  overrides: Partial<Ports> = {},
  serving: Partial<Serving> = {},
  watched: Partial<Watched> = {},
): Promise<TestApp> {
  const database = await createTestDatabase();
  let statements: string[] = [];
  const onStatement = (statement: string) => {
    statements.push(statement);
  };
  const db = openDatabase({ url: database.url, ormConnections: 4, bulkConnections: 4, onStatement });
  const sql = postgres(database.url, { max: 2, onnotice: () => {}, connection: { TimeZone: 'UTC' } });
  const clock = createTestClock();
  const queue = createInlineQueue();
  const key = { id: 'test', key: randomBytes(32) };
  const ports = {
    db,
    clock,
    log: silentLog,
    outbound: createOutbound({ allowedCidrs: ['127.0.0.0/8'], clock }),
    mappers: createMapperPool({ size: 2, maxOldSpaceMb: 256, maxJobsPerChild: 100 }),
    pubsub: createMemoryPubSub(),
    secrets: createSecrets({ keys: [key], current: key.id }),
    model: null,
    modelLimits: { callsPerDay: 1_000, tokensPerDay: 10_000_000 },
    ...overrides,
    queue,
  };
  await startWorker(ports);
  const { server, port } = await listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const api = await serveApi(server, ports, { rates: NO_RATES, ...serving }, watched);
  return {
    url,
    databaseUrl: database.url,
    sql,
    clock,
    ports,
    takeStatements: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    workspace: (name = 'Test workspace') => createTestWorkspace(ports, url, name),
    close: async () => {
      await api.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await queue.stop();
      await Promise.all([ports.pubsub.close(), ports.outbound.close(), ports.mappers.close()]);
      await Promise.all([db.close(), sql.end({ timeout: 5 })]);
      await database.drop();
    },
  };
}

function createTestClock(): TestClock {
  let now = NOW;
  return {
    now: () => now,
    set: (instant) => {
      now = new Date(instant);
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}

async function createTestWorkspace(ports: Ports, url: string, name: string): Promise<TestWorkspace> {
  const { workspace, ownerKey } = await createWorkspace(ports, { name, ownerKey: null });
  const actor = await authenticate(ports, ownerKey);
  if (!actor) throw new Error('the owner key of a new workspace does not work');
  const ctx = ctxFor(ports, actor);
  const create = async (role: Role) => {
    const created = await createApiKey(ctx, { label: role, role });
    if (!created.ok) throw new Error(JSON.stringify(created.error));
    return created.value.secret;
  };
  const keys = { OWNER: ownerKey, ADMIN: await create('ADMIN'), MEMBER: await create('MEMBER') };
  return { id: workspace.id, ctx, keys, as: (role) => createClient(url, keys[role]) };
}
