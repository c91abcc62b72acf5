import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../../src/features/sources/domain/expression.ts';
import { documentAround, type StreamSteps } from '../../../../src/features/sources/domain/stream-path.ts';

const compiled = (text: string) => {
  const expression = compileExpression(text);
  if (!expression.ok) throw new Error(`${text}: ${JSON.stringify(expression.error)}`);
  return expression.value;
};

const STREAMED: readonly [text: string, steps: StreamSteps][] = [
  ['@', []],
  ['rows', ['rows']],
  ['data.rows', ['data', 'rows']],
  ['a[0].rows', ['a', 0, 'rows']],
  ['[100].rows', [100, 'rows']],
  ['rows[*]', ['rows']],
  ['rows[]', ['rows']],
  ['[*]', []],
  ['[]', []],
  ['rows[*].x', ['rows']],
  ["rows[?type == 'x']", ['rows']],
  ["data.rows[?type == 'x'].{a: b}", ['data', 'rows']],
  ['rows[*].days[]', ['rows']],
  ['rows[].days[].hours[]', ['rows']],
  ['rows[*].days[-1]', ['rows']],
  ['rows[*].days[0:2]', ['rows']],
  ['accounts[*].[let $id = id in days[*].{id: $id, n: n}][][]', ['accounts']],
  ['"__proto__"[*]', ['__proto__']],
];

const WHOLE = [
  ...['rows[0:3]', 'rows[::-1]', 'rows[-1]', 'rows[-1:]', 'a[-1].rows', '[101].rows', 'rows | [0]', 'rows[*] | [0]'],
  ...['$.rows', '$', 'rows[?d == $.day]', 'rows[*].{d: d, id: $.id}', 'rows[*].[$.id, d][]', 'sort_by(rows, &d)'],
  ...[
    'values(x)[*]',
    'items(@)',
    'let $id = id in rows[*].{id: $id}',
    'a || b',
    'rows && b',
    '[a, b][]',
    '{a: b}',
    'x.*',
  ],
  ...['rows[?n == max(rows[*].n)] | [*]', '`[1]`', 'not_null(a, b)', 'reverse(rows)[*]'],
];

describe('the list an expression runs over', () => {
  it.each(STREAMED)('of %s stands at %j', (text, steps) => {
    expect(compiled(text).stream).toEqual(steps);
  });

  it.each(WHOLE)('of %s is none: it may look at more than one element', (text) => {
    expect(compiled(text).stream).toBeNull();
  });
});

describe('evaluated on parts of the list', () => {
  const day = (d: number, n: number | null) => ({ d, n, type: n === 1 ? 'x' : 'y', x: n });
  const element = (d: number) => ({
    id: `i${d}`,
    ...day(d, d % 3 || null),
    days: [day(d, 1), day(d, null)],
    a: { b: d },
  });
  const list = [element(1), null, 5, [element(2), [element(3)]], {}, element(4), { days: [] }, [], element(5)];

  it.each(STREAMED.filter(([text]) => text.includes('[')))('%s gives the parts of its result', (text, steps) => {
    const { evaluate } = compiled(text);
    const whole = evaluate(documentAround(steps, list));
    const parts = list.flatMap((one) => evaluate(documentAround(steps, [one])));
    expect(Array.isArray(whole)).toBe(true);
    expect(parts).toEqual(whole);
  });

  it('puts the list in its place', () => {
    expect(documentAround(['a', 2, 'b'], [1])).toEqual({ a: [null, null, { b: [1] }] });
    expect(documentAround([], [1])).toEqual([1]);
    expect(Object.hasOwn(documentAround(['__proto__'], []) as object, '__proto__')).toBe(true);
  });
});
