import { describe, expect, it } from 'vitest';
import { accountTotals } from '../../../src/features/sources/domain/account-totals.ts';

const MISSING = Number.NaN;
const values = (...list: number[]) => Float64Array.from(list);
const shown = (totals: ReturnType<typeof accountTotals>) => {
  const all = totals.all();
  return all && Array.from(all, (total) => ({ ...total, values: [...total.values] }));
};

describe('what the rows of an account come to', () => {
  it('is each metric by its aggregation; a missing value changes nothing', () => {
    const totals = accountTotals(['SUM', 'LAST', 'MAX']);
    totals.add(0, 100, values(1.5, 7, MISSING));
    totals.add(1, 100, values(MISSING, MISSING, -3));
    totals.add(0, 101, values(MISSING, 5, 2));
    totals.add(0, 105, values(2, MISSING, 1));
    totals.add(1, 103, values(4, 1, -5));
    expect(shown(totals)).toEqual([
      { ref: 0, firstDay: 100, lastDay: 105, dayCount: 3, values: [3.5, 5, 2] },
      { ref: 1, firstDay: 100, lastDay: 103, dayCount: 2, values: [4, 1, -3] },
    ]);
  });

  it('of thousands of accounts is all there', () => {
    const totals = accountTotals(['SUM']);
    for (let ref = 0; ref < 5_000; ref++) for (const day of [1, 2]) totals.add(ref, day, values(ref));
    expect(shown(totals)?.at(-1)).toEqual({ ref: 4_999, firstDay: 1, lastDay: 2, dayCount: 2, values: [9_998] });
    expect(shown(totals)).toHaveLength(5_000);
  });

  it.each<[string, number]>([
    ['a day that comes twice', 10],
    ['a day that comes late', 9],
  ])('cannot be had by adding up with %s: fractions are summed in the order of days', (_, day) => {
    const totals = accountTotals(['SUM']);
    totals.add(0, 10, values(0.1));
    totals.add(0, day, values(0.2));
    totals.add(0, 11, values(0.3));
    expect(shown(totals)).toBeNull();
  });

  it('is left to the database when there are too many accounts to hold', () => {
    const totals = accountTotals(Array.from({ length: 25 }, () => 'SUM' as const));
    const row = new Float64Array(25);
    for (let ref = 0; ref < 40_000; ref++) totals.add(ref, 1, row);
    expect(totals.all()).not.toBeNull();
    totals.add(40_000, 1, row);
    expect(totals.all()).toBeNull();
  });

  it('is nothing without rows', () => expect(shown(accountTotals(['SUM']))).toEqual([]));
});
