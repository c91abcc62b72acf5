import { describe, expect, it } from 'vitest';
import {
  anomaliesOf,
  BASELINE_DAYS,
  type Band,
  type BaselineHistory,
  bandOf,
  bandsOf,
} from '../../../src/features/usage/domain/baseline.ts';

const none = () => [];
const band = (weekdays: number[], others: () => number[] = none) => bandOf(weekdays, others);
const repeat = (count: number, value: number): number[] => new Array<number>(count).fill(value);

describe('the band of same weekdays', () => {
  it.each<[string, number[], Band | null]>([
    ['is not known of three', [5, 5, 5], null],
    [
      'is three scaled deviations around the median',
      [10, 12, 8, 14, 6],
      { expected: 10, lower: 1.1044, upper: 18.8956 },
    ],
    ['is a tenth wide on either side where nothing moved', [20, 20, 20, 20], { expected: 20, lower: 18, upper: 22 }],
    ['lets one outlier of five be', [10, 12, 8, 1000, 6], { expected: 10, lower: 1.1044, upper: 18.8956 }],
    ['holds whatever happened where more than half are alike', [5, 5, 5, 5, 0, 9], { expected: 5, lower: 0, upper: 9 }],
    ['does not go below zero where no value did', [1, 3, 1, 3, 9], { expected: 3, lower: 0, upper: 11.8956 }],
    ['nor above zero where none did', [-1, -3, -1, -3, -9], { expected: -3, lower: -11.8956, upper: 0 }],
    ['of zeros is zero', [0, 0, 0, 0], { expected: 0, lower: 0, upper: 0 }],
  ])('%s', (_, weekdays, expected) => {
    const found = band(weekdays);
    expect(found && rounded(found)).toEqual(expected);
  });

  it('reaches as far as the rare days of any weekday where zero is usual', () => {
    expect(band(repeat(12, 0), () => [...repeat(80, 0), 40, 15])).toEqual({ expected: 0, lower: 0, upper: 40 });
  });

  it('knows a weekday of rest', () => {
    expect(band(repeat(12, 0), () => [...repeat(12, 0), ...repeat(72, 40)])).toEqual({
      expected: 0,
      lower: 0,
      upper: 0,
    });
  });

  it('stays finite', () => {
    const most = Number.MAX_VALUE;
    expect(band([most, -most, most, -most, most])).toEqual({ expected: most, lower: -most, upper: most });
  });
});

const rounded = ({ expected, lower, upper }: Band): Band => {
  const round = (value: number) => Number(value.toFixed(4));
  return { expected: round(expected), lower: round(lower), upper: round(upper) };
};

/** A history whose values are given by how many days before the shown one they are. */
function daysBefore(
  values: Record<number, number | null>,
  quiet: (ago: number) => boolean = () => false,
): BaselineHistory {
  const index = Array.from({ length: BASELINE_DAYS + 1 }, (_, at) => BASELINE_DAYS - at);
  return { values: index.map((ago) => values[ago] ?? null), quiet: index.map(quiet) };
}

describe('the days that count', () => {
  it('are the twelve of the same weekday before, and no other', () => {
    const weekly = Object.fromEntries(Array.from({ length: 84 }, (_, ago) => [ago + 1, (ago + 1) % 7 === 0 ? 100 : 7]));
    expect(bandsOf(daysBefore(weekly))).toEqual([{ expected: 100, lower: 90, upper: 110 }]);
  });

  it('are those with a value: a day that was not synchronised is no zero', () => {
    expect(bandsOf(daysBefore({ 7: 10, 14: 10, 21: 10 }))).toEqual([null]);
    expect(bandsOf(daysBefore({ 7: 10, 14: 10, 21: 10, 28: 10 }))).toEqual([{ expected: 10, lower: 9, upper: 11 }]);
  });

  it('and synchronised ones without a row, as zero, from the first value on', () => {
    expect(bandsOf(daysBefore({ 30: 10 }, () => true))).toEqual([{ expected: 0, lower: 0, upper: 10 }]);
    expect(bandsOf(daysBefore({ 27: 10 }, () => true))).toEqual([null]);
    expect(bandsOf(daysBefore({}, () => true))).toEqual([null]);
  });
});

describe('a day', () => {
  const steady = { 7: 10, 14: 10, 21: 10, 28: 10 };
  const found = (history: BaselineHistory) =>
    anomaliesOf(history, bandsOf(history)).map(({ value, direction }) => [value, direction]);

  it.each([
    ['within the band is none', { ...steady, 0: 11 }, []],
    ['above it', { ...steady, 0: 11.1 }, [[11.1, 'ABOVE']]],
    ['below it', { ...steady, 0: 8 }, [[8, 'BELOW']]],
    ['without a value is not known', steady, []],
    ['without a band is none', { 0: 1000 }, []],
  ])('%s', (_, values, expected) => expect(found(daysBefore(values))).toEqual(expected));

  it('that was synchronised and brought no row is below', () => {
    expect(found(daysBefore(steady, (ago) => ago === 0))).toEqual([[null, 'BELOW']]);
  });
});
