import { setTimeout as sleep } from 'node:timers/promises';
import { createClient as createSocketClient } from 'graphql-ws';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { createClient } from '../../kit/client.ts';
import { createTestDatabase } from '../../kit/database.ts';
import { createGate } from '../../kit/gate.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import {
  alive,
  commandOf,
  descendants,
  endPrograms,
  ownDirectory,
  startProgram,
  startServer,
} from '../../kit/processes.ts';
import { aMappingInput, type SourcesClient, sourcesClient, WINDOWED } from '../../kit/sources.ts';

const OWNER_KEY = 'an owner key of the operator, 32+';
const TOKEN = 'a token of the operator, 32 or more';

let endpoint: MisbehavingEndpoint;
let environment: Record<string, string>;
const cleanups: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  endpoint = await startMisbehavingEndpoint();
  const database = await createTestDatabase();
  const { path, remove } = await ownDirectory();
  cleanups.push(remove, database.drop, endpoint.close);
  environment = {
    DATABASE_URL: database.url,
    TRIBUTARY_DATA_DIR: path,
    TRIBUTARY_WORKER: 'none',
    OUTBOUND_ALLOWED_CIDRS: '127.0.0.0/8',
    BOOTSTRAP_OWNER_KEY: OWNER_KEY,
    METRICS_TOKEN: TOKEN,
  };
});
afterEach(endPrograms);
afterAll(async () => {
  for (const cleanup of cleanups.reverse()) await cleanup();
});

/** What the address answers: status and text, or the code of the failure to connect. */
const ask = async (url: string): Promise<[number | string, string]> => {
  try {
    const response = await fetch(url, { headers: { connection: 'close' } });
    return [response.status, await response.text()];
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    return [cause?.code ?? String(error), ''];
  }
};

/** Connected, with nothing mapped yet, whatever tests before left. */
async function connect(url: string): Promise<SourcesClient> {
  const admin = sourcesClient(createClient(url, OWNER_KEY));
  endpoint.respond(json([]));
  await admin.disconnect();
  expect((await admin.connect({ url: `${endpoint.url}${WINDOWED}` })).userErrors).toEqual([]);
  return admin;
}

/** A preview that waits at the endpoint. */
async function holdPreview(url: string) {
  const admin = await connect(url);
  const gate = createGate();
  endpoint.respond(gate.behaviour);
  const preview = admin.preview(aMappingInput());
  preview.catch(() => {});
  return { preview, held: await gate.arrived() };
}

