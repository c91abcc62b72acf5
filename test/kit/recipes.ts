import type { Mapping } from '../../src/features/sources/domain/mapping.ts';

export const DAY = '2026-06-01';

/** A recipe of docs/mapping.md; its mapping makes of the answer one row, of `DAY` and the account A-1. */
export type Recipe = {
  readonly name: string;
  readonly answer: unknown;
  readonly mapping: Partial<Mapping>;
  readonly values: readonly (number | null)[];
};

const metrics = (...paths: string[]): Mapping['metrics'] =>
  paths.map((path, index) => ({ name: `usage_${index}`, path, aggregation: 'SUM' }));
const rows = { rowsPath: '@', datePath: 'day', accountIdPath: 'id' } as const;
const one = (fields: object) => [{ day: DAY, id: 'A-1', ...fields }];
const SECONDS = Date.UTC(2026, 5, 1, 9) / 1000;

export const RECIPES: readonly Recipe[] = [
  {
    name: 'one account for everything',
    answer: [{ day: DAY, n: 1 }],
    mapping: { ...rows, accountIdPath: null, accountId: 'A-1', metrics: metrics('n') },
    values: [1],
  },
  {
    name: 'one account for everything, as an expression',
    answer: [{ day: DAY, n: 1 }],
    mapping: { ...rows, accountIdPath: "'A-1'", metrics: metrics('n') },
    values: [1],
  },
  {
    name: 'numbers as text',
    answer: one({ calls: '6', price: '1,234.5', size: '12 MB', share: '35%' }),
    mapping: {
      ...rows,
      metrics: metrics(
        'to_number(calls)',
        "to_number(replace(to_string(price), ',', ''))",
        "to_number(replace(to_string(size), ' MB', ''))",
        "to_number(replace(to_string(share), '%', ''))",
      ),
    },
    values: [6, 1234.5, 12, 35],
  },
  {
    name: 'nothing as missing',
    answer: one({ calls: '-', seats: 'N/A', size: -1, n: 0 }),
    mapping: {
      ...rows,
      metrics: metrics('to_number(calls)', "seats == 'N/A' ? `null` : seats", 'size == `-1` ? `null` : size', 'n'),
    },
    values: [null, null, null, 0],
  },
  {
    name: 'nothing as zero',
    answer: one({ n: 1 }),
    mapping: { ...rows, metrics: metrics('n', 'not_null(errors, `0`)') },
    values: [1, 0],
  },
  {
    name: 'counting rows',
    answer: [...one({ status: 'ok' }), ...one({ status: 'failed' })],
    mapping: { ...rows, metrics: metrics('`1`', "status == 'failed' ? `1` : `0`") },
    values: [2, 1],
  },
  {
    name: 'counting flags and lists',
    answer: one({ active: true, logins: [{}, {}], sizes: [1, 2.5] }),
    mapping: { ...rows, metrics: metrics('active && `1` || `0`', 'length(logins)', 'sum(sizes)') },
    values: [1, 2, 3.5],
  },
  {
    name: 'only some rows',
    answer: { rows: [...one({ type: 'usage', n: 7 }), ...one({ type: 'noise', n: 100 })] },
    mapping: { ...rows, rowsPath: "rows[?type == 'usage']", metrics: metrics('n') },
    values: [7],
  },
  {
    name: 'only rows that name an account, and lists put together',
    answer: { eu: [...one({ n: 7 }), { day: DAY, id: '', n: 1 }], us: one({ n: 1 }) },
    mapping: { ...rows, rowsPath: '[eu, us][] | [?id]', metrics: metrics('n') },
    values: [8],
  },
  {
    name: 'a field of the parent',
    answer: { accounts: [{ id: 'A-1', days: [{ day: DAY, calls: 4 }] }] },
    mapping: {
      rowsPath: 'accounts[*].[let $id=id in days[*].{id:$id,day:day,calls:calls}][][]',
      datePath: 'day',
      accountIdPath: 'id',
      metrics: metrics('calls'),
    },
    values: [4],
  },
  {
    name: 'a field of the parent, beside all of the child’s',
    answer: { data: [{ start: SECONDS, results: [{ project: 'A-1', tokens: 4 }] }] },
    mapping: {
      rowsPath: 'data[*].[let $p = @ in results[*].merge({start: $p.start}, @)][][]',
      datePath: 'start',
      dateFormat: 'UNIX_SECONDS',
      accountIdPath: 'project',
      metrics: metrics('tokens'),
    },
    values: [4],
  },
  {
    name: 'a date with slashes',
    answer: [{ day: '2026/06/01', id: 'A-1', n: 1 }],
    mapping: { ...rows, datePath: "replace(day, '/', '-')", metrics: metrics('n') },
    values: [1],
  },
  {
    name: 'microseconds',
    answer: [{ day: SECONDS * 1_000_000, id: 'A-1', n: 1 }],
    mapping: { ...rows, datePath: 'day / `1000`', dateFormat: 'UNIX_MILLISECONDS', metrics: metrics('n') },
    values: [1],
  },
  {
    name: 'the day as it is written, whatever its zone',
    answer: [{ day: `${DAY}T23:00:00-05:00`, id: 'A-1', n: 1 }],
    mapping: { ...rows, datePath: 'day[:10]', metrics: metrics('n') },
    values: [1],
  },
  {
    name: 'a row for each metric',
    answer: [
      ...one({ name: 'logins', value: 3 }),
      ...one({ name: 'seats', value: 5 }),
      ...one({ name: 'x', value: 9 }),
    ],
    mapping: {
      ...rows,
      rowsPath: "@[?name == 'logins' || name == 'seats']",
      metrics: metrics("name == 'logins' ? value : `null`", "name == 'seats' ? value : `null`"),
    },
    values: [3, 5],
  },
  {
    name: 'a list of names and values',
    answer: one({ metrics: [{ name: 'logins', value: 3 }] }),
    mapping: {
      ...rows,
      metrics: metrics("metrics[?name == 'logins'].value | [0]", "metrics[?name == 'seats'].value | [0]"),
    },
    values: [3, null],
  },
];
