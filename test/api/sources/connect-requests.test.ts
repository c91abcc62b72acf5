import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { asAdmin, type SourcesClient, WINDOWED } from '../../kit/sources.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let admin: SourcesClient;

const FROM = addDays(YESTERDAY, -6);

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
  endpoint.requests.length = 0;
  endpoint.respond(json([]));
});

/** Connects and gives back what arrived at the endpoint, which must be one request. */
async function arrived(input: object) {
  const answer = await admin.connect({ url: `${endpoint.url}${WINDOWED}`, ...input });
  expect(answer.userErrors).toEqual([]);
  expect(endpoint.requests).toHaveLength(1);
  const [request] = endpoint.requests;
  if (!request) throw new Error('nothing arrived');
  return { request, answer };
}

const basic = (text: string) => `Basic ${Buffer.from(text, 'utf8').toString('base64')}`;

describe('credentials arrive as they should', () => {
  test('none', async () => {
    const { request, answer } = await arrived({});
    expect(request).toMatchObject({ method: 'GET', path: `/usage?from=${FROM}&to=${YESTERDAY}`, body: '' });
    expect(request.headers.authorization).toBeUndefined();
    expect(request.headers).toMatchObject({ accept: 'application/json', 'user-agent': 'Tributary' });
    expect(answer.customApi).toMatchObject({ authKind: 'NONE', method: 'GET', timeoutSeconds: 30, status: 'MAPPING' });
    expect(answer.test).toMatchObject({ from: FROM, to: YESTERDAY, httpStatus: 200, responseBytes: 2, warnings: [] });
    expect(answer.test.durationMs).toBeGreaterThanOrEqual(0);
  });

  test('bearer', async () => {
    const { request, answer } = await arrived({ auth: { bearer: { token: 'a.b-c_d~e+f/g==' } } });
    expect(request.headers.authorization).toBe('Bearer a.b-c_d~e+f/g==');
    expect(answer.customApi.authKind).toBe('BEARER');
  });

  test.each([
    ['user', 'pass'],
    ['user@example.com', 'p:a:s:s word"%&\\'],
    ['Ünï', '密码 🔑'],
  ])('basic %s:%s, in UTF-8', async (username, password) => {
    const { request, answer } = await arrived({ auth: { basic: { username, password } } });
    expect(request.headers.authorization).toBe(basic(`${username}:${password}`));
    expect(answer.customApi.authKind).toBe('BASIC');
  });

  test('a key in a header, whatever header it is', async () => {
    const { request, answer } = await arrived({ auth: { headerKey: { name: 'X-Api-Key', value: 'k"e\\y=1; é' } } });
    expect(request.headers['x-api-key']).toBe('k"e\\y=1; é');
    expect(answer.customApi.authKind).toBe('HEADER_KEY');
    expect(request.path).toBe(`/usage?from=${FROM}&to=${YESTERDAY}`);
  });

  test.each([
    ['/usage', '/usage?'],
    ['/usage?', '/usage?&'],
    ['/usage?a=1', '/usage?a=1&'],
    ['/usage?from={start_date}', `/usage?from=${FROM}&`],
  ])('a key in the query of %s', async (path, start) => {
    const value = 'a&b=c#d+e f/g?ü%41{start_date}';
    const { request, answer } = await arrived({
      url: endpoint.url + path,
      auth: { queryKey: { name: 'api key', value } },
    });
    expect(request.path).toBe(`${start}api%20key=${encodeURIComponent(value)}`);
    expect(new URL(request.path, endpoint.url).searchParams.get('api key')).toBe(value);
    expect(answer.test.requestedUrl).toBe(`${endpoint.url}${start}api%20key=***`);
    expect(answer.customApi).toMatchObject({ authKind: 'QUERY_KEY', url: endpoint.url + path });
  });
});

describe('requests', () => {
  test('a POST fills dates into URL, headers and body', async () => {
    const body = '{"range":{"from":"{start_date}","to":"{end_date}"},"again":"{start_date}","kept":"{other}"}';
    const { request, answer } = await arrived({
      url: `${endpoint.url}/reports/{end_date}`,
      method: 'POST',
      headers: [
        { name: 'X-Since', value: 'from {start_date}' },
        { name: 'accept', value: 'application/vnd.example+json' },
      ],
      body,
    });
    expect(request).toMatchObject({
      method: 'POST',
      path: `/reports/${YESTERDAY}`,
      headers: {
        'content-type': 'application/json',
        'x-since': `from ${FROM}`,
        accept: 'application/vnd.example+json',
      },
    });
    expect(JSON.parse(request.body)).toEqual({
      range: { from: FROM, to: YESTERDAY },
      again: FROM,
      kept: '{other}',
    });
    expect(answer.customApi.method).toBe('POST');
  });

  test('a POST may say what its body is, and may have none', async () => {
    const { request } = await arrived({
      method: 'POST',
      headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
      body: 'from={start_date}&to={end_date}',
    });
    expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(request.body).toBe(`from=${FROM}&to=${YESTERDAY}`);
    endpoint.requests.length = 0;
    expect((await arrived({ method: 'POST' })).request).toMatchObject({ method: 'POST', body: '' });
  });

  test.each([
    ['/usage', /^\{start_date\} and \{end_date\} are nowhere/],
    ['/usage?since={start_date}', /^\{end_date\} is nowhere/],
  ])('%s is worth a warning', async (path, warning) => {
    const { answer } = await arrived({ url: endpoint.url + path });
    expect(answer.test.warnings).toEqual([expect.stringMatching(warning)]);
  });

  test('dates in the body alone are no reason to warn', async () => {
    const { answer } = await arrived({
      url: `${endpoint.url}/usage`,
      method: 'POST',
      body: '["{start_date}","{end_date}"]',
    });
    expect(answer.test.warnings).toEqual([]);
  });
});

