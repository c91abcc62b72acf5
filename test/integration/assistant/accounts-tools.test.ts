import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../../../src/features/kit/ctx.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { type AssistantWorld, createAssistantWorld, find, refusal } from '../../kit/assistant-world.ts';

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

const TABLE = `query ($filter: AccountFilter, $orderBy: AccountOrder) { accounts(filter: $filter, orderBy: $orderBy) { totalCount nodes {
  id externalCrmId name plan region owner seats arr renewalOn openSignalCount worstSeverity
  health { score band change } activity { index changeRate lastUsedOn } } } }`;
type Node = Record<string, unknown> & {
  health: { score: number; band: string; change: number } | null;
  activity: { index: number; changeRate: number; lastUsedOn: string } | null;
};
async function table(variables: object) {
  const { accounts } = await world.workspace.as('MEMBER').ask(TABLE, variables);
  const rows = accounts.nodes.map(({ health, activity, ...rest }: Node) => ({
    ...rest,
    ...{ healthScore: health?.score ?? null, healthBand: health?.band ?? null, healthChange: health?.change ?? null },
    ...{ activityIndex: activity?.index ?? null, activityChangeRate: activity?.changeRate ?? null },
    lastUsedOn: activity?.lastUsedOn ?? null,
  }));
  return { totalCount: accounts.totalCount, accounts: rows };
}

const idsOf = (accounts: readonly { externalCrmId: string }[]) => accounts.map(({ externalCrmId }) => externalCrmId);

describe('find_accounts', () => {
  test('lists the account table, by name', async () => {
    const found = await find(ctx, 'find_accounts', { limit: 25 });
    expect(found.data).toEqual({ matchedBy: 'FILTERS', ...(await table({})) });
    expect(found).toMatchObject({ truncated: false, freshness: { state: 'FRESH' } });
    expect(found.about).toHaveLength(8);
  });

  test.each<[object, object]>([
    [{ owner: 'Ada' }, { owner: 'Ada' }],
    [{ band: 'POOR' }, { healthBands: ['POOR'] }],
    [
      { plan: 'Pro', owner: 'Bo' },
      { plan: 'Pro', owner: 'Bo' },
    ],
    [{ query: 'BLUE' }, { text: 'blue' }],
  ])('%j filters as the table does', async (input, filter) => {
    const { data } = await find(ctx, 'find_accounts', { ...input, limit: 25 });
    const expected = await table({ filter });
    expect(expected.totalCount).toBeGreaterThan(0);
    expect(data).toMatchObject(expected);
    expect(idsOf(data.accounts)).toEqual(idsOf(expected.accounts));
  });

  test('at risk is a poor band or a severe open signal, the lowest health first', async () => {
    const { data } = await find(ctx, 'find_accounts', { atRisk: true });
    expect(idsOf(data.accounts)).toEqual(['C-7', 'C-8', 'C-1', 'C-4']);
    expect(data.totalCount).toBe(4);
    const two = await find(ctx, 'find_accounts', { atRisk: true, limit: 2 });
    expect([idsOf(two.data.accounts), two.data.totalCount, two.truncated]).toEqual([['C-7', 'C-8'], 4, true]);
    const stable = await find(ctx, 'find_accounts', { atRisk: true, band: 'STABLE' });
    expect([idsOf(stable.data.accounts), stable.data.totalCount]).toEqual([['C-1', 'C-4'], 2]);
    const adas = await find(ctx, 'find_accounts', { atRisk: true, owner: 'Ada' });
    expect(idsOf(adas.data.accounts)).toEqual(['C-1']);
  });

  test('forgives misspellings, and says that it did', async () => {
    const { data } = await find(ctx, 'find_accounts', { query: 'Blu Harbour' });
    expect([data.matchedBy, idsOf(data.accounts)[0]]).toEqual(['SIMILAR_NAME', 'C-2']);
    const none = await find(ctx, 'find_accounts', { query: 'xylophone' });
    expect(none.data).toEqual({ matchedBy: 'SIMILAR_NAME', totalCount: 0, accounts: [] });
    const filtered = await find(ctx, 'find_accounts', { query: 'Blu Harbour', owner: 'Bo' });
    expect(filtered.data).toMatchObject({ matchedBy: 'ID_OR_NAME', totalCount: 0 });
  });

  test('finds by id', async () => {
    const { data } = await find(ctx, 'find_accounts', { query: world.ids['C-4'] });
    expect([data.matchedBy, idsOf(data.accounts)]).toEqual(['ID_OR_NAME', ['C-4']]);
  });
});

