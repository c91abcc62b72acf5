import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays, daysOf, windowEnding } from '../../../src/lib/day.ts';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts, mappingOf } from '../../kit/connected-workspace.ts';
import { link, unlink } from '../../kit/links.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  app.clock.set(NOW);
  connected = await connectWorkspace(app);
});
afterEach(() => connected.close());
afterAll(() => app.close());

const METRICS = [{ name: 'calls' }];
const rowsOf = (id: string, days: number, calls = 1) =>
  daysOf(windowEnding(YESTERDAY, days)).map((day) => ({ id, day, calls }));

/** Everything that depends on whose usage is whose, as the API shows it. */
async function seen(externalCrmId: string) {
  const { accountUsage, account, accounts, unmatchedAccounts, customApi } = await connected.admin.ask(
    `query ($id: String!) {
      accountUsage(externalCrmId: $id) { metrics { total } }
      account(externalCrmId: $id) { recentUsage { metrics { value } } }
      accounts { nodes { externalCrmId usage { metrics { total } } } }
      unmatchedAccounts { totalCount nodes { externalId rowCount } }
      customApi { unmatchedAccountCount } }`,
    { id: externalCrmId },
  );
  const listed = accounts.nodes.find((node: { externalCrmId: string }) => node.externalCrmId === externalCrmId);
  const { previewMapping } = await connected.admin.ask(
    `mutation ($mapping: MappingInput!) { previewMapping(input: { mapping: $mapping }) { preview {
      matchedAccountCount unmatchedAccountCount rows { externalCrmId account { externalCrmId } } } } }`,
    { mapping: mappingOf(METRICS) },
  );
  const { matchedAccountCount, unmatchedAccountCount, rows } = previewMapping.preview;
  const owners = rows.map((row: { externalCrmId: string; account: { externalCrmId: string } | null }) => [
    row.externalCrmId,
    row.account?.externalCrmId ?? null,
  ]);
  const { syncRun } = await connected.admin.ask('query ($id: ID!) { syncRun(id: $id) { unmatchedAccountCount } }', {
    id: (await connected.sync()).id,
  });
  return {
    totals: [accountUsage.metrics[0].total, listed.usage.metrics[0].total],
    recent: account.recentUsage?.metrics[0].value ?? null,
    unmatched: unmatchedAccounts.nodes.map((node: { externalId: string }) => node.externalId),
    counts: [unmatchedAccounts.totalCount, customApi.unmatchedAccountCount, syncRun.unmatchedAccountCount],
    preview: [matchedAccountCount, unmatchedAccountCount],
    owners: Object.fromEntries(owners),
  };
}

test('linked history appears at once, everywhere, and unlinking takes it back', async () => {
  await giveAccounts(connected.admin, [{ externalCrmId: 'ACME' }]);
  connected.serve([...rowsOf('acme', 10, 3), ...rowsOf('ACME', 2, 5), ...rowsOf('other', 1)]);
  await connected.track(METRICS);
  const apart = {
    totals: [10, 10],
    recent: 10,
    unmatched: ['acme', 'other'],
    counts: [2, 2, 2],
    preview: [1, 2],
    owners: { acme: null, ACME: 'ACME' },
  };
  expect(await seen('ACME')).toEqual({ ...apart, owners: expect.objectContaining({ acme: null }) });
  expect(await link(connected.admin, ' acme\n', 'ACME')).toEqual({
    account: { externalCrmId: 'ACME' },
    previousAccount: null,
    externalAccount: {
      externalId: 'acme',
      linkedAt: NOW.toISOString(),
      firstSeenOn: addDays(YESTERDAY, -9),
      lastSeenOn: YESTERDAY,
      rowCount: 10,
      account: { externalCrmId: 'ACME' },
    },
    userErrors: [],
  });
  expect(await seen('ACME')).toEqual({
    totals: [40, 40],
    recent: 40,
    unmatched: ['other'],
    counts: [1, 1, 1],
    preview: [2, 1],
    owners: expect.objectContaining({ acme: 'ACME' }),
  });
  expect(await unlink(connected.admin, 'acme')).toMatchObject({
    previousAccount: { externalCrmId: 'ACME' },
    externalAccount: { externalId: 'acme', linkedAt: null, rowCount: 10, account: null },
  });
  expect(await seen('ACME')).toEqual({ ...apart, owners: expect.objectContaining({ acme: null }) });
});

test('a link to an account without usage of its own, by its id, makes its history', async () => {
  connected.serve(rowsOf('acme', 3));
  await connected.track(METRICS);
  await giveAccounts(connected.admin, [{ externalCrmId: 'ACME' }]);
  const { account } = await connected.admin.ask('{ account(externalCrmId: "ACME") { id recentUsage { to } } }');
  expect(account.recentUsage).toBeNull();
  const { linkExternalAccount } = await connected.admin.ask(
    `mutation ($id: ID!) { linkExternalAccount(input: { externalId: "acme", accountId: $id }) {
      account { usage { metrics { total } } recentUsage { firstUsedOn metrics { value } } } userErrors { code } } }`,
    account,
  );
  expect(linkExternalAccount).toEqual({
    account: {
      usage: { metrics: [{ total: 3 }] },
      recentUsage: { firstUsedOn: addDays(YESTERDAY, -2), metrics: [{ value: 3 }] },
    },
    userErrors: [],
  });
});

