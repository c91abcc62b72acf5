import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { daysOf, windowEnding } from '../../../src/lib/day.ts';
import { NOW, startTestApp, type TestApp, type TestWorkspace, YESTERDAY } from '../../kit/app.ts';
import {
  json,
  type MisbehavingEndpoint,
  plainText,
  startMisbehavingEndpoint,
  status,
} from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, CONNECT, type SourcesClient, WINDOWED } from '../../kit/sources.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let workspace: TestWorkspace;
let admin: SourcesClient;
let now = NOW;

const ROWS = daysOf(windowEnding(YESTERDAY, 7)).map((day) => ({ day, id: 'A-1', calls: 3, seats: 2 }));

beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => now } });
  endpoint = await startMisbehavingEndpoint();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});
beforeEach(async () => {
  now = NOW;
  workspace = await app.workspace();
  admin = asAdmin(workspace);
  endpoint.requests.length = 0;
  endpoint.respond(json(ROWS));
});

const connect = (input: object = {}) => admin.connect({ url: `${endpoint.url}${WINDOWED}`, ...input });
const saveAndWait = async () => {
  const saved = await admin.save(aMappingInput());
  await app.ports.queue.drain();
  return saved;
};

describe('the sample', () => {
  test('a small answer is kept whole', async () => {
    const { customApi, test: call } = await connect();
    expect(JSON.parse(customApi.sample.json)).toEqual(ROWS);
    expect(customApi.sample).toMatchObject({
      truncated: false,
      fullBytes: JSON.stringify(ROWS).length,
      fetchedAt: NOW.toISOString(),
    });
    expect(call.responseBytes).toBe(customApi.sample.fullBytes);
  });

  test.each<[string, unknown]>([
    ['many rows', { meta: { count: 5_000 }, rows: Array.from({ length: 5_000 }, (_, n) => ({ n, day: YESTERDAY })) }],
    ['long texts', [{ text: 'ü'.repeat(20_000), next: '🔑'.repeat(9_000) }]],
    ['many keys', Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`key ${n}`, { n }]))],
    [
      'wide rows',
      Array.from({ length: 50 }, () => Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`k${n}`, n]))),
    ],
    ['one text', 'x'.repeat(100_000)],
  ])('%s are cut to valid JSON of at most 8 KB, and the cut is told', async (_what, answer) => {
    endpoint.respond(json(answer));
    const { sample } = (await connect()).customApi;
    expect(Buffer.byteLength(sample.json)).toBeLessThanOrEqual(8 * 1024);
    expect(sample.truncated).toBe(true);
    expect(sample.fullBytes).toBe(Buffer.byteLength(JSON.stringify(answer)));
    const cut = JSON.parse(sample.json);
    expect(Array.isArray(cut)).toBe(Array.isArray(answer));
    expect(typeof cut).toBe(typeof answer);
  });

  test('what PostgreSQL cannot store does not fail the connection', async () => {
    endpoint.respond(plainText('{"a\\u0000":"b\\u0000","c":"\\ud800","d":1e999,"__proto__":{"x":1}}'));
    const { customApi, userErrors } = await connect();
    expect(userErrors).toEqual([]);
    expect(() => JSON.parse(customApi.sample.json)).not.toThrow();
    expect(customApi.sample.json).toContain('"__proto__":{"x":1}');
  });

  test('is gone once a mapping is saved, and after a day', async () => {
    await connect();
    expect((await saveAndWait()).customApi.sample).toBeNull();

    const other = await app.workspace();
    await asAdmin(other).connect({ url: `${endpoint.url}${WINDOWED}` });
    now = new Date(NOW.getTime() + 25 * 3_600_000);
    expect((await asAdmin(other).customApi()).sample).toBeNull();
    app.ports.queue.tick('sources.sweep');
    await app.ports.queue.drain();
    const kept = await app.sql`SELECT 1 FROM custom_apis WHERE sample_json IS NOT NULL
      AND workspace_id IN (${workspace.ctx.actor.workspaceId}, ${other.ctx.actor.workspaceId})`;
    expect([...kept]).toEqual([]);
  });
});

