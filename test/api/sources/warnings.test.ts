import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, daysOf } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import {
  type Behaviour,
  json,
  type MisbehavingEndpoint,
  startMisbehavingEndpoint,
} from '../../kit/misbehaving-endpoint.ts';
import {
  aMappingInput,
  asAdmin,
  askedWindow,
  type MappingInput,
  type SourcesClient,
  WINDOWED,
} from '../../kit/sources.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let admin: SourcesClient;

beforeAll(async () => {
  app = await startTestApp();
  endpoint = await startMisbehavingEndpoint();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});
beforeEach(async () => {
  admin = asAdmin(await app.workspace());
});
afterEach(() => admin.disconnect());

const MAPPING = aMappingInput({ rowsPath: 'data' });
const PATH = '/usage?from={start_date}&to={end_date}&limit=100';

/** A row for each day asked for, and what the answer says besides. */
const answering =
  (rest: object = {}, headers: Record<string, string> = {}): Behaviour =>
  (request, response) => {
    const data = daysOf(askedWindow(request)).map((day) => ({ day, id: 'A', calls: 1, seats: 1 }));
    json({ data, ...rest }, headers)(request, response);
  };

async function warnings(behaviour: Behaviour, input: object = {}, mapping: MappingInput = MAPPING, days = 7) {
  endpoint.respond(behaviour);
  const connected = await admin.connect({ url: `${endpoint.url}${PATH}`, ...input });
  expect(connected.userErrors).toEqual([]);
  const { preview } = await admin.preview(mapping);
  const { syncRun } = await admin.save(mapping, days);
  await app.ports.queue.drain();
  const { status, warning } = await admin.run(syncRun.id);
  expect(status).toBe(warning === null ? 'SUCCEEDED' : 'SUCCEEDED_WITH_WARNING');
  return { test: connected.test.warnings, preview: preview.warnings, run: warning };
}

describe('an answer that shows signs of further pages, read as the only one', () => {
  const ONE_OF_SEVERAL = (signs: string) =>
    `The answer seems to be one page of several (${signs}): set paging, or the rows of further pages are missing.`;

  test.each<[string, object, string]>([
    ['a next link', { links: { next: 'https://api.example.com/2' } }, 'links.next is set'],
    ['a flag', { has_more: true }, 'has_more is true'],
    ['a total', { meta: { total: 250 } }, 'meta.total is 250 where 7 came'],
    ['two of them', { has_more: true, next_cursor: 'c2' }, 'has_more is true, next_cursor is set'],
  ])('%s: test, preview and run say so', async (_what, rest, signs) => {
    const said = ONE_OF_SEVERAL(signs);
    for (const rowsPath of ['data', 'data[?calls > `0`]', 'reverse(data)']) {
      const mapping = aMappingInput({ rowsPath });
      expect(await warnings(answering(rest), {}, mapping), rowsPath).toEqual({
        test: [said],
        preview: [said],
        run: said,
      });
      await admin.disconnect();
    }
  });

  test('a Link header', async () => {
    const said =
      'The answer has a Link header that names a next page: set paging to linkHeader, or the rows of further pages are missing.';
    const headers = { link: '</usage?page=2>; rel="next"' };
    expect(await warnings(answering({}, headers))).toEqual({ test: [said], preview: [said], run: said });
  });

  test('nothing is said of an answer that is whole', async () => {
    const rest = { total: 7, has_more: false, next: null, page: 1, total_pages: 1 };
    const headers = { link: '</usage?page=0>; rel="prev", </docs>; rel="help"' };
    expect(await warnings(answering(rest, headers))).toEqual({ test: [], preview: [], run: null });
  });

  test('what a long run noticed in its first days is not forgotten over the last', async () => {
    endpoint.respond(answering());
    await admin.connect({ url: `${endpoint.url}${PATH}` });
    await admin.save(MAPPING, 1);
    await app.ports.queue.drain();
    const first = addDays(YESTERDAY, -59);
    endpoint.respond((request, response) =>
      answering(askedWindow(request).from === first ? { has_more: true } : {})(request, response),
    );
    const { syncRun } = await admin.backfillRange(first, YESTERDAY);
    await app.ports.queue.drain();
    expect(await admin.run(syncRun.id)).toMatchObject({
      ...{ status: 'SUCCEEDED_WITH_WARNING', rowsStored: 60, warning: ONE_OF_SEVERAL('has_more is true') },
    });
  });
});

describe('with paging', () => {
  test('its own signs are none; a path that finds no next page although there seems to be one is', async () => {
    const rest = { has_more: false, next: null };
    const paging = (path: string) => ({ paging: { nextLink: { path } } });
    expect(await warnings(answering(rest), paging('next'))).toEqual({ test: [], preview: [], run: null });
    await admin.disconnect();
    endpoint.respond(answering({ links: { next: '/2' } }));
    const { test: call } = await admin.connect({ url: `${endpoint.url}${PATH}`, ...paging('link.next') });
    expect(call.warnings).toEqual([
      expect.stringMatching(
        /^link\.next gives nothing on this answer, so it is read as the only page\. .*links\.next is set/,
      ),
    ]);
  });

  test('a path that fails is told when it is connected', async () => {
    endpoint.respond(answering({ next: { href: '/2' } }));
    const paging = { nextLink: { path: 'next' } };
    const { test: call, userErrors } = await admin.connect({ url: `${endpoint.url}${PATH}`, paging });
    expect(userErrors).toEqual([]);
    expect(call.warnings).toEqual([
      expect.stringMatching(/^the path next of the next page failed\. It gave \{"href":"\/2"\}/),
    ]);
  });
});

describe('previews say of usage', () => {
  const rowsFor =
    (value: (day: number, account: number) => number | null): Behaviour =>
    (request, response) => {
      const data = daysOf(askedWindow(request)).flatMap((day, at) =>
        ['A', 'B', 'C', 'D'].flatMap((id, account) => {
          const calls = value(at, account);
          return calls === null ? [] : [{ day, id, calls, seats: 5 }];
        }),
      );
      json(data)(request, response);
    };

  test('that it looks like running totals', async () => {
    const mapping = aMappingInput();
    const said = await warnings(
      rowsFor((day, account) => 1_000 * (account + 1) + day),
      {},
      mapping,
    );
    expect(said).toMatchObject({ test: [], run: null });
    expect(said.preview).toEqual([
      expect.stringMatching(/^calls never falls in 4 of 4 accounts: if it is a running total/),
    ]);
  });

  test('that the last day is missing', async () => {
    const said = await warnings(
      rowsFor((day, account) => (day === 6 ? null : 9 - day + account)),
      {},
      aMappingInput(),
    );
    expect(said.preview).toEqual([
      'Rows came for 2026-03-03 to 2026-03-08 and none for 2026-03-09: if the endpoint leaves out its end date, write {end_date:+1d}.',
    ]);
  });

  test('nothing when it goes up and down', async () => {
    const said = await warnings(
      rowsFor((day, account) => 10 + ((day * 5 + account) % 7)),
      {},
      aMappingInput(),
    );
    expect(said).toEqual({ test: [], preview: [], run: null });
  });
});

test('the paths of a plain connection still have no warnings', async () => {
  endpoint.respond(json([{ day: YESTERDAY, id: 'A', calls: 1, seats: 1 }]));
  expect((await admin.connect({ url: `${endpoint.url}${WINDOWED}` })).test.warnings).toEqual([]);
});
