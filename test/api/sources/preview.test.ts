import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp, type TestWorkspace, YESTERDAY } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, type MappingInput, type SourcesClient, WINDOWED } from '../../kit/sources.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let workspace: TestWorkspace;
let admin: SourcesClient;

const FROM = addDays(YESTERDAY, -6);

beforeAll(async () => {
  app = await startTestApp();
  endpoint = await startMisbehavingEndpoint();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});
beforeEach(async () => {
  workspace = await app.workspace();
  admin = asAdmin(workspace);
  endpoint.respond(json([]));
  await admin.connect({ url: `${endpoint.url}${WINDOWED}` });
  endpoint.requests.length = 0;
});

async function previewOf(answer: unknown, mapping: MappingInput = aMappingInput(), first?: number) {
  endpoint.respond(json(answer));
  const { preview, userErrors } = await admin.preview(mapping, first);
  expect(userErrors).toEqual([]);
  return preview;
}

const row = (changes: object = {}) => ({ day: YESTERDAY, id: 'A-1', calls: 1, seats: 2, ...changes });

test('shows rows, accounts, values and counts of a fresh answer, and stores nothing', async () => {
  await giveAccounts(workspace.as('ADMIN'), [
    { externalCrmId: 'A-1', name: 'Acme' },
    { externalCrmId: '42', name: 'Forty-two' },
  ]);
  const preview = await previewOf([
    row(),
    row({ id: ' 42 ', calls: 0 }),
    row({ id: 42 }),
    row({ id: 'a-1', seats: null }),
  ]);
  expect(preview).toMatchObject({
    ...{
      from: FROM,
      to: YESTERDAY,
      rowCount: 4,
      mappedCount: 4,
      skippedCount: 0,
      errorCount: 0,
      outsideWindowCount: 0,
    },
    ...{ matchedAccountCount: 2, unmatchedAccountCount: 1, problems: [] },
    rows: [
      {
        rowNumber: 1,
        day: YESTERDAY,
        externalCrmId: 'A-1',
        account: { name: 'Acme' },
        errors: [],
        outsideWindow: false,
      },
      { rowNumber: 2, externalCrmId: '42', account: { name: 'Forty-two' } },
      { rowNumber: 3, externalCrmId: '42', account: { name: 'Forty-two' } },
      { rowNumber: 4, externalCrmId: 'a-1', account: null },
    ],
  });
  expect(preview.rows[3].metrics).toEqual([
    { name: 'calls', value: 1 },
    { name: 'seats', value: null },
  ]);
  expect(endpoint.requests).toMatchObject([{ path: `/usage?from=${FROM}&to=${YESTERDAY}` }]);
  const stored = await app.sql`SELECT 1 FROM external_accounts WHERE workspace_id = ${workspace.ctx.actor.workspaceId}`;
  expect([...stored]).toEqual([]);
  expect(await admin.customApi()).toMatchObject({ status: 'MAPPING', mapping: null, syncRuns: { nodes: [] } });
  expect((await admin.customApi()).sample).not.toBeNull();
});

