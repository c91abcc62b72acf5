import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp, YESTERDAY } from '../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts, mappingOf } from '../kit/connected-workspace.ts';
import { answerTo } from '../kit/larry.ts';
import { anEvent, createHook, emit } from '../kit/webhooks.ts';

let app: TestApp;
let connected: ConnectedWorkspace;

const METRICS = [{ name: 'calls' }, { name: 'seats', aggregation: 'LAST' }] as const;

beforeAll(async () => {
  app = await startTestApp();
  connected = await connectWorkspace(app);
  const ids = Array.from({ length: 60 }, (_, index) => `A-${index}`);
  const linked = ids.slice(0, 15).map((_, index) => `B-${index}`);
  // Near the accounts' ids, so that suggestions have accounts to show.
  const near = ids.slice(0, 30).map((id) => id.toLowerCase());
  connected.serve([...ids, ...linked, ...near].map((id) => ({ id, day: YESTERDAY, calls: 1, seats: 2 })));
  await giveAccounts(
    connected.admin,
    ids.slice(0, 30).map((externalCrmId) => ({ externalCrmId })),
  );
  await connected.track(METRICS);
  for (let run = 0; run < 3; run++) await connected.sync();
  // Every other account has a second id.
  for (let index = 0; index < 15; index++) {
    const input = { externalId: `B-${index}`, externalCrmId: `A-${2 * index}` };
    const { linkExternalAccount } = await connected.admin.ask(
      `mutation ($input: LinkExternalAccountInput!) { linkExternalAccount(input: $input) { userErrors { message } } }`,
      { input },
    );
    expect(linkExternalAccount.userErrors).toEqual([]);
  }
  await createHook(connected.workspace, `${connected.endpoint.url}/hook`);
  await emit(connected.workspace, ...ids.slice(0, 30).map((account) => anEvent({ account })));
  for (const question of ['Is it fresh?', 'Who is at risk?', 'Who fell?'])
    await answerTo(app, connected.admin, question);
  // What these changes set off asks the database, too.
  await app.ports.queue.drain();
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

/** A page of each connection with all that its nodes can say, and where its nodes are in the answer. */
const PAGES: [string, string, (data: never) => unknown[]][] = [
  [
    'deliveries of a webhook with their events, endpoints and calls',
    `query ($first: Int!) { webhookEndpoints { deliveries(first: $first) { nodes {
      id state event { id payload } endpoint { id host } attempts { startedAt httpStatus error { code } } } } } }`,
    (data: { webhookEndpoints: { deliveries: { nodes: unknown[] } }[] }) =>
      data.webhookEndpoints[0]?.deliveries.nodes ?? [],
  ],
  [
    'accounts with usage, recent usage and freshness',
    `query ($first: Int!) { accounts(first: $first) { totalCount nodes { id name
      usage(days: 30) { account { name } freshness { state lastSyncedDay } metrics { name total points { day value } values } }
      week: usage(days: 7, metrics: ["calls"]) { freshness { state } metrics { total previousTotal changeRate } }
      tab: usage(days: 20) { firstUsedOn activeDayShare annotations { day ... on SyncAnnotation { run { id } } ... on SignalAnnotation { signal { id type } } }
        metrics { activeDays averageWhenActive baseline { expected lower upper anomalies { day value direction } } } }
      externalAccounts { externalId account { name } linkedAt firstSeenOn rowCount }
      recentUsage { from to firstUsedOn metrics { name value } } } edges { cursor } pageInfo { hasNextPage } } }`,
    ({ accounts }: { accounts: { nodes: unknown[] } }) => accounts.nodes,
  ],
  [
    'the account table',
    `query ($first: Int!) { accounts(first: $first, filter: { usage: [{ metric: "calls", min: 1 }], plan: null },
      orderBy: { field: USAGE, metric: "calls", direction: DESC }) { totalCount nodes { id name openSignalCount worstSeverity
      activity { index changeRate lastUsedOn metrics { name aggregation value previousValue changeRate } } } edges { cursor } } }`,
    ({ accounts }: { accounts: { nodes: unknown[] } }) => accounts.nodes,
  ],
  [
    'accounts with what was recorded of them',
    `query ($first: Int!) { accounts(first: $first) { nodes { relationshipTouches { kind } churn { reason }
      supportSnapshots(first: 2) { day } billingSnapshots { day mrr } } } }`,
    ({ accounts }: { accounts: { nodes: unknown[] } }) => accounts.nodes,
  ],
  [
    'unmatched accounts',
    `query ($first: Int!) { unmatchedAccounts(first: $first) { totalCount nodes { externalId firstSeenOn rowCount
      suggestions { account { name externalAccounts { rowCount } recentUsage { to } } reason confidence explanation } }
      edges { cursor } } }`,
    ({ unmatchedAccounts }: { unmatchedAccounts: { nodes: unknown[] } }) => unmatchedAccounts.nodes,
  ],
  [
    "accounts' signals",
    `query ($first: Int!) { accounts(first: $first) { nodes { signals(first: 2) { totalCount nodes { acknowledgedBy
      account { name } explanation } edges { cursor } } } } }`,
    ({ accounts }: { accounts: { nodes: unknown[] } }) => accounts.nodes,
  ],
  [
    'runs',
    `query ($first: Int!) { customApi { id unmatchedAccountCount syncRuns(first: $first) {
      nodes { id status rowProblems { message } error { code } durationMs unmatchedAccountCount } edges { cursor } } } }`,
    ({ customApi }: { customApi: { syncRuns: { nodes: unknown[] } } }) => customApi.syncRuns.nodes,
  ],
  [
    'conversations with their turns and what those rest on',
    `query ($first: Int!) { conversations(first: $first) { nodes { title turns(first: 2) { nodes { number answer source
      conversation { title } restsOn { tool data } proposals { summary } unsupportedNumbers } edges { cursor } } } } }`,
    ({ conversations }: { conversations: { nodes: unknown[] } }) => conversations.nodes,
  ],
  [
    "a preview's rows and their accounts",
    `mutation ($first: Int! $mapping: MappingInput!) { previewMapping(input: { first: $first, mapping: $mapping }) {
      preview { matchedAccountCount rows { account { id name recentUsage { to metrics { value } } usage { freshness { state } metrics { total } } } }
        result { externalCrmId } } userErrors { message } } }`,
    ({ previewMapping }: { previewMapping: { preview: { rows: unknown[] } } }) => previewMapping.preview.rows,
  ],
  [
    "a suggestion's rows and their accounts",
    `mutation ($first: Int!) { suggestMapping(input: { first: $first, metricDescriptions: ["calls"] }) {
      suggestion { preview { matchedAccountCount rows { account { id recentUsage { to } } } } } userErrors { message } } }`,
    ({ suggestMapping }: { suggestMapping: { suggestion: { preview: { rows: unknown[] } } } }) =>
      suggestMapping.suggestion.preview.rows,
  ],
];

test.each(PAGES)('a page of %s takes as many statements for 25 as for 1', async (_, query, nodesOf) => {
  const pageOf = async (first: number) => {
    app.takeStatements();
    const data = await connected.admin.ask<never>(query, { first, mapping: mappingOf(METRICS) });
    return { nodes: nodesOf(data), statements: app.takeStatements().map(shapeOf) };
  };
  const [one, many] = [await pageOf(1), await pageOf(25)];
  expect(one.nodes).toHaveLength(1);
  expect(many.nodes.length).toBeGreaterThan(1);
  expect(many.statements.sort()).toEqual(one.statements.sort());
});

/** A statement without its values, of which a page of 25 has more. */
const shapeOf = (statement: string): string => statement.replace(/\$\d+(, \$\d+)*/g, '$…').replace(/\s+/g, ' ');

test('every account of a list reads from the same few statements', async () => {
  app.takeStatements();
  await connected.admin.ask('{ accounts { nodes { usage { metrics { total } } recentUsage { firstUsedOn } } } }');
  // The key, the accounts, the metrics, the days, the rollups.
  expect(app.takeStatements().map(shapeOf)).toHaveLength(5);
});

test('a page of the account table is the page, its standings and the dictionary', async () => {
  app.takeStatements();
  await connected.admin.ask(
    '{ accounts(orderBy: { field: ACTIVITY_INDEX }) { nodes { openSignalCount activity { index metrics { value } } } } }',
  );
  // The key, the page, its standings, the metrics.
  expect(app.takeStatements().map(shapeOf)).toHaveLength(4);
});
