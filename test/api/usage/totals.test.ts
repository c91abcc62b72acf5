import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, daysOf } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let connected: ConnectedWorkspace;

/** So many days before yesterday. */
const ago = (days: number) => addDays(YESTERDAY, -days);

/** Six days: `calls` and `seats` by days before yesterday; what is undefined is not in the row, no row for day 1. */
const ACME = [
  { id: 'acme', day: ago(5), calls: 10, seats: 3, peak: 1, refunds: -10 },
  { id: 'acme', day: ago(4), calls: 30, seats: 5, peak: 9, refunds: -10 },
  { id: 'acme', day: ago(3), calls: null, seats: 4, peak: 2, refunds: 0 },
  { id: 'acme', day: ago(2), calls: 0, peak: 2, refunds: 0 },
  { id: 'acme', day: ago(0), calls: 20, seats: 6, peak: 4, refunds: -30 },
];

beforeAll(async () => {
  app = await startTestApp();
  connected = await connectWorkspace(app);
  await giveAccounts(connected.admin, [
    { externalCrmId: 'acme' },
    { externalCrmId: 'twin' },
    { externalCrmId: 'silent' },
  ]);
  const day = ago(0);
  connected.serve([
    ...ACME,
    // Three rows for one account and day.
    { id: 'twin', day, calls: 1, seats: 8, peak: 5 },
    { id: 'twin', day, calls: 2, seats: null, peak: 7 },
    { id: 'twin', day, calls: 4, seats: 6, peak: 6 },
  ]);
  const run = await connected.track([
    { name: 'calls' },
    { name: 'seats', aggregation: 'LAST' },
    { name: 'peak', aggregation: 'MAX' },
    { name: 'refunds' },
  ]);
  expect(run).toMatchObject({ status: 'SUCCEEDED', rowsStored: 6 });
});
afterAll(async () => {
  await connected.close();
  await app.close();
});

const USAGE = `query ($id: String!, $days: Int! = 30, $from: Date, $to: Date, $metrics: [String!]) {
  accountUsage(externalCrmId: $id, days: $days, from: $from, to: $to, metrics: $metrics) {
    from to metrics { name aggregation total previousTotal changeRate latest average values points { day value } } } }`;
const usage = async (id: string, variables: object) =>
  (await connected.admin.ask(USAGE, { id, ...variables })).accountUsage;
const metric = async (name: string, variables: object) =>
  (await usage('acme', { ...variables, metrics: [name] })).metrics[0];

describe('a sum', () => {
  test('has totals of both periods, the change, the latest value and the mean of the days that have one', async () => {
    expect(await metric('calls', { days: 3 })).toMatchObject({
      aggregation: 'SUM',
      values: [0, null, 20],
      total: 20,
      previousTotal: 40,
      changeRate: -0.5,
      latest: 20,
      average: 10,
    });
  });

  test.each([
    ['the earlier period has no value', { days: 6 }, { total: 60, previousTotal: null, changeRate: null }],
    ['the earlier period is 0', { from: ago(1), to: ago(0) }, { total: 20, previousTotal: 0, changeRate: null }],
    [
      'this period has no value',
      { from: ago(1), to: ago(1) },
      { total: null, previousTotal: 0, changeRate: null, latest: null, average: null },
    ],
    [
      'neither has',
      { from: ago(20), to: ago(18) },
      { total: null, previousTotal: null, changeRate: null, latest: null, average: null },
    ],
    [
      'its last day has none',
      { from: ago(4), to: ago(3) },
      { total: 30, previousTotal: 10, changeRate: 2, latest: 30, average: 30 },
    ],
  ])('when %s', async (_, range, expected) => expect(await metric('calls', range)).toMatchObject(expected));

  test('below zero changes against the size of the earlier one', async () => {
    const { changeRate, total, previousTotal } = await metric('refunds', { days: 3 });
    expect({ changeRate, total, previousTotal }).toEqual({ changeRate: -0.5, total: -30, previousTotal: -20 });
  });
});

describe('a gauge', () => {
  test.each([
    ['seats', 'LAST', [null, null, 6], 6, 4],
    ['peak', 'MAX', [2, null, 4], 3, 4],
  ])('%s (%s) has no totals, and compares the means', async (name, aggregation, values, now, before) => {
    expect(await metric(name, { days: 3 })).toMatchObject({
      aggregation,
      values,
      total: null,
      previousTotal: null,
      average: now,
      changeRate: (now - before) / before,
      latest: values.at(-1),
    });
  });
});

