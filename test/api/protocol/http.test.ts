import { request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';

let app: TestApp;
let authorization: string;
beforeAll(async () => {
  app = await startTestApp();
  authorization = `Bearer ${(await app.workspace()).keys.MEMBER}`;
});
afterAll(() => app.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = '{ viewer { role } }';
const ROLE = { data: { viewer: { role: 'MEMBER' } } };
const MEGABYTE = 2 ** 20;

async function call(path: string, { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> } = {}) {
  const response = await fetch(`${app.url}${path}`, { ...init, headers: { authorization, ...headers } });
  const body = await response.text();
  return { status: response.status, headers: response.headers, body: body.startsWith('{') ? JSON.parse(body) : body };
}
const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = JSON_TYPE) =>
  call('/graphql', { method: 'POST', body, headers });

describe('a POST', () => {
  test.each([
    ['application/json', 'application/json; charset=utf-8'],
    ['application/json; charset=utf-8', 'application/json; charset=utf-8'],
    ['APPLICATION/JSON', 'application/json; charset=utf-8'],
  ])('as %s is answered as JSON', async (type, answered) => {
    const { status, headers, body } = await post(JSON.stringify({ query: QUERY }), { 'content-type': type });
    expect({ status, type: headers.get('content-type'), body }).toEqual({ status: 200, type: answered, body: ROLE });
  });

  test.each([
    ['malformed JSON', '{"query":', JSON_TYPE, 400],
    ['nothing', '', JSON_TYPE, 400],
    ['no object', '"{ viewer { role } }"', JSON_TYPE, 400],
    ['null', 'null', JSON_TYPE, 400],
    ['a list of operations', JSON.stringify([{ query: QUERY }]), JSON_TYPE, 400],
    ['no query', '{}', JSON_TYPE, 400],
    ['a query that is no text', '{"query":{}}', JSON_TYPE, 400],
    ['variables that are no object', JSON.stringify({ query: QUERY, variables: 'x' }), JSON_TYPE, 400],
    ['plain text', JSON.stringify({ query: QUERY }), { 'content-type': 'text/plain' }, 415],
    ['a form', `query=${encodeURIComponent(QUERY)}`, { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    [
      'a type that only begins like JSON',
      JSON.stringify({ query: QUERY }),
      { 'content-type': 'application/jsonx' },
      415,
    ],
    ['a document nested too deeply', JSON.stringify({ query: '{a'.repeat(100_000) }), JSON_TYPE, 400],
  ])('of %s is refused', async (_, body, headers, status) => {
    const answer = await post(body, headers);
    expect({ status: answer.status, body: answer.body }).toMatchObject({
      status,
      body: {
        errors: [
          { message: expect.any(String), extensions: { code: expect.stringMatching(/^(BAD_|GRAPHQL_|UNSUPPORTED_)/) } },
        ],
      },
    });
  });

  test('without a type is refused', async () => {
    const { status, body } = await post(new TextEncoder().encode(JSON.stringify({ query: QUERY })), {});
    expect({ status, body }).toMatchObject({
      status: 415,
      body: { errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] },
    });
  });

  test('of 4 MB is read, and one of more is refused', async () => {
    const ofSize = (bytes: number) => {
      const query = JSON.stringify({ query: QUERY });
      return query + ' '.repeat(bytes - query.length);
    };
    expect((await post(ofSize(4 * MEGABYTE))).body).toEqual(ROLE);
    expect(await post(ofSize(4 * MEGABYTE + 1))).toMatchObject({
      status: 413,
      body: { errors: [{ message: 'A request has at most 4 MB.' }] },
    });
  });

  test('of more than 4 MB without a length is refused before its end', async () => {
    const request = send(`${app.url}/graphql`, { method: 'POST', headers: { authorization, ...JSON_TYPE } });
    const answered = new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      request.on('error', reject);
      request.on('response', async (response) => resolve({ status: response.statusCode, body: await text(response) }));
    });
    // Never ended: whoever waits for the end waits for ever.
    for (let sent = 0; sent <= 4 * MEGABYTE; sent += MEGABYTE) request.write(' '.repeat(MEGABYTE));
    expect(await answered).toEqual({ status: 413, body: expect.stringContaining('A request has at most 4 MB.') });
    request.destroy();
  });
});

describe('a GET', () => {
  test('asks a query, with variables', async () => {
    const query = 'query Q($all: Boolean!) { viewer { role workspace @include(if: $all) { name } } }';
    const parameters = new URLSearchParams({ query, operationName: 'Q', variables: '{"all":false}' });
    const { status, body } = await call(`/graphql?${parameters}`);
    expect({ status, body }).toEqual({ status: 200, body: ROLE });
  });

  test('changes nothing', async () => {
    const parameters = new URLSearchParams({ query: 'mutation { syncNow { userErrors { code } } }' });
    const { status, headers, body } = await call(`/graphql?${parameters}`);
    expect({ status, allow: headers.get('allow'), body }).toMatchObject({
      status: 405,
      allow: 'POST',
      body: { errors: [{}] },
    });
  });

  test('without a query is refused', async () => {
    expect((await call('/graphql')).status).toBe(400);
  });
});

test.each(['PUT', 'DELETE', 'PATCH'])('%s is not allowed', async (method) => {
  const { status, headers } = await call('/graphql', { method, body: '{}', headers: JSON_TYPE });
  expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, POST' });
});

test.each(['/graphq', '/graphql/', '/graphql/x', '/api', '/health', '/favicon.ico'])(
  'nothing is at %s',
  async (path) => {
    expect(await call(path)).toMatchObject({
      status: 404,
      body: { errors: [{ message: 'Nothing is here. GraphQL is at /graphql.', extensions: { code: 'NOT_FOUND' } }] },
    });
  },
);

describe('every answer', () => {
  test('has an id of its own, whatever id the caller made up', async () => {
    const answers = [
      await post(JSON.stringify({ query: QUERY }), { ...JSON_TYPE, 'x-request-id': 'mine' }),
      await post('{', JSON_TYPE),
      await call('/graphql', { headers: { authorization: 'Bearer wrong' } }),
    ];
    const ids = answers.map((answer) => answer.headers.get('x-request-id'));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('may be read by a page from elsewhere, its id included', async () => {
    const { headers } = await post(JSON.stringify({ query: QUERY }), {
      ...JSON_TYPE,
      origin: 'https://elsewhere.example',
    });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('access-control-expose-headers')).toBe('x-request-id, retry-after, content-disposition');
  });
});

test('a preflight allows what clients send, without a key', async () => {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type',
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST');
  expect(response.headers.get('access-control-allow-headers')?.split(', ')).toEqual(
    expect.arrayContaining(['authorization', 'content-type']),
  );
});