test('linking again moves the id; linking to the same account changes nothing', async () => {
  await giveAccounts(connected.admin, [{ externalCrmId: 'A' }, { externalCrmId: 'B' }]);
  connected.serve(rowsOf('x', 2));
  await connected.track(METRICS);
  await link(connected.admin, 'x', 'A');
  app.clock.advance(60_000);
  const again = await link(connected.admin, 'x', 'A');
  expect(again).toMatchObject({ previousAccount: null, externalAccount: { linkedAt: NOW.toISOString() } });
  expect(await link(connected.admin, 'x', 'B')).toMatchObject({
    account: { externalCrmId: 'B' },
    previousAccount: { externalCrmId: 'A' },
    externalAccount: { linkedAt: app.clock.now().toISOString() },
  });
  expect((await seen('A')).totals).toEqual([null, null]);
  expect((await seen('B')).totals).toEqual([2, 2]);
});

test('a link goes before an account that is given exactly this id later; unlinking hands its usage over', async () => {
  await giveAccounts(connected.admin, [{ externalCrmId: 'A' }]);
  connected.serve(rowsOf('x', 2));
  await connected.track(METRICS);
  await link(connected.admin, 'x', 'A');
  await giveAccounts(connected.admin, [{ externalCrmId: 'x' }]);
  expect(await seen('A')).toMatchObject({ totals: [2, 2], counts: [0, 0, 0], owners: { x: 'A' } });
  expect(await seen('x')).toMatchObject({ totals: [null, null], recent: null });
  expect(await unlink(connected.admin, 'x')).toMatchObject({
    previousAccount: { externalCrmId: 'A' },
    externalAccount: { linkedAt: null, account: { externalCrmId: 'x' } },
  });
  expect(await seen('A')).toMatchObject({ totals: [null, null], counts: [0, 0, 0], owners: { x: 'x' } });
  expect(await seen('x')).toMatchObject({ totals: [2, 2], recent: 2 });
});

test('one operation that links and unlinks sees each effect', async () => {
  await giveAccounts(connected.admin, [{ externalCrmId: 'A' }]);
  connected.serve(rowsOf('x', 2));
  await connected.track(METRICS);
  const FIELDS = 'usage { metrics { total } } externalAccounts { externalId }';
  const answer = await connected.admin.ask(`mutation {
    link: linkExternalAccount(input: { externalId: "x", externalCrmId: "A" }) { account { ${FIELDS} } }
    unlink: unlinkExternalAccount(input: { externalId: "x" }) { previousAccount { ${FIELDS} } } }`);
  expect(answer).toEqual({
    link: {
      account: { usage: { metrics: [{ total: 2 }] }, externalAccounts: [{ externalId: 'A' }, { externalId: 'x' }] },
    },
    unlink: { previousAccount: { usage: { metrics: [{ total: null }] }, externalAccounts: [{ externalId: 'A' }] } },
  });
});

test('of many who link one id at once, one finds it unlinked, and the last word stands', async () => {
  await giveAccounts(connected.admin, [{ externalCrmId: 'A' }, { externalCrmId: 'B' }]);
  connected.serve(rowsOf('x', 2));
  await connected.track(METRICS);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => link(connected.admin, 'x', index % 2 === 0 ? 'A' : 'B')),
  );
  const { auditLog } = await connected.admin.ask(
    '{ auditLog(first: 100, filter: { subject: "x" }) { nodes { details } } }',
  );
  const moves = answers.filter(({ previousAccount }) => previousAccount !== null).length;
  expect(auditLog.nodes).toHaveLength(1 + moves);
  const first = auditLog.nodes.filter(
    ({ details }: { details: { previousAccountId: string | null } }) => details.previousAccountId === null,
  );
  expect(first).toHaveLength(1);
  const totals = [(await seen('A')).totals[0], (await seen('B')).totals[0]];
  expect(totals.sort()).toEqual([2, null]);
});

test('the audit log says who linked what, and nothing of what was refused or changed nothing', async () => {
  await giveAccounts(connected.admin, [{ externalCrmId: 'A' }]);
  connected.serve(rowsOf('x', 2));
  await connected.track(METRICS);
  await link(connected.admin, 'x', 'A');
  await link(connected.admin, 'x', 'A');
  app.clock.advance(1000);
  await unlink(connected.admin, 'x');
  await connected.admin.ask('mutation { unlinkExternalAccount(input: { externalId: "x" }) { userErrors { code } } }');
  const { account, auditLog } = await connected.admin.ask(
    `{ account(externalCrmId: "A") { id }
      auditLog { nodes { action subject details actor { role } } } }`,
  );
  const links = auditLog.nodes.filter(({ action }: { action: string }) => action.startsWith('EXTERNAL_ACCOUNT_'));
  expect(links).toEqual([
    expect.objectContaining({ action: 'EXTERNAL_ACCOUNT_UNLINKED', subject: 'x', details: { accountId: account.id } }),
    {
      action: 'EXTERNAL_ACCOUNT_LINKED',
      subject: 'x',
      details: { accountId: account.id, previousAccountId: null },
      actor: { role: 'ADMIN' },
    },
  ]);
});
