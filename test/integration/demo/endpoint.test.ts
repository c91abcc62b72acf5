import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endOn, readDataset, type Timeline } from '../../../src/demo/dataset.ts';
import { type DemoEndpoint, startEndpoint } from '../../../src/demo/endpoint.ts';

const KEY = 'the-endpoints-key';
const TO = '2026-03-09';

let timeline: Timeline;
let endpoint: DemoEndpoint;
beforeAll(async () => {
  timeline = endOn(await readDataset(), TO);
  endpoint = await startEndpoint(timeline, KEY);
});
afterAll(() => endpoint.close());

type Body = {
  meta: { source: string };
  data: Record<string, unknown>[];
  error: { status: number; message: string };
};

async function ask(path: string, init: RequestInit = { headers: { 'X-Api-Key': KEY } }) {
  const response = await fetch(new URL(path, endpoint.url), init);
  const body = (await response.json()) as Body;
  return { status: response.status, type: response.headers.get('content-type'), body };
}

test('reports the usage of the days asked for', async () => {
  const { status, type, body } = await ask(`/usage?from=2026-03-03&to=${TO}`);
  const rows = timeline.rowsOf({ from: '2026-03-03', to: TO });
  expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
  expect(body.meta).toMatchObject({ from: '2026-03-03', to: TO, rows: 559, currency: 'GBP' });
  expect(body.meta.source).toContain('10.24432/C5BW33');
  expect(body.data).toHaveLength(rows.length);
  const [first] = rows;
  expect(body.data[0]).toEqual({
    date: first?.day,
    customer_id: first?.customerId,
    orders: first?.orders,
    items: first?.items,
    revenue: (first?.revenuePence ?? 0) / 100,
    returned_items: first?.returnedItems,
  });
});

test('a day without business has no rows, and that is no error', async () => {
  const { status, body } = await ask('/usage?from=2020-01-01&to=2020-01-31');
  expect([status, body.data]).toEqual([200, []]);
});

describe('says no in JSON', () => {
  test.each([
    ['no key', {}, 'missing'],
    ['a wrong key', { headers: { 'X-Api-Key': 'guess' } }, 'not known'],
  ])('to %s, whatever else is asked', async (_name, init, message) => {
    const { status, type, body } = await ask('/usage?from=nonsense', init);
    expect([status, type, body.error.status]).toEqual([401, 'application/json; charset=utf-8', 401]);
    expect(body.error.message).toContain(message);
  });

  test.each([
    ['/usage', '"from"'],
    [`/usage?from=2026-02-30&to=${TO}`, '"from"'],
    ['/usage?from=2026-03-01&to=9.3.2026', '"to"'],
    ['/usage?from=2026-03-02&to=2026-03-01', 'after'],
    [`/usage?from=2000-01-01&to=${TO}`, 'At most 400 days'],
  ])('to bad days: %s', async (path, message) => {
    const { status, body } = await ask(path);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining(message)]);
  });

  test('to other paths and methods', async () => {
    expect((await ask('/')).status).toBe(404);
    expect((await ask(`/usage?from=${TO}&to=${TO}`, { method: 'POST' })).status).toBe(405);
  });
});
