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

const graphql = (query: string, variables: object = {}) => world.workspace.as('MEMBER').ask(query, variables);

const SCORE = `query ($id: String) { healthScore(externalCrmId: $id) { account { id externalCrmId name } score band trend previousScore change
  asOfDay computedAt modelVersion pillars { pillar state score appliedWeight points change explanation
    inputs { kind metric window { from to } value comparison score points change explanation } } } }`;

describe('get_account_health', () => {
  test('gives what GraphQL gives, and of its inputs those that take most', async () => {
    const { data, days, about } = await find(ctx, 'get_account_health', { account: 'C-1' });
    const { healthScore } = await graphql(SCORE, { id: 'C-1' });
    const { pillars, ...head } = healthScore;
    expect(data).toMatchObject(head);
    type Input = { window: object };
    const bare = pillars.map(({ inputs: _, ...pillar }: { inputs: Input[] }) => pillar);
    expect(data.pillars).toEqual(bare);
    const inputs = pillars.flatMap(({ pillar, inputs: own }: { pillar: string; inputs: Input[] }) =>
      own.map(({ window, ...input }) => ({ pillar, days: window, ...input })),
    );
    expect(data.reasons.length).toBeGreaterThan(2);
    for (const { lostPoints, ...reason } of data.reasons) {
      expect(inputs).toContainEqual(reason);
      expect(lostPoints).toBeGreaterThan(0);
    }
    const lost = data.reasons.map((reason: { lostPoints: number }) => reason.lostPoints);
    expect(lost).toEqual([...lost].sort((a: number, b: number) => b - a));
    expect(days?.to).toBe(YESTERDAY);
    expect(about).toEqual([{ id: world.ids['C-1'], label: 'Acme Anvils Ltd' }]);
  });

  test('what was lost and what was won add up to 100', async () => {
    const { data } = await find(ctx, 'get_account_health', { account: 'C-5' });
    const { healthScore } = await graphql(SCORE, { id: 'C-5' });
    const all = healthScore.pillars.flatMap(({ inputs }: { inputs: { score: number }[] }) => inputs);
    const losing = all.filter(({ score }: { score: number }) => score < 100);
    expect(data.reasons).toHaveLength(Math.min(8, losing.length));
    const lost = data.reasons.reduce((sum: number, one: { lostPoints: number }) => sum + one.lostPoints, 0);
    const won = data.pillars.reduce((sum: number, one: { points: number }) => sum + one.points, 0);
    expect(lost + won).toBeCloseTo(100, 0);
  });

  test('of an account that was never scored says that there is none', async () => {
    const empty = await app.workspace('Unscored');
    await empty
      .as('MEMBER')
      .ask('mutation ($input: UpsertAccountsInput!) { upsertAccounts(input: $input) { userErrors { code } } }', {
        input: { accounts: [{ externalCrmId: 'X', name: 'X' }] },
      });
    const { data, days, freshness } = await find(empty.ctx, 'get_account_health', { account: 'X' });
    expect(data).toMatchObject({ score: null, band: null, computedAt: null, pillars: [], reasons: [] });
    expect([days, freshness?.state]).toEqual([null, 'NO_DATA']);
  });
});

const FEED = `query ($filter: SignalFilter) { signalFeed(filter: $filter) { totalCount nodes { id type severity state metric explanation raisedOn
  raisedAt acknowledgedAt snoozedUntilAt resolvedAt note account { id externalCrmId name owner arr } } } }`;
async function feed(filter: object = {}) {
  const { signalFeed } = await graphql(FEED, { filter });
  type Node = { account: { owner: unknown; arr: unknown }; snoozedUntilAt: unknown };
  const signals = signalFeed.nodes.map(({ account: { owner, arr, ...account }, snoozedUntilAt, ...signal }: Node) => ({
    ...{ ...signal, account, owner, arr, snoozedUntil: snoozedUntilAt },
  }));
  return { totalCount: signalFeed.totalCount, signals };
}

