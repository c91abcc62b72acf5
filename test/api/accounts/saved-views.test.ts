import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import type { TestClient } from '../../kit/client.ts';
import { giveTable, sortTable, type TableRow } from '../../kit/table-accounts.ts';

let app: TestApp;
let client: TestClient;
let owner: TestClient;
let rows: TableRow[];
let workspaceId: number;
beforeAll(async () => {
  app = await startTestApp();
  const workspace = await app.workspace();
  ({ workspaceId } = workspace.ctx.actor);
  client = workspace.as('MEMBER');
  owner = workspace.as('OWNER');
  rows = await giveTable(app, workspace, 60, 3);
});
afterAll(() => app.close());

const VIEW = 'id name filter orderBy { field direction metric } columns { field metric } problem createdAt updatedAt';
const payload = (verb: string) => {
  const title = verb[0]?.toUpperCase() + verb.slice(1);
  return `mutation ($input: ${title}Input!) { ${verb}(input: $input) { savedView { ${VIEW} } userErrors { code message field } } }`;
};
const call = async (verb: string, input: object) => (await client.ask(payload(verb), { input }))[verb];
const create = (input: object) => call('createSavedView', input);
const LIST = `query ($view: ID, $filter: AccountFilter, $orderBy: AccountOrder) {
  accounts(first: 100, view: $view, filter: $filter, orderBy: $orderBy) { totalCount nodes { id } } }`;
const idsOf = (found: readonly TableRow[]) => found.map(({ id }) => id);

const FILTER = { seats: { min: 3 }, usage: [{ metric: 'calls', min: -50 }], healthBands: ['POOR', 'STABLE'] };
const ORDER = { field: 'USAGE', metric: 'calls', direction: 'DESC' };
const COLUMNS = [{ field: 'NAME' }, { field: 'USAGE', metric: 'tickets' }];
const inView = ({ seats, usage, healthBand }: TableRow) =>
  (seats ?? -1) >= 3 && (usage?.[0] ?? -1e9) >= -50 && healthBand !== null && healthBand !== 'HEALTHY';

