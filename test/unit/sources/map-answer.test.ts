import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/features/sources/domain/map-answer.ts';
import { anExtract, aPreview, compiled, runHere } from '../../kit/mappings.ts';

const failure = (rowsPath: string, answer: unknown) => {
  const rows = rowsOf(compiled({ rowsPath }), answer);
  return rows.ok ? rows.value : rows.error;
};
const NESTED = { meta: { pages: [1, 2] }, data: { items: [{ id: 1 }, { id: 2 }, { id: 3 }], 'by day': [1] } };

describe('rows_path', () => {
  it('that gives a list gives the rows, and an empty list is no error', () => {
    expect(failure('data.items', NESTED)).toHaveLength(3);
    expect(failure('@', [])).toEqual([]);
    expect(failure('data.items[?id > `5`]', NESTED)).toEqual([]);
  });

  it.each([['rows'], ['data.rows'], ['data.rows[*]'], ['constructor']])(
    '%s that gives nothing lists what there is',
    (rowsPath) => {
      expect(failure(rowsPath, NESTED)).toEqual({
        code: 'ROWS_PATH_NO_DATA',
        message: 'rows_path returned no data',
        hint: 'Lists in the answer: data.items (3 elements), meta.pages (2 elements), data."by day" (1 element).',
      });
    },
  );

  it.each<[unknown, string]>([
    [{ a: 1, b: 2 }, 'Its keys: a, b.'],
    [{}, 'The answer is an empty object.'],
    [5, 'neither a list nor an object'],
    [[{ x: 1 }], 'Lists in the answer: @ (1 element).'],
  ])('on %j says what is there', (answer, hint) =>
    expect(failure('rows', answer)).toMatchObject({ hint: expect.stringContaining(hint) }),
  );

  it('shows keys without what PostgreSQL refuses and nobody sees', () => {
    const answer = { 'a\0b': 1, '\ud800c': 2, 'd\u202ee\n': 3, ['f'.repeat(1_000_000)]: 4 };
    expect(failure('rows', answer)).toMatchObject({
      hint: `The answer has no list. Its keys: a\ufffdb, \ufffdc, d\ufffde\ufffd, ${'f'.repeat(39)}….`,
    });
  });

  it('that repeats its rows beyond all measure is too costly', () => {
    const rows = JSON.parse(`[${new Array(40).fill(0).join()}]`);
    expect(failure(`@${'|[@,@,@,@,@,@,@,@][]'.repeat(6)}`, rows)).toEqual({
      code: 'ANSWER_TOO_COSTLY',
      message: 'rows_path returned 10485760 rows, more than 10000000',
      hint: 'Choose a path that gives each row once.',
    });
  });

  it('is not upset by 100,000 nested lists', () => {
    const answer = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    expect(failure('rows', answer)).toMatchObject({ hint: expect.stringContaining('@ (1 element)') });
    expect(failure('{rows: @}', answer)).toMatchObject({ code: 'ROWS_PATH_NOT_A_LIST' });
  });

  it.each([
    ['data', 'rows_path returned an object, not a list', 'values(data)'],
    ['data', 'rows_path returned an object, not a list', 'only row write [data]'],
    ['data.items[0].id', 'rows_path returned a number, not a list', 'It gave 1.'],
    ['to_string(meta)', 'rows_path returned a text, not a list', 'data.items'],
    ['!data', 'rows_path returned true or false, not a list', 'It gave false.'],
  ])('%s that gives no list: %s', (rowsPath, message, hint) => {
    expect(failure(rowsPath, NESTED)).toMatchObject({
      code: 'ROWS_PATH_NOT_A_LIST',
      message,
      hint: expect.stringContaining(hint),
    });
  });

  it('that throws is a failed expression', () => {
    expect(failure('items(rows)', NESTED)).toMatchObject({
      code: 'EXPRESSION_FAILED',
      hint: expect.stringContaining('items()'),
    });
  });
});

const day = '2026-06-15';
const ROWS = [
  { day, id: 'a', logins: 1, seats: 2 },
  { day, id: '', logins: 1 },
  { day: 'x', id: 'a', logins: 'x' },
  { day: '2026-05-01', id: 'b', logins: 1 },
  { day, id: 'a', logins: null, seats: 3 },
  { day: 'y', id: 'c', logins: 1 },
];

describe('counts', () => {
  it('of an extract leave out what is outside the window', () => {
    const { result } = runHere(anExtract(), { rows: ROWS });
    expect(result.counts).toEqual({ rows: 6, mapped: 2, skipped: 1, errors: 2, outsideWindow: 1, accounts: 1 });
  });

  it('of a preview map it and count it beside', () => {
    const { result } = runHere(aPreview(), { rows: ROWS });
    expect(result.counts).toEqual({ rows: 6, mapped: 3, skipped: 1, errors: 2, outsideWindow: 1, accounts: 2 });
  });

  it('of no rows are zero', () => {
    const { result } = runHere(anExtract(), { rows: [] });
    expect(result).toMatchObject({
      ok: true,
      counts: { rows: 0, mapped: 0, accounts: 0 },
      duplicates: 0,
      problems: [],
    });
  });
});

describe('problems', () => {
  it('are grouped by message, most frequent first, with the first of each', () => {
    const { result } = runHere(anExtract(), { rows: ROWS });
    expect(result.problems).toMatchObject([
      { path: 'date', message: 'date: not YYYY-MM-DD', count: 2, firstRowNumber: 3, value: '"x"' },
      { path: 'account_id', message: 'account_id missing or empty', count: 1, firstRowNumber: 2, value: '""' },
      { path: 'logins', message: 'metric logins: not numeric', count: 1, firstRowNumber: 3, value: '"x"' },
    ]);
  });

  it('are at most 50 kinds', () => {
    const metrics = Array.from({ length: 25 }, (_, index) => ({
      name: `m${index}`,
      path: `sum(v${index})`,
      aggregation: 'SUM' as const,
    }));
    const broken = { day, id: 'a' };
    const texts = { day, id: 'a', ...Object.fromEntries(metrics.map((_, index) => [`v${index}`, []])) };
    const { result } = runHere(anExtract({ metrics }), {
      rows: [broken, { ...broken, id: 1.5 }, { ...broken, day: 'x' }, texts],
    });
    expect(result.problems.length).toBe(27);
  });
});

describe('a mapping saved by an older version', () => {
  it('that no longer compiles is an error of the answer, not a crash', () => {
    const { result } = runHere(anExtract({ datePath: 'gone(day)' }), { rows: ROWS });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'EXPRESSION_FAILED', hint: expect.stringContaining('gone()') },
    });
  });
});
