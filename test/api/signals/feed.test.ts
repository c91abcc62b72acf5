import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';
import { putBills } from '../../kit/signal-data.ts';

let app: TestApp;
let connected: ConnectedWorkspace;

const FEED = `query ($first: Int! = 25, $after: String, $filter: SignalFilter) { signalFeed(first: $first, after: $after, filter: $filter) {
  totalCount nodes { type severity state metric account { externalCrmId } } pageInfo { hasNextPage endCursor } } }`;
type Feed = { nodes: { type: string; severity: string; account: { externalCrmId: string } }[]; totalCount: number };
const feed = async (
  variables: object = {},
): Promise<Feed & { pageInfo: { endCursor: string; hasNextPage: boolean } }> =>
  (await connected.workspace.as('MEMBER').ask(FEED, variables)).signalFeed;
const short = ({ nodes }: Feed) => nodes.map((one) => `${one.account.externalCrmId} ${one.type} ${one.severity}`);

/** Two weeks of usage: `before` a day in the first, `now` in the second. */
const usageOf = (id: string, before: number, now: number) =>
  Array.from({ length: 14 }, (_, ago) => ({ id, day: addDays(YESTERDAY, -ago), calls: ago < 7 ? now : before }));

beforeAll(async () => {
  app = await startTestApp();
  connected = await connectWorkspace(app);
  connected.serve([
    ...usageOf('A', 100, 40),
    ...usageOf('B', 100, 40),
    ...usageOf('C', 100, 100),
    ...usageOf('D', 100, 10),
  ]);
  await giveAccounts(connected.admin, [
    { externalCrmId: 'A', arr: 1_000, owner: 'Ada' },
    { externalCrmId: 'B', owner: 'Bo' },
    { externalCrmId: 'C', arr: 500, owner: 'Ada' },
    { externalCrmId: 'D', arr: 10, owner: 'Bo' },
  ]);
  await connected.track([{ name: 'calls' }]);
  const found = await app.sql`SELECT id FROM accounts WHERE external_crm_id = 'C'`;
  await putBills(app.sql, connected.workspace.ctx.actor.workspaceId, [
    { id: String(found[0]?.['id']), subscription: 'CANCELED' },
  ]);
  await run();
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

async function run() {
  const { runSignalsNow } = await connected.admin.ask(
    'mutation { runSignalsNow { evaluation { state } userErrors { code } } }',
  );
  expect(runSignalsNow).toEqual({ evaluation: { state: 'WAITING' }, userErrors: [] });
  await app.ports.queue.drain();
}

test('a synchronisation is followed by an evaluation, which says what it came to', async () => {
  const { evaluation } =
    await connected.admin.ask(`{ evaluation { state requestedAt startedAt finishedAt failedTries timeZone
    dailyTime outcome { usageThroughDay signalsResolved } } }`);
  expect(evaluation).toEqual({
    ...{ state: 'IDLE', failedTries: 0, timeZone: 'UTC', dailyTime: '06:00' },
    ...{ requestedAt: expect.any(String), startedAt: expect.any(String), finishedAt: expect.any(String) },
    outcome: { usageThroughDay: YESTERDAY, signalsResolved: 0 },
  });
});

test('the worst first, then the largest, then the newest', async () => {
  const page = await feed();
  expect(short(page)).toEqual([
    'C SUBSCRIPTION_CANCELED CRITICAL',
    'D USAGE_DECLINE HIGH',
    'A USAGE_DECLINE MEDIUM',
    'B USAGE_DECLINE MEDIUM',
  ]);
  expect(page.totalCount).toBe(4);
});

test('page by page, from cursors that stay good when signals change', async () => {
  const first = await feed({ first: 2 });
  expect([short(first), first.totalCount, first.pageInfo.hasNextPage]).toEqual([
    ['C SUBSCRIPTION_CANCELED CRITICAL', 'D USAGE_DECLINE HIGH'],
    4,
    true,
  ]);
  await app.sql`UPDATE signals SET severity = 1 WHERE type = 'SUBSCRIPTION_CANCELED'`;
  const rest = await feed({ first: 5, after: first.pageInfo.endCursor, filter: { types: ['USAGE_DECLINE'] } });
  expect(short(rest)).toEqual(['A USAGE_DECLINE MEDIUM', 'B USAGE_DECLINE MEDIUM']);
  await app.sql`UPDATE signals SET severity = 4 WHERE type = 'SUBSCRIPTION_CANCELED'`;
  const one = await feed({ first: 3 });
  expect(short(await feed({ after: one.pageInfo.endCursor }))).toEqual(['B USAGE_DECLINE MEDIUM']);
});

test.each<[string, object, string[]]>([
  ['a severity', { severities: ['HIGH', 'CRITICAL'] }, ['C', 'D']],
  ['a type', { types: ['SUBSCRIPTION_CANCELED'] }, ['C']],
  ['an owner', { owner: 'Bo' }, ['D', 'B']],
  ['an account', { externalCrmId: 'A' }, ['A']],
  ['an account that does not exist', { externalCrmId: 'X' }, []],
  ['another state', { states: ['RESOLVED'] }, []],
  ['no state', { states: [] }, []],
  ['no type', { types: [] }, []],
  ['no severity', { severities: [] }, []],
  ['several conditions', { owner: 'Bo', severities: ['HIGH'] }, ['D']],
])('filtered by %s', async (_, filter, expected) => {
  const page = await feed({ filter });
  expect(page.nodes.map(({ account }) => account.externalCrmId)).toEqual(expected);
  expect(page.totalCount).toBe(expected.length);
});

test('a cursor of another list is refused', async () => {
  const { errors } = await connected.admin.send(FEED, { after: 'bm9uZQ' });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['after'] } }]);
});

test('a signal tells its reason in figures and in words, and its account lists it', async () => {
  const { account } =
    await connected.admin.ask(`{ account(externalCrmId: "A") { id signals(first: 1) { totalCount edges { cursor } nodes {
    id raisedOn note acknowledgedBy explanation evidence { __typename ... on UsageDeclineEvidence {
      metric throughDay value previousValue changeRate metrics { metric } } } } } } }`);
  expect(account.signals).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        ...{ raisedOn: YESTERDAY, note: null, acknowledgedBy: null },
        explanation: `calls fell by 60 % in the 7 days to ${YESTERDAY}: 280 after 700 in the 7 days before.`,
        evidence: {
          ...{
            __typename: 'UsageDeclineEvidence',
            metric: 'calls',
            throughDay: YESTERDAY,
            value: 280,
            previousValue: 700,
          },
          ...{ changeRate: -0.6, metrics: [{ metric: 'calls' }] },
        },
      },
    ],
  });
  const after = account.signals.edges[0].cursor;
  const rest = await connected.admin.ask(
    'query ($id: ID!, $after: String) { account(id: $id) { signals(after: $after) { nodes { id } } } }',
    { id: account.id, after },
  );
  expect(rest.account.signals.nodes).toEqual([]);
  const { node } = await connected.admin.ask(
    'query ($id: ID!) { node(id: $id) { __typename id } }',
    account.signals.nodes[0],
  );
  expect(node).toEqual({ __typename: 'Signal', id: account.signals.nodes[0].id });
});
