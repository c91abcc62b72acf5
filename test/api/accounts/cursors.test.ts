import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeCursor } from '../../../src/lib/page.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import type { TestClient } from '../../kit/client.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let client: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  client = (await app.workspace()).as('MEMBER');
  await giveAccounts(client, [{ externalCrmId: 'A-1', seats: 5 }, { externalCrmId: 'A-2' }]);
});
afterAll(() => app.close());

const QUERY = `query ($first: Int! = 25, $after: String, $orderBy: AccountOrder! = { field: NAME }) {
  accounts(first: $first, after: $after, orderBy: $orderBy) { nodes { externalCrmId } edges { cursor } totalCount } }`;
const send = (variables: object) => client.send(QUERY, variables);
const refused = (field: string) => ({
  data: { accounts: null },
  errors: [{ message: expect.any(String), extensions: { code: 'BAD_USER_INPUT', field: [field] } }],
});

describe('a cursor', () => {
  const name = (...keys: (string | number | null)[]) => encodeCursor('accounts:NAME:ASC', keys);
  const by = (field: string, ...keys: (string | number | null)[]) => encodeCursor(`accounts:${field}:ASC`, keys);

  test.each([
    ['is empty', ''],
    ['is no base64', '%%%'],
    ['is no JSON', Buffer.from('[1').toString('base64url')],
    ['is null', Buffer.from('null').toString('base64url')],
    ['is an object', Buffer.from('{"length":3}').toString('base64url')],
    ['is an id', 'acc_01kkbswhg0000000000000000'],
    ['is cut short', name('A-1', 'acc_1').slice(0, -6)],
    ['lacks the id', name('A-1')],
    ['has a key too many', name('A-1', 'acc_1', 'x')],
    ['has a null id', name('A-1', null)],
    ['has a number for text', name(1, 'acc_1')],
    ['has a list for text', Buffer.from('["accounts:NAME:ASC",["A"],"acc_1"]').toString('base64url')],
    ['holds NUL', name('A\0', 'acc_1')],
    ['holds half a surrogate pair', name('\ud800', 'acc_1')],
    ['comes from another direction', encodeCursor('accounts:NAME:DESC', ['A-1', 'acc_1'])],
    ['comes from another ordering', by('EXTERNAL_CRM_ID', 'A-1', 'acc_1')],
    ['comes from another list', encodeCursor('unmatched', [1, 'x'])],
    ['is a megabyte long', 'x'.repeat(2 ** 20)],
  ])('that %s is refused', async (_, after) => expect(await send({ after })).toMatchObject(refused('after')));

  test.each([
    ['SEATS', 1.5],
    ['SEATS', 2 ** 40],
    ['SEATS', '5'],
    ['ARR', '5'],
    ['CREATED_AT', '2026-01-01'],
    ['RENEWAL_ON', 20260101],
    ['RENEWAL_ON', 'tomorrow'],
    ['LAST_USED_ON', '2026-02-30'],
  ])('with a key of the wrong type is refused: %s, %j', async (field, key) => {
    const after = by(field, key, 'acc_1');
    expect(await send({ after, orderBy: { field } })).toMatchObject(refused('after'));
  });

  test.each([
    ['NAME', 'zz'],
    ['SEATS', 5],
    ['SEATS', null],
    ['ARR', 1e308],
    ['ARR', null],
    ['CREATED_AT', 0.5],
    ['RENEWAL_ON', '2026-02-28'],
    ['RENEWAL_ON', null],
  ])('that nobody was given, of the right type, is a place like any other: %s, %j', async (field, key) => {
    const answer = await send({ after: by(field, key, 'acc_1'), orderBy: { field } });
    expect(answer.errors).toEqual([]);
    expect(answer.data.accounts.totalCount).toBe(2);
  });

  test("of another workspace's list leads to nothing of it", async () => {
    const other = (await app.workspace()).as('MEMBER');
    await giveAccounts(other, [{ externalCrmId: 'X-1' }, { externalCrmId: 'X-2' }]);
    const theirs = (await other.ask(QUERY, {})).accounts.edges[0].cursor;
    expect((await client.ask(QUERY, { after: theirs })).accounts.nodes).toEqual([]);
  });
});

test.each([0, -1, 101, 2 ** 31 - 1])('first: %i is refused', async (first) => {
  expect(await send({ first })).toMatchObject(refused('first'));
});

test.each([1, 100])('first: %i is allowed', async (first) => {
  expect((await send({ first })).data.accounts.nodes).toHaveLength(Math.min(first, 2));
});