test('what is wrong with rows is told row by row, with value and hint, and counted', async () => {
  const long = 'not-a-day-'.repeat(40);
  const preview = await previewOf(
    [
      row(),
      row({ day: long }),
      row({ day: '2026-02-30' }),
      row({ day: undefined }),
      row({ calls: '12' }),
      row({ calls: [1, 2] }),
      row({ id: '  ' }),
      row({ id: null, day: long, calls: 'x' }),
      row({ id: { a: 1 } }),
      row({ calls: null, seats: undefined }),
      row({ day: long, calls: true }),
    ],
    aMappingInput(),
    20,
  );
  const cut = `${JSON.stringify(long).slice(0, 79)}…`;
  type Shown = { rowNumber: number; errors: { path: string; message: string; hint: string; value: string }[] };
  const told = preview.rows.flatMap(({ rowNumber, errors }: Shown) =>
    errors.map(({ path, message, value }) => [rowNumber, path, message, value]),
  );
  expect(told).toEqual([
    [2, 'date', 'date: not YYYY-MM-DD', cut],
    [3, 'date', 'date: no such day', '"2026-02-30"'],
    [4, 'date', 'date: missing', 'null'],
    [5, 'calls', 'metric calls: not numeric', '"12"'],
    [6, 'calls', 'metric calls: not numeric', '[1,2]'],
    [7, 'account_id', 'account_id missing or empty', '"  "'],
    [8, 'account_id', 'account_id missing or empty', 'null'],
    [9, 'account_id', 'account_id: not a text or an integer', '{"a":1}'],
    [10, 'metrics', 'every metric missing (calls, seats)', expect.stringMatching(/"id":"A-1"/)],
    [11, 'date', 'date: not YYYY-MM-DD', cut],
    [11, 'calls', 'metric calls: not numeric', 'true'],
  ]);
  const hints = preview.rows.flatMap(({ errors }: Shown) => errors.map(({ hint }) => hint));
  expect(hints).toEqual([
    'Expected 2026-01-31.',
    expect.stringMatching(/calendar/),
    expect.stringMatching(/date_path gives nothing/),
    'The value is a text: write to_number(calls)',
    expect.stringMatching(/sum\(calls\)/),
    expect.stringMatching(/skipped/),
    expect.stringMatching(/skipped/),
    expect.stringMatching(/one text/),
    expect.stringMatching(/None of the metric paths/),
    'Expected 2026-01-31.',
    'The value is true or false, which counts: write calls && `1` || `0`',
  ]);
  expect(preview).toMatchObject({ rowCount: 11, mappedCount: 1, skippedCount: 2, errorCount: 8 });
  expect(preview.problems.slice(0, 3)).toMatchObject([
    { message: 'metric calls: not numeric', count: 3, firstRowNumber: 5, value: '"12"' },
    { message: 'date: not YYYY-MM-DD', count: 2, firstRowNumber: 2, value: cut },
    { message: 'account_id missing or empty', count: 2, firstRowNumber: 7 },
  ]);
  expect(preview.rows[5].metrics).toEqual([
    { name: 'calls', value: null },
    { name: 'seats', value: 2 },
  ]);
  expect(preview.result).toHaveLength(1);
});

test('rows of one day and account combine by each metric’s aggregation, over the whole answer', async () => {
  const metrics = [
    { name: 'total', path: 'v' },
    { name: 'latest', path: 'v', aggregation: 'LAST' },
    { name: 'peak', path: 'v', aggregation: 'MAX' },
  ];
  const values = [5, null, -2, 9.5, 4, null];
  const answer = [...values.map((v) => row({ v, w: 1 })), row({ id: 'B', v: -1 }), row({ day: FROM, v: 7 })];
  const preview = await previewOf(answer, aMappingInput({ metrics: [...metrics, { name: 'rows', path: 'w' }] }), 2);
  expect(preview.rows).toHaveLength(2);
  expect(preview.result).toEqual([
    {
      day: YESTERDAY,
      externalCrmId: 'A-1',
      metrics: [
        { name: 'total', value: 16.5 },
        { name: 'latest', value: 4 },
        { name: 'peak', value: 9.5 },
        { name: 'rows', value: 6 },
      ],
    },
    {
      day: YESTERDAY,
      externalCrmId: 'B',
      metrics: [
        { name: 'total', value: -1 },
        { name: 'latest', value: -1 },
        { name: 'peak', value: -1 },
        { name: 'rows', value: null },
      ],
    },
  ]);
});

test('rows outside the asked window are shown and marked, counted, and not in the result', async () => {
  const days = [addDays(FROM, -1), FROM, YESTERDAY, addDays(YESTERDAY, 1)];
  const preview = await previewOf(days.map((day) => row({ day })));
  expect(
    preview.rows.map(({ day, outsideWindow }: { day: string; outsideWindow: boolean }) => [day, outsideWindow]),
  ).toEqual(days.map((day, index) => [day, index === 0 || index === 3]));
  expect(preview).toMatchObject({ rowCount: 4, mappedCount: 4, outsideWindowCount: 2 });
  expect(preview.result.map(({ day }: { day: string }) => day)).toEqual([FROM, YESTERDAY]);
});

test('an empty list is an empty preview, and 100 rows can be shown', async () => {
  expect(await previewOf([])).toMatchObject({
    rowCount: 0,
    mappedCount: 0,
    rows: [],
    result: [],
    matchedAccountCount: 0,
    unmatchedAccountCount: 0,
  });
  const many = await previewOf(
    Array.from({ length: 250 }, (_, n) => row({ id: `A-${n}` })),
    aMappingInput(),
    100,
  );
  expect(many).toMatchObject({ rowCount: 250, mappedCount: 250, unmatchedAccountCount: 250 });
  expect([many.rows.length, many.result.length]).toEqual([100, 100]);
  expect((await previewOf(Array.from({ length: 250 }, () => row()))).rows).toHaveLength(10);
});
