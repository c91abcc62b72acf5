import type { DateFormat, Mapping } from '../../src/features/sources/domain/mapping.ts';
import type { Member } from './reader-rows.ts';
import { happens, pick, type Random } from './reader-values.ts';

/** Where rows stand in an answer, and the expression that gives them. */
export type RowsPlace = {
  readonly rowsPath: string;
  /** Names and indexes to the list. */
  readonly steps: readonly (string | number)[];
  /** What one element of the list is, of these rows; the row itself when it is left out. */
  readonly element?: (random: Random, row: () => string) => string;
  /** In place of the list. */
  readonly container?: 'OBJECT';
  /** The expression fails on some elements, which is told before what comes behind them. */
  readonly mayThrow?: true;
  /** The account is named beside the rows. */
  readonly ownId?: true;
};

const days = (random: Random, row: () => string): string =>
  pick(random, [
    () => `{"days":[${row()},${row()}],"x":1}`,
    () => `{"days":[${row()}]}`,
    () => '{"days":[]}',
    () => '{"x":[1]}',
    () => 'null',
  ])();

/** Lists that a plain path leads to: read by template where the row's own paths are plain too. */
export const PLAIN_PLACES: readonly RowsPlace[] = [
  { rowsPath: 'rows', steps: ['rows'] },
  { rowsPath: '@', steps: [] },
  { rowsPath: 'data.rows', steps: ['data', 'rows'] },
  { rowsPath: 'a[1].rows', steps: ['a', 1, 'rows'] },
  { rowsPath: '[2]', steps: [2] },
  { rowsPath: 'x[0][1]', steps: ['x', 0, 1] },
  { rowsPath: '"r ü\\"s"', steps: ['r ü"s'] },
  { rowsPath: '"__proto__".constructor', steps: ['__proto__', 'constructor'] },
];

export const EXPRESSION_PLACES: readonly RowsPlace[] = [
  { rowsPath: 'rows[*]', steps: ['rows'] },
  { rowsPath: '[*]', steps: [] },
  { rowsPath: '[]', steps: [] },
  { rowsPath: 'data.rows[]', steps: ['data', 'rows'] },
  { rowsPath: "data.rows[?note != 'x']", steps: ['data', 'rows'] },
  { rowsPath: 'a[1].rows[?logins > `3`].{day: day, id: id, logins: logins, seats: seats}', steps: ['a', 1, 'rows'] },
  { rowsPath: "rows[?starts_with(id, 'a')]", steps: ['rows'], mayThrow: true },
  { rowsPath: 'rows[*].days[]', steps: ['rows'], element: days },
  { rowsPath: 'rows[].days[*][]', steps: ['rows'], element: days },
  {
    rowsPath: 'rows[*].row',
    steps: ['rows'],
    element: (random, row) => pick(random, [`{"row":${row()}}`, '{"row":null}', '{}', '7']),
  },
  {
    rowsPath: 'rows[*].[let $id = id in days[*].{day: day, id: $id, logins: logins, seats: seats}][][]',
    steps: ['rows'],
    element: (random, row) => `{"id":"b${Math.floor(random() * 9)}","days":[${row()},${row()}]}`,
    ownId: true,
  },
  // What looks at more than one element is read as a whole.
  { rowsPath: 'rows[0:60]', steps: ['rows'] },
  { rowsPath: 'rows[-20:]', steps: ['rows'] },
  { rowsPath: 'rows[::-1]', steps: ['rows'] },
  { rowsPath: 'rows | [*]', steps: ['rows'] },
  { rowsPath: '$.rows', steps: ['rows'] },
  { rowsPath: 'sort_by(rows, &to_string(day))', steps: ['rows'] },
  { rowsPath: 'x[].rows | [0]', steps: ['x', 0, 'rows'] },
  { rowsPath: 'values(x)[*]', steps: ['x'], container: 'OBJECT' },
];

/** What is mapped of a row, and the members it has for that. */
export type RowFields = {
  readonly members: readonly Member[];
  readonly paths: Pick<Mapping, 'datePath' | 'accountIdPath' | 'accountId'> & { readonly metrics: readonly string[] };
  readonly isPlain: boolean;
};

const DAY: Member = { name: 'day', kind: 'DAY' };
const ID: Member = { name: 'id', kind: 'ID' };
const LOGINS: Member = { name: 'logins', kind: 'METRIC' };
const SEATS: Member = { name: 'seats', kind: 'METRIC' };
const FLAT = [DAY, ID, LOGINS, SEATS];

const fields = (
  members: readonly Member[],
  metrics: readonly string[],
  changes: Partial<RowFields['paths']> = {},
  isPlain = true,
): RowFields => ({
  members,
  paths: { datePath: 'day', accountIdPath: 'id', accountId: null, metrics, ...changes },
  isPlain,
});

export const ROW_FIELDS: readonly RowFields[] = [
  fields(FLAT, ['logins', 'seats']),
  fields([LOGINS, ID, SEATS, DAY], ['seats', 'logins']),
  fields(FLAT, ['logins', 'logins']),
  fields(FLAT, ['`1`', 'logins']),
  fields([DAY, ID], ['`1`', 'absent']),
  fields(FLAT, ['logins', 'seats'], { accountIdPath: null, accountId: ' one ' }),
  fields(FLAT, ['logins', 'toString', '"__proto__"', 'absent.deeper']),
  fields(
    [DAY, { name: 'acc', kind: 'OBJECT', members: [ID] }, { name: 'm', kind: 'OBJECT', members: [LOGINS, SEATS] }],
    ['m.logins', 'm.seats', 'm'],
    { accountIdPath: 'acc.id' },
  ),
  fields([{ name: 'v', kind: 'LIST', members: [LOGINS, SEATS, DAY] }, ID], ['v[0]', 'v[1]', 'v[7]'], {
    datePath: 'v[2]',
  }),
  fields(
    [
      { ...DAY, name: '__proto__' },
      { ...ID, name: 'constructor' },
      { ...LOGINS, name: 'a "b' },
      { ...SEATS, name: 'ü😀' },
    ],
    ['"a \\"b"', '"ü😀"'],
    { datePath: '"__proto__"', accountIdPath: 'constructor' },
  ),
  fields(FLAT, ['logins', 'id'], {}, false),
  fields(FLAT, ['logins', 'day'], {}, false),
  fields([DAY, ID, { ...LOGINS, kind: 'NUMERAL' }, SEATS], ['to_number(logins)', 'seats']),
  fields([DAY, ID, { ...LOGINS, kind: 'NUMERAL' }], ['to_number(logins)', 'to_number(logins)', 'to_number(absent)']),
  fields(FLAT, ['to_number(logins)', 'logins'], {}, false),
  fields(FLAT, ['logins', 'sum([logins, seats])'], {}, false),
  fields(FLAT, ['logins', 'v[-1]'], { accountIdPath: "id || 'none'" }, false),
];

const FORMATS: readonly DateFormat[] = [
  'YYYY_MM_DD',
  'YYYY_MM_DD',
  'ISO_8601',
  'UNIX_SECONDS',
  'YYYYMMDD',
  'UNIX_DAYS',
];

export function mappingOf(random: Random, { rowsPath }: RowsPlace, { paths }: RowFields): Mapping {
  const { metrics, ...others } = paths;
  return {
    rowsPath,
    ...others,
    dateFormat: happens(random, 0.5) ? 'YYYY_MM_DD' : pick(random, FORMATS),
    metrics: metrics.map((path, index) => ({ name: `m${index}`, path, aggregation: index === 1 ? 'LAST' : 'SUM' })),
  };
}
