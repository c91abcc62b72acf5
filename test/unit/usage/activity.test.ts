import { describe, expect, test } from 'vitest';
import {
  activityChange,
  activityIndex,
  changeRate,
  type Levels,
  levelsOf,
  measureScale,
} from '../../../src/features/usage/domain/activity.ts';
import type { Metric, UsageProfile } from '../../../src/features/usage/model.ts';
import { seeded } from '../../kit/random.ts';

const CALLS: Metric = { slot: 0, name: 'calls', aggregation: 'SUM' };
const SEATS: Metric = { slot: 1, name: 'seats', aggregation: 'LAST' };
const METRICS = [CALLS, SEATS];
const EQUAL = [1, 1];

const levels = (now: (number | null)[], before: (number | null)[] = []): Levels => ({ now, before });
const scaleOf = (all: readonly Levels[], metrics = METRICS) => {
  const { add, scale } = measureScale(metrics);
  for (const one of all) add(one);
  return scale();
};

describe('the index', () => {
  test('100 is the median of every metric, whatever their units', () => {
    const all = [levels([1_000_000, 1]), levels([2_000_000, 2]), levels([3_000_000, 3])];
    const scale = scaleOf(all);
    expect(all.map((one) => activityIndex(one, scale, EQUAL))).toEqual([50, 100, 150]);
  });

  test('the median is of those above zero: most accounts without a metric do not make it easy', () => {
    const all = [levels([10]), levels([0]), levels([null]), levels([-5]), levels([0])];
    expect(all.map((one) => activityIndex(one, scaleOf(all), EQUAL))).toEqual([100, 0, 0, 0, 0]);
  });

  test('a metric counts at most tenfold, and the rest of the account still counts', () => {
    const all = [levels([1, 1]), levels([1, 1]), levels([1e300, 1])];
    expect(activityIndex(all[2] as Levels, scaleOf(all), EQUAL)).toBe(100 * ((10 + 1) / 2));
  });

  test('a metric nobody has above zero is left out; with none left there is no index', () => {
    const all = [levels([4, 0]), levels([4, null])];
    expect(all.map((one) => activityIndex(one, scaleOf(all), EQUAL))).toEqual([100, 100]);
    const idle = [levels([0, null])];
    expect(activityIndex(idle[0] as Levels, scaleOf(idle), EQUAL)).toBeNull();
  });

  test('weights: a metric of weight 0 does not count, one of 3 three times', () => {
    const all = [levels([2, 1]), levels([1, 3]), levels([1, 1])];
    const scale = scaleOf(all);
    expect(activityIndex(all[0] as Levels, scale, [0, 1])).toBe(100);
    expect(activityIndex(all[1] as Levels, scale, [1, 3])).toBe(100 * ((1 + 9) / 4));
  });

  test('more of any metric is never less, the order of accounts does not matter, and it is bounded', () => {
    const random = seeded(5);
    const value = () => (random() < 0.2 ? null : random() * 140 - 5);
    const all = Array.from({ length: 301 }, () => levels([value(), value()], [value(), value()]));
    const scale = scaleOf(all);
    expect(scaleOf([...all].reverse())).toEqual(scale);
    for (const one of all) {
      const index = activityIndex(one, scale, EQUAL) ?? Number.NaN;
      const more = levels([(one.now[0] ?? 0) + 3, one.now[1] ?? null]);
      expect(index, JSON.stringify(one)).toBeGreaterThanOrEqual(0);
      expect(index, JSON.stringify(one)).toBeLessThanOrEqual(1000);
      expect(activityIndex(more, scale, EQUAL), JSON.stringify(one)).toBeGreaterThanOrEqual(index);
    }
  });
});

describe('its change', () => {
  test('is against the earlier index by the medians of now', () => {
    const all = [levels([2], [1]), levels([4], [4]), levels([6], [12])];
    expect(all.map((one) => activityChange(one, scaleOf(all), EQUAL).rate)).toEqual([1, 0, -0.5]);
  });

  test('is unknown when nothing was there before', () => {
    const all = [levels([2], [0]), levels([4], [null]), levels([6], [12])];
    expect(all.map((one) => activityChange(one, scaleOf(all), EQUAL).rate)).toEqual([null, null, -0.5]);
  });

  test('a metric that came since is no growth of everybody', () => {
    const all = [levels([2, 7], [2, null]), levels([2, 9], [4, null])];
    expect(all.map((one) => activityChange(one, scaleOf(all), EQUAL).rate)).toEqual([0, -0.5]);
  });

  test.each([
    [3, 2, 0.5],
    [-1, -2, 0.5],
    [0, 5, -1],
    [5, 0, null],
    [null, 5, null],
    [5, null, null],
    [Number.MAX_VALUE, -1e-300, Number.MAX_VALUE],
  ])('from %d to %d is %d', (now, before, expected) => expect(changeRate(now, before)).toBe(expected));
});

test('levels: sums of summed metrics, the average of the last four weeks of gauges', () => {
  const profile = {
    recent: [300, 9],
    before: [100, 7],
    weeks: [[], [8, null, 4, 6, 2, null, null, null, 50]],
  } as unknown as UsageProfile;
  expect(levelsOf(profile, METRICS)).toEqual({ now: [300, 6], before: [100, 2] });
});
