import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/day.ts';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';
import { link } from '../../kit/links.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  connected = await connectWorkspace(app);
  await giveAccounts(connected.admin, [{ externalCrmId: 'A' }, { externalCrmId: 'untouched' }]);
  const day = (back: number) => addDays(YESTERDAY, -back);
  connected.serve([
    { id: 'A', day: day(2), calls: 1, seats: 10, peak: 5 },
    { id: 'A', day: day(1), calls: 2, seats: 20, peak: 6 },
    { id: 'A', day: day(8), calls: 100, seats: 11, peak: 50 },
    { id: 'early', day: day(2), calls: 10, seats: 1, peak: 9 },
    { id: 'early', day: day(0), calls: 20, seats: 2, peak: null },
    { id: 'early', day: day(20), calls: 1000, seats: 3, peak: 1 },
    { id: 'late', day: day(1), calls: 0.5, seats: 7, peak: 4 },
    { id: 'late', day: day(0), calls: null, seats: 8, peak: 3 },
    { id: 'late', day: day(3), calls: -4, seats: 9, peak: -1 },
    { id: 'untouched', day: day(0), calls: 1, seats: 1, peak: 1 },
  ]);
  await connected.track([
    { name: 'calls' },
    { name: 'seats', aggregation: 'LAST' },
    { name: 'peak', aggregation: 'MAX' },
  ]);
  await link(connected.admin, 'early', 'A');
  app.clock.advance(1000);
  await link(connected.admin, 'late', 'A');
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

const metricsOf = async (from: string, to: string) => {
  const { accountUsage } = await connected.admin.ask(
    `query ($from: Date!, $to: Date!) { accountUsage(externalCrmId: "A", from: $from, to: $to) {
      metrics { name values total previousTotal latest average } } }`,
    { from, to },
  );
  return accountUsage.metrics;
};

test('days combine by the aggregation; in a gauge its own id counts first, then the one linked last', async () => {
  expect(await metricsOf(addDays(YESTERDAY, -3), YESTERDAY)).toEqual([
    { name: 'calls', values: [-4, 11, 2.5, 20], total: 29.5, previousTotal: null, latest: 20, average: 29.5 / 4 },
    { name: 'seats', values: [9, 10, 20, 8], total: null, previousTotal: null, latest: 8, average: 47 / 4 },
    { name: 'peak', values: [-1, 9, 6, 3], total: null, previousTotal: null, latest: 3, average: 17 / 4 },
  ]);
  const [calls] = await metricsOf(addDays(YESTERDAY, -6), YESTERDAY);
  expect(calls).toMatchObject({ total: 29.5, previousTotal: 100 });
});

test('the 30 days kept ready say the same as the days', async () => {
  const days = await metricsOf(addDays(YESTERDAY, -29), YESTERDAY);
  const { accounts } = await connected.admin.ask(`{ accounts(orderBy: { field: EXTERNAL_CRM_ID }) {
    nodes { externalCrmId recentUsage { firstUsedOn lastUsedOn metrics { name value } } } } }`);
  expect(accounts.nodes).toEqual([
    {
      externalCrmId: 'A',
      recentUsage: {
        firstUsedOn: addDays(YESTERDAY, -20),
        lastUsedOn: YESTERDAY,
        metrics: [
          { name: 'calls', value: days[0].total },
          { name: 'seats', value: days[1].latest },
          { name: 'peak', value: Math.max(...days[2].values) },
        ],
      },
    },
    expect.objectContaining({ externalCrmId: 'untouched' }),
  ]);
  expect([days[0].total, days[1].latest]).toEqual([1129.5, 8]);
});

test('externalAccounts lists its own id, then the linked ones, the latest first', async () => {
  const { accounts } = await connected.admin.ask(`{ accounts(orderBy: { field: EXTERNAL_CRM_ID }) {
    nodes { externalAccounts { externalId linkedAt rowCount firstSeenOn lastSeenOn account { externalCrmId } } } } }`);
  const account = { externalCrmId: 'A' };
  const seen = (first: number, last: number) => ({
    rowCount: 3,
    firstSeenOn: addDays(YESTERDAY, -first),
    lastSeenOn: addDays(YESTERDAY, -last),
    account,
  });
  expect(accounts.nodes[0].externalAccounts).toEqual([
    { externalId: 'A', linkedAt: null, ...seen(8, 1) },
    { externalId: 'late', linkedAt: new Date(NOW.getTime() + 1000).toISOString(), ...seen(3, 0) },
    { externalId: 'early', linkedAt: NOW.toISOString(), ...seen(20, 0) },
  ]);
});

test('an own id that brought no usage is listed without any', async () => {
  await giveAccounts(connected.admin, [{ externalCrmId: 'silent' }]);
  const { account } = await connected.admin.ask(`{ account(externalCrmId: "silent") {
    recentUsage { to } externalAccounts { externalId linkedAt rowCount firstSeenOn lastSeenOn } } }`);
  expect(account).toEqual({
    recentUsage: null,
    externalAccounts: [{ externalId: 'silent', linkedAt: null, rowCount: 0, firstSeenOn: null, lastSeenOn: null }],
  });
});
