import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOW, startTestApp, type TestApp } from '../../kit/app.ts';
import type { TestClient } from '../../kit/client.ts';

let app: TestApp;
let client: TestClient;
let now = NOW;
beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => now } });
});
beforeEach(async () => {
  now = NOW;
  client = (await app.workspace()).as('MEMBER');
});
afterAll(() => app.close());

const FIELDS = 'id externalCrmId name plan region seats arr renewalOn attributes createdAt updatedAt';
const UPSERT = `mutation ($input: UpsertAccountsInput!) { upsertAccounts(input: $input) {
  createdCount updatedCount accounts { ${FIELDS} } userErrors { code message field } } }`;
const upsert = async (...accounts: object[]) => (await client.ask(UPSERT, { input: { accounts } })).upsertAccounts;
const stored = async (externalCrmId = 'A-1') =>
  (await client.ask(`query ($id: String) { account(externalCrmId: $id) { ${FIELDS} } }`, { id: externalCrmId }))
    .account;
const later = () => {
  now = new Date(now.getTime() + 60_000);
};

const FULL = {
  externalCrmId: 'A-1',
  name: 'Acme',
  plan: 'pro',
  region: 'EU',
  seats: 12,
  arr: 1234.5,
  renewalOn: '2026-12-31',
  attributes: { tier: 1, tags: ['a', { b: null }], ['__proto__x']: true },
};
const EMPTY = { plan: null, region: null, seats: null, arr: null, renewalOn: null, attributes: {} };

describe('an account that is new', () => {
  test('is stored with everything given', async () => {
    const { accounts, ...rest } = await upsert(FULL);
    expect(rest).toEqual({ createdCount: 1, updatedCount: 0, userErrors: [] });
    const expected = {
      ...FULL,
      id: expect.stringMatching(/^acc_[0-9a-z]{26}$/),
      createdAt: NOW.toISOString(),
      updatedAt: NOW.toISOString(),
    };
    expect(accounts).toEqual([expected]);
    expect(await stored()).toEqual(accounts[0]);
  });

  test('has nulls and no attributes where nothing was given', async () => {
    await upsert({ externalCrmId: 'A-1', name: 'Acme' });
    expect(await stored()).toMatchObject(EMPTY);
  });

  test('has the blanks around its id and name trimmed, those beyond ASCII only around its name', async () => {
    const { accounts } = await upsert({ externalCrmId: ' \t A-1\r\n', name: '\u00a0 Acme\n', plan: ' pro ' });
    expect(accounts[0]).toMatchObject({ externalCrmId: 'A-1', name: 'Acme', plan: ' pro ' });
    await upsert({ externalCrmId: '\u00a0A-1', name: 'Another' });
    expect(await stored('\u00a0A-1')).toMatchObject({ name: 'Another' });
  });

  test('keeps numbers exactly', async () => {
    for (const [index, arr] of [0, -0.1, 5e-324, 1.7976931348623157e308, 0.1 + 0.2, 2 ** 53 + 2].entries()) {
      await upsert({ externalCrmId: `N-${index}`, name: 'N', arr, seats: 2 ** 31 - 1 });
      await upsert({ externalCrmId: `N-${index}`, name: 'N again', arr });
      expect(await stored(`N-${index}`)).toMatchObject({ name: 'N again', arr, seats: 2 ** 31 - 1 });
    }
  });
});

describe('an account that is known', () => {
  test('keeps what is left out, and loses what is null', async () => {
    const [{ id }] = (await upsert(FULL)).accounts;
    later();
    const renamed = await upsert({ externalCrmId: 'A-1', name: 'Acme Ltd' });
    expect(renamed).toMatchObject({ createdCount: 0, updatedCount: 1 });
    expect(await stored()).toEqual({
      ...FULL,
      id,
      name: 'Acme Ltd',
      createdAt: NOW.toISOString(),
      updatedAt: now.toISOString(),
    });
    const cleared = { plan: null, region: null, seats: null, arr: null, renewalOn: null, attributes: null };
    await upsert({ externalCrmId: 'A-1', name: 'Acme Ltd', ...cleared });
    expect(await stored()).toMatchObject({ id, ...EMPTY });
  });

  test('takes new values, its attributes as a whole', async () => {
    await upsert(FULL);
    const changes = { plan: '', region: 'US', seats: 0, arr: 0, renewalOn: '2027-02-28', attributes: { other: '1' } };
    await upsert({ externalCrmId: 'A-1', name: 'B', ...changes });
    expect(await stored()).toMatchObject({ name: 'B', ...changes });
  });

  test('is marked as updated only when something changed', async () => {
    await upsert(FULL, { externalCrmId: 'A-2', name: 'Birch' });
    later();
    const { accounts, updatedCount } = await upsert(
      { ...FULL, attributes: { ['__proto__x']: true, tags: ['a', { b: null }], tier: 1 } },
      { externalCrmId: 'A-2', name: 'Birch', seats: 1 },
    );
    expect(updatedCount).toBe(2);
    expect(accounts.map((one: { updatedAt: string }) => one.updatedAt)).toEqual([NOW.toISOString(), now.toISOString()]);
    later();
    await upsert({ externalCrmId: 'A-1', name: 'Acme', plan: null });
    expect(await stored()).toMatchObject({ updatedAt: now.toISOString(), createdAt: NOW.toISOString() });
  });

  test('is told from one whose id differs in case', async () => {
    expect(
      await upsert({ externalCrmId: 'a-1', name: 'Lower' }, { externalCrmId: 'A-1', name: 'Upper' }),
    ).toMatchObject({
      createdCount: 2,
      userErrors: [],
    });
    expect(await stored('a-1')).toMatchObject({ name: 'Lower' });
  });
});

test('new and known accounts come back together, in the order given', async () => {
  await upsert({ externalCrmId: 'B', name: 'B' });
  const given = ['C', 'B', 'A'].map((id) => ({ externalCrmId: id, name: `${id}!` }));
  const { accounts, createdCount, updatedCount } = await upsert(...given);
  expect({ createdCount, updatedCount }).toEqual({ createdCount: 2, updatedCount: 1 });
  expect(accounts.map(({ externalCrmId, name }: (typeof given)[0]) => ({ externalCrmId, name }))).toEqual(given);
});

test('two calls at once that share accounts both succeed, and each account is created once', async () => {
  const call = (from: number, name: string) =>
    upsert(...Array.from({ length: 200 }, (_, index) => ({ externalCrmId: `A-${from + index}`, name })));
  const results = await Promise.all([call(0, 'one'), call(100, 'two'), call(50, 'three')]);
  expect(results.flatMap((result) => result.userErrors)).toEqual([]);
  expect(results.reduce((sum, result) => sum + result.createdCount, 0)).toBe(300);
  expect(results.reduce((sum, result) => sum + result.updatedCount, 0)).toBe(300);
  expect(await client.ask('{ accounts { totalCount } }')).toEqual({ accounts: { totalCount: 300 } });
});

test('1,000 accounts are stored in one call', async () => {
  const accounts = Array.from({ length: 1_000 }, (_, index) => ({ ...FULL, externalCrmId: `A-${index}` }));
  expect(await upsert(...accounts)).toMatchObject({ createdCount: 1_000, userErrors: [] });
  expect(await upsert(...accounts)).toMatchObject({ updatedCount: 1_000, userErrors: [] });
});
