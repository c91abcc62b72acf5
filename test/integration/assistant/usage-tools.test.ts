import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../../../src/features/kit/ctx.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type AssistantWorld, ago, createAssistantWorld, find, refusal } from '../../kit/assistant-world.ts';

let app: TestApp;
let world: AssistantWorld;
let ctx: Ctx;
beforeAll(async () => {
  app = await startTestApp();
  world = await createAssistantWorld(app);
  ctx = await world.ctxAs('MEMBER');
});
afterAll(async () => {
  await world.close();
  await app.close();
});

const FIGURES = 'name aggregation total previousTotal changeRate latest average';
const graphql = (query: string, variables: object = {}) => world.workspace.as('MEMBER').ask(query, variables);
const usageOf = async (id: string, from: string, to: string) => {
  const { accountUsage } = await graphql(
    `query ($id: String, $from: Date, $to: Date) { accountUsage(externalCrmId: $id, from: $from, to: $to) {
      account { id externalCrmId name } from to lastUsedOn metrics { ${FIGURES} points { day value } } } }`,
    { id, from, to },
  );
  return accountUsage;
};

describe('get_account_usage', () => {
  test('gives what GraphQL gives, with its days and how fresh it is', async () => {
    const found = await find(ctx, 'get_account_usage', { account: 'C-1', from: ago(9), to: YESTERDAY, points: true });
    const { account, from, to, lastUsedOn, metrics } = await usageOf('C-1', ago(9), YESTERDAY);
    expect(found.data).toEqual({
      ...{ account, days: { from, to }, previousDays: { from: ago(19), to: ago(10) }, metrics },
      ...{ dayCount: 10, syncedDayCount: 10, lastActiveDay: lastUsedOn },
    });
    expect(found).toMatchObject({
      days: { from: ago(9), to: YESTERDAY },
      freshness: { state: 'FRESH', lastSyncedDay: YESTERDAY },
      about: [{ id: world.ids['C-1'], label: 'Acme Anvils Ltd' }],
      ...{ truncated: false, proposals: [] },
    });
  });

  test('is of the last 30 full days by default, without the days one by one', async () => {
    const { data } = await find(ctx, 'get_account_usage', { account: 'C-1' });
    const [calls, seats] = data.metrics;
    expect(data).toMatchObject({ days: { from: ago(29), to: YESTERDAY }, dayCount: 30 });
    expect(calls).toMatchObject({ name: 'api_calls', aggregation: 'SUM', total: 7 * 20 + 23 * 100, points: null });
    expect(seats).toMatchObject({ aggregation: 'LAST', total: null, previousTotal: null, latest: 5, average: 5 });
  });

  test('says how many of the days were synchronised, and that nothing was ever used', async () => {
    const before = await find(ctx, 'get_account_usage', { account: 'C-1', from: ago(99), to: ago(80) });
    expect(before.data).toMatchObject({ dayCount: 20, syncedDayCount: 10 });
    const never = await find(ctx, 'get_account_usage', { account: 'C-7', metrics: ['api_calls'] });
    expect(never.data).toMatchObject({ lastActiveDay: null, metrics: [{ total: null, changeRate: null }] });
  });

  test.each<[string, object, string]>([
    ['days and a range', { account: 'C-1', days: 7, from: ago(3), to: ago(1) }, 'INVALID_INPUT: days: '],
    ['half a range', { account: 'C-1', from: ago(3) }, 'INVALID_INPUT: to: '],
    ['a range that ends before it begins', { account: 'C-1', from: ago(1), to: ago(3) }, 'INVALID_INPUT: from: '],
    ['too long a range', { account: 'C-1', days: 401 }, 'INVALID_INPUT: days: '],
    ['a day that is none', { account: 'C-1', from: '2026-02-30', to: ago(1) }, 'INVALID_INPUT: from: '],
    ['points of many days', { account: 'C-1', days: 36, points: true }, 'INVALID_INPUT: points: '],
    [
      'an unknown metric',
      { account: 'C-1', metrics: ['calls'] },
      'INVALID_INPUT: metrics: there is no metric named "calls". The metrics are: api_calls, active_seats.',
    ],
  ])('refuses %s', async (_, input, expected) => {
    expect(await refusal(ctx, 'get_account_usage', input)).toContain(expected);
  });
});