describe('a view', () => {
  test('is saved as it was given, found by its id, and in the list by name in any case', async () => {
    const made = await create({
      name: '  Slipping ',
      filter: { ...FILTER, text: null },
      orderBy: ORDER,
      columns: COLUMNS,
    });
    expect(made).toEqual({
      savedView: {
        id: expect.stringMatching(/^view_/),
        name: 'Slipping',
        filter: FILTER,
        orderBy: ORDER,
        columns: [{ field: 'NAME', metric: null }, COLUMNS[1]],
        problem: null,
        createdAt: '2026-03-10T12:00:00.000Z',
        updatedAt: '2026-03-10T12:00:00.000Z',
      },
      userErrors: [],
    });
    await create({ name: 'all' });
    await create({ name: 'Zebra' });
    const { savedViews } = await client.ask(`{ savedViews { ${VIEW} } }`);
    expect(savedViews.map(({ name }: { name: string }) => name)).toEqual(['all', 'Slipping', 'Zebra']);
    expect(savedViews[1]).toEqual(made.savedView);
    expect(savedViews[0]).toMatchObject({
      filter: {},
      orderBy: { field: 'NAME', direction: 'ASC', metric: null },
      columns: [],
    });
    const query = `query ($id: ID!) { savedView(id: $id) { ${VIEW} } node(id: $id) { __typename id } }`;
    const { id } = made.savedView;
    expect(await client.ask(query, { id })).toEqual({
      savedView: made.savedView,
      node: { __typename: 'SavedView', id },
    });
    expect(await client.ask(query, { id: 'view_1' })).toEqual({ savedView: null, node: null });
  });

  test('lists what its filter and order say; a filter narrows it, an order replaces its own', async () => {
    const { savedView } = await create({ name: 'listed', filter: FILTER, orderBy: ORDER });
    const found = rows.filter(inView);
    const byCalls = sortTable(found, ({ usage }) => usage?.[0] ?? null, 'DESC');
    expect(found.length).toBeGreaterThan(5);
    const view = savedView.id;
    expect((await client.ask(LIST, { view })).accounts).toEqual({
      totalCount: found.length,
      nodes: byCalls.map(({ id }) => ({ id })),
    });
    const narrow = (await client.ask(LIST, { view, filter: { seats: { max: 9 } } })).accounts;
    const few = byCalls.filter(({ seats }) => (seats ?? 99) <= 9);
    expect(few.length).toBeLessThan(found.length);
    expect(narrow.nodes.map(({ id }: { id: string }) => id)).toEqual(idsOf(few));
    expect(narrow.totalCount).toBe(few.length);
    const bySeats = (await client.ask(LIST, { view, orderBy: { field: 'SEATS' } })).accounts;
    expect(bySeats.nodes.map(({ id }: { id: string }) => id)).toEqual(
      idsOf(sortTable(found, ({ seats }) => seats, 'ASC')),
    );
    // What is read back of a view can be given as it is.
    const again = (await client.ask(LIST, { filter: savedView.filter, orderBy: savedView.orderBy })).accounts;
    expect(again.nodes.map(({ id }: { id: string }) => id)).toEqual(idsOf(byCalls));
  });

  test('that does not exist is NOT_FOUND', async () => {
    expect(await client.send(LIST, { view: 'view_x' })).toMatchObject({
      data: { accounts: null },
      errors: [{ extensions: { code: 'NOT_FOUND', field: ['view'] } }],
    });
  });

  test('whose metric is no more says so, and leaves the list of views alone', async () => {
    const { savedView } = await create({ name: 'gone', orderBy: { field: 'USAGE', metric: 'tickets' } });
    await app.sql`UPDATE usage_metrics SET name = 'issues' WHERE workspace_id = ${workspaceId} AND name = 'tickets'`;
    try {
      const problem = 'There is no metric named tickets. The metrics are: calls, seats used, issues.';
      const { savedViews } = await client.ask('{ savedViews { name problem } }');
      expect(savedViews).toContainEqual({ name: 'gone', problem });
      expect(savedViews).toContainEqual({ name: 'listed', problem: null });
      const answer = await client.send(LIST, { view: savedView.id });
      expect(answer.errors).toMatchObject([
        { message: `The view “gone” cannot be shown as it is saved. ${problem}`, extensions: { field: ['view'] } },
      ]);
      expect((await client.send(LIST, { view: savedView.id, orderBy: { field: 'NAME' } })).errors).toEqual([]);
    } finally {
      await app.sql`UPDATE usage_metrics SET name = 'tickets' WHERE workspace_id = ${workspaceId} AND name = 'issues'`;
    }
  });
});

describe('a change of a view', () => {
  test('keeps what is left out; null stands for what a new view has', async () => {
    const { savedView: made } = await create({ name: 'changing', filter: FILTER, orderBy: ORDER, columns: COLUMNS });
    app.clock.advance(1_000);
    const renamed = await call('updateSavedView', { id: made.id, name: 'Changing' });
    expect(renamed).toEqual({
      savedView: { ...made, name: 'Changing', updatedAt: '2026-03-10T12:00:01.000Z' },
      userErrors: [],
    });
    const cleared = await call('updateSavedView', { id: made.id, filter: null, orderBy: null, columns: null });
    expect(cleared.savedView).toMatchObject({
      name: 'Changing',
      filter: {},
      orderBy: { field: 'NAME', direction: 'ASC', metric: null },
      columns: [],
    });
    expect((await client.ask('query ($id: ID!) { savedView(id: $id) { filter } }', made)).savedView.filter).toEqual({});
  });

  test('and its end are told in the audit log', async () => {
    const { savedView } = await create({ name: 'short-lived' });
    await call('updateSavedView', { id: savedView.id, name: 'shorter' });
    expect((await call('deleteSavedView', { id: savedView.id })).savedView).toMatchObject({ name: 'shorter' });
    expect(await call('deleteSavedView', { id: savedView.id })).toMatchObject({
      savedView: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['input', 'id'] }],
    });
    const query = 'query ($subject: String) { auditLog(filter: { subject: $subject }) { nodes { action summary } } }';
    expect((await owner.ask(query, { subject: savedView.id })).auditLog.nodes).toEqual([
      { action: 'SAVED_VIEW_DELETED', summary: 'Deleted the view “shorter” of the account table.' },
      { action: 'SAVED_VIEW_UPDATED', summary: 'Changed the view “shorter” of the account table.' },
      { action: 'SAVED_VIEW_CREATED', summary: 'Saved the view “short-lived” of the account table.' },
    ]);
  });
});

