import { describe, expect, it } from 'vitest';
import { combineRollups, type Rollup } from '../../../src/features/usage/domain/combine-rollups.ts';
import { combineValues } from '../../../src/features/usage/domain/combine-values.ts';

describe('two values of one day', () => {
  it.each([
    ['SUM', 2, 3, 5],
    ['SUM', 0, -1, -1],
    ['MAX', 2, 3, 3],
    ['MAX', -2, -3, -2],
    ['LAST', 2, 3, 2],
    ['LAST', 0, 3, 0],
  ] as const)('%s of %d and %d is %d; a missing one leaves the other', (aggregation, first, second, expected) => {
    expect(combineValues(aggregation, first, second)).toBe(expected);
    expect(combineValues(aggregation, first, null)).toBe(first);
    expect(combineValues(aggregation, null, second)).toBe(second);
    expect(combineValues(aggregation, null, null)).toBeNull();
  });
});

describe('the rollups of several ids', () => {
  const metrics = (['SUM', 'LAST', 'MAX'] as const).map((aggregation, slot) => ({
    slot,
    name: aggregation,
    aggregation,
  }));
  const rollup = (totals: (number | null)[], seatsOn: number | null, days = ['2026-03-01', '2026-03-05']): Rollup => ({
    firstDay: days[0] ?? '',
    lastDay: days[1] ?? '',
    totals,
    lastDays: [null, seatsOn, null],
  });
  const valuesOf = (...rollups: Rollup[]) => combineRollups(rollups, metrics)?.metrics.map(({ value }) => value);

  it.each<[string, Rollup[], (number | null)[]]>([
    ['one by itself stays as it is', [rollup([4, 5, 6], null)], [4, 5, 6]],
    ['sums add up, the largest stays', [rollup([4, 5, 6], 9), rollup([1, 2, 7], 8)], [5, 5, 7]],
    ['the later value counts, whoever has it', [rollup([4, 5, 6], 8), rollup([1, 2, 7], 9)], [5, 2, 7]],
    ['on the same day, the first one counts', [rollup([4, 5, 6], 9), rollup([1, 2, 7], 9)], [5, 5, 7]],
    ['a value that left the window does not count', [rollup([4, null, 6], 9), rollup([1, 2, 7], 3)], [5, 2, 7]],
    ['no value is no value', [rollup([null, null, null], null), rollup([null, null, null], null)], [null, null, null]],
    ['a metric that came later is missing', [rollup([4], null), rollup([], null)], [4, null, null]],
  ])('%s', (_, rollups, expected) => {
    expect(valuesOf(...rollups)).toEqual(expected);
  });

  it('reach from the first day of all to the last, and are none without any', () => {
    const both = [rollup([], null, ['2026-02-02', '2026-02-03']), rollup([], null, ['2026-01-01', '2026-03-01'])];
    for (const rollups of [both, both.toReversed()]) {
      expect(combineRollups(rollups, [])).toEqual({ firstUsedOn: '2026-01-01', lastUsedOn: '2026-03-01', metrics: [] });
    }
    expect(combineRollups([], metrics)).toBeNull();
  });
});