describe('the account that a text means', () => {
  const meant = async (account: string) => {
    const { data } = await find(ctx, 'get_account_health', { account });
    return data.account.externalCrmId;
  };

  test.each([
    ['its external CRM id', 'C-1', 'C-1'],
    ['the same in another spelling', 'c-1', 'C-1'],
    ['its name', 'Acme Anvils Ltd', 'C-1'],
    ['its name in another case, with blanks', '  acme ANVILS ltd ', 'C-1'],
    ['its name without the legal form', 'Acme Anvils', 'C-1'],
    ['its name without accents', 'Zoe & Sohne', 'C-4'],
    ['a part of its name', 'anvil', 'C-1'],
    ['its name, misspelled', 'Blue Harber Shiping', 'C-2'],
    ['exactly one of two that differ in case', 'TWIN', 'C-8'],
  ])('by %s', async (_, text, expected) => {
    expect(await meant(text)).toBe(expected);
  });

  test('by its id', async () => {
    expect(await meant(world.ids['C-5'] ?? '')).toBe('C-5');
  });

  test.each([
    ['part of two names', 'blue', ['C-2', 'C-3']],
    ['a name in neither’s case', 'tWin', ['C-7', 'C-8']],
  ])('is asked back for %s', async (_, text, ids) => {
    const said = await refusal(ctx, 'get_account_health', { account: text });
    expect(said).toMatch(/^AMBIGUOUS: account: /);
    for (const id of ids) expect(said).toContain(world.ids[id]);
  });

  test('is never one whose number differs; the nearest are named', async () => {
    const said = await refusal(ctx, 'get_account_health', { account: 'Store 14' });
    expect(said).toMatch(
      /^NOT_FOUND: account: there is no account .* "Store 14"\. The nearest are "Store 1[23]" \(acc_/,
    );
    expect(await refusal(ctx, 'get_account_health', { account: 'xylophone' })).toMatch(/"xylophone"\.$/);
  });

  test('is none of an id that is not there, and no name is near one', async () => {
    const said = await refusal(ctx, 'get_account_health', { account: `acc_${'0'.repeat(26)}` });
    expect(said).toMatch(/^NOT_FOUND: .*"\.$/);
  });

  test.each(["' OR 1=1 --", '%', '_', '\\', '"', '\u{1f600}', '(', '$1', 'x'.repeat(255)])(
    'is none of %j',
    async (text) => {
      expect(await refusal(ctx, 'get_account_health', { account: text })).toMatch(/^NOT_FOUND: /);
    },
  );
});

describe('list_accounts_by_health', () => {
  test('is the account table by health, the lowest first', async () => {
    const found = await find(ctx, 'list_accounts_by_health', { limit: 25 });
    expect(found.data).toEqual(await table({ orderBy: { field: 'HEALTH_SCORE' } }));
    const poor = await find(ctx, 'list_accounts_by_health', { band: 'POOR', limit: 1 });
    expect([poor.data.totalCount, idsOf(poor.data.accounts), poor.truncated]).toEqual([2, ['C-7'], true]);
    const adas = await find(ctx, 'list_accounts_by_health', { owner: 'Ada' });
    expect(idsOf(adas.data.accounts)).toEqual(['C-3', 'C-1']);
  });
});

describe('get_workspace_overview', () => {
  test('counts what the lists hold', async () => {
    const { data, days, freshness } = await find(ctx, 'get_workspace_overview');
    const { accounts, totalCount } = await table({});
    const band = (name: string) => {
      const inIt = accounts.filter(({ healthBand }: { healthBand: string }) => healthBand === name);
      const amounts = inIt.flatMap(({ arr }: { arr: number | null }) => arr ?? []);
      const arr = amounts.length === 0 ? null : amounts.reduce((sum: number, one: number) => sum + one, 0);
      return { band: name, accountCount: inIt.length, arr, accountsWithArr: amounts.length };
    };
    expect(data).toEqual({
      ...{ workspace: 'Wonderland', accountCount: totalCount, arr: 180_900, accountsWithArr: 3 },
      bands: ['POOR', 'STABLE', 'HEALTHY'].map(band),
      ...{ openSignalCount: 3, acknowledgedSignalCount: 0, sourceStatus: 'CONNECTED', unmatchedIdCount: 1 },
      openSignalsBySeverity: [
        { severity: 'CRITICAL', count: 1 },
        { severity: 'HIGH', count: 2 },
      ],
      openSignalsByType: [
        { type: 'RENEWAL_RISK', severity: 'CRITICAL', count: 1 },
        { type: 'PAYMENT_FAILED', severity: 'HIGH', count: 1 },
        { type: 'USAGE_DECLINE', severity: 'HIGH', count: 1 },
      ],
      metrics: [
        { name: 'api_calls', aggregation: 'SUM', isTracked: true },
        { name: 'active_seats', aggregation: 'LAST', isTracked: true },
      ],
    });
    expect([days, freshness?.state]).toEqual([{ from: '2025-12-10', to: '2026-03-09' }, 'FRESH']);
  });

  test('of an empty workspace is empty', async () => {
    const empty = await app.workspace('Empty');
    const { data, days, freshness } = await find(empty.ctx, 'get_workspace_overview');
    expect(data).toMatchObject({ accountCount: 0, arr: null, bands: [], openSignalCount: 0, metrics: [] });
    expect([days, freshness]).toEqual([null, { state: 'NO_DATA', lastSyncedDay: null }]);
  });
});
