import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import type { Behaviour } from '../../kit/misbehaving-endpoint.ts';
import {
  type Behaviours,
  BY_CURSOR,
  BY_PAGE,
  LINKED,
  noRows,
  PAGED_MAPPING,
  type PagedInput,
  type PagedRuns,
  page,
  pagedRuns,
} from '../../kit/paged-runs.ts';

let app: TestApp;
let one: PagedRuns;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  one = await pagedRuns(app);
});
afterEach(() => one.close());

const LINKS = { next: '/usage?p=2' };

describe('pages that would never end', () => {
  test.each<[string, PagedInput, Behaviours, number, RegExp]>([
    ['a link to itself', LINKED, [page(1, { next: '/usage' })], 1, /^Page 1 names itself, or a page before/],
    ['the same link again', LINKED, [page(1, LINKS), page(2, LINKS)], 2, /^Page 2 names itself/],
    [
      'a link to the page before',
      LINKED,
      [page(1, LINKS), page(2, { next: '/usage?p=3' }), page(3, LINKS)],
      3,
      /^Page 3 names itself, or a page before/,
    ],
    ['the same cursor again', BY_CURSOR, [page(1, { next: 'c' }), page(2, { next: 'c' })], 2, /^Page 2 names itself/],
    [
      'the same rows, whatever the cursor',
      BY_CURSOR,
      [page(1, { next: 'a' }), page(1, { next: 'b' })],
      2,
      SAME_ROWS(2),
    ],
    ['a last page that is repeated', BY_PAGE, [page(1), page(2), page(2)], 3, SAME_ROWS(3)],
    ['a page that ignores its number', BY_PAGE, [page(1)], 2, SAME_ROWS(2)],
    ['an offset that is ignored', { query: 'o={offset}', paging: { offset: {} } }, [page(1)], 2, SAME_ROWS(2)],
  ])('%s', async (_what, input, pages, calls, message) => {
    const ended = await one.run(input, ...pages);
    expect(one.calledPaths()).toHaveLength(calls);
    expect(ended).toMatchObject({
      ...{ status: 'FAILED', rowsStored: 0, nextAttemptAt: null },
      error: {
        code: 'PAGING_LOOP',
        message: expect.stringMatching(message),
        hint: expect.stringContaining('pageSize'),
      },
    });
    expect(await one.stored()).toEqual([]);
    one.endpoint.respond(...pages);
    const { preview, userErrors } = await one.admin.preview(PAGED_MAPPING);
    expect(preview).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'PAGING_LOOP', message: expect.stringMatching(message), field: [] }]);
  });
});

function SAME_ROWS(number: number): RegExp {
  return new RegExp(`^Page ${number} brought the same rows as a page before: the pages would never end\\.`);
}

test.each([
  ['TEMPLATE', 'data'],
  ['ROWS', 'data[?calls > `0`]'],
  ['DOCUMENT', 'reverse(data)'],
])('rows that come again are known, read as %s', async (reading, rowsPath) => {
  await one.connect(BY_PAGE);
  one.endpoint.respond(page(1), page(2), page(1));
  const { syncRun, customApi } = await one.admin.save({ ...PAGED_MAPPING, rowsPath }, 1);
  expect(customApi.mapping.reading).toBe(reading);
  await app.ports.queue.drain();
  const { error } = await one.admin.run(syncRun.id);
  expect(error).toMatchObject({ code: 'PAGING_LOOP', message: expect.stringMatching(SAME_ROWS(3)) });
  expect(await one.stored()).toEqual([]);
});

