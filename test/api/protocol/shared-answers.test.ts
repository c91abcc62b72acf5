import { afterAll, beforeAll, expect, test } from 'vitest';
import { revokeApiKey } from '../../../src/features/workspaces/index.ts';
import { newId } from '../../../src/lib/ids.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace } from '../../kit/connected-workspace.ts';
import { openSocket } from '../../kit/socket.ts';

// What many subscribers are told of one event is looked up and answered once.

let app: TestApp;
let connected: ConnectedWorkspace;
/** The latest. */
let run: string;
let told = 0;
beforeAll(async () => {
  app = await startTestApp({}, { recheckSocketsMs: 3_600_000 });
  connected = await connectWorkspace(app);
  connected.serve([{ day: YESTERDAY, id: 'A-1', calls: 1 }]);
  run = (await connected.track([{ name: 'calls' }])).id;
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

const STATUS = 'subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id status } }';
const ROWS = 'subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id rowsStored } }';

async function watch(key: string, query: string) {
  const socket = await openSocket(app.url, `Bearer ${key}`);
  socket.subscribe('1', query, { id: connected.customApiId });
  expect(await socket.next()).toMatchObject({ type: 'next', payload: { data: { syncRunProgressed: { id: run } } } });
  return socket;
}

/** A later run as it ended: only the database knows it. */
async function tell(): Promise<string> {
  const id = newId('syncRun', new Date(app.clock.now().getTime() + ++told));
  await app.sql`INSERT INTO sync_runs SELECT (jsonb_populate_record(r, jsonb_build_object('id', ${id}::text))).*
    FROM sync_runs r WHERE id = ${run}`;
  run = id;
  const news = { id, status: 'SUCCEEDED', progress: 1, rowsFetched: 1, attempt: 1 };
  await app.ports.pubsub.publish(`sync-runs:${connected.customApiId}`, news);
  return id;
}

test('by one look at the run and one at each key; whoever asks otherwise is answered otherwise', async () => {
  const { MEMBER, ADMIN } = connected.workspace.keys;
  const members = await Promise.all(Array.from({ length: 8 }, () => watch(MEMBER, STATUS)));
  const others = [await watch(ADMIN, STATUS), await watch(MEMBER, ROWS)];
  app.takeStatements();
  const id = await tell();
  const messages = await Promise.all([...members, ...others].map(({ next }) => next()));
  const answers = messages.map(
    ({ payload }) => (payload as { data: { syncRunProgressed: object } }).data.syncRunProgressed,
  );
  const status = { id, status: 'SUCCEEDED' };
  expect(answers).toEqual([...members.map(() => status), status, { id, rowsStored: 1 }]);
  const statements = app.takeStatements();
  expect(statements.filter((text) => text.includes('"sync_runs"')).length, statements.join('\n')).toBe(1);
  // Once, or the second of the two keys a moment later.
  expect(statements.filter((text) => text.includes('api_keys')).length, statements.join('\n')).toBeLessThanOrEqual(3);
  for (const { socket } of [...members, ...others]) socket.close();
});

test('but not to a key that was revoked before', async () => {
  const CREATE = 'mutation { createApiKey(input: { label: "soon gone", role: MEMBER }) { secret apiKey { id } } }';
  const { secret, apiKey } = (await connected.workspace.as('OWNER').ask(CREATE)).createApiKey;
  const gone = await Promise.all([1, 2, 3].map(() => watch(secret, STATUS)));
  const stays = await watch(connected.workspace.keys.MEMBER, STATUS);
  const { actor, db, clock } = connected.workspace.ctx;
  expect(await revokeApiKey({ actor, db, clock }, apiKey)).toMatchObject({ ok: true });
  await tell();
  for (const { closed } of gone) expect(await closed).toEqual([4403, 'Forbidden']);
  expect(await stays.next()).toMatchObject({ type: 'next' });
  stays.socket.close();
});
