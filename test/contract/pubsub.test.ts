import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/postgres/embedded.ts';
import { createMemoryPubSub } from '../../src/platform/pubsub/memory-pubsub.ts';
import { createPostgresPubSub } from '../../src/platform/pubsub/postgres-pubsub.ts';
import { pubSubContract } from './pubsub.contract.ts';

describe('memory', () => {
  pubSubContract(async () => {
    const both = createMemoryPubSub();
    return { a: both, b: both };
  });
});

describe('postgres', () => {
  let directory: string;
  let server: EmbeddedPostgres;
  const clients: Sql[] = [];
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tributary-pubsub-'));
    server = await startEmbeddedPostgres({ directory, settings: { fsync: 'off' } });
  });
  afterEach(() => Promise.all(clients.splice(0).map((sql) => sql.end())));
  afterAll(async () => {
    await server.stop();
    await Promise.all([directory, server.directory].map((path) => rm(path, { recursive: true, force: true })));
  });

  pubSubContract(async () => {
    const [a, b] = [postgres(server.url, { max: 3 }), postgres(server.url, { max: 3 })];
    clients.push(a, b);
    return { a: createPostgresPubSub({ sql: a }), b: createPostgresPubSub({ sql: b }) };
  });
});
