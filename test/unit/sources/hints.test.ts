import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/features/sources/domain/expression.ts';
import { literalHint } from '../../../src/features/sources/domain/expression-hints.ts';
import { rowsOf } from '../../../src/features/sources/domain/map-answer.ts';
import { newRow, readRow } from '../../../src/features/sources/domain/read-row.ts';
import { compiled } from '../../kit/mappings.ts';

/** Every hint ends with the expression it recommends: what is tested is the expression of the hint itself. */
const writtenIn = (hint: string): string => /(?:: write )(.+)$/s.exec(hint)?.[1] ?? `no recipe in: ${hint}`;

function evaluate(text: string, value: unknown): unknown {
  const expression = compileExpression(text);
  if (!expression.ok) throw new Error(`${text}: ${expression.error.message}`);
  return expression.value.evaluate(value);
}

const WINDOW = { fromDay: 20_605, toDay: 20_634, dropOutside: false };

/** The hint for a metric `logins` that is read by the path from `{ v }`. */
function hintFor(value: unknown, path = 'v'): string {
  const mapping = compiled({ metrics: [{ name: 'logins', path, aggregation: 'SUM' }] });
  const row = newRow(mapping);
  readRow(mapping, { day: '2026-06-15', id: 'acme', v: value }, row, WINDOW);
  return row.faults[0]?.hint ?? 'no fault';
}

describe('a metric that is no number gets a recipe that works on it', () => {
  it.each<[unknown, unknown]>([
    ['5', 5],
    ['', null],
    ['-', null],
    ['N/A', null],
    ['null', null],
    [' 12 ', 12],
    ['1,234', 1234],
    ['-1,234,567.5', -1234567.5],
    ['12 MB', 12],
    ['250ms', 250],
    ['3 req/s', 3],
    ['35%', 35],
    ['35 %', 35],
    ['$1,234.50', 1234.5],
    ['USD 12', 12],
    ['12 €', 12],
    ['1.234,56', 1234.56],
    ['1.234.567', 1234567],
    ['12,5', 12.5],
    ["1'234", 1234],
    ['1 234 567', 1234567],
    ['1 234 MB', 1234],
    ['1\u00a0234', 1234],
    ['+5', 5],
    ['true', 1],
    ['False', 0],
    [true, 1],
    [false, 0],
    [[1, 2], 3],
    [[], 0],
    [['1', '2.5'], 3.5],
    [['a', 'b'], 2],
    [[[1, 2]], 1],
    [[{ n: 1 }, { n: 2 }], 3],
    [[{ x: 'a' }], 1],
    [
      [
        { name: 'seats', value: 1 },
        { name: 'logins', value: 2 },
      ],
      2,
    ],
    [[{ key: "it's", total: 4 }], 4],
    [{ a: 1, b: 2 }, 3],
    [{ total: 1, currency: 'EUR' }, 1],
    [{ 'a b': 7, unit: 'h' }, 7],
    [{ eu: { n: 1 }, us: { n: 2 } }, 3],
  ])('%j: %j', (value, expected) => {
    expect(evaluate(writtenIn(hintFor(value)), { v: value })).toEqual(expected);
    const other = writtenIn(hintFor(value, 'not_null(v, none)'));
    expect(evaluate(other, { v: value })).toEqual(expected);
  });

  it.each([['12 MB'], ['1,234'], ['35%'], ['+5'], ['5'], ['-'], ['true']])(
    'which for %j bears rows without it',
    (value) => {
      const recipe = writtenIn(hintFor(value));
      expect(evaluate(recipe, { v: null })).toEqual(value === 'true' ? 0 : null);
    },
  );

  it.each([['soon'], ['007'], ['0x10'], ['1,2,3'], ['12 h 5'], [`${'9'.repeat(50)} MB`]])('%j is none', (value) =>
    expect(hintFor(value)).toBe('The value is a text that is no number: choose another path.'),
  );

  it.each([[{}], [{ x: 'y' }], [{ x: {} }]])('%j is none', (value) =>
    expect(hintFor(value)).toBe('The path must give a number.'),
  );

  it('that names a long path instead of repeating it', () =>
    expect(hintFor('5', `v || ${'x'.repeat(300)}`)).toBe('The value is a text: write to_number(<path>)'));

  it('for a value under a condition', () => {
    const hint = hintFor('x', "v == 'y' && v");
    expect(hint).toContain('write a ? b : `null`');
    expect(evaluate("v == 'y' ? `3` : `null`", { v: 'x' })).toBeNull();
    expect(evaluate(writtenIn(hint), { v: 'x' })).toBe(0);
  });
});

describe("'a.b' is text", () => {
  it('and "a.b" a field, when it stands where a metric was meant', () => {
    const hint = hintFor(null, "v || 'm.logins'");
    expect(hint).toBe(`'m.logins' is text. ${literalHint("'m.logins'")}`);
    expect(hint).toContain('m.logins for a path, or "m.logins" for one field');
    expect(evaluate('m.logins', { m: { logins: 1 } })).toBe(1);
    expect(evaluate('"m.logins"', { 'm.logins': 2 })).toBe(2);
  });
});

describe('an expression that failed', () => {
  it('on nothing is written so that it bears nothing', () => {
    expect(hintFor(null, 'sum(v)')).toContain('<path> ? sum(<path>) : `null`.');
    expect(evaluate('v ? sum(v) : `null`', { v: null })).toBeNull();
    expect(evaluate('v ? sum(v) : `null`', { v: [1, 2] })).toBe(3);
  });

  it('on texts is told to convert them', () => {
    expect(hintFor(['1', '2'], 'sum(v)')).toContain('sum(<path>[*].to_number(@))');
    expect(evaluate('sum(v[*].to_number(@))', { v: ['1', '2'] })).toBe(3);
  });
});

