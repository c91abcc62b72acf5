import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace, YESTERDAY } from '../../kit/app.ts';
import { type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { type Asked, combinedRows, type Page, paged, pagedRows } from '../../kit/paged-endpoint.ts';
import { PAGING_STYLES } from '../../kit/paging-styles.ts';
import { aMappingInput, asAdmin, type SourcesClient } from '../../kit/sources.ts';
import { storedDays } from '../../kit/usage-intake.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let workspace: TestWorkspace;
let admin: SourcesClient;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  endpoint = await startMisbehavingEndpoint();
  workspace = await app.workspace();
  admin = asAdmin(workspace);
});
afterEach(async () => {
  await admin.disconnect();
  await endpoint.close();
});

const SIZE = 10;
const ROWS = pagedRows(95, YESTERDAY);
const FIVE_PAGES = 'Only the first 5 pages were read.';

/** Expressions that make the same rows of an answer, by how they have it read. */
const ROWS_PATHS = { TEMPLATE: 'data', ROWS: 'data[?calls > `0`]', DOCUMENT: 'reverse(reverse(data))' };
const mappingFor = (rowsPath: string) => aMappingInput({ rowsPath });

const takeCalls = () => endpoint.requests.splice(0);

async function saved(rowsPath: string) {
  const { syncRun, customApi, userErrors } = await admin.save(mappingFor(rowsPath), 7);
  expect(userErrors).toEqual([]);
  await app.ports.queue.drain();
  return { run: await admin.run(syncRun.id), reading: customApi.mapping.reading };
}

describe.each(PAGING_STYLES.map((style) => [style.name, style] as const))('%s', (_name, style) => {
  const tiers = Object.entries(ROWS_PATHS);
  test.each(tiers)('every row comes in once, read as %s', async (reading, rowsPath) => {
    endpoint.respond(style.serve(ROWS, SIZE));
    const connected = await admin.connect({ url: `${endpoint.url}${style.path}`, ...style.input });
    expect(connected).toMatchObject({ customApi: { status: 'MAPPING' }, test: { warnings: [] }, userErrors: [] });
    expect(takeCalls()).toHaveLength(1);

    const { preview, userErrors } = await admin.preview(mappingFor(rowsPath));
    expect(userErrors).toEqual([]);
    expect(preview).toMatchObject({ rowCount: 5 * SIZE, mappedCount: 5 * SIZE, warnings: [FIVE_PAGES] });
    expect(takeCalls()).toHaveLength(5);

    const { run, reading: told } = await saved(rowsPath);
    expect(told).toBe(reading);
    expect(run).toMatchObject({
      ...{ status: 'SUCCEEDED', error: null, warning: null, httpStatus: 200 },
      ...{ rowsFetched: 95, rowsStored: 35, rowErrorCount: 0, unmatchedAccountCount: 5 },
    });
    expect(takeCalls()).toHaveLength(style.calls?.(95, SIZE) ?? 10);
    expect(await storedDays(workspace.ctx)).toEqual(combinedRows(ROWS));

    // The same once more, of one day: fewer pages, nothing changed.
    const { syncRun } = await admin.syncNow();
    await app.ports.queue.drain();
    expect(await admin.run(syncRun.id)).toMatchObject({
      kind: 'SYNC_NOW',
      status: 'SUCCEEDED',
      rowsFetched: 14,
      rowsStored: 5,
    });
    expect(await storedDays(workspace.ctx)).toEqual(combinedRows(ROWS));
  });
});

describe('what is called', () => {
  const PATH = '/usage?from={start_date}&to={end_date}';
  const auth = { queryKey: { name: 'api key', value: 's3cret-key' } };
  const nextLink = (withKey: boolean) =>
    paged({
      rows: ROWS,
      size: 40,
      startOf: ({ query }: Asked) => Number(query.get('start') ?? 0),
      answer: ({ rows, next }: Page) => {
        const key = withKey ? '&api%20key=of-the-link' : '';
        return { data: rows, next: next && `/usage?start=${next}${key}` };
      },
    });

  test.each([
    [false, 's3cret-key'],
    [true, 'of-the-link'],
  ])('a link has the key of the query once (in the link itself: %s)', async (withKey, key) => {
    endpoint.respond(nextLink(withKey));
    await admin.connect({ url: `${endpoint.url}${PATH}`, auth, paging: { nextLink: { path: 'next' } } });
    takeCalls();
    const { run } = await saved('data');
    expect(run).toMatchObject({ status: 'SUCCEEDED', rowsFetched: 95 });
    const asked = takeCalls().map(({ path }) => new URL(path, endpoint.url).searchParams);
    expect(asked.map((query) => query.get('start'))).toEqual([null, '40', '80']);
    expect(asked.map((query) => query.getAll('api key'))).toEqual([['s3cret-key'], [key], [key]]);
  });

  test('every page has the method, headers, body and dates of the first', async () => {
    const rows = pagedRows(20, YESTERDAY);
    endpoint.respond(
      paged({
        ...{ rows, size: SIZE, startOf: ({ query }: Asked) => Number(query.get('start') ?? 0) },
        answer: ({ rows, next }: Page) => ({ data: rows, next: next && `?start=${next}` }),
      }),
    );
    await admin.connect({
      url: `${endpoint.url}/usage?first=1`,
      method: 'POST',
      body: '{"from": "{start_date}"}',
      headers: [{ name: 'X-To', value: '{end_date}' }],
      auth: { bearer: { token: 'a-token' } },
      paging: { nextLink: { path: 'next' } },
    });
    takeCalls();
    expect((await saved('data')).run).toMatchObject({ status: 'SUCCEEDED', rowsFetched: 20 });
    const calls = takeCalls();
    expect(calls.map(({ path }) => path)).toEqual(['/usage?first=1', '/usage?start=10']);
    for (const call of calls)
      expect(call).toMatchObject({
        method: 'POST',
        body: '{"from": "2026-03-03"}',
        headers: { 'x-to': YESTERDAY, authorization: 'Bearer a-token', 'content-type': 'application/json' },
      });
  });

  test.each<[string, string, object]>([
    ['page', 'page={page}', { page: { pageSize: 50 } }],
    ['cursor', 'start={cursor}', { cursor: { path: '[-1].key' } }],
    ['link', 'start=', { linkHeader: true }],
  ])('pages of lines, found by %s', async (name, query, paging) => {
    const startOf = ({ query }: Asked) =>
      name === 'page' ? (Number(query.get('page')) - 1) * 50 : Number(query.get('start')?.replace('k', '') || -1) + 1;
    const serve = paged({
      ...{ rows: ROWS, size: 50, startOf },
      answer: ({ rows }) => rows.map((row) => JSON.stringify(row)).join('\n'),
      headers: ({ rows, next }) => ({
        'content-type': 'application/x-ndjson',
        ...(next === null ? {} : { link: `</usage?start=${rows.at(-1)?.key}>; rel="next"` }),
      }),
    });
    endpoint.respond(serve);
    await admin.connect({ url: `${endpoint.url}/usage?${query}`, paging });
    takeCalls();
    expect((await saved('@')).run).toMatchObject({ status: 'SUCCEEDED', rowsFetched: 95, rowsStored: 35 });
    // A cursor made of the last line is there until a page has no lines.
    expect(takeCalls()).toHaveLength(name === 'cursor' ? 3 : 2);
    expect(await storedDays(workspace.ctx)).toEqual(combinedRows(ROWS));
  });
});