describe('compare_accounts', () => {
  test('gives each account’s figures as GraphQL gives them, in the order asked for', async () => {
    const days = { from: ago(6), to: YESTERDAY };
    const found = await find(ctx, 'compare_accounts', { accounts: ['C-2', 'acme anvils ltd'], ...days });
    const both = await Promise.all(['C-2', 'C-1'].map((id) => usageOf(id, days.from, days.to)));
    expect(found.data).toEqual({
      days,
      accounts: both.map(({ account, lastUsedOn }) => ({ ...account, lastActiveDay: lastUsedOn })),
      metrics: ['api_calls', 'active_seats'].map((name, place) => ({
        ...{ name, aggregation: ['SUM', 'LAST'][place] },
        accounts: both.map(({ account, metrics }) => {
          const { name: _, aggregation: __, points: ___, ...figures } = metrics[place];
          return { id: account.id, ...figures };
        }),
      })),
    });
    expect(found.about.map(({ id }) => id)).toEqual([world.ids['C-2'], world.ids['C-1']]);
  });

  test('refuses one account twice, and says which is not there', async () => {
    expect(await refusal(ctx, 'compare_accounts', { accounts: ['C-1', 'Acme Anvils'] })).toContain('accounts.1: ');
    expect(await refusal(ctx, 'compare_accounts', { accounts: ['C-1', 'C-99'] })).toMatch(/^NOT_FOUND: accounts.1: /);
    expect(await refusal(ctx, 'compare_accounts', { accounts: ['C-1'] })).toMatch(/^INVALID_INPUT: accounts: /);
  });
});

describe('compare_periods', () => {
  const [earlier, later] = [
    { from: ago(13), to: ago(7) },
    { from: ago(6), to: ago(0) },
  ];

  test('of an account: totals of sums, averages of gauges, and the change', async () => {
    const { data, days } = await find(ctx, 'compare_periods', { account: 'C-1', earlier, later });
    expect(data.metrics).toEqual([
      {
        ...{ name: 'api_calls', aggregation: 'SUM', changeRate: -0.8 },
        earlier: { total: 700, perDay: 100, average: 100 },
        later: { total: 140, perDay: 20, average: 20 },
      },
      {
        ...{ name: 'active_seats', aggregation: 'LAST', changeRate: 0 },
        earlier: { total: null, perDay: null, average: 5 },
        later: { total: null, perDay: null, average: 5 },
      },
    ]);
    expect([data.comparedBy, days]).toEqual(['TOTAL', { from: ago(13), to: ago(0) }]);
  });

  test('periods of different length are compared by their days', async () => {
    const input = { account: 'C-1', earlier, later: { from: ago(2), to: ago(0) }, metrics: ['api_calls'] };
    const { data } = await find(ctx, 'compare_periods', input);
    expect(data).toMatchObject({
      comparedBy: 'PER_DAY',
      metrics: [{ changeRate: -0.8, later: { total: 60, perDay: 20 } }],
    });
  });

  test('of the whole workspace: all that came, whoever’s it is', async () => {
    const { data, about } = await find(ctx, 'compare_periods', { earlier, later });
    const [row] = await app.sql`
      SELECT sum(vals[1]) FILTER (WHERE day >= ${ago(6)}) AS later, sum(vals[1]) FILTER (WHERE day < ${ago(6)}) AS earlier,
        avg(vals[2]) FILTER (WHERE day >= ${ago(6)}) AS seats
      FROM usage_days WHERE day >= ${ago(13)} AND workspace_id = ${world.workspace.ctx.actor.workspaceId}`;
    const [calls, seats] = data.metrics;
    expect([data.account, about, row?.['later']]).toEqual([null, [], 140 + 1379 + 0 + 3 * 210 + 12]);
    expect(calls).toMatchObject({ earlier: { total: row?.['earlier'] }, later: { total: row?.['later'] } });
    expect(calls.changeRate).toBeCloseTo(row?.['later'] / row?.['earlier'] - 1, 12);
    expect([seats.later.total, seats.later.average]).toEqual([null, expect.closeTo(row?.['seats'], 12)]);
  });

  test('of the whole workspace for a quarter at most', async () => {
    const long = { from: ago(200), to: ago(100) };
    expect(await refusal(ctx, 'compare_periods', { earlier: long, later })).toContain('at most 92 days');
    await find(ctx, 'compare_periods', { account: 'C-1', earlier: long, later });
  });

  test('says which period is wrong', async () => {
    const backwards = { from: later.to, to: later.from };
    expect(await refusal(ctx, 'compare_periods', { earlier, later: backwards })).toMatch(
      /^INVALID_INPUT: later.from: /,
    );
    expect(await refusal(ctx, 'compare_periods', { earlier: { from: ago(3) }, later })).toMatch(
      /^INVALID_INPUT: earlier.to: /,
    );
  });
});

