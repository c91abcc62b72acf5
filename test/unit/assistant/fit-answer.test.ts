import { describe, expect, test } from 'vitest';
import { fitAnswer, MOST_CHARACTERS } from '../../../src/assistant/fit-answer.ts';
import type { ToolFinding } from '../../../src/assistant/tool.ts';

const found = (data: unknown): ToolFinding<unknown> => ({
  ...{ data, days: null, freshness: null, about: [], truncated: false, proposals: [] },
});
const rows = (count: number, length = 100) =>
  Array.from({ length: count }, (_, at) => ({ at, text: 'x'.repeat(length) }));
/** The answer's data as it fits; one that is too large fails the test. */
function fitted<Data>(data: Data): Data {
  const fit = fitAnswer(found(data));
  if (!fit?.truncated) throw new Error(`not cut: ${JSON.stringify(fit)?.slice(0, 500)}`);
  return fit.data as Data;
}
const sizeOf = (data: unknown) => JSON.stringify(data).length;

describe('an answer', () => {
  test('that fits stays as it is', () => {
    const small = found({ rows: rows(10) });
    expect(fitAnswer(small)).toBe(small);
  });

  test('loses the end of its list, as little of it as need be, and says so', () => {
    const before = { total: 1_000, rows: rows(1_000) };
    const fit = fitted(before);
    expect(sizeOf(fit)).toBeLessThanOrEqual(MOST_CHARACTERS);
    expect(sizeOf(fit)).toBeGreaterThan(MOST_CHARACTERS * 0.95);
    expect(fit.rows.map(({ at }) => at)).toEqual(fit.rows.map((_, at) => at));
    expect(before.rows).toHaveLength(1_000);
  });

  test('of several lists loses of the longest', () => {
    const { short, long } = fitted({ short: rows(5), long: rows(500) });
    expect([short.length, long.length < 500]).toEqual([5, true]);
  });

  test('whose list holds lists loses of those only where they are most of it', () => {
    const many = fitted({ rows: Array.from({ length: 50 }, () => ({ inner: rows(10) })) });
    expect(many.rows.filter(({ inner }) => inner.length !== 10)).toEqual([]);
    const one = fitted({ rows: [{ inner: rows(500) }] });
    expect(one.rows).toHaveLength(1);
  });

  test('without a list is too large', () => {
    expect(fitAnswer(found({ text: 'x'.repeat(MOST_CHARACTERS) }))).toBeNull();
  });

  test('with a row that is too large by itself loses it', () => {
    expect(fitAnswer(found({ rows: rows(1, MOST_CHARACTERS) }))).toMatchObject({ data: { rows: [] }, truncated: true });
  });
});
