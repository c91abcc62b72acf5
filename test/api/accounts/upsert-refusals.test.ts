import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import type { TestClient } from '../../kit/client.ts';

let app: TestApp;
let client: TestClient;
let key: string;
beforeAll(async () => {
  app = await startTestApp();
  const workspace = await app.workspace();
  client = workspace.as('MEMBER');
  key = workspace.keys.MEMBER;
});
afterAll(() => app.close());

const UPSERT = `mutation ($input: UpsertAccountsInput!) { upsertAccounts(input: $input) {
  createdCount updatedCount accounts { id } userErrors { code message field } } }`;
const upsert = async (accounts: object[]) => (await client.ask(UPSERT, { input: { accounts } })).upsertAccounts;
const count = async () => (await client.ask('{ accounts { totalCount } }')).accounts.totalCount;
const good = { externalCrmId: 'good', name: 'Good' };
const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

describe('a value that cannot be stored refuses the whole call, names its place, and stores nothing', () => {
  const cases: [string, string, object][] = [
    ['an empty id', 'externalCrmId', { externalCrmId: '' }],
    ['a blank id', 'externalCrmId', { externalCrmId: ' \t\n' }],
    ['an id of 256 characters', 'externalCrmId', { externalCrmId: 'x'.repeat(256) }],
    ['NUL in the id', 'externalCrmId', { externalCrmId: 'a\0b' }],
    ['half a surrogate pair in the id', 'externalCrmId', { externalCrmId: 'a\ud800' }],
    ['an empty name', 'name', { name: '' }],
    ['a blank name', 'name', { name: '\u00a0\t' }],
    ['a name of 256 characters', 'name', { name: 'x'.repeat(256) }],
    ['NUL in the name', 'name', { name: '\0' }],
    ['half a surrogate pair in the name', 'name', { name: '\udc00a' }],
    ['NUL in the plan', 'plan', { plan: '\0' }],
    ['a plan of 256 characters', 'plan', { plan: 'x'.repeat(256) }],
    ['half a surrogate pair in the region', 'region', { region: '\ud83d' }],
    ['fewer than no seats', 'seats', { seats: -1 }],
    ['attributes of more than 8 KB', 'attributes', { attributes: { text: 'x'.repeat(8 * 1024 - 10) } }],
    [
      'attributes of more than 8 KB in bytes, not in characters',
      'attributes',
      { attributes: { text: 'é'.repeat(4_100) } },
    ],
    ['NUL in an attribute', 'attributes', { attributes: { a: ['x\0'] } }],
    ['half a surrogate pair in an attribute', 'attributes', { attributes: { a: { b: '\ud800' } } }],
    ["NUL in an attribute's name", 'attributes', { attributes: { 'a\0': 1 } }],
    ["NUL in a nested attribute's name", 'attributes', { attributes: { a: [{ 'b\0': 1 }] } }],
    ["half a surrogate pair in a nested attribute's name", 'attributes', { attributes: { a: { '\udfff': 1 } } }],
    ['attributes nested 101 deep', 'attributes', { attributes: { a: nested(101) } }],
  ];
  test.each(cases)('%s', async (_, field, fault) => {
    const payload = await upsert([good, { externalCrmId: 'bad', name: 'Bad', ...fault }]);
    expect(payload).toEqual({
      createdCount: 0,
      updatedCount: 0,
      accounts: [],
      userErrors: [
        {
          code: 'INVALID_INPUT',
          message: expect.stringMatching(/^accounts\[1\]: /),
          field: ['input', 'accounts', '1', field],
        },
      ],
    });
    expect(await count()).toBe(0);
  });
});

test('each fault of each account is told at once', async () => {
  const { userErrors } = await upsert([
    { externalCrmId: '', name: '' },
    good,
    { ...good, externalCrmId: 'x', seats: -5 },
  ]);
  expect(userErrors.map((error: { field: string[] }) => error.field.slice(2).join('.'))).toEqual([
    '0.externalCrmId',
    '0.name',
    '2.seats',
  ]);
});

test('an id given twice in one call is refused, blanks aside, and says where it was first', async () => {
  const { userErrors } = await upsert([
    good,
    { externalCrmId: 'other', name: 'Other' },
    { externalCrmId: ' good ', name: 'Again' },
  ]);
  expect(userErrors).toEqual([
    {
      code: 'DUPLICATE_EXTERNAL_CRM_ID',
      message: expect.stringContaining('accounts[2] has the same externalCrmId as accounts[0]'),
      field: ['input', 'accounts', '2', 'externalCrmId'],
    },
  ]);
  expect(await count()).toBe(0);
});

test.each([0, 1_001])('%i accounts are refused', async (length) => {
  const accounts = Array.from({ length }, (_, index) => ({ externalCrmId: `A-${index}`, name: 'A' }));
  expect((await upsert(accounts)).userErrors).toEqual([
    {
      code: 'TOO_MANY_ACCOUNTS',
      message: expect.stringContaining(`this call has ${length}`),
      field: ['input', 'accounts'],
    },
  ]);
  expect(await count()).toBe(0);
});

describe('a value of another type is refused by the schema', () => {
  test.each([
    ['a date there is not', { renewalOn: '2026-02-30' }],
    ['an instant as a date', { renewalOn: '2026-02-03T00:00:00Z' }],
    ['a day before the first year', { renewalOn: '0000-01-01' }],
    ['seats beyond 32 bits', { seats: 2 ** 31 }],
    ['half a seat', { seats: 1.5 }],
    ['a number as a name', { name: 5 }],
    ['a list as attributes', { attributes: [] }],
    ['text as attributes', { attributes: '{}' }],
    ['a field there is not', { color: 'red' }],
  ])('%s', async (_, fault) => {
    const answer = await client.send(UPSERT, { input: { accounts: [{ ...good, ...fault }] } });
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(await count()).toBe(0);
  });
});

test('the largest values that are allowed are stored', async () => {
  const emoji = '\u{1f600}'.repeat(255);
  const account = {
    externalCrmId: emoji,
    name: emoji,
    plan: emoji,
    region: '\u0001',
    renewalOn: '0001-01-01',
    attributes: { text: 'x'.repeat(8 * 1024 - 11) },
  };
  expect((await upsert([account])).userErrors).toEqual([]);
  const read = await client.ask(
    `query ($id: String) { account(externalCrmId: $id) { externalCrmId name plan region renewalOn attributes } }`,
    { id: emoji },
  );
  expect(read.account).toEqual(account);
});

test('attributes nested far too deep are refused like any others', async () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const query = JSON.stringify(UPSERT);
  const body = `{"query":${query},"variables":{"input":{"accounts":[{"externalCrmId":"x","name":"X","attributes":{"a":${deep}}}]}}}`;
  const answer = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body,
  });
  expect(await answer.json()).toMatchObject({
    data: {
      upsertAccounts: { userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'accounts', '0', 'attributes'] }] },
    },
  });
});