describe('list_usage_movers', () => {
  const short = (movers: { account: { externalCrmId: string }; changeRate: number }[]) =>
    movers.map(({ account, changeRate }) => `${account.externalCrmId} ${Math.round(changeRate * 100)} %`);

  test.each([
    ['DOWN', 'ASC', {}, 'ACTIVITY_CHANGE', ''],
    ['UP', 'DESC', {}, 'ACTIVITY_CHANGE', ''],
    ['DOWN', 'ASC', { metric: 'api_calls' }, 'USAGE_CHANGE', ', metric: "api_calls"'],
  ])(
    'over 30 days %s has the figures of the account table, %s, and says first who moved most',
    async (direction, order, by, field, metric) => {
      const { accounts } = await graphql(
        `{ accounts(orderBy: { field: ${field}, direction: ${order}${metric} }) { nodes { id activity { index changeRate metrics { value previousValue changeRate } } } } }`,
      );
      const { data } = await find(ctx, 'list_usage_movers', { direction, ...by, limit: 25 });
      const sign = direction === 'DOWN' ? -1 : 1;
      type Mover = { previousValue: number | null; changeRate: number };
      type Node = { id: string; activity: { index: number; changeRate: number; metrics: object[] } | null };
      const expected = accounts.nodes.flatMap(({ id, activity }: Node) => {
        const figures = metric
          ? activity?.metrics[0]
          : activity && { value: activity.index, changeRate: activity.changeRate };
        return figures && sign * (figures as { changeRate: number }).changeRate > 0
          ? [{ account: { id }, ...figures }]
          : [];
      });
      expect(expected.length).toBeGreaterThan(0);
      const byId = (a: { account: { id: string } }, b: typeof a) => (a.account.id < b.account.id ? -1 : 1);
      expect(data.movers.toSorted(byId)).toMatchObject(expected.toSorted(byId));
      const moved = data.movers.map((one: Mover) => sign * (one.previousValue ?? Number.NaN) * one.changeRate);
      expect(moved).toEqual(moved.toSorted((a: number, b: number) => b - a));
      expect(data).toMatchObject({
        days: { from: ago(29), to: ago(0) },
        previousDays: { from: ago(59), to: ago(30) },
        note: null,
      });
    },
  );

  test('the index of before goes with its change', async () => {
    const { data } = await find(ctx, 'list_usage_movers', { direction: 'UP', limit: 1 });
    const [{ value, previousValue, changeRate }] = data.movers;
    expect(value / previousValue - 1).toBeCloseTo(changeRate, 12);
  });

  test('over 7 days: a week against the week before', async () => {
    const { data, days } = await find(ctx, 'list_usage_movers', { metric: 'api_calls', periodDays: 7 });
    expect(short(data.movers)).toEqual(['C-1 -80 %']);
    expect(data).toMatchObject({
      ...{ measuredBy: { metric: 'api_calls', aggregation: 'SUM' }, note: null },
      ...{ days: { from: ago(6), to: ago(0) }, previousDays: { from: ago(13), to: ago(7) } },
      movers: [{ value: 140, previousValue: 700, owner: 'Ada', arr: 120_000 }],
    });
    expect(days).toEqual({ from: ago(6), to: ago(0) });
    const up = await find(ctx, 'list_usage_movers', { direction: 'UP', periodDays: 7, metric: 'api_calls' });
    expect(short(up.data.movers)).toEqual(['C-2 4 %']);
  });

  test('over 7 days by the index', async () => {
    const { data } = await find(ctx, 'list_usage_movers', { periodDays: 7 });
    // Medians of the week: 210 calls and 7.5 seats. Of before: 100 × (700/210 + 5/7.5) / 2.
    expect(data).toMatchObject({
      measuredBy: null,
      movers: [{ account: { externalCrmId: 'C-1' }, previousValue: 200 }],
    });
    expect(short(data.movers)).toEqual(['C-1 -67 %']);
  });

  test('says when a week was not synchronised whole, and when there are more', async () => {
    await app.sql`UPDATE usage_profile_bases SET covered_days[2] = 4`;
    const { data } = await find(ctx, 'list_usage_movers', { periodDays: 7 });
    await app.sql`UPDATE usage_profile_bases SET covered_days[2] = 7`;
    expect(data.note).toMatch(/^Of the later week 7 of 7 days were synchronised, of the earlier one 4: sums/);
    const both = await find(ctx, 'list_usage_movers', { limit: 2 });
    const one = await find(ctx, 'list_usage_movers', { limit: 1 });
    expect([both, one].map(({ data: found, truncated }) => [found.movers.length, truncated])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  test('refuses a metric that is not there', async () => {
    expect(await refusal(ctx, 'list_usage_movers', { metric: 'x' })).toContain('metric: there is no metric named "x"');
  });
});
