import { describe, expect, it } from 'vitest';
import { compare, summarise } from '../../../src/features/usage/domain/summarise.ts';
import type { Aggregation } from '../../../src/features/usage/index.ts';

type Values = readonly (number | null)[];

function said(aggregation: Aggregation, current: Values, previous: Values) {
  const summary = summarise(aggregation, current);
  return { ...summary, ...compare(aggregation, summary, summarise(aggregation, previous)) };
}

const NOTHING = { total: null, previousTotal: null, changeRate: null, latest: null, average: null };

describe('a sum', () => {
  it.each([
    ['has nothing to say of nothing', [], [], NOTHING],
    ['nor of missing days', [null, null], [null, null], NOTHING],
    [
      'counts missing days neither as days nor as zero',
      [4, null, 2],
      [null, 3, null],
      { total: 6, previousTotal: 3, changeRate: 1, latest: 2, average: 3 },
    ],
    ['counts zero as a day', [4, 0], [2, 0], { total: 4, previousTotal: 2, changeRate: 1, latest: 0, average: 2 }],
    [
      'does not change from nothing',
      [4],
      [null],
      { total: 4, previousTotal: null, changeRate: null, latest: 4, average: 4 },
    ],
    ['does not change from zero', [4], [0], { total: 4, previousTotal: 0, changeRate: null, latest: 4, average: 4 }],
    ['falls to zero', [0], [4], { total: 0, previousTotal: 4, changeRate: -1, latest: 0, average: 0 }],
    ['does not fall to nothing', [null], [4], { ...NOTHING, previousTotal: 4 }],
    ['rises from below zero', [-1], [-2], { total: -1, previousTotal: -2, changeRate: 0.5, latest: -1, average: -1 }],
    [
      'knows the latest day that has a value',
      [1, 2, null],
      [1],
      { total: 3, previousTotal: 1, changeRate: 2, latest: 2, average: 1.5 },
    ],
  ])('%s', (_, current, previous, expected) => expect(said('SUM', current, previous)).toEqual(expected));
});

describe.each(['LAST', 'MAX'] as const)('a gauge (%s)', (aggregation) => {
  it.each([
    ['has nothing to say of nothing', [null], [null], NOTHING],
    [
      'compares means, whatever the number of days',
      [4, 6],
      [null, 4],
      { ...NOTHING, changeRate: 0.25, latest: 6, average: 5 },
    ],
    ['does not change from zero', [4], [0, 0], { ...NOTHING, latest: 4, average: 4 }],
  ])('%s', (_, current, previous, expected) => expect(said(aggregation, current, previous)).toEqual(expected));
});
