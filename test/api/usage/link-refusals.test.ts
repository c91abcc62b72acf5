import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';
import { link, linkExternalAccount, unlinkExternalAccount } from '../../kit/links.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
/** Another workspace, with an account, an id and a link of its own. */
let other: ConnectedWorkspace;
let theirAccountId: string;

beforeAll(async () => {
  app = await startTestApp();
  connected = await connectWorkspace(app);
  await giveAccounts(connected.admin, [{ externalCrmId: 'A' }, { externalCrmId: 'B' }]);
  connected.serve(['A', 'x', '\ufdfa'.repeat(100)].map((id) => ({ id, day: YESTERDAY, calls: 1 })));
  await connected.track([{ name: 'calls' }]);
  other = await connectWorkspace(app);
  await giveAccounts(other.admin, [{ externalCrmId: 'THEIRS' }]);
  other.serve(['x', 'theirs', 'linked'].map((id) => ({ id, day: YESTERDAY, calls: 1 })));
  await other.track([{ name: 'calls' }]);
  await link(other.admin, 'linked', 'THEIRS');
  theirAccountId = (await other.admin.ask('{ account(externalCrmId: "THEIRS") { id } }')).account.id;
});
afterAll(async () => {
  await Promise.all([connected.close(), other.close()]);
  await app.close();
});

const NOTHING = { account: null, previousAccount: null, externalAccount: null };

describe('linkExternalAccount', () => {
  test.each<[string, () => object, string, string]>([
    ['an empty id', () => ({ externalId: ' ', externalCrmId: 'A' }), 'INVALID_INPUT', 'externalId'],
    ['no account', () => ({ externalId: 'x' }), 'INVALID_INPUT', 'accountId'],
    ['nulls', () => ({ externalId: 'x', accountId: null, externalCrmId: null }), 'INVALID_INPUT', 'accountId'],
    ['both identifiers', () => ({ externalId: 'x', accountId: 'A', externalCrmId: 'A' }), 'INVALID_INPUT', 'accountId'],
    ['NUL in the id', () => ({ externalId: 'x\0', externalCrmId: 'A' }), 'INVALID_INPUT', 'externalId'],
    ['half a pair', () => ({ externalId: '\ud800', externalCrmId: 'A' }), 'INVALID_INPUT', 'externalId'],
    ['NUL in an account id', () => ({ externalId: 'x', accountId: '\0' }), 'INVALID_INPUT', 'accountId'],
    ['NUL in a CRM id', () => ({ externalId: 'x', externalCrmId: '\0' }), 'INVALID_INPUT', 'externalCrmId'],
    ['an id never seen', () => ({ externalId: 'y', externalCrmId: 'A' }), 'UNKNOWN_EXTERNAL_ACCOUNT', 'externalId'],
    ['another case', () => ({ externalId: 'X', externalCrmId: 'A' }), 'UNKNOWN_EXTERNAL_ACCOUNT', 'externalId'],
    [
      'a huge id',
      () => ({ externalId: 'x'.repeat(500_000), externalCrmId: 'A' }),
      'UNKNOWN_EXTERNAL_ACCOUNT',
      'externalId',
    ],
    [
      "another workspace's id",
      () => ({ externalId: 'theirs', externalCrmId: 'A' }),
      'UNKNOWN_EXTERNAL_ACCOUNT',
      'externalId',
    ],
    ['an account that is not', () => ({ externalId: 'x', externalCrmId: 'a' }), 'ACCOUNT_NOT_FOUND', 'externalCrmId'],
    ['an id of another kind', () => ({ externalId: 'x', accountId: 'key_1' }), 'ACCOUNT_NOT_FOUND', 'accountId'],
    [
      "another workspace's account",
      () => ({ externalId: 'x', accountId: theirAccountId }),
      'ACCOUNT_NOT_FOUND',
      'accountId',
    ],
    [
      "another workspace's externalCrmId",
      () => ({ externalId: 'x', externalCrmId: 'THEIRS' }),
      'ACCOUNT_NOT_FOUND',
      'externalCrmId',
    ],
    ["the account's own id", () => ({ externalId: 'A', externalCrmId: 'A' }), 'ALREADY_MATCHED', 'externalId'],
    ["another account's own id", () => ({ externalId: 'A', externalCrmId: 'B' }), 'ALREADY_MATCHED', 'externalId'],
  ])('refuses %s', async (_, input, code, field) => {
    expect(await linkExternalAccount(connected.admin, input())).toEqual({
      ...NOTHING,
      userErrors: [{ code, field: ['input', field], message: expect.stringMatching(/\.$/) }],
    });
    const { unmatchedAccounts } = await connected.admin.ask('{ unmatchedAccounts { totalCount } }');
    expect(unmatchedAccounts.totalCount, 'nothing was linked').toBe(2);
  });

  test('takes any text that usage came under', async () => {
    const id = '\ufdfa'.repeat(100);
    const { externalAccount } = await link(connected.admin, id, 'B');
    expect(externalAccount).toMatchObject({ externalId: id, rowCount: 1 });
    await unlinkExternalAccount(connected.admin, { externalId: id });
  });
});

describe('unlinkExternalAccount', () => {
  test.each([
    ['an empty id', '', 'INVALID_INPUT'],
    ['NUL', '\0', 'INVALID_INPUT'],
    ['an id that is not linked', 'x', 'NOT_LINKED'],
    ["an account's own id", 'A', 'NOT_LINKED'],
    ['an id never seen', 'never', 'NOT_LINKED'],
    ["another workspace's link", 'linked', 'NOT_LINKED'],
  ])('refuses %s', async (_, externalId, code) => {
    expect(await unlinkExternalAccount(connected.admin, { externalId })).toEqual({
      previousAccount: null,
      externalAccount: null,
      userErrors: [{ code, field: ['input', 'externalId'], message: expect.stringMatching(/\.$/) }],
    });
  });
});

test("a link is its workspace's own: the same id elsewhere stays unmatched", async () => {
  await link(connected.admin, 'x', 'A');
  const { unmatchedAccounts } = await other.admin.ask('{ unmatchedAccounts { nodes { externalId } } }');
  expect(unmatchedAccounts.nodes).toContainEqual({ externalId: 'x' });
  const { account } = await other.admin.ask('{ account(externalCrmId: "THEIRS") { externalAccounts { externalId } } }');
  expect(account.externalAccounts).toEqual([{ externalId: 'THEIRS' }, { externalId: 'linked' }]);
});
