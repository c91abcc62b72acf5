import { afterAll, beforeAll, expect, test } from 'vitest';
import { revokeApiKey } from '../../../src/features/workspaces/index.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { openSocket } from '../../kit/socket.ts';

let app: TestApp;
let workspace: TestWorkspace;
const RECHECK_MS = 300;
beforeAll(async () => {
  app = await startTestApp({}, { recheckSocketsMs: RECHECK_MS });
  workspace = await app.workspace();
});
afterAll(() => app.close());

const CREATE = 'mutation { createApiKey(input: { label: "soon gone", role: OWNER }) { secret apiKey { id } } }';
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }';
const soonGone = async () => (await workspace.as('OWNER').ask(CREATE)).createApiKey;

test('closes every socket of the key at once, idle ones too, and no other', async () => {
  const { secret, apiKey } = await soonGone();
  const sockets = await Promise.all([1, 2, 3].map(() => openSocket(app.url, `Bearer ${secret}`)));
  const other = await openSocket(app.url, `Bearer ${workspace.keys.MEMBER}`);
  const began = performance.now();
  await workspace.as('OWNER').ask(REVOKE, apiKey);
  for (const { closed } of sockets) expect(await closed).toEqual([4403, 'Forbidden']);
  expect(performance.now() - began, 'at once, not with the next regular look').toBeLessThan(RECHECK_MS);
  other.subscribe('1', '{ viewer { role } }');
  expect(await other.next()).toMatchObject({ type: 'next', payload: { data: { viewer: { role: 'MEMBER' } } } });
  other.socket.close();
});

test('closes them soon when nobody announces it, as the operator’s commands do not', async () => {
  const { secret, apiKey } = await soonGone();
  const { closed } = await openSocket(app.url, `Bearer ${secret}`);
  const { actor, db, clock } = workspace.ctx;
  expect(await revokeApiKey({ actor, db, clock }, apiKey)).toMatchObject({ ok: true });
  expect(await closed).toEqual([4403, 'Forbidden']);
});

test('refuses what is asked before the socket is closed', async () => {
  const quiet = await startTestApp({}, { recheckSocketsMs: 60_000 });
  try {
    const elsewhere = await quiet.workspace();
    const { createApiKey } = await elsewhere.as('OWNER').ask(CREATE);
    const { socket, subscribe, next } = await openSocket(quiet.url, `Bearer ${createApiKey.secret}`);
    const { actor, db, clock } = elsewhere.ctx;
    await revokeApiKey({ actor, db, clock }, createApiKey.apiKey);
    for (const query of [
      '{ viewer { role } }',
      '{ __schema { queryType { name } } }',
      'mutation { syncNow { userErrors { code } } }',
    ]) {
      subscribe('1', query);
      expect(await next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    socket.close();
  } finally {
    await quiet.close();
  }
});

test('asks about all sockets with one statement, and keeps them while the database does not answer', async () => {
  const open = await Promise.all(
    (['OWNER', 'ADMIN', 'MEMBER'] as const).map((role) => openSocket(app.url, `Bearer ${workspace.keys[role]}`)),
  );
  app.takeStatements();
  await new Promise((resolve) => setTimeout(resolve, RECHECK_MS * 1.5));
  const looks = app.takeStatements().filter((statement) => statement.includes('api_keys'));
  expect(looks.length).toBeGreaterThan(0);
  expect(looks.length).toBeLessThanOrEqual(2);
  for (const { socket } of open) {
    expect(socket.readyState).toBe(socket.OPEN);
    socket.close();
  }
});