describe('connecting again', () => {
  test('while no mapping is saved, it replaces the endpoint and its credentials', async () => {
    await connect({ auth: { bearer: { token: 'first' } } });
    endpoint.respond(json([{ changed: true }]));
    const { customApi } = await connect({
      url: `${endpoint.url}/v2`,
      method: 'POST',
      timeoutSeconds: 5,
      auth: { headerKey: { name: 'x-key', value: 'second' } },
    });
    expect(customApi).toMatchObject({
      status: 'MAPPING',
      url: `${endpoint.url}/v2`,
      method: 'POST',
      authKind: 'HEADER_KEY',
      timeoutSeconds: 5,
      sample: { json: '[{"changed":true}]' },
    });
    endpoint.respond(json(ROWS));
    await admin.preview(aMappingInput());
    const last = endpoint.requests.at(-1);
    expect(last).toMatchObject({ method: 'POST', path: '/v2', headers: { 'x-key': 'second' } });
    expect(last?.headers.authorization).toBeUndefined();
  });

  test('a failed attempt leaves the endpoint that worked', async () => {
    await connect();
    endpoint.respond(status(500));
    expect((await connect({ url: `${endpoint.url}/broken` })).userErrors).toMatchObject([
      { code: 'ENDPOINT_UNAVAILABLE' },
    ]);
    expect(await admin.customApi()).toMatchObject({ status: 'MAPPING', url: `${endpoint.url}${WINDOWED}` });
  });

  test('once a mapping is saved it is refused, without a call', async () => {
    await connect();
    await saveAndWait();
    endpoint.requests.length = 0;
    expect(await connect()).toMatchObject({
      customApi: null,
      test: null,
      userErrors: [{ code: 'ALREADY_CONNECTED', message: expect.stringMatching(/disconnect it first/), field: [] }],
    });
    expect(endpoint.requests).toEqual([]);
  });

  test('of a mapping saved while an endpoint is tried, the mapping stays', async () => {
    await connect();
    const other = await startMisbehavingEndpoint();
    other.respond((_request, response) => {
      void saveAndWait().then(() => response.end('[]'));
    });
    expect((await connect({ url: other.url })).userErrors).toMatchObject([{ code: 'ALREADY_CONNECTED' }]);
    expect(await admin.customApi()).toMatchObject({ status: 'CONNECTED', url: `${endpoint.url}${WINDOWED}` });
    await other.close();
  });

  test('after a disconnect it works, and the history is still there', async () => {
    await workspace
      .as('ADMIN')
      .ask(
        'mutation { upsertAccounts(input: { accounts: [{ externalCrmId: "A-1", name: "Acme" }] }) { createdCount } }',
      );
    await connect({ auth: { bearer: { token: 'old' } } });
    await saveAndWait();
    const before = await admin.usage('A-1');
    expect(before.metrics[0].total).toBe(21);
    const gone = await admin.disconnect();
    expect(gone).toMatchObject({
      customApi: {
        status: 'DISCONNECTED',
        url: null,
        method: null,
        authKind: null,
        timeoutSeconds: null,
        mapping: null,
      },
      userErrors: [],
    });
    expect(gone.customApi.syncRuns.nodes).toHaveLength(1);
    expect(await admin.usage('A-1')).toEqual(before);
    expect((await admin.disconnect()).userErrors).toMatchObject([{ code: 'NOT_CONNECTED' }]);

    const again = await connect();
    expect(again).toMatchObject({ customApi: { status: 'MAPPING', metricsTracked: 0 }, userErrors: [] });
    expect(endpoint.requests.at(-1)?.headers.authorization).toBeUndefined();
    expect(await admin.usage('A-1')).toEqual(before);
    endpoint.respond(json([{ day: YESTERDAY, id: 'A-1', calls: 9, seats: 1 }]));
    await saveAndWait();
    expect((await admin.customApi()).syncRuns.nodes).toHaveLength(2);
    // The day that came anew has its new value; the days that did not come keep theirs.
    expect((await admin.usage('A-1')).metrics[0].total).toBe(21 - 3 + 9);
  });
});

describe('who may', () => {
  test('a member may look, not connect', async () => {
    const input = { url: `${endpoint.url}${WINDOWED}`, auth: { none: true } };
    const { connectCustomApi } = await workspace.as('MEMBER').ask(CONNECT, { input });
    expect(connectCustomApi).toMatchObject({
      customApi: null,
      test: null,
      userErrors: [{ code: 'FORBIDDEN', message: expect.stringMatching(/ADMIN/) }],
    });
    expect(endpoint.requests).toEqual([]);
    await connect();
    const seen = await workspace.as('MEMBER').ask('{ customApi { status url } }');
    expect(seen.customApi).toEqual({ status: 'MAPPING', url: `${endpoint.url}${WINDOWED}` });
  });

  test('nobody sees a secret that was typed into the address, though it is sent', async () => {
    const connected = await connect({ url: `${endpoint.url}${WINDOWED}&api_key=typed` });
    expect(connected.customApi.url).toBe(`${endpoint.url}${WINDOWED}&api_key=***`);
    expect(connected.test).toMatchObject({
      requestedUrl: expect.stringMatching(/&api_key=\*\*\*$/),
      warnings: [expect.stringMatching(/seems to hold a secret \(api_key\)/)],
    });
    expect(endpoint.requests.at(-1)?.path).toMatch(/&api_key=typed$/);
  });

  test('another workspace sees nothing of it', async () => {
    const { customApi } = await connect();
    const other = await app.workspace();
    const seen = await asAdmin(other).customApi();
    expect(seen).toMatchObject({ status: 'NOT_CONNECTED', url: null, sample: null });
    expect(seen.id).not.toBe(customApi.id);
    const { syncRun } = await saveAndWait();
    expect(await asAdmin(other).run(syncRun.id)).toBeNull();
  });
});
