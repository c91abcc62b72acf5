import { describe, expect, it } from 'vitest';
import { againstUsual, pastOf, UNCHANGED } from '../../../src/features/health/domain/past.ts';
import { sharePoints } from '../../../src/features/health/domain/points.ts';
import { percentile } from '../../../src/features/health/domain/population.ts';
import type { AccountScore } from '../../../src/features/health/domain/score-account.ts';
import { scoreWorld, type World } from '../../kit/usage-worlds.ts';

const STEADY = { steadiness: 1, missed: 1 };
const weeks = (...rates: number[]) => ({ rates, days: rates.map(() => 7) });

describe('against the usual', () => {
  it.each([
    [0, 0],
    [5, 37.5],
    [10, UNCHANGED],
    [15, 87.5],
    [20, 100],
    [500, 100],
    [-3, 0],
  ])('%d of a usual 10 is %d', (now, score) => {
    expect(againstUsual(now, 10, STEADY, true)).toBe(score);
  });

  it('is reversed where down is good', () => {
    expect([0, 10, 20].map((now) => againstUsual(now, 10, STEADY, false))).toEqual([100, UNCHANGED, 0]);
  });

  it('keeps to unchanged where the past was unsteady', () => {
    expect(againstUsual(0, 10, { steadiness: 0.2, missed: 0.2 }, true)).toBe(60);
  });

  it('knows a negative usual: less negative is better', () => {
    expect([-20, -10, 0].map((now) => againstUsual(now, -10, STEADY, true))).toEqual([0, UNCHANGED, 100]);
  });
});

describe('the past', () => {
  it('takes four known weeks before the recent ones', () => {
    expect(pastOf(weeks(1, 1, 1, 1, 1, 1, 1), 7)).toBeNull();
    expect(pastOf(weeks(1, 1, 1, 1, 1, 1, 1, 1), 8)?.usual).toBe(1);
    expect(pastOf(weeks(1, 1, 1, 1, 1, 1, 1, 1), 5)).toBeNull();
  });

  it('counts a spike for three usual weeks', () => {
    expect(pastOf(weeks(1, 1, 1, 1, 2, 2, 2, 600), 8)).toMatchObject({ usual: 3, cap: 6 });
  });

  it('does not take silence for a habit', () => {
    const silent = pastOf(weeks(0, 0, 0, 0, 0, 0, 4, 4), 8);
    expect(silent).toMatchObject({ usual: 4, missed: 1 });
    expect(pastOf(weeks(1, 0, 0, 0, 0, 0, 4, 4), 8)).toMatchObject({ usual: 2, missed: 1 - 0.5 ** 4 });
  });
});

describe('percentiles and points', () => {
  it('equal accounts share the middle of their ranks', () => {
    const sorted = Float64Array.of(0, 0, 0, 5);
    expect([percentile(sorted, 0, true), percentile(sorted, 5, true)]).toEqual([37.5, 87.5]);
    expect(percentile(Float64Array.of(7), 7, true)).toBe(50);
  });

  it('an account that never used anything ranks among them as one more', () => {
    expect(percentile(Float64Array.of(1, 2, 3), 0, false)).toBe(12.5);
  });

  it('points add up to the score, the largest remainders rounded up', () => {
    expect(sharePoints(10, [1, 1, 1])).toEqual([3.34, 3.33, 3.33]);
    expect(sharePoints(0, [0.2, 0.1])).toEqual([0, 0]);
  });
});

/** One account that is looked at, by its days' values, among three that go on as ever; 140 days. */
function among(values: (before: number) => number): World {
  const days = (of: (before: number) => number) =>
    new Map([...Array(140).keys()].flatMap((before) => (of(before) === 0 ? [] : [[before, [of(before)]] as const])));
  const others = [1, 2, 3].map((size) => [`other ${size}`, days(() => 10 * size)] as const);
  const metrics = [{ slot: 0, name: 'calls', aggregation: 'SUM' as const }];
  return { metrics, rules: {}, accounts: new Map([['one', days(values)], ...others]), unknown: new Set(), length: 140 };
}
const scoreOf = (values: (before: number) => number): AccountScore =>
  scoreWorld(among(values)).get('one') as AccountScore;

describe('an account among others', () => {
  it('that generates nothing falls, week by week', () => {
    const scores = [0, 7, 14, 21, 28, 42, 56, 70, 90].map(
      (silent) => scoreOf((before) => (before < silent ? 0 : 20)).score ?? 0,
    );
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.at(0)).toBeGreaterThanOrEqual(70);
    expect(scores[4]).toBeLessThan(50);
    expect(scores.at(-1)).toBeLessThan(20);
  });

  it('that grows gains, and gains more the more it grows', () => {
    const scores = [1, 1.3, 2, 4].map((times) => scoreOf((before) => (before < 28 ? 15 * times : 15)).score ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(scores.at(-1)).toBeGreaterThan((scores[0] ?? 0) + 5);
  });

  it('that is new is scored without a past', () => {
    const score = scoreOf((before) => (before < 20 ? 20 : 0));
    const kinds = score.pillars.flatMap(({ inputs }) => inputs.map(({ kind }) => kind));
    expect(kinds).toEqual(['LEVEL_PEERS', 'BREADTH', 'RECENCY', 'ACTIVE_DAYS_PEERS']);
  });

  it('that rests at weekends is not missed on a Sunday', () => {
    const workdays = (end: number) => (before: number) => ((before + end) % 7 < 2 ? 0 : 20);
    const recency = [0, 5].map((end) =>
      scoreOf(workdays(end)).pillars[1]?.inputs.find(({ kind }) => kind === 'RECENCY'),
    );
    expect(recency.map((input) => input?.score)).toEqual([100, 100]);
  });

  it('has no score without a pillar that has one', () => {
    const weights = { ADOPTION: 0, ENGAGEMENT: 0, RELATIONSHIP: 50, SUPPORT: 25, FINANCIAL: 25 };
    const score = scoreWorld(
      among(() => 1),
      { model: { weights } },
    ).get('one');
    expect(score).toMatchObject({ score: null, band: null });
  });
});