describe('list_signals', () => {
  test.each<[object, () => object]>([
    [{}, () => ({})],
    [{ severities: ['HIGH', 'HIGH'] }, () => ({ severities: ['HIGH'] })],
    [{ types: ['PAYMENT_FAILED', 'EXPANSION'] }, () => ({ types: ['PAYMENT_FAILED', 'EXPANSION'] })],
    [{ owner: 'Ada' }, () => ({ owner: 'Ada' })],
    [{ account: 'zoe sohne' }, () => ({ accountId: world.ids['C-4'] })],
  ])('%j is the feed', async (input, filter) => {
    const found = await find(ctx, 'list_signals', input);
    const expected = await feed(filter());
    expect(expected.totalCount).toBeGreaterThan(0);
    expect(found.data).toEqual(expected);
    expect(found.about[0]?.id).toBe(expected.signals[0].id);
  });

  test('says when there are more', async () => {
    const { data, truncated } = await find(ctx, 'list_signals', { limit: 1 });
    expect([data.totalCount, data.signals.length, truncated]).toEqual([3, 1, true]);
    const none = await find(ctx, 'list_signals', { states: ['RESOLVED'] });
    expect(none).toMatchObject({ data: { totalCount: 0, signals: [] }, days: null, truncated: false });
  });

  test('refuses what no signal is', async () => {
    expect(await refusal(ctx, 'list_signals', { types: ['X'] })).toMatch(/^INVALID_INPUT: types.0: /);
    expect(await refusal(ctx, 'list_signals', { states: [] })).toMatch(/^INVALID_INPUT: states: /);
    expect(await refusal(ctx, 'list_signals', { account: 'nobody at all' })).toMatch(/^NOT_FOUND: account: /);
  });
});

const signalOf = async (type: string): Promise<string> => {
  const { signals } = await feed({ types: [type] });
  return signals[0].id;
};

describe('explain_signal', () => {
  test('gives the evidence as facts with units', async () => {
    const { data, days } = await find(ctx, 'explain_signal', { signal: await signalOf('USAGE_DECLINE') });
    expect(data.signal).toEqual((await feed({ types: ['USAGE_DECLINE'] })).signals[0]);
    expect(data.facts).toContainEqual({
      name: 'change week over week',
      value: -0.4,
      unit: 'rate, where -0.3 means 30 % less',
    });
    expect(data.metrics).toContainEqual({ metric: 'api_calls', value: 140, previousValue: 700, changeRate: -0.8 });
    expect(data.sentences).toEqual([data.signal.explanation]);
    expect(days).toEqual({ from: ago(13), to: YESTERDAY });
  });

  test.each(['', 'sig_none', "' OR true --"])('refuses %j', async (signal) => {
    expect(await refusal(ctx, 'explain_signal', { signal })).toMatch(/^(NOT_FOUND|INVALID_INPUT): signal: /);
  });
});

test('propose_acknowledge_signal proposes what the mutation takes, and writes nothing', async () => {
  const signal = await signalOf('PAYMENT_FAILED');
  const before = await app.sql`SELECT md5(string_agg(s::text, '')) AS print FROM signals s`;
  const { data, proposals } = await find(ctx, 'propose_acknowledge_signal', { signal, note: ' seen to ' });
  expect(await app.sql`SELECT md5(string_agg(s::text, '')) AS print FROM signals s`).toEqual(before);
  const summary =
    'Acknowledge the signal PAYMENT_FAILED (HIGH) of the account "Zoë & Söhne GmbH", with the note "seen to".';
  expect(proposals).toEqual([{ mutation: 'acknowledgeSignal', input: { id: signal, note: 'seen to' }, summary }]);
  expect(data).toMatchObject({ signal: { id: signal, state: 'OPEN' }, summary });

  const { acknowledgeSignal } = await graphql(
    'mutation ($input: AcknowledgeSignalInput!) { acknowledgeSignal(input: $input) { signal { state note } userErrors { code } } }',
    { input: proposals[0]?.input },
  );
  expect(acknowledgeSignal).toEqual({ signal: { state: 'ACKNOWLEDGED', note: 'seen to' }, userErrors: [] });
  expect(await refusal(ctx, 'propose_acknowledge_signal', { signal })).toBe(
    `INVALID_INPUT: signal: ${signal} is acknowledged already.`,
  );
  const { data: overview } = await find(ctx, 'get_workspace_overview');
  expect([overview.openSignalCount, overview.acknowledgedSignalCount]).toEqual([2, 1]);
  await app.sql`UPDATE signals SET state = 'RESOLVED', resolved_at = now() WHERE id = ${signal}`;
  expect(await refusal(ctx, 'propose_acknowledge_signal', { signal })).toContain('is resolved');
});
