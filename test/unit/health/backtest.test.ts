import { describe, expect, test } from 'vitest';
import {
  checkpointsOf,
  judgeBacktest,
  MOST_CHECKPOINTS,
  type Watched,
} from '../../../src/features/health/domain/backtest.ts';
import { areaUnderCurve, quantile } from '../../../src/features/health/domain/ranking.ts';
import { addDays, windowLength } from '../../../src/lib/day.ts';

const DAYS = { from: '2026-01-01', to: '2026-01-31' };
const CHECKPOINTS = checkpointsOf(DAYS);

describe('checkpoints', () => {
  test('are weekly, end on the last day, and begin 90 days before the first', () => {
    expect(CHECKPOINTS.at(-1)).toBe('2026-01-31');
    expect(CHECKPOINTS[0] ?? '').toMatch(/^2025-(09|10)-/);
    const [first = '', second = ''] = CHECKPOINTS;
    expect(first <= addDays(DAYS.from, -90) && second > addDays(DAYS.from, -90)).toBe(true);
    expect(CHECKPOINTS.slice(1).every((day, index) => day === addDays(CHECKPOINTS[index] ?? day, 7))).toBe(true);
  });
  test.each([1, 31, 84, 85, 86, 92, 93, 100, 200, 366])('of %i days are at most 26 and reach as far back', (length) => {
    const days = { from: addDays(DAYS.to, 1 - length), to: DAYS.to };
    const points = checkpointsOf(days);
    expect(windowLength(days)).toBe(length);
    expect(points.length).toBeLessThanOrEqual(MOST_CHECKPOINTS);
    expect((points[0] ?? days.to) <= addDays(days.from, -90)).toBe(true);
    expect(points.at(-1)).toBe(days.to);
  });
});

/** The same score at each checkpoint from the first on, then `later` from the day on. */
function account(churnedOn: string | null, score: number, later?: [from: string, score: number], idle = 0): Watched {
  const scores = CHECKPOINTS.map((day) => (later && day >= later[0] ? later[1] : score));
  return {
    churnedOn,
    scores,
    poor: scores.map((one) => Number(one >= 0 && one < 50)),
    idleDays: scores.map(() => idle),
  };
}

describe('alerts', () => {
  const judge = (accounts: Watched[]) => judgeBacktest(accounts, CHECKPOINTS, DAYS);
  test('are judged 30 days before an account leaves, and no later', () => {
    const { alerts } = judge([
      account('2026-01-20', 80, ['2025-12-15', 20]),
      account('2026-01-20', 80, ['2025-12-21', 20]),
      account(null, 80),
      account(null, 30),
    ]);
    expect(alerts).toEqual({
      alertCount: 2,
      hitCount: 1,
      falseAlertCount: 1,
      missedCount: 1,
      precision: 0.5,
      recall: 0.5,
    });
  });
  test('without any, precision is unknown, not zero', () => {
    expect(judge([account('2026-01-20', 80), account(null, 80)]).alerts).toMatchObject({ precision: null, recall: 0 });
  });
  test('what was never scored is not judged', () => {
    expect(judge([account('2026-01-20', -1), account(null, -1)])).toMatchObject({
      accountCount: 0,
      churnCount: 0,
      alerts: { alertCount: 0, recall: null },
      separations: [30, 60, 90].map((daysBefore) => ({ daysBefore, score: null, recency: null })),
    });
  });
  test('recency gets as many, the longest idle first; those alike share the last place', () => {
    const { alerts, recencyBaseline } = judge([
      account('2026-01-20', 20, undefined, 5),
      account('2026-01-20', 20, undefined, 40),
      account('2026-01-20', 20, undefined, 5),
      account(null, 80, undefined, 5),
      account(null, 80, undefined, 1),
    ]);
    expect(alerts).toMatchObject({ alertCount: 3, hitCount: 3 });
    // The one idle for 40 days, and two of three alike of whom two left.
    expect(recencyBaseline.hitCount).toBeCloseTo(1 + 2 * (2 / 3));
    expect(recencyBaseline.precision).toBeCloseTo((1 + 4 / 3) / 3);
  });
});

test('lead time is that of the unbroken poor stretch before an account leaves', () => {
  const broken = account('2026-01-20', 20, ['2025-12-01', 80]);
  const { leadTime } = judgeBacktest(
    [
      { ...broken, poor: CHECKPOINTS.map((day) => Number(day < '2025-12-01' || day >= '2026-01-01')) },
      account('2026-01-20', 80, ['2025-12-15', 20]),
      account('2026-01-20', 80, ['2025-11-15', 20]),
      account('2026-01-20', 20, ['2026-01-15', 80]),
      account(null, 20),
    ],
    CHECKPOINTS,
    DAYS,
  );
  // Poor from 3 January, 20 December and 15 November on.
  expect(leadTime).toEqual({ accountCount: 3, lowerQuartile: 24, median: 31, upperQuartile: 48.5 });
});

describe('the area under the curve', () => {
  const of = (positives: number[], negatives: number[]) =>
    areaUnderCurve([
      ...positives.map((value) => ({ positive: true, value })),
      ...negatives.map((value) => ({ positive: false, value })),
    ]);
  test.each([
    ['apart', [3, 4], [1, 2], 1],
    ['the wrong way round', [1, 2], [3, 4], 0],
    ['all alike', [1, 1], [1, 1], 0.5],
    ['mixed', [1, 3], [2], 0.5],
    ['tied at the edge', [2, 3], [1, 2], 0.875],
    ['endless', [Number.POSITIVE_INFINITY], [Number.POSITIVE_INFINITY, 1], 0.75],
  ])('%s', (_, positives, negatives, area) => expect(of(positives, negatives)).toBe(area));
  test('needs both kinds', () => expect([of([1], []), of([], [1]), of([], [])]).toEqual([null, null, null]));
});

test('quantiles lie between the values around them', () => {
  expect([0, 0.25, 0.5, 1].map((share) => quantile([1, 2, 4, 8], share))).toEqual([1, 1.75, 3, 8]);
  expect([quantile([], 0.5), quantile([7], 0.25)]).toEqual([null, 7]);
});
