import { describe, expect, it } from 'vitest';
import { literalHint } from '../../../src/features/sources/domain/expression-hints.ts';
import { dateReader } from '../../../src/features/sources/domain/parse-date.ts';
import { newRow, readRow } from '../../../src/features/sources/domain/read-row.ts';
import { epochDay } from '../../../src/lib/day.ts';
import { evaluate, writtenIn } from '../../kit/hints.ts';
import { compiled } from '../../kit/mappings.ts';

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

  it.each<[unknown, string, unknown]>([
    [[1, 2], 'length(v)', 2],
    [{ a: 1, b: 2 }, 'v.a', 1],
    [{ 'a b': 1, b: 2 }, 'v."a b"', 1],
  ])('which for %j is one of two, the other being %s', (value, other, expected) => {
    expect(hintFor(value)).toContain(` ${other}, `);
    expect(evaluate(other, { v: value })).toEqual(expected);
  });

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

describe('a constant where a path was meant', () => {
  it.each([
    ["'5'", 'Numbers are written between backticks: `5`.', '`5`', 5],
    ["'logins'", 'Write logins without quotes.', 'logins', 1],
    ["'active-users'", 'Write it with double quotes: "active-users".', '"active-users"', 2],
    ["'active users'", 'Write it with double quotes: "active users".', '"active users"', 3],
  ])('%s: %s', (text, hint, cure, expected) => {
    expect(literalHint(text)).toBe(hint);
    expect(evaluate(cure, { logins: 1, 'active-users': 2, 'active users': 3 })).toBe(expected);
  });
});

describe('a date gets a recipe that works on it', () => {
  it.each([
    ['YYYY_MM_DD', '2026/06/01', "replace(<path>, '/', '-')"],
    ['YYYY_MM_DD', '2026-06-01 ', 'trim(<path>)'],
    ['UNIX_SECONDS', 1_780_272_000_000_000, '<path> / `1000`'],
  ] as const)('%s %j: %s', (format, value, recipe) => {
    const day = dateReader(format)(value);
    expect(day).toMatchObject({ hint: expect.stringContaining(recipe) });
    const given = evaluate(recipe.replace('<path>', 'v'), { v: value });
    expect(dateReader(typeof value === 'number' ? 'UNIX_MILLISECONDS' : format)(given)).toBe(epochDay('2026-06-01'));
  });
});

describe('an expression that failed', () => {
  const madeOf = (hint: string) => (/ write (.+?)(?:;|\.$)/.exec(hint)?.[1] ?? hint).replaceAll('<path>', 'v');

  it('on nothing is written so that it bears nothing', () => {
    const recipe = madeOf(hintFor(null, 'sum(v)'));
    expect(recipe).toBe('v ? sum(v) : `null`');
    expect(evaluate(recipe, { v: null })).toBeNull();
    expect(evaluate(recipe, { v: [1, 2] })).toBe(3);
  });

  it('on texts is told to convert them', () =>
    expect(evaluate(madeOf(hintFor(['1', '2'], 'sum(v)')), { v: ['1', '2'] })).toBe(3));
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