describe('refused', () => {
  const conditions = (length: number) => Array.from({ length }, () => ({ name: 'a', value: 'b' }));
  test.each([
    ['no name', { name: '  ' }, 'INVALID_INPUT', ['input', 'name']],
    ['a name of 101 characters', { name: 'x'.repeat(101) }, 'INVALID_INPUT', ['input', 'name']],
    ['NUL in the name', { name: 'a\0' }, 'INVALID_INPUT', ['input', 'name']],
    ['the name of another, in another case', { name: 'SLIPPING' }, 'NAME_TAKEN', ['input', 'name']],
    ['NUL in the filter', { filter: { plan: 'a\0' } }, 'INVALID_INPUT', ['input', 'filter']],
    [
      'half a surrogate pair',
      { filter: { attributes: [{ name: '\ud800', value: '' }] } },
      'INVALID_INPUT',
      ['input', 'filter'],
    ],
    ['11 attributes', { filter: { attributes: conditions(11) } }, 'INVALID_INPUT', ['input', 'filter', 'attributes']],
    ['a filter of 20 KB', { filter: { plan: 'x'.repeat(20_000) } }, 'INVALID_INPUT', ['input']],
    [
      'an unknown metric in the filter',
      { filter: { usage: [{ metric: 'nope' }] } },
      'INVALID_INPUT',
      ['input', 'filter', 'usage', '0', 'metric'],
    ],
    ['an order by no metric', { orderBy: { field: 'USAGE' } }, 'INVALID_INPUT', ['input', 'orderBy', 'metric']],
    [
      'a column of an unknown metric',
      { columns: [{ field: 'NAME' }, { field: 'USAGE', metric: 'nope' }] },
      'INVALID_INPUT',
      ['input', 'columns', '1', 'metric'],
    ],
    ['a column twice', { columns: [{ field: 'NAME' }, { field: 'NAME' }] }, 'INVALID_INPUT', ['input', 'columns', '1']],
  ])('%s', async (_, input, code, field) => {
    const refused = { savedView: null, userErrors: [{ code, message: expect.any(String), field }] };
    expect(await create({ name: 'refused', ...input })).toEqual(refused);
    const { savedView } = await create({ name: 'stays' });
    expect(await call('updateSavedView', { id: savedView.id, ...input })).toEqual(refused);
    expect((await call('deleteSavedView', { id: savedView.id })).savedView).toMatchObject({
      name: 'stays',
      filter: {},
    });
  });

  test('the 201st view, and of names given at once all but one', async () => {
    const other = (await app.workspace()).as('MEMBER');
    const input = (name: string) => ({ input: { name } });
    const together = await Promise.all(
      ['x', 'X', 'x ', 'X'].map((name) => other.ask(payload('createSavedView'), input(name))),
    );
    const codes = together.map(({ createSavedView }) => createSavedView.userErrors[0]?.code ?? 'CREATED');
    expect(codes.sort()).toEqual(['CREATED', 'NAME_TAKEN', 'NAME_TAKEN', 'NAME_TAKEN']);
    for (let number = 1; number < 200; number++) {
      const { createSavedView } = await other.ask(payload('createSavedView'), input(`view ${number}`));
      expect(createSavedView.userErrors, `view ${number}`).toEqual([]);
    }
    const { createSavedView } = await other.ask(payload('createSavedView'), input('one more'));
    expect(createSavedView.userErrors).toMatchObject([{ code: 'TOO_MANY_VIEWS' }]);
    expect((await other.ask('{ savedViews { id } }')).savedViews).toHaveLength(200);
  });
});
