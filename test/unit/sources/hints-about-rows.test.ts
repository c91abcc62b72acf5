import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/features/sources/domain/map-answer.ts';
import { evaluate, writtenIn } from '../../kit/hints.ts';
import { compiled } from '../../kit/mappings.ts';

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
    [{ [DAY]: [1, 2], [NEXT]: [3, 4] }],
    [{ [DAY]: [[1]] }],
    [{ A: [{ n: 1 }], B: [{ n: 2 }, 3] }],
    [{ data: { x: 1 }, meta: { y: 1 } }],
    [{ columns: ['day'], rows: [[DAY, 'A', 1]] }],
    [{}],
  ])('but not %j, which may be anything', (answer) =>
    expect(hintOf('@', answer)).toMatch(/^For its values write values\(@\)/),
  );

  it('and nothing is said of lists 100,000 deep', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    expect(hintOf('{a: @, b: @}', deep)).toMatch(/^For its values/);
    expect(hintOf('{a: @, b: @}', [[deep]])).toMatch(/^For its values/);
  });

  it('whose other recipes give lists, too', () => {
    const answer = { data: { x: { n: 1 }, y: 2 } };
    expect(hintOf('data', answer)).toMatch(
      /^For its values write values\(data\); for key and value pairs items\(data\)\./,
    );
    expect(evaluate('values(data)', answer)).toEqual([{ n: 1 }, 2]);
    expect(evaluate('items(data)', answer)).toEqual([
      ['x', { n: 1 }],
      ['y', 2],
    ]);
  });
});
