import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revokeApiKey } from '../../../src/features/workspaces/index.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { MCP_HEADERS, modernRpc, rpc } from '../../kit/mcp.ts';

const ALLOWED = 'https://assistant.example.com';
let app: TestApp;
let workspace: TestWorkspace;
const logged: string[] = [];
beforeAll(async () => {
  const note = (...parts: unknown[]) => void logged.push(JSON.stringify(parts));
  const log = { debug: note, info: note, warn: note, error: note };
  app = await startTestApp({ log }, { mcpOrigins: [ALLOWED] });
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Sent = { body?: unknown; key?: string | null; headers?: Record<string, string>; method?: string };

async function send({ body, key = workspace.keys.MEMBER, headers = {}, method = 'POST' }: Sent) {
  const response = await fetch(`${app.url}/mcp`, {
    method,
    headers: { ...MCP_HEADERS, ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : null,
  };
}

const modernHeaders = (method: string, name?: string) => ({
  ...{ 'mcp-protocol-version': '2026-07-28', 'mcp-method': method },
  ...(name ? { 'mcp-name': name } : {}),
});
const listing = { body: modernRpc('tools/list'), headers: modernHeaders('tools/list') };

describe('who may ask', () => {
  test.each([
    ['no key', null, 'Bearer realm="Tributary"'],
    ['a key that is none', 'trb_nothing', 'Bearer realm="Tributary", error="invalid_token"'],
  ])('%s is told to bring one', async (_, key, challenge) => {
    for (const body of [rpc('initialize'), rpc('tools/list'), modernRpc('server/discover'), 'no JSON']) {
      const { status, headers, json } = await send({ body, key });
      expect([status, headers.get('www-authenticate')]).toEqual([401, challenge]);
      expect(json).toMatchObject({
        jsonrpc: '2.0',
        id: null,
        error: { code: -32000, data: { code: 'UNAUTHENTICATED' } },
      });
    }
  });

  test('a key that was revoked is one that is none, at once', async () => {
    const own = await app.workspace();
    expect((await send({ ...listing, key: own.keys.MEMBER })).status).toBe(200);
    const listed = await own.as('OWNER').ask('{ apiKeys { id role } }');
    const { id } = listed.apiKeys.find(({ role }: { role: string }) => role === 'MEMBER');
    expect(await revokeApiKey(own.ctx, { id })).toMatchObject({ ok: true });
    expect((await send({ ...listing, key: own.keys.MEMBER })).status).toBe(401);
  });

  test.each([
    'http://evil.example.com',
    'null',
    'https://localhost.evil.example.com',
    'http://127.0.0.1.nip.io',
    `${ALLOWED}.evil.com`,
  ])('a page of %s is not let in, whatever key it has', async (origin) => {
    for (const method of ['POST', 'OPTIONS', 'GET']) {
      const { status, headers } = await send({
        method,
        headers: { ...listing.headers, origin },
        ...(method === 'POST' ? { body: listing.body } : {}),
      });
      expect([method, status, headers.get('access-control-allow-origin')]).toEqual([method, 403, null]);
    }
  });

  test.each(['http://localhost:6274', 'http://127.0.0.1', 'https://[::1]:8443', ALLOWED])(
    'a page of %s is, with a key',
    async (origin) => {
      const preflight = await send({ method: 'OPTIONS', key: null, headers: { origin } });
      expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
      expect(preflight.headers.get('access-control-allow-headers')).toMatch(
        /authorization.*mcp-protocol-version, mcp-method, mcp-name/,
      );
      const { status, headers } = await send({ ...listing, headers: { ...listing.headers, origin } });
      expect([status, headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([
        200,
        origin,
        'origin',
      ]);
    },
  );
});

describe('what is asked', () => {
  test.each(['GET', 'DELETE', 'PUT', 'PATCH', 'HEAD'])(
    '%s is refused: there are no streams and no sessions',
    async (method) => {
      const { status, headers } = await send({
        method,
        headers: { accept: 'text/event-stream', 'mcp-session-id': 'x' },
      });
      expect([status, headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    },
  );

  test.each<[string, Sent, number, number]>([
    ['nothing', { body: '' }, 400, -32700],
    ['no JSON', { body: '{"jsonrpc":' }, 400, -32700],
    ['a text', { body: '"tools/list"' }, 400, -32600],
    ['null', { body: 'null' }, 400, -32600],
    ['an object that is no message', { body: {} }, 400, -32600],
    ['half a million lists in each other', { body: '['.repeat(500_000) + ']'.repeat(500_000) }, 400, -32600],
    ['more than 1 MB', { body: JSON.stringify(rpc('ping', { x: 'x'.repeat(2 * 2 ** 20) })) }, 413, -32000],
    ['text/plain', { body: rpc('ping'), headers: { 'content-type': 'text/plain' } }, 415, -32000],
    ['somebody who takes JSON only', { body: rpc('ping'), headers: { accept: 'application/json' } }, 406, -32000],
    ['an unknown revision', { body: rpc('ping'), headers: { 'mcp-protocol-version': '1999-01-01' } }, 400, -32000],
    ['a revision that the message contradicts', { ...listing, headers: modernHeaders('tools/call') }, 400, -32020],
    ['the newest revision without its headers', { body: modernRpc('tools/list') }, 400, -32020],
    ['an empty batch', { body: [] }, 400, -32600],
    ['a batch of 21', { body: Array(21).fill(rpc('ping')) }, 400, -32600],
    [
      'a batch in a revision without batches',
      { body: [rpc('ping')], headers: { 'mcp-protocol-version': '2025-06-18' } },
      400,
      -32600,
    ],
    ['a batch with a handshake in it', { body: [rpc('ping'), initialize(2)] }, 400, -32600],
  ])('%s is refused', async (_, sent, expected, code) => {
    const { status, json, text } = await send(sent);
    expect([status, json?.error?.code], text.slice(0, 500)).toEqual([expected, code]);
    expect(json.error.message.length).toBeLessThan(500);
  });

  test.each([
    'no/such',
    'resources/list',
    'prompts/list',
    'logging/setLevel',
    'tools/list/',
    'constructor',
    '__proto__',
  ])('a method %s that is none is answered as such', async (method) => {
    expect((await send({ body: rpc(method) })).json).toMatchObject({ id: 1, error: { code: -32601 } });
    const modern = await send({ body: modernRpc(method, {}, 'seven'), headers: modernHeaders(method) });
    expect(modern.json).toMatchObject({ id: 'seven', error: { code: -32601 } });
  });

  const DEEP = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
  test.each([
    ['modern', modernRpc],
    ['legacy', rpc],
  ] as const)('arguments of 100,000 levels are read no further than they are understood, %s', async (era, message) => {
    for (const [given, refusal] of [
      [{ DEEP: 'DEEP' }, /^INVALID_INPUT: the arguments: Unrecognized key/],
      [{ query: 'DEEP' }, /^INVALID_INPUT: query: /],
    ] as const) {
      const body = JSON.stringify(message('tools/call', { name: 'find_accounts', arguments: given }));
      const headers = era === 'modern' ? modernHeaders('tools/call', 'find_accounts') : {};
      const { status, json, text } = await send({ body: body.replace(/:"DEEP"/, `:${DEEP}`), headers });
      expect([status, json.result?.isError], text.slice(0, 500)).toEqual([200, true]);
      expect(json.result.content[0].text).toMatch(refusal);
    }
  });

  test('a stream of news is not opened: there are none', async () => {
    const body = modernRpc('subscriptions/listen', { notifications: { toolsListChanged: true } });
    const { status, headers, json } = await send({ body, headers: modernHeaders('subscriptions/listen') });
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(json).toMatchObject({ error: { code: -32603, message: 'Subscription limit reached' } });
  });

  test('a batch is answered where the revision knows batches', async () => {
    const { status, json } = await send({ body: [rpc('ping', {}, 'a'), rpc('tools/list', {}, 'b')] });
    expect(status).toBe(200);
    expect(json.map(({ id }: { id: string }) => id).sort()).toEqual(['a', 'b']);
  });

  test('a notification is taken without an answer', async () => {
    const { status, text } = await send({ body: { jsonrpc: '2.0', method: 'notifications/initialized' } });
    expect([status, text]).toEqual([202, '']);
  });

  test('answers belong to one key: they are not kept, and quote the request', async () => {
    const { headers, json } = await send(listing);
    expect([headers.get('cache-control'), headers.get('x-request-id')]).toEqual([
      'no-store',
      expect.stringMatching(/^[0-9a-f-]{36}$/),
    ]);
    expect(json.result).toMatchObject({ cacheScope: 'private', ttlMs: 300_000 });
    expect(headers.get('mcp-session-id')).toBeNull();
  });

  test('nothing of all this was an accident, or logged', () => {
    expect(logged).toEqual([]);
  });
});

function initialize(id: number) {
  return rpc(
    'initialize',
    { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
    id,
  );
}
