import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import type { TestClient } from '../../kit/client.ts';
import { giveTable, sortTable, TABLE_METRICS, type TableRow } from '../../kit/table-accounts.ts';

let app: TestApp;
let client: TestClient;
let rows: TableRow[];
beforeAll(async () => {
  app = await startTestApp();
  const workspace = await app.workspace();
  client = workspace.as('MEMBER');
  rows = await giveTable(app, workspace, 230);
});
afterAll(() => app.close());

const ORDERS: Readonly<Record<string, (row: TableRow) => string | number | null>> = {
  NAME: ({ name }) => name,
  EXTERNAL_CRM_ID: ({ externalCrmId }) => externalCrmId,
  CREATED_AT: ({ createdAt }) => createdAt,
  PLAN: ({ plan }) => plan,
  REGION: ({ region }) => region,
  OWNER: ({ owner }) => owner,
  ARR: ({ arr }) => arr,
  SEATS: ({ seats }) => seats,
  RENEWAL_ON: ({ renewalOn }) => renewalOn,
  ACTIVITY_INDEX: ({ activityIndex }) => activityIndex,
  ACTIVITY_CHANGE: ({ activityChange }) => activityChange,
  LAST_USED_ON: ({ lastUsedOn }) => lastUsedOn,
  HEALTH_SCORE: ({ healthScore }) => healthScore,
  HEALTH_CHANGE: ({ healthChange }) => healthChange,
  OPEN_SIGNALS: ({ openSignals }) => openSignals,
  WORST_SEVERITY: ({ worstSeverity }) => worstSeverity,
};
const PAGE = `query ($first: Int!, $after: String, $orderBy: AccountOrder, $filter: AccountFilter) {
  accounts(first: $first, after: $after, orderBy: $orderBy, filter: $filter) {
    totalCount nodes { id } edges { cursor } pageInfo { hasNextPage endCursor } } }`;

type Page = {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
};

async function walk(first: number, variables: object, total: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const { accounts }: { accounts: Page } = await client.ask(PAGE, { ...variables, first, after });
    expect(accounts.totalCount).toBe(total);
    ids.push(...accounts.nodes.map(({ id }) => id));
    if (!accounts.pageInfo.hasNextPage) return ids;
    expect(accounts.nodes, 'a page before the last is full').toHaveLength(first);
    after = accounts.pageInfo.endCursor;
  }
}

const BY_METRIC = TABLE_METRICS.flatMap((metric, slot) => [
  [{ field: 'USAGE', metric }, (row: TableRow) => row.usage?.[slot] ?? null] as const,
  [{ field: 'USAGE_CHANGE', metric }, (row: TableRow) => row.usageChange?.[slot] ?? null] as const,
]);
const ALL = [...Object.entries(ORDERS).map(([field, read]) => [{ field }, read] as const), ...BY_METRIC];

describe.each(ALL.map(([order, read]) => [JSON.stringify(order), order, read] as const))('by %s', (_, order, read) => {
  test.each(['ASC', 'DESC'] as const)('%s: every page, every account once, in order', async (direction) => {
    const expected = sortTable(rows, read, direction).map(({ id }) => id);
    for (const first of [100, 37]) {
      expect(await walk(first, { orderBy: { ...order, direction } }, rows.length), `first: ${first}`).toEqual(expected);
    }
  });

  test('with a condition on each table', async () => {
    const filter = { seats: { min: 5 }, openSignalCount: { max: 1 } };
    const found = rows.filter(({ seats, openSignals }) => seats !== null && seats >= 5 && openSignals <= 1);
    const expected = sortTable(found, read, 'DESC').map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(40);
    expect(await walk(23, { filter, orderBy: { ...order, direction: 'DESC' } }, found.length)).toEqual(expected);
  });
});

test('the schema orders by nothing that is not tried here', async () => {
  const { __type } = await client.ask('{ __type(name: "AccountOrderField") { enumValues { name } } }');
  const names = __type.enumValues.map(({ name }: { name: string }) => name);
  expect([...names].sort()).toEqual([...Object.keys(ORDERS), 'USAGE', 'USAGE_CHANGE'].sort());
});

test.each([
  ['another metric', { field: 'USAGE', metric: 'tickets' }],
  ['another direction', { field: 'USAGE', metric: 'calls', direction: 'DESC' }],
  ['change of the metric', { field: 'USAGE_CHANGE', metric: 'calls' }],
  ['another column', { field: 'ACTIVITY_INDEX' }],
])('a cursor of one metric is none of %s', async (_, orderBy) => {
  const { accounts } = await client.ask(PAGE, { first: 1, orderBy: { field: 'USAGE', metric: 'calls' } });
  const answer = await client.send(PAGE, { first: 1, after: accounts.edges[0].cursor, orderBy });
  expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['after'] } }]);
});

test.each([
  [{ field: 'USAGE' }, /^USAGE needs a metric, .*The metrics are: calls, seats used, tickets\.$/],
  [
    { field: 'USAGE', metric: 'Calls' },
    /^There is no metric named Calls\. The metrics are: calls, seats used, tickets\.$/,
  ],
  [{ field: 'NAME', metric: 'calls' }, /^NAME is of no metric: leave metric out\.$/],
])('an order by %j is refused', async (orderBy, message) => {
  expect(await client.send(PAGE, { first: 1, orderBy })).toMatchObject({
    data: { accounts: null },
    errors: [
      { message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT', field: ['orderBy', 'metric'] } },
    ],
  });
});