describe('a next page that cannot be called', () => {
  test.each<[string, unknown, RegExp]>([
    [
      'on another host',
      'https://elsewhere.example/usage?secret=1',
      /leads to https:\/\/elsewhere\.example, not to http:\/\/127/,
    ],
    ['on another port', 'http://127.0.0.1:1/usage', /leads to http:\/\/127\.0\.0\.1:1, not to/],
    ['without a scheme, on another host', '//elsewhere.example/usage', /leads to http:\/\/elsewhere\.example, not to/],
    ['with credentials in it', 'http://user:passw0rd@HOST/usage', /holds a user name or a password/],
    ['that is a script', 'javascript:alert(1)', /javascript:alert\(1\) is not a link/],
    ['that is a file', 'file:///etc/passwd', /file:\/\/\/etc\/passwd is not a link/],
    ['that is no link', 'http://[', /http:\/\/\[ is not a link/],
    ['that is an object', { href: '/usage?p=2' }, /It gave \{"href":"\/usage\?p=2"\}: it has to give a text/],
    ['that is a list', ['x'], /It gave \["x"\]/],
  ])('%s', async (_what, next, said) => {
    const link = typeof next === 'string' ? next.replace('HOST', `127.0.0.1:${one.endpoint.port}`) : next;
    const ended = await one.run(LINKED, page(1, { next: link }));
    expect(ended).toMatchObject({ status: 'FAILED', rowsStored: 0, error: { code: 'PAGING_FAILED' } });
    expect(`${ended.error.message} ${ended.error.hint}`).toMatch(said);
    expect(JSON.stringify(ended)).not.toMatch(/passw0rd|secret=1/);
    expect(one.calledPaths()).toEqual(['/usage']);
    expect(await one.stored()).toEqual([]);
    expect((await one.admin.preview(PAGED_MAPPING)).userErrors).toMatchObject([{ code: 'PAGING_FAILED', field: [] }]);
  });

  test('by a path that fails', async () => {
    const ended = await one.run({ paging: { nextLink: { path: 'join(next, next)' } } }, page(1, LINKS));
    expect(ended.error).toMatchObject({
      code: 'PAGING_FAILED',
      message: 'the path join(next, next) of the next page failed',
    });
    expect(await one.stored()).toEqual([]);
  });

  test('by a number that JSON cannot hold exactly', async () => {
    const rows = `[{"day":"${YESTERDAY}","id":"A","calls":1,"seats":1}]`;
    const text = `{"data":${rows},"next":12345678901234567891}`;
    const ended = await one.run(BY_CURSOR, (_request, response) => void response.end(text));
    expect(ended.error).toMatchObject({ code: 'PAGING_FAILED', hint: expect.stringContaining('written as text') });
    expect(await one.stored()).toEqual([]);
  });

  test.each(['line\nbreak', '\u00fc\u{1f600}'])('because its header cannot hold the cursor %j', async (next) => {
    const input = { paging: BY_CURSOR.paging, headers: [{ name: 'X-After', value: '{cursor}' }] };
    expect(await one.run(input, page(1, { next }))).toMatchObject({
      status: 'FAILED',
      error: { code: 'INVALID_HEADER' },
    });
    expect(one.endpoint.requests).toHaveLength(1);
    expect(await one.stored()).toEqual([]);
  });
});

describe('more pages than maxPages', () => {
  /** Pages without an end, each with rows of its own. */
  const endless: Behaviour = (request, response) => page(Number(request.path.split('=')[1]))(request, response);

  test('end the run, once there are too many of a single day', async () => {
    const ended = await one.run({ ...BY_PAGE, maxPages: 3 }, endless);
    expect(ended).toMatchObject({
      status: 'FAILED',
      error: {
        code: 'TOO_MANY_PAGES',
        message: 'There are more than 3 pages.',
        hint: expect.stringContaining('maxPages'),
      },
    });
    expect(one.calledPaths()).toEqual(['/usage?page=1', '/usage?page=2', '/usage?page=3']);
    expect(await one.stored()).toEqual([]);
    // A preview stops before.
    const { preview } = await one.admin.preview(PAGED_MAPPING);
    expect(preview).toMatchObject({ rowCount: 10, warnings: ['Only the first 5 pages were read.'] });
  });

  test('as many as maxPages are fine', async () => {
    expect(await one.run({ ...BY_PAGE, maxPages: 3 }, page(1), page(2), noRows())).toMatchObject({
      ...{ status: 'SUCCEEDED', rowsFetched: 4, rowsStored: 2 },
    });
  });
});
