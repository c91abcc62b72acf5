import { describe, expect, test } from 'vitest';
import type { CompiledMetric } from '../../../src/features/sources/domain/check-mapping.ts';
import { watchUsage } from '../../../src/features/sources/domain/usage-notices.ts';
import { mustEpochDay } from '../../../src/lib/day.ts';
import { compiled } from '../../kit/mappings.ts';
import { seeded } from '../../kit/random.ts';

const WEEK = { from: '2026-03-03', to: '2026-03-09' };
const FIRST = mustEpochDay(WEEK.from);
const LOGINS = compiled().metrics.slice(0, 1);

type Series = readonly (number | null)[];

/** What is said of accounts with these values from the first day on; null is a day without a row. */
function notices(series: readonly Series[], metrics: readonly CompiledMetric[] = LOGINS, window = WEEK): string[] {
  const watch = watchUsage(metrics, window);
  for (const [account, days] of series.entries())
    for (const [at, value] of days.entries())
      if (value !== null) watch.meet(`A-${account}`, FIRST + at, Float64Array.of(value, value));
  return watch.notices();
}

const TOTALS: readonly Series[] = [
  [100, 110, 120, 130, 140, 150, 160],
  [5_000, 5_000, 5_001, 5_002, 5_002, 5_003, 5_004],
  [7, 7, 8, 8, 9, 9, 10],
];
const SAID =
  /^logins never falls in 3 of 3 accounts: if it is a running total, .* Map the day's own figure, or use LAST\.$/;

describe('running totals', () => {
  test('are suspected when no account ever falls', () => {
    expect(notices(TOTALS)).toEqual([expect.stringMatching(SAID)]);
  });

  test('with days missing', () => {
    const gaps = TOTALS.map((days) => days.map((value, at) => (at === 2 || at === 4 ? null : value)));
    expect(notices(gaps)).toEqual([expect.stringMatching(SAID)]);
  });

  test('although one in twenty was set back', () => {
    const many = Array.from({ length: 19 }, (_, n) => (TOTALS[0] ?? []).map((value) => (value ?? 0) + n));
    const back: Series = [100, 110, 120, 0, 10, 20, 30];
    expect(notices([...many, back])).toEqual([expect.stringMatching(/^logins never falls in 19 of 20 accounts/)]);
    expect(notices([...many.slice(1), back])).toEqual([]);
  });

  test.each<[string, readonly Series[]]>([
    ['usage of working days', TOTALS.map(() => [40, 42, 43, 45, 3, 2, 41])],
    ['one account that grows', TOTALS.slice(0, 1)],
    ['two that do', TOTALS.slice(0, 2)],
    ['three that grow among some that do not', [...TOTALS, [3, 1, 2, 1, 3, 2, 1], [9, 8, 7, 6, 5, 4, 3]]],
    ['what stays the same, as seats do', TOTALS.map(() => [20, 20, 20, 20, 20, 20, 20])],
    ['nothing at all', TOTALS.map(() => [0, 0, 0, 0, 0, 0, 0])],
    ['a start from almost nothing', TOTALS.map(() => [1, 2, 3, 5, 8, 13, 21])],
    ['four days', TOTALS.map((days) => days.map((value, at) => (at < 4 || at === 6 ? null : value)))],
    ['no rows', []],
  ])('are not suspected of %s', (_what, series) => {
    expect(notices(series).filter((notice) => notice.startsWith('logins'))).toEqual([]);
  });

  test('are not suspected where days are not added up', () => {
    const [logins] = LOGINS;
    const as = (aggregation: 'LAST' | 'MAX') => (logins ? [{ ...logins, aggregation }] : []);
    expect(notices(TOTALS, as('LAST'))).toEqual([]);
    expect(notices(TOTALS, as('MAX'))).toEqual([]);
    // Of two metrics the one is named.
    expect(notices(TOTALS, compiled().metrics)).toEqual([expect.stringMatching(SAID)]);
  });

  test('are not suspected of a thousand seasons', () => {
    const next = seeded(7);
    const season = (mean: number): Series =>
      Array.from({ length: 7 }, (_, day) => Math.round(mean * (day > 4 ? 0.3 : 1) * (0.8 + 0.4 * next())));
    for (let tries = 0; tries < 1_000; tries++) {
      const series = Array.from({ length: 3 + Math.floor(next() * 5) }, () => season(10 + next() * 1_000));
      expect(notices(series), JSON.stringify(series)).toEqual([]);
    }
  });

  test('are found among the first accounts, however many there are', () => {
    const many = Array.from({ length: 2_000 }, (_, n) => (TOTALS[0] ?? []).map((value) => (value ?? 0) + n));
    expect(notices(many)).toEqual([expect.stringMatching(/^logins never falls in 500 of 500 accounts/)]);
  });
});

describe('an exclusive end', () => {
  const upTo = (days: number): readonly Series[] => [Array.from({ length: days }, (_, n) => 9 - n)];
  const SAYS =
    'Rows came for 2026-03-03 to 2026-03-08 and none for 2026-03-09: if the endpoint leaves out its end date, write {end_date:+1d}.';

  test('is suspected when just the last day is missing', () => {
    expect(notices(upTo(6))).toEqual([SAYS]);
    // Whichever account has which day.
    expect(
      notices([
        [1, null, 1, null, 1, null],
        [null, 2, null, 2, null, 2],
      ]),
    ).toEqual([SAYS]);
  });

  test.each<[string, readonly Series[]]>([
    ['every day has rows', upTo(7)],
    ['two days are missing at the end', upTo(5)],
    ['days are missing in between', [[3, 2, null, 2, 3, 2]]],
    ['the first day is missing, too', [[null, 2, 3, 2, 3, 2]]],
    ['nothing came', []],
  ])('is not when %s', (_what, series) => {
    expect(notices(series)).toEqual([]);
  });

  test('is not in a window of a day or two', () => {
    expect(notices(upTo(1), LOGINS, { from: WEEK.from, to: '2026-03-04' })).toEqual([]);
    expect(notices([], LOGINS, { from: WEEK.from, to: WEEK.from })).toEqual([]);
    expect(notices(upTo(2), LOGINS, { from: WEEK.from, to: '2026-03-05' })).toHaveLength(1);
  });

  test('days outside the window count for nothing', () => {
    const watch = watchUsage(LOGINS, WEEK);
    for (const day of [-1, 7, 100]) watch.meet('A', FIRST + day, Float64Array.of(1));
    expect(watch.notices()).toEqual([]);
  });
});
