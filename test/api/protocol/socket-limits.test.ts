import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace } from '../../kit/connected-workspace.ts';
import { openSocket } from '../../kit/socket.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
beforeAll(async () => {
  app = await startTestApp({}, { socketsPerKey: 3, socketsPerWorkspace: 5, operationsPerSocket: 4 });
  connected = await connectWorkspace(app);
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

describe('sockets', () => {
  test('of one key and of one workspace are limited; one that closes makes room', async () => {
    const { keys } = await app.workspace();
    const open = (role: 'OWNER' | 'ADMIN' | 'MEMBER') => openSocket(app.url, `Bearer ${keys[role]}`);
    const refused = async (role: 'OWNER' | 'ADMIN' | 'MEMBER') =>
      (await openSocket(app.url, `Bearer ${keys[role]}`, false)).closed;
    const members = [await open('MEMBER'), await open('MEMBER'), await open('MEMBER')];
    expect(await refused('MEMBER')).toEqual([1013, 'A key opens at most 3 sockets']);
    const admins = [await open('ADMIN'), await open('ADMIN')];
    expect(await refused('OWNER')).toEqual([1013, 'A workspace opens at most 5 sockets']);
    members[0]?.socket.close();
    await members[0]?.closed;
    const last = await open('OWNER');
    for (const { socket } of [...members, ...admins, last]) socket.close();
  });

  test('of another workspace are counted for themselves', async () => {
    const [one, two] = [await app.workspace(), await app.workspace()];
    const sockets = await Promise.all(
      [one, two].flatMap(({ keys }) => [1, 2, 3].map(() => openSocket(app.url, `Bearer ${keys.MEMBER}`))),
    );
    for (const { socket } of sockets) socket.close();
  });
});

test('a socket that leaves while its key is looked up takes nobody’s place', async () => {
  const { keys } = await app.workspace();
  for (let time = 0; time < 5; time++) {
    const { socket, closed } = await openSocket(app.url, `Bearer ${keys.MEMBER}`, false);
    socket.terminate();
    await closed;
  }
  const stay = [1, 2, 3].map(() => openSocket(app.url, `Bearer ${keys.MEMBER}`));
  for (const { socket } of await Promise.all(stay)) socket.close();
});

test('operations of one socket are limited; one that ends makes room', async () => {
  const { socket, subscribe, next, send } = await openSocket(app.url, `Bearer ${connected.workspace.keys.MEMBER}`);
  const WATCH = 'subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id } }';
  const watch = (id: string) => subscribe(id, WATCH, { id: connected.customApiId });
  for (const id of ['1', '2', '3', '4', '5']) watch(id);
  expect(await next()).toEqual({
    type: 'error',
    id: '5',
    payload: [
      {
        message: 'A socket has at most 4 operations under way: complete some first.',
        extensions: { code: 'TOO_MANY_OPERATIONS' },
      },
    ],
  });
  subscribe('6', '{ __typename }');
  expect(await next()).toMatchObject({ type: 'error', id: '6' });
  send({ type: 'complete', id: '1' });
  subscribe('7', '{ __typename }');
  expect(await next()).toMatchObject({ type: 'next', id: '7' });
  socket.close();
});
