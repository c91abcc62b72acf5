import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { createClient } from '../../kit/client.ts';
import { openSocket, socketUrlOf } from '../../kit/socket.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

const socketUrl = () => socketUrlOf(app.url);
const open = (authorization: unknown) => openSocket(app.url, authorization);
const opened = () => open(`Bearer ${workspace.keys.MEMBER}`);

describe('a socket is refused', () => {
  test.each([
    ['without a key', undefined],
    ['with an unknown key', 'Bearer trb_unknown'],
    ['with a key that is no text', { Bearer: 'x' }],
  ])('%s', async (_, authorization) => {
    const { closed } = await openSocket(app.url, authorization, false);
    expect(await closed).toEqual([4403, 'Forbidden']);
  });

  test('when it asks before it says who it is', async () => {
    const socket = new WebSocket(socketUrl(), 'graphql-transport-ws');
    const closed = new Promise((resolve) => socket.on('close', (code) => resolve(code)));
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: '{ __typename }' } })),
    );
    expect(await closed).toBe(4401);
  });

  test.each(['/', '/graphqlx', '/explorer'])('at %s', async (path) => {
    const socket = new WebSocket(app.url.replace('http', 'ws') + path, 'graphql-transport-ws');
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(error.message).toContain('400');
  });

  test('by a client library, which tells its caller', async () => {
    const { watch } = createClient(app.url, 'wrong');
    await expect(
      watch('subscription { syncRunProgressed(customApiId: "x") { id } }', {}, () => true),
    ).rejects.toMatchObject({
      code: 4403,
    });
  });
});

test('a frame beyond 256 KB ends the socket', async () => {
  const { socket, closed } = await opened();
  const written: unknown[] = [];
  vi.spyOn(console, 'error').mockImplementation((...words) => void written.push(words));
  socket.send(JSON.stringify({ type: 'ping', payload: { filler: 'x'.repeat(256 * 1024) } }));
  expect((await closed)[0]).toBe(1009);
  expect(written, 'nothing is written to standard error').toEqual([]);
});

test.each([
  ['what is no JSON', '{', 4400],
  ['a message of no known type', '{"type":"start"}', 4400],
  ['a message that only servers send', '{"type":"next","id":"1","payload":{}}', 4400],
  ['an operation without a query', '{"type":"subscribe","id":"1","payload":{}}', 4400],
  ['a second introduction', '{"type":"connection_init"}', 4429],
])('%s ends the socket with a code, quietly', async (_, message, code) => {
  const written: unknown[] = [];
  vi.spyOn(console, 'error').mockImplementation((...words) => void written.push(words));
  const { socket, closed } = await opened();
  socket.send(message);
  expect(await closed).toEqual([code, expect.not.stringContaining('wrong on our side')]);
  expect(written).toEqual([]);
});

describe('an operation over a socket', () => {
  test('may be a query or a change, too', async () => {
    const { socket, subscribe, next } = await opened();
    subscribe('1', '{ viewer { role } }');
    expect(await next()).toEqual({ type: 'next', id: '1', payload: { data: { viewer: { role: 'MEMBER' } } } });
    expect(await next()).toEqual({ type: 'complete', id: '1' });
    subscribe('2', 'mutation { syncNow { userErrors { code } } }');
    expect(await next()).toMatchObject({
      id: '2',
      payload: { data: { syncNow: { userErrors: [{ code: 'FORBIDDEN' }] } } },
    });
    socket.close();
  });

  test.each([
    ['that cannot be parsed', '{ viewer {', 'Syntax Error'],
    ['that is not valid', '{ nope }', 'Cannot query field "nope"'],
    ['that is nested too deeply', '{a'.repeat(20_000), ''],
    [
      'that is too much',
      `{ account(id: "x") { ${'usage { account { '.repeat(50)} id ${'} }'.repeat(50)} } }`,
      '102 deep; at most 20',
    ],
    ['with variables that do not fit', 'query ($id: ID!) { node(id: $id) { id } }', 'Variable "$id"'],
    [
      'about a custom API there is not',
      'subscription { syncRunProgressed(customApiId: "capi_x") { id } }',
      'There is no such custom API',
    ],
  ])('%s is an error of its own, with a code; the socket lives on', async (_, query, message) => {
    const { socket, subscribe, next } = await opened();
    subscribe('1', query);
    const answer = await next();
    expect(['error', 'next']).toContain(answer.type);
    expect(JSON.stringify(answer)).toContain(message.replaceAll('"', '\\"'));
    expect(JSON.stringify(answer)).toMatch(/"code":"(GRAPHQL_|DOCUMENT_|BAD_USER|NOT_FOUND)/);
    subscribe('2', '{ __typename }');
    let seen = await next();
    while (seen.id !== '2') seen = await next();
    expect(seen).toMatchObject({ type: 'next', payload: { data: { __typename: 'Query' } } });
    socket.close();
  });

  test("cannot watch another workspace's custom API", async () => {
    const other = await (await app.workspace()).as('MEMBER').ask('{ customApi { id } }');
    const { socket, subscribe, next } = await opened();
    subscribe('1', 'subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id } }', other.customApi);
    expect(JSON.stringify(await next())).toContain('NOT_FOUND');
    socket.close();
  });
});

test('the server answers a ping', async () => {
  const { socket, send, next } = await opened();
  send({ type: 'ping' });
  expect(await next()).toEqual({ type: 'pong' });
  socket.close();
});