describe('a row that is a list', () => {
  it('is told how columns are written', () => {
    const read = (mapping: Parameters<typeof compiled>[0]) => {
      const use = compiled({ metrics: [{ name: 'n', path: 'n', aggregation: 'SUM' }], ...mapping });
      const row = newRow(use);
      readRow(use, ['2026-06-15', 'acme', 3], row, WINDOW);
      return row.faults.map(({ hint }) => hint);
    };
    const columns = expect.stringContaining('its columns are [0], [1]');
    expect(read({})).toEqual([columns]);
    expect(read({ accountIdPath: '[1]' })).toEqual([columns, columns]);
    expect(read({ accountIdPath: '[1]', datePath: '[0]' })).toEqual([columns]);
  });

  it('and to_number() that gave nothing says what it cannot read', () =>
    expect(hintFor('12 MB', 'to_number(v)')).toContain('a text that is no plain number'));
});

const DAY = '2026-06-01';
const NEXT = '2026-06-02';
const row = (day: string, id: string, n: number) => ({ day, id, n });

const OBJECTS: readonly { what: string; answer: object; rows: unknown }[] = [
  {
    what: 'keyed by day and account',
    answer: { [DAY]: { A: { n: 1 }, B: { n: 2 } }, [NEXT]: { A: { n: 3 } } },
    rows: [row(DAY, 'A', 1), row(DAY, 'B', 2), row(NEXT, 'A', 3)],
  },
  {
    what: 'keyed by account and day',
    answer: { A: { [DAY]: { n: 1 } }, B: { [DAY]: { n: 2 } } },
    rows: [row(DAY, 'A', 1), row(DAY, 'B', 2)],
  },
  {
    what: 'keyed by account and day, down to the number',
    answer: { A: { [DAY]: 1, [NEXT]: 2 }, B: { [NEXT]: 3 } },
    rows: [
      { id: 'A', day: DAY, value: 1 },
      { id: 'A', day: NEXT, value: 2 },
      { id: 'B', day: NEXT, value: 3 },
    ],
  },
  {
    what: 'keyed by day, with lists',
    answer: { [DAY]: [{ id: 'A', n: 1 }], [NEXT]: [] },
    rows: [row(DAY, 'A', 1)],
  },
  {
    what: 'keyed by day, with nothing on some',
    answer: { [`${DAY}T00:00:00Z`]: { id: 'A', n: 1 }, [`${NEXT}T00:00:00Z`]: null },
    rows: [row(`${DAY}T00:00:00Z`, 'A', 1)],
  },
  { what: 'keyed by day, down to the number', answer: { [DAY]: 5 }, rows: [{ day: DAY, value: 5 }] },
  {
    what: 'keyed by account, with lists',
    answer: { A: [{ day: DAY, n: 1 }], B: [{ day: DAY, n: 2 }] },
    rows: [row(DAY, 'A', 1), row(DAY, 'B', 2)],
  },
  {
    what: 'keyed by account',
    answer: { A: { day: DAY, n: 1 }, B: { day: DAY, n: 2 } },
    rows: [row(DAY, 'A', 1), row(DAY, 'B', 2)],
  },
  {
    what: 'of parallel lists',
    answer: { day: [DAY, NEXT], id: ['A', 'A'], n: [1, 2], unit: 'h', tags: ['x'] },
    rows: [row(DAY, 'A', 1), row(NEXT, 'A', 2)],
  },
  {
    what: 'of columns and rows',
    answer: { columns: ['day', 'id', 'n'], rows: [[DAY, 'A', 1]] },
    rows: [row(DAY, 'A', 1)],
  },
  {
    what: 'of columns that are objects, and rows',
    answer: { schema: [{ name: 'day' }, { name: 'id' }, { name: 'n' }], data: [[DAY, 'A', 1]], total: 1 },
    rows: [row(DAY, 'A', 1)],
  },
];

describe('rows_path that gives an object gets a recipe that works on it', () => {
  const hintOf = (rowsPath: string, answer: unknown): string => {
    const rows = rowsOf(compiled({ rowsPath }), answer);
    return rows.ok ? 'a list' : rows.error.hint;
  };

  it.each(OBJECTS)('$what', ({ answer, rows }) => {
    for (const [path, whole] of [
      ['@', answer],
      ['data."by key"', { data: { 'by key': answer } }],
      ['data || none', { data: answer }],
    ] as const) {
      const hint = hintOf(path, whole);
      expect(evaluate(writtenIn(hint), whole), hint).toEqual(rows);
    }
  });

  it.each(OBJECTS)('$what, when the path gives nothing', ({ answer, rows }) => {
    const hint = hintOf('rows_of_another', answer);
    expect(evaluate(writtenIn(hint), answer), hint).toEqual(rows);
  });

  it.each([
    [{ users: [{ a: 1 }], meta: [{ b: 1 }] }],
    [{ a: 1, b: 2 }],
    [{ data: { x: 1 }, meta: { y: 1 } }],
    [{ columns: ['day'], rows: [[DAY, 'A', 1]] }],
    [{}],
  ])('but not %j, which may be anything', (answer) =>
    expect(hintOf('@', answer)).toMatch(/^For its values write values\(@\)/),
  );
});
