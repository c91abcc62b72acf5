import { createClient as createSocketClient } from 'graphql-ws';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts, mappingOf } from '../../kit/connected-workspace.ts';
import { createGate } from '../../kit/gate.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
const METRICS = [{ name: 'calls' }] as const;
beforeAll(async () => {
  app = await startTestApp();
  connected = await connectWorkspace(app);
  connected.serve([{ id: 'A', day: YESTERDAY, calls: 1 }]);
  await giveAccounts(
    connected.admin,
    ['A', 'B'].map((externalCrmId) => ({ externalCrmId, region: '0' })),
  );
  await connected.track(METRICS);
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

/** Transactions of the product that are open, however long. */
const open = async (): Promise<number> => {
  const [row] = await app.sql`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'tributary' AND xact_start IS NOT NULL`;
  return row?.['count'];
};
const allClosed = () => vi.waitFor(async () => expect(await open()).toBe(0), { timeout: 5_000 });
beforeEach(allClosed);

test('a query sees one moment, however deep and long it reads', async () => {
  let writing = true;
  const write = async () => {
    // Both accounts at once: whoever sees two regions sees two moments.
    for (let region = 1; writing; region++) await app.sql`UPDATE accounts SET region = ${String(region)}`;
    return null;
  };
  const writer = write();
  const query = `{ a: account(externalCrmId: "A") { region usage(days: 7) { account { region } metrics { total } } }
    accounts { totalCount nodes { region usage(days: 7) { metrics { total } } } }
    b: account(externalCrmId: "B") { region recentUsage { firstUsedOn } } }`;
  try {
    for (let round = 0; round < 20; round++) {
      const { a, b, accounts } = await connected.admin.ask(query);
      const regions = [a, b, a.usage.account, ...accounts.nodes].map(({ region }: { region: string }) => region);
      expect(new Set(regions).size, `round ${round}: ${regions}`).toBe(1);
    }
  } finally {
    writing = false;
    await writer;
  }
});

test.each<[string, string, object]>([
  ['answers', '{ viewer { role } accounts { totalCount nodes { id } } }', {}],
  ['has an argument that is refused', '{ accountUsage(externalCrmId: "A", days: 0) { from } customApi { id } }', {}],
  [
    'has an argument that cannot be stored',
    'query ($id: String!) { account(externalCrmId: $id) { id } }',
    { id: '\0' },
  ],
  ['is not valid', '{ nothing }', {}],
  ['asks for nothing', '{ __typename }', {}],
  ['is a change that is refused', 'mutation { disconnectCustomApi { nothing } }', {}],
])('nothing stays open behind an operation that %s', async (_, query, variables) => {
  await connected.admin.send(query, variables);
  await allClosed();
});

test('an argument that cannot be stored spoils no field but its own', async () => {
  const query = `query ($bad: String!) { bad: account(externalCrmId: $bad) { id } accounts { totalCount }
    usage: accountUsage(externalCrmId: $bad) { from } customApi { unmatchedAccountCount status } viewer { workspace { id } } }`;
  const { data, errors } = await connected.admin.send(query, { bad: 'half a pair: \0' });
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  const workspace = { id: connected.workspace.id };
  const customApi = { unmatchedAccountCount: 0, status: 'CONNECTED' };
  expect(data).toEqual({ bad: null, usage: null, accounts: { totalCount: 2 }, customApi, viewer: { workspace } });
});

test('more queries than connections are all answered', async () => {
  const query = '{ accounts { totalCount nodes { usage { metrics { total } } recentUsage { firstUsedOn } } } }';
  const answers = await Promise.all(Array.from({ length: 60 }, () => connected.admin.ask(query)));
  expect(answers.map(({ accounts }) => accounts.totalCount)).toEqual(answers.map(() => 2));
  await allClosed();
});

test('no transaction is open while the endpoint is being asked, or a subscription waits', async () => {
  const gate = createGate();
  connected.endpoint.respond(gate.behaviour);
  const PREVIEW = `mutation ($mapping: MappingInput!) { previewMapping(input: { mapping: $mapping }) {
    preview { rowCount } userErrors { code } } }`;
  const preview = connected.admin.ask(PREVIEW, { mapping: mappingOf(METRICS) });
  const held = await gate.arrived();
  await allClosed();
  held.release([]);
  expect((await preview).previewMapping.preview).toEqual({ rowCount: 0 });

  const client = createSocketClient({
    url: `${app.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${connected.workspace.keys.MEMBER}` },
    retryAttempts: 0,
  });
  const query = 'subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id } }';
  const events = client.iterate({ query, variables: { id: connected.customApiId } });
  expect((await events.next()).value.data.syncRunProgressed).not.toBeNull();
  const waiting = events.next();
  await allClosed();
  await client.dispose();
  await waiting;
  await allClosed();
});
