import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';

const TOKEN = 'a token of the operator, 32 or more';
const RATE = { perSecond: 0.001, burst: 3 };

let app: TestApp;
let limited: TestApp;
let plain: TestApp;
beforeAll(async () => {
  app = await startTestApp({}, {}, { metrics: createMetrics({ ofProcess: true }), metricsToken: TOKEN });
  const rates = { key: RATE, workspace: RATE, calls: RATE, strangers: { perSecond: 100, burst: 1_000 } };
  limited = await startTestApp({}, { rates }, { metricsToken: TOKEN });
  plain = await startTestApp();
});
afterAll(() => Promise.all([app.close(), limited.close(), plain.close()]));

const scrape = (of: TestApp, authorization?: string) =>
  fetch(`${of.url}/metrics`, { headers: authorization === undefined ? {} : { authorization } });

/** Value by name and labels, as written. */
async function figures(of: TestApp): Promise<Record<string, number>> {
  const response = await scrape(of, `Bearer ${TOKEN}`);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

describe('who may look', () => {
  test('nobody where the operator has set no token: there is nothing there', async () => {
    for (const authorization of [undefined, `Bearer ${TOKEN}`, 'Bearer ']) {
      expect((await scrape(plain, authorization)).status).toBe(404);
    }
  });

  test.each([
    ['nothing', undefined],
    ['an empty token', 'Bearer '],
    ['another token', `Bearer ${TOKEN.replace('a', 'b')}`],
    ['the beginning of the token', `Bearer ${TOKEN.slice(0, -1)}`],
    ['the token and more', `Bearer ${TOKEN}x`],
    ['the token without a scheme', TOKEN],
    ['the token as Basic', `Basic ${TOKEN}`],
  ])('not with %s', async (_, authorization) => {
    const response = await scrape(app, authorization);
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await response.text()).not.toContain('tributary_');
  });

  test('not with an API key', async () => {
    const { keys } = await app.workspace();
    expect((await scrape(app, `Bearer ${keys.OWNER}`)).status).toBe(401);
  });

  test('the scheme may be written in any case', async () => {
    expect((await scrape(app, `bearer ${TOKEN}`)).status).toBe(200);
  });
});

test('operations are counted by type and outcome, over HTTP and WebSocket alike, and never by name', async () => {
  const workspace = await app.workspace('planted-workspace');
  const member = workspace.as('MEMBER');
  const before = await figures(app);
  const delta = async () => {
    const now = await figures(app);
    return (type: string, outcome: string) => {
      const name = `tributary_graphql_operation_duration_seconds_count{type="${type}",outcome="${outcome}"}`;
      return (now[name] ?? 0) - (before[name] ?? 0);
    };
  };
  await member.ask('query Planted { viewer { role } }');
  await member.ask('mutation { syncNow(input: {}) { userErrors { code } } }');
  await member.send('{ apiKeys { id } }');
  await member.send('{ planted }');
  const customApi = (await member.ask('{ customApi { id } }')).customApi;
  await member.watch('{ viewer { role } }', {}, () => true);
  const watching = member.watch(
    'subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id } }',
    customApi,
    () => true,
  );
  void watching.catch(() => {});
  await expect.poll(async () => (await delta())('subscription', 'ok')).toBe(1);
  const counted = await delta();
  expect({
    queries: counted('query', 'ok'),
    mutations: counted('mutation', 'ok'),
    refused: counted('query', 'refused'),
    invalid: counted('none', 'refused'),
    accidents: counted('query', 'accident'),
  }).toEqual({ queries: 3, mutations: 1, refused: 1, invalid: 1, accidents: 0 });
  const now = await figures(app);
  expect(now['tributary_websockets_open']).toBeGreaterThanOrEqual(1);
  expect(now['tributary_http_requests_total{class="2xx"}']).toBeGreaterThan(3);
  expect(now['tributary_http_requests_total{class="4xx"}']).toBeGreaterThan(0);
  const text = await (await scrape(app, `Bearer ${TOKEN}`)).text();
  expect(text).not.toMatch(/planted/i);
  expect(text).not.toContain(workspace.id);
});

test('the process tells of itself, under the same prefix as everything else', async () => {
  const names = Object.keys(await figures(app));
  expect(names.filter((name) => !name.startsWith('tributary_'))).toEqual([]);
  expect(names).toEqual(
    expect.arrayContaining(['tributary_process_resident_memory_bytes', 'tributary_process_cpu_seconds_total']),
  );
});

test('refusals for coming too often are counted', async () => {
  const member = (await limited.workspace()).as('MEMBER');
  for (let index = 0; index < 5; index++) await member.send('{ viewer { role } }');
  const now = await figures(limited);
  expect(now['tributary_rate_limited_total']).toBe(2);
  expect(now['tributary_http_requests_total{class="4xx"}']).toBe(2);
});
