import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from '@agendajs/mongo-backend';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/postgres/embedded.ts';
import { createAgendaQueue } from '../../src/platform/queue/agenda-queue.ts';
import { createInlineQueue, type InlineQueue } from '../../src/platform/queue/inline-queue.ts';
import type { JobDefinition } from '../../src/platform/queue/queue.ts';
import { describeWhen } from '../kit/when.ts';
import { queueContract } from './queue.contract.ts';

describe('inline', () => {
  let queue: InlineQueue | undefined;
  beforeEach(() => {
    queue = undefined;
  });
  queueContract(() => ({
    connect: (log) => {
      queue ??= createInlineQueue({ log });
      return queue;
    },
    stored: async (name) => (queue?.waiting(name) ?? 0) + (queue?.scheduled.has(name) ? 1 : 0),
    tick: (name) => queue?.tick(name),
  }));

  test('drain waits for what handlers ask for in turn', async () => {
    const queue = createInlineQueue();
    const job: JobDefinition<number> = { name: 'countdown', concurrency: 1, parse: Number };
    const seen: number[] = [];
    queue.handle(job, async (left) => {
      seen.push(left);
      if (left > 0) await queue.enqueue(job, left - 1);
    });
    await queue.start();
    await queue.enqueue(job, 3);
    expect(seen).toEqual([]);
    await queue.drain();
    expect(seen).toEqual([3, 2, 1, 0]);
    await queue.drain();
  });
});

describe('agenda on postgres', () => {
  let directory: string;
  let server: EmbeddedPostgres;
  let sql: Sql;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'tributary-queue-'));
    server = await startEmbeddedPostgres({ directory, settings: { fsync: 'off' } });
    sql = postgres(server.url, { max: 1 });
  });
  afterAll(async () => {
    await sql.end();
    await server.stop();
    await Promise.all([directory, server.directory].map((path) => rm(path, { recursive: true, force: true })));
  });
  queueContract(() => ({
    connect: (log) => createAgendaQueue({ backend: 'postgres', url: server.url, log }),
    stored: async (name) => (await sql`select from agenda_jobs where name = ${name}`).length,
    tick: () => {},
  }));
});

const mongoUrl = process.env.JOBS_MONGODB_URL;
describeWhen(mongoUrl !== undefined, 'JOBS_MONGODB_URL=mongodb://127.0.0.1/tributary_test')('agenda on mongodb', () => {
  let client: MongoClient;
  beforeAll(async () => {
    client = await MongoClient.connect(mongoUrl ?? '');
  });
  afterAll(() => client.close());
  queueContract(() => ({
    connect: (log) => createAgendaQueue({ backend: 'mongodb', url: mongoUrl ?? '', log }),
    stored: (name) => client.db().collection('agenda_jobs').countDocuments({ name }),
    tick: () => {},
  }));
});
