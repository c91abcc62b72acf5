import { connect } from 'node:net';
import { createClient as createSocketClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { daysOf } from '../../../src/lib/day.ts';
import { createClient } from '../../kit/client.ts';
import { createGate, type Gate } from '../../kit/gate.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import {
  alive,
  canReadCheckout,
  commandOf,
  descendants,
  endPrograms,
  ownDirectory,
  READABLE_CHECKOUT,
  startProgram,
  startServer,
  USERS,
} from '../../kit/processes.ts';
import { aMappingInput, askedWindow, type SourcesClient, sourcesClient, WINDOWED } from '../../kit/sources.ts';
import { testWhen } from '../../kit/when.ts';

let endpoint: MisbehavingEndpoint;
let gate: Gate;
const cleanups: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  endpoint = await startMisbehavingEndpoint();
});
afterAll(() => endpoint.close());
afterEach(async () => {
  await endPrograms();
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const OWNER_KEY = 'an owner key of the operator, 32+';
const LOOPBACK = { OUTBOUND_ALLOWED_CIDRS: '127.0.0.0/8' };

async function directory(...as: Parameters<typeof ownDirectory>): Promise<string> {
  const { path, remove } = await ownDirectory(...as);
  cleanups.push(remove);
  return path;
}

/** One row a day of the window that was asked for. */
const rowsFor = (request: Parameters<typeof askedWindow>[0]) =>
  daysOf(askedWindow(request)).map((day) => ({ day, id: 'A', calls: 2, seats: 1 }));

/** Connects to the gated endpoint and begins a history that waits at the gate. */
async function beginHistory(admin: SourcesClient) {
  endpoint.respond(json([]));
  expect((await admin.connect({ url: `${endpoint.url}${WINDOWED}` })).userErrors).toEqual([]);
  gate = createGate();
  endpoint.respond(gate.behaviour);
  const { syncRun, customApi } = await admin.save(aMappingInput());
  return { run: syncRun as { id: string }, customApiId: customApi.id as string, held: await gate.arrived() };
}

/** Opens a socket with a subscription in which nothing happens; what comes back says, later, with which code it was closed. */
async function followForever(url: string, key: string, id: string): Promise<() => Promise<number>> {
  const socket = createSocketClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
  });
  const closed = new Promise<number>((resolve) =>
    socket.on('closed', (event) => resolve((event as { code: number }).code)),
  );
  const connected = new Promise((resolve) => socket.on('connected', resolve));
  const query = 'subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id } }';
  socket.subscribe({ query, variables: { id } }, { next: () => {}, error: () => {}, complete: () => {} });
  await connected;
  return () => closed;
}

const TERMINAL = ['SUCCEEDED', 'SUCCEEDED_WITH_WARNING', 'FAILED', 'CANCELLED'];
const untilEnd = (admin: SourcesClient, id: string) =>
  expect.poll(async () => (await admin.run(id)).status, { timeout: 20_000, interval: 100 }).toBeOneOf(TERMINAL);

for (const as of USERS) {
  const here = testWhen(canReadCheckout(as), READABLE_CHECKOUT);
  here(
    `as ${as.name}: starts, works, stops on SIGTERM without a trace, and starts again on the same data`,
    async () => {
      const environment = { ...LOOPBACK, TRIBUTARY_DATA_DIR: await directory(as) };
      const first = await startServer({ environment, as });
      expect(first.ownerKey).toMatch(/^\S{32,}$/);
      const client = createClient(first.url, first.ownerKey);
      expect(await client.ask('{ viewer { role } }')).toEqual({ viewer: { role: 'OWNER' } });

      // The API is one process, the worker another: the news of the run crosses from one to the other.
      const admin = sourcesClient(client);
      const { run, customApiId, held } = await beginHistory(admin);
      const watching = client.watch(
        'subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id status progress rowsStored } }',
        { id: customApiId },
        ({ syncRunProgressed }) => TERMINAL.includes(syncRunProgressed.status),
      );
      held.begin(' ');
      held.release(rowsFor(held.request));
      const seen = (await watching).map(({ syncRunProgressed }) => syncRunProgressed);
      expect(seen.at(-1)).toEqual({ id: run.id, status: 'SUCCEEDED', progress: 1, rowsStored: 30 });
      expect(seen.length).toBeGreaterThan(1);

      const family = descendants(first.pid);
      expect(family.map(commandOf).join('\n')).toMatch(/worker\.ts[\s\S]*mapper\.ts|mapper\.ts[\s\S]*worker\.ts/);
      // Neither a socket that says nothing nor a subscription keeps the server up.
      const silent = connect(Number(new URL(first.url).port), '127.0.0.1').on('error', () => {});
      const closed = await followForever(first.url, first.ownerKey ?? '', customApiId);
      expect({ code: await first.kill('SIGTERM'), said: first.err() }).toEqual({ code: 0, said: '' });
      expect(alive(family).map(commandOf)).toEqual([]);
      expect(await closed()).toBe(1001);
      silent.destroy();

      const second = await startServer({ environment, as });
      expect(second.ownerKey).toBeNull();
      expect(await sourcesClient(createClient(second.url, first.ownerKey)).run(run.id)).toMatchObject({
        rowsStored: 30,
      });
      expect(await second.kill('SIGINT')).toBe(0);
    },
  );
}

