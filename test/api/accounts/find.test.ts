import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import type { TestClient } from '../../kit/client.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let client: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  client = (await app.workspace()).as('MEMBER');
  await giveAccounts(client, ACCOUNTS);
});
afterAll(() => app.close());

const ACCOUNTS = [
  {
    externalCrmId: 'crm-1',
    name: '100% Juice',
    plan: 'pro',
    region: 'EU',
    attributes: { tier: 1, vip: true, tag: 'red' },
  },
  { externalCrmId: 'crm_2', name: 'Élan Vital', plan: 'pro', region: 'US', attributes: { tier: '1', tag: 'blue' } },
  { externalCrmId: 'crm\\3', name: 'back\\slash', plan: 'free', region: 'EU', attributes: { tag: null, list: [1] } },
  { externalCrmId: 'crm-4', name: 'Under_score', plan: 'Pro' },
  { externalCrmId: 'CRM-5', name: 'O\'Neill "Ltd"' },
];

const filtered = async (filter: object | null) => {
  const query = 'query ($filter: AccountFilter) { accounts(filter: $filter) { totalCount nodes { externalCrmId } } }';
  const { accounts } = await client.ask(query, { filter });
  const ids = accounts.nodes.map((node: { externalCrmId: string }) => node.externalCrmId);
  expect(accounts.totalCount, 'totalCount beside the nodes').toBe(ids.length);
  return ids.sort();
};

describe('account', () => {
  test('is found by either identifier, and is null where there is none', async () => {
    const { account } = await client.ask('{ account(externalCrmId: "crm-1") { id name } }');
    expect(account.name).toBe('100% Juice');
    const query = 'query ($id: ID, $crm: String) { account(id: $id, externalCrmId: $crm) { id name } }';
    expect(await client.ask(query, { id: account.id })).toEqual({ account });
    expect(await client.ask(query, { id: account.id, crm: null })).toEqual({ account });
    for (const none of [
      { id: 'acc_x' },
      { id: 'crm-1' },
      { id: '' },
      { crm: account.id },
      { crm: 'CRM-1' },
      { crm: ' crm-1' },
    ]) {
      expect(await client.ask(query, none), JSON.stringify(none)).toEqual({ account: null });
    }
  });

  test.each([
    ['no identifier', '{ account { id } }'],
    ['both identifiers', '{ account(id: "acc_1", externalCrmId: "crm-1") { id } }'],
    ['nulls', '{ account(id: null, externalCrmId: null) { id } }'],
    ['an identifier with NUL', '{ account(externalCrmId: "a\\u0000") { id } }'],
  ])('with %s is refused', async (_, query) => {
    expect(await client.send(query)).toMatchObject({
      data: { account: null },
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});

describe('accounts by text', () => {
  test.each([
    ['', ['CRM-5', 'crm-1', 'crm-4', 'crm\\3', 'crm_2']],
    ['juice', ['crm-1']],
    ['%', ['crm-1']],
    ['_', ['crm-4', 'crm_2']],
    ['\\', ['crm\\3']],
    ['\\s', ['crm\\3']],
    ['100% j', ['crm-1']],
    ['crm-', ['CRM-5', 'crm-1', 'crm-4']],
    ['ÉLAN', ['crm_2']],
    ['élan', ['crm_2']],
    ['o\'neill "l', ['CRM-5']],
    ['no such thing', []],
  ])('%j', async (text, expected) => expect(await filtered({ text })).toEqual(expected));

  test('a text of 200 characters is searched for, a longer one is refused', async () => {
    expect(await filtered({ text: '\u{1f600}'.repeat(200) })).toEqual([]);
    await refuses({ text: 'x'.repeat(201) }, ['filter', 'text']);
  });
});

describe('accounts by exact values', () => {
  test.each([
    ['no filter', null, ['CRM-5', 'crm-1', 'crm-4', 'crm\\3', 'crm_2']],
    [
      'nothing in the filter',
      { text: null, plan: null, region: null, attributes: null },
      ['CRM-5', 'crm-1', 'crm-4', 'crm\\3', 'crm_2'],
    ],
    ['plan', { plan: 'pro' }, ['crm-1', 'crm_2']],
    ['plan and region', { plan: 'pro', region: 'EU' }, ['crm-1']],
    ['region and text', { region: 'EU', text: 'slash' }, ['crm\\3']],
    ['a number', { attributes: [{ name: 'tier', value: '1' }] }, ['crm-1', 'crm_2']],
    ['a boolean', { attributes: [{ name: 'vip', value: 'true' }] }, ['crm-1']],
    ['text', { attributes: [{ name: 'tag', value: 'red' }] }, ['crm-1']],
    ['text in another case', { attributes: [{ name: 'tag', value: 'Red' }] }, []],
    [
      'two attributes',
      {
        attributes: [
          { name: 'tier', value: '1' },
          { name: 'tag', value: 'blue' },
        ],
      },
      ['crm_2'],
    ],
    ['null is not text', { attributes: [{ name: 'tag', value: 'null' }] }, []],
    ['an attribute nobody has', { attributes: [{ name: "x' OR true --", value: '1' }] }, []],
  ])('%s', async (_, filter, expected) => expect(await filtered(filter)).toEqual(expected));

  test('at most 10 attributes', async () => {
    const attributes = (length: number) => Array.from({ length }, () => ({ name: 'tag', value: 'red' }));
    expect(await filtered({ attributes: attributes(10) })).toEqual(['crm-1']);
    await refuses({ attributes: attributes(11) }, ['filter', 'attributes']);
  });

  test.each([
    { text: '\0' },
    { plan: '\0' },
    { region: '\0' },
    { attributes: [{ name: '\0', value: '' }] },
    { attributes: [{ name: 'a', value: '\0' }] },
  ])('NUL is refused: %j', async (filter) => refuses(filter));
});

async function refuses(filter: object, field?: string[]): Promise<void> {
  const answer = await client.send('query ($filter: AccountFilter) { accounts(filter: $filter) { nodes { id } } }', {
    filter,
  });
  expect(answer).toMatchObject({
    data: { accounts: null },
    errors: [{ extensions: { code: 'BAD_USER_INPUT', ...(field ? { field } : {}) } }],
  });
}
