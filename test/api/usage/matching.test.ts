import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, daysOf, windowEnding } from '../../../src/lib/day.ts';
import { encodeCursor } from '../../../src/lib/page.ts';
import { startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace, giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let connected: ConnectedWorkspace;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  connected = await connectWorkspace(app);
});
afterEach(() => connected.close());
afterAll(() => app.close());

const rowsOf = (id: string | number, days: number, calls = 1) =>
  daysOf(windowEnding(YESTERDAY, days)).map((day) => ({ id, day, calls }));
const total = async (externalCrmId: string) => {
  const query = 'query ($id: String!) { accountUsage(externalCrmId: $id) { metrics { total } } }';
  const { accountUsage } = await connected.admin.ask(query, { id: externalCrmId });
  return accountUsage?.metrics[0].total;
};
const unmatched = async () => {
  const { unmatchedAccounts, customApi } = await connected.admin.ask(
    '{ unmatchedAccounts(first: 100) { totalCount nodes { externalId } } customApi { unmatchedAccountCount } }',
  );
  const ids = unmatchedAccounts.nodes.map((node: { externalId: string }) => node.externalId);
  expect([unmatchedAccounts.totalCount, customApi.unmatchedAccountCount], 'both counts').toEqual([
    ids.length,
    ids.length,
  ]);
  return ids;
};

test('an account given later has its history at once, and is no longer unmatched', async () => {
  connected.serve([...rowsOf('late', 10, 3), ...rowsOf('never', 2)]);
  await connected.track([{ name: 'calls' }]);
  expect(await unmatched()).toEqual(['late', 'never']);
  expect(await total('late')).toBeUndefined();
  await giveAccounts(connected.admin, [{ externalCrmId: 'late' }]);
  expect(await total('late')).toBe(30);
  expect(await unmatched()).toEqual(['never']);
  const { account } = await connected.admin.ask(
    '{ account(externalCrmId: "late") { recentUsage { firstUsedOn lastUsedOn metrics { value } } } }',
  );
  expect(account.recentUsage).toEqual({
    firstUsedOn: addDays(YESTERDAY, -9),
    lastUsedOn: YESTERDAY,
    metrics: [{ value: 30 }],
  });
});

test('ids match exactly, case included, blanks around them aside, whole numbers by their digits', async () => {
  await giveAccounts(connected.admin, [{ externalCrmId: 'Acme' }, { externalCrmId: '42' }, { externalCrmId: 'é' }]);
  connected.serve([...rowsOf('acme', 1), ...rowsOf(' Acme\n', 1, 5), ...rowsOf(42, 1, 7), ...rowsOf('e\u0301', 1)]);
  await connected.track([{ name: 'calls' }]);
  expect(await total('Acme')).toBe(5);
  expect(await total('42')).toBe(7);
  expect(await total('é')).toBeNull();
  expect((await unmatched()).sort()).toEqual(['acme', 'e\u0301']);
});

test("another workspace's usage and ids stay its own", async () => {
  await giveAccounts(connected.admin, [{ externalCrmId: 'shared' }]);
  const other = await connectWorkspace(app);
  try {
    other.serve([...rowsOf('shared', 5), ...rowsOf('theirs', 5)]);
    await other.track([{ name: 'calls' }]);
    connected.serve(rowsOf('shared', 1, 100));
    await connected.track([{ name: 'calls' }]);
  } finally {
    await other.close();
  }
  expect(await total('shared')).toBe(100);
  expect(await unmatched()).toEqual([]);
});

type Id = { externalId: string };
type Page = {
  totalCount: number;
  nodes: Id[];
  edges: { cursor: string; node: Id }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

describe('unmatched ids', () => {
  const PAGE = `query ($first: Int!, $after: String) { unmatchedAccounts(first: $first, after: $after) {
    totalCount nodes { externalId firstSeenOn lastSeenOn rowCount } edges { cursor node { externalId } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

  test('are walked page by page, those with the most days first, ties by id, each exactly once', async () => {
    const ids = ['b', 'a', 'Z', 'é', '\u{1f600}', '\uffff', 'c', 'd'];
    connected.serve(ids.flatMap((id, index) => rowsOf(id, 1 + (index % 3))));
    await connected.track([{ name: 'calls' }]);
    const expected = ids
      .map((externalId, index) => ({
        externalId,
        firstSeenOn: addDays(YESTERDAY, -(index % 3)),
        lastSeenOn: YESTERDAY,
        rowCount: 1 + (index % 3),
      }))
      .sort((a, b) => b.rowCount - a.rowCount || Buffer.compare(Buffer.from(a.externalId), Buffer.from(b.externalId)));
    for (const first of [1, 3, 8, 100]) {
      const seen: Id[] = [];
      for (let after: string | null = null; ; ) {
        const answer: { unmatchedAccounts: Page } = await connected.admin.ask(PAGE, { first, after });
        const page = answer.unmatchedAccounts;
        expect(page.totalCount).toBe(ids.length);
        expect(page.edges.map((edge) => edge.node.externalId)).toEqual(page.nodes.map((node) => node.externalId));
        expect(page.pageInfo).toMatchObject({ hasPreviousPage: after !== null, endCursor: page.edges.at(-1)?.cursor });
        seen.push(...page.nodes);
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(seen, `first: ${first}`).toEqual(expected);
    }
  });

  test.each([
    ['a damaged cursor', { after: 'x' }, 'after'],
    ["another list's cursor", { after: encodeCursor('accounts:NAME:ASC', ['a', 'acc_1']) }, 'after'],
    ['a key with a fraction', { after: encodeCursor('unmatched', [1.5, 'a']) }, 'after'],
    ['a null key', { after: encodeCursor('unmatched', [null, 'a']) }, 'after'],
    ['first: 0', { first: 0 }, 'first'],
    ['first: 101', { first: 101 }, 'first'],
  ])('are refused with %s', async (_, variables, field) => {
    expect(await connected.admin.send(PAGE, { first: 25, ...variables })).toMatchObject({
      data: { unmatchedAccounts: null },
      errors: [{ extensions: { code: 'BAD_USER_INPUT', field: [field] } }],
    });
  });
});
