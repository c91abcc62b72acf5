import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOW, startTestApp, type TestApp } from '../../kit/app.ts';
import type { TestClient } from '../../kit/client.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let client: TestClient;
let now = NOW;
beforeAll(async () => {
  app = await startTestApp({ clock: { now: () => now } });
  client = (await app.workspace()).as('MEMBER');
  // In three goes, so that times of creation differ and tie.
  for (const third of [0, 1, 2]) {
    now = new Date(NOW.getTime() + third * 1_001);
    await giveAccounts(client, ACCOUNTS.slice(third * 10, third * 10 + 10));
  }
});
afterAll(() => app.close());

const NAMES = ['Zoë', 'Zoe', 'zoe', 'Ångström', 'A', 'a', '\u{1f600}', '\uffff', ' b', '"quoted"'];
/** Every ordering has ties, values below zero where there can be any, and nulls. */
const ACCOUNTS = Array.from({ length: 30 }, (_, index) => ({
  externalCrmId: `${['\u00e9', 'z', 'a', 'B'][index % 4]}-${String(index * 7).padStart(3, '0')}`,
  name: NAMES[index % NAMES.length] ?? '',
  seats: index % 3 === 0 ? null : index % 5,
  arr: index % 4 === 0 ? null : [-1e-7, 0.1 + 0.2, 1e300, -5, 0][index % 5],
  renewalOn: index % 2 === 0 ? null : `202${index % 5}-0${(index % 9) + 1}-28`,
}));

const FIELDS = {
  NAME: 'name',
  EXTERNAL_CRM_ID: 'externalCrmId',
  CREATED_AT: 'createdAt',
  ARR: 'arr',
  SEATS: 'seats',
  RENEWAL_ON: 'renewalOn',
};
type Field = keyof typeof FIELDS;
type Node = { id: string; name: string } & Record<string, string | number | null>;

const PAGE = `query ($first: Int!, $after: String, $orderBy: AccountOrder!) {
  accounts(first: $first, after: $after, orderBy: $orderBy) {
    totalCount nodes { id name externalCrmId createdAt arr seats renewalOn }
    edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const page = async (first: number, after: string | null, orderBy: object) =>
  (await client.ask(PAGE, { first, after, orderBy })).accounts;

async function walk(first: number, orderBy: object): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const { nodes: found, edges, pageInfo, totalCount } = await page(first, after, orderBy);
    expect(totalCount).toBe(ACCOUNTS.length);
    expect(edges.map((edge: { node: Node }) => edge.node.id)).toEqual(found.map((node: Node) => node.id));
    expect(pageInfo).toMatchObject({
      hasPreviousPage: after !== null,
      startCursor: edges[0].cursor,
      endCursor: edges.at(-1).cursor,
    });
    nodes.push(...found);
    if (!pageInfo.hasNextPage) return nodes;
    expect(found).toHaveLength(first);
    after = pageInfo.endCursor;
  }
}

describe.each(Object.keys(FIELDS) as Field[])('ordered by %s', (field) => {
  test.each(['ASC', 'DESC'] as const)('%s: every page, every account exactly once', async (direction) => {
    const nodes = await walk(100, { field, direction });
    expect(nodes).toEqual([...nodes].sort(comparing(FIELDS[field], direction)));
    expect(new Set(nodes.map((node) => node.id)).size).toBe(ACCOUNTS.length);
    for (const first of [1, 7, 10]) expect(await walk(first, { field, direction }), `first: ${first}`).toEqual(nodes);
  });
});

/** Nulls last either way; text by code point; ties by id. */
function comparing(key: string, direction: 'ASC' | 'DESC') {
  const sign = direction === 'ASC' ? 1 : -1;
  return (a: Node, b: Node): number => {
    const [left = null, right = null] = [a[key], b[key]];
    if (left === right) return compare(a.id, b.id);
    if (left === null || right === null) return left === null ? 1 : -1;
    return sign * compare(left, right);
  };
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number'
    ? a - b
    : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));

test('each edge has a cursor that continues after it', async () => {
  const orderBy = { field: 'RENEWAL_ON', direction: 'DESC' };
  const all = await page(100, null, orderBy);
  for (const [index, edge] of all.edges.entries()) {
    const next = await page(1, edge.cursor, orderBy);
    expect(next.nodes[0]?.id, `after ${index}`).toBe(all.nodes[index + 1]?.id);
  }
});

test('a page keeps its place when the account at its end is gone from the order it had', async () => {
  const orderBy = { field: 'NAME', direction: 'ASC' };
  const [first, all] = [await page(5, null, orderBy), await page(100, null, orderBy)];
  const last = first.nodes.at(-1);
  await giveAccounts(
    client,
    [{ ...all.nodes.at(-1), externalCrmId: last.externalCrmId, name: '\u{1f601}' }].map(({ externalCrmId, name }) => ({
      externalCrmId,
      name,
    })),
  );
  const next = await page(100, first.pageInfo.endCursor, orderBy);
  expect(next.nodes.map((node: Node) => node.id)).toEqual([
    ...all.nodes.slice(5).map((node: Node) => node.id),
    last.id,
  ]);
  await giveAccounts(
    client,
    [last].map(({ externalCrmId, name }) => ({ externalCrmId, name })),
  );
});

test('an empty page has no cursors', async () => {
  const { accounts } = await client.ask(
    '{ accounts(filter: { text: "nobody" }) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
  );
  expect(accounts).toEqual({
    totalCount: 0,
    nodes: [],
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  });
});

test('a page has 25 accounts, by name, unless asked otherwise', async () => {
  const { accounts } = await client.ask('{ accounts { nodes { id } pageInfo { hasNextPage } } }');
  const named = await page(25, null, { field: 'NAME' });
  expect(accounts.nodes.map((node: Node) => node.id)).toEqual(named.nodes.map((node: Node) => node.id));
  expect(accounts.pageInfo.hasNextPage).toBe(true);
});
