import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, daysOf } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp, type TestWorkspace, YESTERDAY } from '../../kit/app.ts';
import { type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let workspace: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp();
  endpoint = await startMisbehavingEndpoint();
  workspace = await app.workspace();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});

const MAPPING = {
  rowsPath: 'data.rows',
  datePath: 'day',
  dateFormat: 'YYYY_MM_DD',
  accountIdPath: 'account.id',
  metrics: [
    { name: 'calls', path: 'calls' },
    { name: 'active_seats', path: 'seats', aggregation: 'LAST' },
  ],
};

test('a URL becomes a 30-day history of every account', async () => {
  const admin = workspace.as('ADMIN');
  endpoint.respond((request, response) => {
    const url = new URL(request.path, endpoint.url);
    const window = { from: url.searchParams.get('from') ?? '', to: url.searchParams.get('to') ?? '' };
    const rows = daysOf(window).flatMap((day) =>
      ['A-1', 'A-2', 'stranger'].map((id) => ({ day, account: { id }, calls: 10, seats: day === YESTERDAY ? 7 : 5 })),
    );
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { rows } }));
  });
  await admin.ask(
    `mutation ($input: UpsertAccountsInput!) { upsertAccounts(input: $input) { createdCount userErrors { message } } }`,
    {
      input: {
        accounts: [
          { externalCrmId: 'A-1', name: 'Acme' },
          { externalCrmId: 'A-2', name: 'Birch' },
        ],
      },
    },
  );
  const { connectCustomApi } = await admin.ask(
    `mutation ($input: ConnectCustomApiInput!) { connectCustomApi(input: $input) {
      customApi { id status } test { requestedUrl from to httpStatus } userErrors { code message field } } }`,
    {
      input: {
        url: `${endpoint.url}/usage?from={start_date}&to={end_date}`,
        auth: { headerKey: { name: 'X-Api-Key', value: 'planted-secret' } },
      },
    },
  );
  expect(connectCustomApi).toMatchObject({
    customApi: { status: 'MAPPING' },
    test: { from: addDays(YESTERDAY, -6), to: YESTERDAY, httpStatus: 200 },
    userErrors: [],
  });

  const { saveMappingAndBackfill: saved } = await admin.ask(
    `mutation ($input: SaveMappingAndBackfillInput!) { saveMappingAndBackfill(input: $input) {
      customApi { id status sample { json } } syncRun { id status kind from to } userErrors { code message field } } }`,
    { input: { mapping: MAPPING } },
  );
  expect(saved).toMatchObject({
    customApi: { status: 'BACKFILLING', sample: null },
    syncRun: { status: 'QUEUED', kind: 'BACKFILL', from: addDays(YESTERDAY, -29), to: YESTERDAY },
    userErrors: [],
  });
  const seen = await admin.watch(
    'subscription ($id: ID!) { syncRunProgressed(customApiId: $id) { id status progress rowsFetched rowsStored } }',
    { id: saved.customApi.id },
    (data) => ['SUCCEEDED', 'SUCCEEDED_WITH_WARNING', 'FAILED', 'CANCELLED'].includes(data.syncRunProgressed.status),
  );
  expect(seen.at(-1)?.syncRunProgressed).toEqual({
    id: saved.syncRun.id,
    status: 'SUCCEEDED',
    progress: 1,
    rowsFetched: 90,
    rowsStored: 90,
  });

  const { accountUsage } = await admin.ask(`{
    accountUsage(externalCrmId: "A-1") {
      account { name } from to freshness { state lastSyncedDay }
      metrics { name aggregation total previousTotal changeRate latest average points { day value } values }
    } }`);
  expect(accountUsage).toMatchObject({
    account: { name: 'Acme' },
    from: addDays(YESTERDAY, -29),
    to: YESTERDAY,
    freshness: { state: 'UP_TO_DATE', lastSyncedDay: YESTERDAY },
    metrics: [
      { name: 'calls', aggregation: 'SUM', total: 300, previousTotal: null, changeRate: null, latest: 10, average: 10 },
      { name: 'active_seats', aggregation: 'LAST', total: null, previousTotal: null, latest: 7, average: 152 / 30 },
    ],
  });
  expect(accountUsage.metrics[0].points).toHaveLength(30);
  expect(accountUsage.metrics[0].points[0]).toEqual({ day: addDays(YESTERDAY, -29), value: 10 });

  const { unmatchedAccounts } = await admin.ask(
    '{ unmatchedAccounts { totalCount nodes { externalId firstSeenOn lastSeenOn rowCount } } }',
  );
  expect(unmatchedAccounts).toEqual({
    totalCount: 1,
    nodes: [{ externalId: 'stranger', firstSeenOn: addDays(YESTERDAY, -29), lastSeenOn: YESTERDAY, rowCount: 30 }],
  });
});