test('rows for one account and day combine as each metric says', async () => {
  const { metrics } = await usage('twin', { days: 1 });
  expect(metrics.map((one: { name: string; values: number[] }) => [one.name, ...one.values])).toEqual([
    ['calls', 7],
    ['seats', 6],
    ['peak', 7],
    ['refunds', null],
  ]);
});

test('a day without a value is null, a value of zero is zero, and points and values agree', async () => {
  const { from, to, metrics } = await usage('acme', { days: 7, metrics: ['calls'] });
  expect({ from, to }).toEqual({ from: ago(6), to: ago(0) });
  expect(metrics[0].values).toEqual([null, 10, 30, null, 0, null, 20]);
  const points = daysOf({ from, to }).map((day, index) => ({ day, value: metrics[0].values[index] }));
  expect(metrics[0].points).toEqual(points);
});

test('an account without usage has every metric, without values', async () => {
  const { metrics } = await usage('silent', { days: 2 });
  expect(metrics).toHaveLength(4);
  expect(metrics[0]).toMatchObject({ name: 'calls', values: [null, null], total: null, latest: null, average: null });
  expect(await connected.admin.ask('{ account(externalCrmId: "silent") { recentUsage { from } } }')).toEqual({
    account: { recentUsage: null },
  });
});

test('the range reaches 400 days back, its earlier period as far again', async () => {
  const { from, metrics } = await usage('acme', { days: 400, metrics: ['calls'] });
  expect(from).toBe(ago(399));
  expect(metrics[0].values).toHaveLength(400);
  expect(metrics[0]).toMatchObject({ total: 60, previousTotal: null });
  const later = await metric('calls', { from: addDays(YESTERDAY, 1), to: addDays(YESTERDAY, 400) });
  expect(later).toMatchObject({ total: null, previousTotal: 60, latest: null });
});

test('Account.usage says what accountUsage says, for every account of a list', async () => {
  const fields = 'from to metrics { name total previousTotal changeRate latest average values }';
  const { accounts } = await connected.admin.ask(
    `query { accounts { nodes { externalCrmId usage(days: 3) { ${fields} account { externalCrmId } } } } }`,
  );
  expect(accounts.nodes).toHaveLength(3);
  for (const { externalCrmId, usage: listed } of accounts.nodes) {
    const { accountUsage } = await connected.admin.ask(
      `query ($id: String!) { accountUsage(externalCrmId: $id, days: 3) { ${fields} account { externalCrmId } } }`,
      { id: externalCrmId },
    );
    expect(listed).toEqual(accountUsage);
    expect(listed.account).toEqual({ externalCrmId });
  }
});

test('the period before is there however it is asked for, and changes nothing else when it is not', async () => {
  const { plain, change } = await connected.admin.ask(
    `query ($asked: Boolean!) {
      plain: accountUsage(externalCrmId: "acme", days: 3, metrics: ["calls"]) { metrics { total latest average values } }
      change: accountUsage(externalCrmId: "acme", days: 3, metrics: ["calls"]) { metrics { ...Before @include(if: $asked) } } }
    fragment Before on MetricUsage { earlier: previousTotal ... { rate: changeRate } }`,
    { asked: true },
  );
  expect(change.metrics).toEqual([{ earlier: 40, rate: -0.5 }]);
  const alone = await connected.admin.ask(
    '{ accountUsage(externalCrmId: "acme", days: 3, metrics: ["calls"]) { metrics { total latest average values } } }',
  );
  expect(alone.accountUsage).toEqual(plain);
  expect(plain.metrics).toEqual([{ total: 20, latest: 20, average: 10, values: [0, null, 20] }]);
});

test('recentUsage sums up the 30 days each metric in its own way', async () => {
  const { accounts } = await connected.admin.ask(`{ accounts(filter: { text: "acme" }) { nodes { recentUsage {
    from to firstUsedOn lastUsedOn metrics { name aggregation value } } } } }`);
  expect(accounts.nodes[0].recentUsage).toEqual({
    from: ago(29),
    to: ago(0),
    firstUsedOn: ago(5),
    lastUsedOn: ago(0),
    metrics: [
      { name: 'calls', aggregation: 'SUM', value: 60 },
      { name: 'seats', aggregation: 'LAST', value: 6 },
      { name: 'peak', aggregation: 'MAX', value: 9 },
      { name: 'refunds', aggregation: 'SUM', value: -50 },
    ],
  });
});