describe('a server that is told to stop', () => {
  test('says that it is not ready, still answers while others take over, and then takes no more connections', async () => {
    const server = await startServer({ environment: { ...environment, SHUTDOWN_DRAIN_SECONDS: '3' } });
    expect(await ask(`${server.url}/health/ready`)).toEqual([200, 'ok\n']);
    const ended = server.kill('SIGTERM');
    await expect.poll(() => ask(`${server.url}/health/ready`), { interval: 50 }).toEqual([503, 'shutting down\n']);
    expect(await ask(`${server.url}/health/live`)).toEqual([200, 'ok\n']);
    const kept = await fetch(`${server.url}/graphql?query={__typename}`);
    expect([kept.status, kept.headers.get('connection')]).toEqual([200, 'close']);
    await expect
      .poll(async () => (await ask(`${server.url}/health/live`))[0], { timeout: 10_000 })
      .toBe('ECONNREFUSED');
    expect({ code: await ended, said: server.err() }).toEqual({ code: 0, said: '' });
  });

  test('lets an operation under way finish, over HTTP and over a socket, and closes the socket with 1001', async () => {
    const server = await startServer({ environment });
    const { preview, held } = await holdPreview(server.url);
    const gate = createGate();
    endpoint.respond(gate.behaviour);
    const closed: unknown[] = [];
    const socket = createSocketClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${OWNER_KEY}` },
      retryAttempts: 0,
      on: { closed: (event) => closed.push((event as { code: number }).code) },
    });
    const answers = socket.iterate<{ previewMapping: { preview: { rowCount: number } } }>({
      query: 'mutation ($input: PreviewMappingInput!) { previewMapping(input: $input) { preview { rowCount } } }',
      variables: { input: { mapping: aMappingInput() } },
    });
    const overSocket = answers.next();
    // It waits for its turn behind the first: a workspace tries one thing at a time.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const ended = server.kill('SIGTERM');
    await expect.poll(async () => (await ask(`${server.url}/health/live`))[0]).toBe('ECONNREFUSED');
    held.release([]);
    (await gate.arrived()).release([]);
    expect(await preview).toMatchObject({ preview: { rowCount: 0 }, userErrors: [] });
    expect((await overSocket).value).toMatchObject({ data: { previewMapping: { preview: { rowCount: 0 } } } });
    expect({ code: await ended, said: server.err() }).toEqual({ code: 0, said: '' });
    await expect.poll(() => closed).toEqual([1001]);
  });

  test('cuts what does not end in time, and ends', async () => {
    const server = await startServer({ environment });
    const { preview } = await holdPreview(server.url);
    const asked = performance.now();
    expect(await server.kill('SIGTERM')).toBe(0);
    const seconds = (performance.now() - asked) / 1_000;
    expect(seconds, `it took ${seconds} s`).toBeGreaterThan(9);
    expect(seconds, `it took ${seconds} s`).toBeLessThan(20);
    await expect(preview).rejects.toThrow();
  });

  test('ends at once when it is told twice', async () => {
    const server = await startServer({ environment });
    await holdPreview(server.url);
    server.child.kill('SIGTERM');
    await expect.poll(async () => (await ask(`${server.url}/health/live`))[0]).toBe('ECONNREFUSED');
    const asked = performance.now();
    expect(await server.kill('SIGTERM')).toBe(1);
    expect(performance.now() - asked).toBeLessThan(2_000);
  });

  test('does not wait for connections that ask for nothing', async () => {
    const server = await startServer({ environment });
    // Kept alive by the client, which has no more to say.
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    const asked = performance.now();
    expect(await server.kill('SIGTERM')).toBe(0);
    expect(performance.now() - asked).toBeLessThan(4_000);
  });
});

describe('a worker by itself', () => {
  const workerEnvironment = () => ({ ...environment, WORKER_HEALTH_PORT: '0', LOG_LEVEL: 'info' });
  async function startWorker() {
    const worker = startProgram('worker', { environment: workerEnvironment() });
    const port = () => /"healthPort":(\d+)/.exec(worker.err())?.[1];
    await expect.poll(port, { timeout: 30_000 }).toBeDefined();
    return { ...worker, url: `http://127.0.0.1:${port()}` };
  }

  test('answers how it is, and tells of its process to the operator', async () => {
    const server = await startServer({ environment });
    const worker = await startWorker();
    expect(await ask(`${worker.url}/health/live`)).toEqual([200, 'ok\n']);
    expect(await ask(`${worker.url}/health/ready`)).toEqual([200, 'ok\n']);
    expect((await ask(`${worker.url}/metrics`))[0]).toBe(401);
    expect((await ask(`${worker.url}/graphql`))[0]).toBe(404);
    const metrics = await fetch(`${worker.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(await metrics.text()).toMatch(/^tributary_process_resident_memory_bytes \d+$/m);
    expect(await Promise.all([worker.kill('SIGTERM'), server.kill('SIGTERM')])).toEqual([0, 0]);
  });

  test('hands its run back at once, and ends', async () => {
    const server = await startServer({ environment });
    const worker = await startWorker();
    const admin = await connect(server.url);
    const gate = createGate();
    endpoint.respond(gate.behaviour);
    const { syncRun } = await admin.save(aMappingInput());
    await gate.arrived();
    expect(await admin.run(syncRun.id)).toMatchObject({ status: 'FETCHING' });
    const family = descendants(worker.pid);
    const asked = performance.now();
    expect(await worker.kill('SIGTERM')).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(alive(family).map(commandOf)).toEqual([]);
    expect(await admin.run(syncRun.id)).toMatchObject({ status: 'QUEUED', error: null });

    // Whoever comes next need not wait for a lease to run out.
    const next = await startWorker();
    (await gate.arrived()).release([]);
    await expect.poll(async () => (await admin.run(syncRun.id)).status, { timeout: 20_000 }).toMatch(/^SUCCEEDED/);
    expect(await Promise.all([next.kill('SIGINT'), server.kill('SIGTERM')])).toEqual([0, 0]);
  });
});

test('a server whose database lacks migrations of its version is not ready, and says so', async () => {
  const server = await startServer({ environment });
  const sql = postgres(environment['DATABASE_URL'] ?? '', { max: 1, onnotice: () => {} });
  const restore = await sql`DELETE FROM drizzle.__drizzle_migrations
    WHERE created_at = (SELECT max(created_at) FROM drizzle.__drizzle_migrations) RETURNING hash, created_at`;
  await sleep(600);
  expect(await ask(`${server.url}/health/ready`)).toEqual([503, 'the database lacks migrations of this version\n']);
  for (const { hash, created_at } of restore) {
    await sql`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES (${hash}, ${created_at})`;
  }
  await sleep(600);
  expect(await ask(`${server.url}/health/ready`)).toEqual([200, 'ok\n']);
  await sql.end();
  expect(await server.kill('SIGTERM')).toBe(0);
});