describe('input that is refused without a call', () => {
  test.each<[string, object, RegExp, string[]]>([
    ['an unknown placeholder', { url: '/u?f={from}&t={to}&e={end_date}' }, /\{from\}, \{to\}.*\{start_date\}/, ['url']],
    ['a GET with a body', { body: '{}' }, /use POST/, ['body']],
    ['a large body', { method: 'POST', body: 'ü'.repeat(8_200) }, /16 KB/, ['body']],
    ['no time', { timeoutSeconds: 0 }, /1 to 60, not 0/, ['timeoutSeconds']],
    ['too much time', { timeoutSeconds: 61 }, /1 to 60, not 61/, ['timeoutSeconds']],
    ['a long URL', { url: `/${'x'.repeat(4_000)}` }, /4,000/, ['url']],
    [
      'many headers',
      { headers: Array.from({ length: 21 }, (_, n) => ({ name: `x-${n}`, value: '' })) },
      /20/,
      ['headers'],
    ],
    ['an empty token', { auth: { bearer: { token: '' } } }, /may not be empty/, ['auth', 'bearer', 'token']],
    ['a line break', { auth: { bearer: { token: 'abc\n' } } }, /paste it again/, ['auth', 'bearer', 'token']],
    ['a token beyond Latin-1', { auth: { bearer: { token: 'key–1' } } }, /paste it again/, ['auth', 'bearer', 'token']],
    ['a colon', { auth: { basic: { username: 'a:b', password: 'c' } } }, /colon/, ['auth', 'basic', 'username']],
    [
      'a key as a name',
      { auth: { headerKey: { name: 'my key', value: 'x' } } },
      /header name/,
      ['auth', 'headerKey', 'name'],
    ],
    [
      'half a surrogate pair in a key',
      { auth: { queryKey: { name: 'key', value: '\ud800' } } },
      /character/,
      ['auth', 'queryKey', 'value'],
    ],
    ['half a surrogate pair in a body', { method: 'POST', body: '\udfff' }, /character/, ['body']],
  ])('%s', async (_what, input, message, field) => {
    const given = 'url' in input ? { ...input, url: `${endpoint.url}${input.url}` } : input;
    const { customApi, test: call, userErrors } = await admin.connect({ url: `${endpoint.url}${WINDOWED}`, ...given });
    expect({ customApi, call, userErrors }).toEqual({
      customApi: null,
      call: null,
      userErrors: [{ code: 'INVALID_INPUT', message: expect.stringMatching(message), field: ['input', ...field] }],
    });
    expect(endpoint.requests).toEqual([]);
  });

  test.each<[string, object, RegExp]>([
    ['a reserved header', { headers: [{ name: 'Host', value: 'elsewhere' }] }, /Host/i],
    ['a header that is none', { headers: [{ name: 'x y', value: '1' }] }, /header name/],
    ['a header with a line break', { headers: [{ name: 'x-a', value: 'planted\r\nx-b: 1' }] }, /x-a/],
  ])('%s', async (_what, input, message) => {
    const { userErrors } = await admin.connect({ url: `${endpoint.url}${WINDOWED}`, ...input });
    expect(userErrors).toEqual([
      { code: 'INVALID_HEADER', message: expect.stringMatching(message), field: ['input', 'headers'] },
    ]);
    expect(JSON.stringify(userErrors)).not.toContain('planted');
    expect(endpoint.requests).toEqual([]);
  });

  test('none: false, and two kinds at once', async () => {
    const url = `${endpoint.url}${WINDOWED}`;
    await expect(admin.connect({ url, auth: { none: false } })).rejects.toThrow(/auth.none can only be true/);
    await expect(admin.connect({ url, auth: { none: true, bearer: { token: 'x' } } })).rejects.toThrow(
      /[Ee]xactly one/,
    );
    expect(endpoint.requests).toEqual([]);
  });
});
