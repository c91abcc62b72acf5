import { afterAll, beforeAll, expect, test } from 'vitest';
import { revokeApiKey } from '../../../src/features/workspaces/index.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { openSocket } from '../../kit/socket.ts';

/** Of the two, only one looks regularly within a test's time. */
let app: TestApp;
let regular: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp({}, { recheckSocketsMs: 3_600_000 });
  workspace = await app.workspace();
  regular = await startTestApp({}, { recheckSocketsMs: 300 });
});
afterAll(async () => {
  await regular.close();
  await app.close();
});

const CREATE = 'mutation { createApiKey(input: { label: "soon gone", role: OWNER }) { secret apiKey { id } } }';
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }';
const soonGone = async (of: TestWorkspace) => (await of.as('OWNER').ask(CREATE)).createApiKey;

/** As the operator's commands do: nothing is announced. */
const revokeQuietly = async ({ ctx: { actor, db, clock } }: TestWorkspace, key: { id: string }) =>
  expect(await revokeApiKey({ actor, db, clock }, key)).toMatchObject({ ok: true });

test('closes every socket of the key at once, idle ones too, and no other', async () => {
  const { secret, apiKey } = await soonGone(workspace);
  const sockets = await Promise.all([1, 2, 3].map(() => openSocket(app.url, `Bearer ${secret}`)));
  const other = await openSocket(app.url, `Bearer ${workspace.keys.MEMBER}`);
  await workspace.as('OWNER').ask(REVOKE, apiKey);
  for (const { closed } of sockets) expect(await closed).toEqual([4403, 'Forbidden']);
  other.subscribe('1', '{ viewer { role } }');
  expect(await other.next()).toMatchObject({ type: 'next', payload: { data: { viewer: { role: 'MEMBER' } } } });
  other.socket.close();
});

test('closes them soon when nobody announces it, as the operator’s commands do not', async () => {
  const elsewhere = await regular.workspace();
  const { secret, apiKey } = await soonGone(elsewhere);
  const { closed } = await openSocket(regular.url, `Bearer ${secret}`);
  await revokeQuietly(elsewhere, apiKey);
  expect(await closed).toEqual([4403, 'Forbidden']);
});

test('refuses what is asked before the socket is closed', async () => {
  const { secret, apiKey } = await soonGone(workspace);
  const { socket, subscribe, next } = await openSocket(app.url, `Bearer ${secret}`);
  await revokeQuietly(workspace, apiKey);
  for (const query of [
    '{ viewer { role } }',
    '{ __schema { queryType { name } } }',
    'mutation { syncNow { userErrors { code } } }',
  ]) {
    subscribe('1', query);
    expect(await next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  }
  socket.close();
});

test('asks about all sockets with one statement, and leaves those alone whose key works', async () => {
  const elsewhere = await regular.workspace();
  const open = await Promise.all(
    (['OWNER', 'ADMIN', 'MEMBER'] as const).map((role) => openSocket(regular.url, `Bearer ${elsewhere.keys[role]}`)),
  );
  regular.takeStatements();
  const looks = () => regular.takeStatements().filter((statement) => statement.includes('api_keys')).length;
  await expect.poll(looks, { timeout: 10_000 }).toBe(1);
  for (const { socket } of open) {
    expect(socket.readyState).toBe(socket.OPEN);
    socket.close();
  }
});