describe('in the middle of a history', () => {
  test('kill -9 leaves a worker that goes by itself; the next start completes the run at once', async () => {
    const environment = { ...LOOPBACK, TRIBUTARY_DATA_DIR: await directory(), BOOTSTRAP_OWNER_KEY: OWNER_KEY };
    const first = await startServer({ environment });
    expect(first.ownerKey).toBeNull();
    expect(first.out() + first.err()).not.toContain(OWNER_KEY);
    const { run } = await beginHistory(sourcesClient(createClient(first.url, OWNER_KEY)));
    const family = descendants(first.pid);
    const helpers = family.filter((pid) => /(worker|mapper)\.ts/.test(commandOf(pid)));
    expect(helpers.length).toBeGreaterThan(1);
    expect(await first.kill('SIGKILL')).toBe('SIGKILL');

    const second = await startServer({ environment });
    const admin = sourcesClient(createClient(second.url, OWNER_KEY));
    const again = await gate.arrived();
    again.release(rowsFor(again.request));
    await untilEnd(admin, run.id);
    expect(await admin.run(run.id)).toMatchObject({ status: 'SUCCEEDED', rowsStored: 30, error: null });
    await expect.poll(() => alive(family).map(commandOf), { timeout: 20_000 }).toEqual([]);
    const last = descendants(second.pid);
    expect(await second.kill('SIGTERM')).toBe(0);
    expect(alive(last).map(commandOf)).toEqual([]);
  });

  test('Ctrl-C hands the run to the next start, which completes it', async () => {
    const environment = { ...LOOPBACK, TRIBUTARY_DATA_DIR: await directory(), BOOTSTRAP_OWNER_KEY: OWNER_KEY };
    const first = await startServer({ environment });
    const { run, held } = await beginHistory(sourcesClient(createClient(first.url, OWNER_KEY)));
    held.begin('[');
    const family = descendants(first.pid);
    expect({ code: await first.interrupt(), said: first.err() }).toEqual({ code: 0, said: '' });
    expect(alive(family).map(commandOf)).toEqual([]);

    const second = await startServer({ environment });
    const admin = sourcesClient(createClient(second.url, OWNER_KEY));
    const again = await gate.arrived();
    again.release(rowsFor(again.request));
    await untilEnd(admin, run.id);
    expect(await admin.run(run.id)).toMatchObject({ status: 'SUCCEEDED', attempt: 2, rowsStored: 30, error: null });

    // A worker that dies at work is replaced, and the new one takes its run up.
    const { syncRun } = await admin.syncNow();
    await gate.arrived();
    const [worker = 0] = descendants(second.pid).filter((pid) => / \S*worker\.ts/.test(commandOf(pid)));
    process.kill(worker, 'SIGKILL');
    const third = await gate.arrived();
    third.release(rowsFor(third.request));
    await untilEnd(admin, syncRun.id);
    expect(await admin.run(syncRun.id)).toMatchObject({ status: 'SUCCEEDED', attempt: 2, rowsStored: 1 });
    expect(await second.interrupt()).toBe(0);
  });
});

test('a signal while it starts leaves nothing behind', async () => {
  const environment = { TRIBUTARY_DATA_DIR: await directory() };
  const program = startProgram('server', { environment });
  const databases = () => descendants(program.pid).filter((pid) => /postgres -D/.test(commandOf(pid)));
  const ended = program.ended.then((code) => {
    throw new Error(`it ended by itself (${code}): ${program.err()}`);
  });
  await Promise.race([ended, expect.poll(databases, { timeout: 20_000, interval: 10 }).not.toEqual([])]);
  const family = descendants(program.pid);
  expect(await program.kill('SIGTERM')).toBe(0);
  expect(alive(family).map(commandOf)).toEqual([]);
});

test('a server whose database is gone says so and ends, for whoever restarts it', async () => {
  const program = await startServer({ environment: { TRIBUTARY_DATA_DIR: await directory() } });
  const family = descendants(program.pid);
  const [postmaster = 0] = family.filter((pid) => /postgres -D/.test(commandOf(pid)));
  process.kill(postmaster, 'SIGKILL');
  expect(await program.ended).toBe(1);
  expect(program.err()).toMatch(/Tributary ended\. The embedded database stopped by itself/);
  await expect.poll(() => alive(family).map(commandOf), { timeout: 20_000 }).toEqual([]);
});
