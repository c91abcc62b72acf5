import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, type SourcesClient } from '../../kit/sources.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let admin: SourcesClient;

beforeAll(async () => {
  app = await startTestApp();
  endpoint = await startMisbehavingEndpoint();
  endpoint.respond(json([]));
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});
beforeEach(async () => {
  admin = asAdmin(await app.workspace());
  endpoint.requests.length = 0;
});
afterEach(async () => {
  await app.ports.queue.drain();
  await admin.disconnect();
});

const connect = (query: string, input: object) => admin.connect({ url: `${endpoint.url}/usage${query}`, ...input });
const PAGE = { paging: { page: {} } };

describe('is refused without a call', () => {
  test.each<[string, string, object, readonly string[], RegExp]>([
    ['no {cursor}', '', { paging: { cursor: { path: 'next' } } }, ['paging', 'cursor'], /^\{cursor\} is nowhere/],
    ['no {page}', '?p={start_date}', PAGE, ['paging', 'page'], /^\{page\} is nowhere.*page's number/],
    ['no {offset}', '', { paging: { offset: {} } }, ['paging', 'offset'], /^\{offset\} is nowhere.*rows to leave out/],
    ['{page} in the body of a GET', '', { ...PAGE, body: '{"p": {page}}' }, ['body'], /GET has no body/],
    ['{page} without paging', '?p={page}', {}, ['url'], /^Nothing fills \{page\}: give paging of that kind/],
    ['{page} with paging ended', '?p={page}', { paging: { none: true } }, ['url'], /^Nothing fills \{page\}/],
    ['{page} for a cursor', '?p={page}&c={cursor}', { paging: { cursor: { path: 'n' } } }, ['url'], /fills \{page\}/],
    [
      '{page} with parts',
      '?p={page:+1}',
      PAGE,
      ['url'],
      /^Malformed placeholder \{page:\+1\}\. \{page\} takes no parts/,
    ],
    ['{page} in place of the host', '', { ...PAGE, url: 'https://{page}.example.com/' }, ['url'], /host name/],
    [
      'a constant link',
      '',
      { paging: { nextLink: { path: "'https://a.example'" } } },
      ['paging', 'nextLink', 'path'],
      /^A constant is the same on every page/,
    ],
    [
      'a broken path',
      '?c={cursor}',
      { paging: { cursor: { path: 'data[' } } },
      ['paging', 'cursor', 'path'],
      / at character \d+\./,
    ],
    ['an empty path', '', { paging: { nextLink: { path: '' } } }, ['paging', 'nextLink', 'path'], /./],
    [
      'pageSize 0',
      '?p={page}',
      { paging: { page: { pageSize: 0 } } },
      ['paging', 'page', 'pageSize'],
      /1 to 1000000, not 0/,
    ],
    [
      'pageSize beyond a million',
      '?o={offset}',
      { paging: { offset: { pageSize: 1_000_001 } } },
      ['paging', 'offset', 'pageSize'],
      /1 to 1000000, not 1000001/,
    ],
    [
      'firstPage 7',
      '?p={page}',
      { paging: { page: { firstPage: 7 } } },
      ['paging', 'page', 'firstPage'],
      /0 or 1, not 7/,
    ],
    ['maxPages 0', '?p={page}', { ...PAGE, maxPages: 0 }, ['maxPages'], /1 to 10000, not 0/],
    ['maxPages 10,001', '?p={page}', { ...PAGE, maxPages: 10_001 }, ['maxPages'], /1 to 10000, not 10001/],
  ])('%s', async (_what, query, input, field, message) => {
    const { customApi, test: call, userErrors } = await connect(query, input);
    expect({ customApi, call }).toEqual({ customApi: null, call: null });
    const about = userErrors.filter((error: { field: string[] }) => error.field.join() === ['input', ...field].join());
    expect(about, JSON.stringify(userErrors)).toMatchObject([{ message: expect.stringMatching(message) }]);
    expect(endpoint.requests).toEqual([]);
  });

  test.each<[string, object, RegExp]>([
    ['two kinds at once', { page: {}, linkHeader: true }, /exactly one key|oneOf/i],
    ['no kind', {}, /exactly one key|oneOf/i],
    ['null for a kind', { page: null }, /must be non-null|non-null/i],
    ['linkHeader: false', { linkHeader: false }, /paging\.linkHeader can only be true/],
    ['none: false', { none: false }, /paging\.none can only be true/],
  ])('%s', async (_what, paging, message) => {
    await expect(connect('?p={page}', { paging })).rejects.toThrow(message);
    expect(endpoint.requests).toEqual([]);
  });
});

describe('reconnecting', () => {
  const shown = { kind: 'PAGE', path: null, firstPage: 0, pageSize: 20, maxPages: 50 };
  const QUERY = '?p={page}&o={offset}';
  beforeEach(async () => {
    const paging = { page: { firstPage: 0, pageSize: 20 } };
    const connected = await connect('?p={page}', { paging, maxPages: 50, answerFormat: 'JSON' });
    expect(connected).toMatchObject({ customApi: { paging: shown, answerFormat: 'JSON' }, userErrors: [] });
    await admin.save(aMappingInput(), 1);
    await app.ports.queue.drain();
    endpoint.requests.length = 0;
  });
  const url = (query: string) => `${endpoint.url}/usage${query}`;

  test.each<[string, () => object, object | null]>([
    ['keeps paging', () => ({}), shown],
    ['keeps it with another path of the same host', () => ({ url: `${endpoint.url}/other/{page}` }), shown],
    ['changes maxPages alone', () => ({ maxPages: 7 }), { ...shown, maxPages: 7 }],
    [
      'replaces it, and keeps maxPages',
      () => ({ url: url('?o={offset}'), paging: { offset: {} } }),
      { kind: 'OFFSET', path: null, firstPage: null, pageSize: null, maxPages: 50 },
    ],
    [
      'replaces both',
      () => ({ url: url(''), paging: { nextLink: { path: 'next' } }, maxPages: 3 }),
      { kind: 'NEXT_LINK', path: 'next', firstPage: null, pageSize: null, maxPages: 3 },
    ],
    [
      'replaces it by the header',
      () => ({ url: url(''), paging: { linkHeader: true } }),
      { kind: 'LINK_HEADER', path: null, firstPage: null, pageSize: null, maxPages: 50 },
    ],
    ['ends it', () => ({ url: url(''), paging: { none: true } }), null],
  ])('%s', async (_what, input, paging) => {
    const { customApi, userErrors } = await admin.reconnect(input());
    expect(userErrors).toEqual([]);
    expect(customApi).toMatchObject({ paging, answerFormat: 'JSON' });
    await app.ports.queue.drain();
    expect((await admin.customApi()).paging).toEqual(paging);
  });

  test.each<[string, () => object, readonly string[], RegExp]>([
    [
      'paging ended, {page} still there',
      () => ({ paging: { none: true } }),
      ['input', 'url'],
      /Nothing fills \{page\}/,
    ],
    ['another address without {page}', () => ({ url: url('') }), ['input', 'paging', 'page'], /\{page\} is nowhere/],
    ['another kind', () => ({ url: url(QUERY), paging: { offset: {} } }), ['input', 'url'], /Nothing fills \{page\}/],
    ['maxPages 0', () => ({ maxPages: 0 }), ['input', 'maxPages'], /1 to 10000/],
  ])('is refused: %s', async (_what, input, field, message) => {
    const { customApi, userErrors } = await admin.reconnect(input());
    expect(customApi).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field, message: expect.stringMatching(message) }]);
    expect(endpoint.requests).toEqual([]);
    expect((await admin.customApi()).paging).toEqual(shown);
  });

  test('changes the format', async () => {
    const { customApi } = await admin.reconnect({ answerFormat: 'NDJSON' });
    expect(customApi).toMatchObject({ answerFormat: 'NDJSON', paging: shown });
    expect(endpoint.requests[0]?.headers.accept).toBe('application/x-ndjson, application/json;q=0.9');
  });
});
