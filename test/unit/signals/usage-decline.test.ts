import { describe, expect, it } from 'vitest';
import type { RulesPatch } from '../../../src/features/signals/domain/rules.ts';
import type { UsageFrame } from '../../../src/features/signals/domain/usage-frame.ts';
import { find, frameOf, historyOf, type MetricOf, settingOf, short, THROUGH, viewOf } from '../../kit/signal-views.ts';

type Weeks = readonly (number | null)[];
const CALLS = [{ name: 'calls' }];

const decline = (
  metrics: readonly MetricOf[],
  weeks: readonly Weeks[],
  frame: Partial<UsageFrame> = {},
  rules: RulesPatch = {},
) => {
  const usage = historyOf(weeks);
  return find('USAGE_DECLINE', viewOf({ usage }), settingOf({ frame: frameOf(metrics, [usage], frame) }, rules));
};
const of = (...weeks: Weeks) => short(decline(CALLS, [weeks]));

describe('one metric, week over week', () => {
  it.each<[string, Weeks, string[]]>([
    ['30 % is a decline', [70, 100], ['calls HOLDS LOW']],
    ['29 % is not, and keeps one that there is', [71, 100], ['calls LINGERS LOW']],
    ['20 % keeps it', [80, 100], ['calls LINGERS LOW']],
    ['19 % ends it', [81, 100], []],
    ['50 % is medium', [50, 100], ['calls HOLDS MEDIUM']],
    ['80 % is high', [20, 100], ['calls HOLDS HIGH']],
    ['down to nothing', [0, 100], ['calls HOLDS HIGH']],
    ['a counter without a value counted nothing', [null, 100], ['calls HOLDS HIGH']],
    ['growth', [130, 100], []],
    ['from nothing there is no fall', [0, 0], []],
    ['from a correction below zero neither', [-5, -10], []],
    ['below zero is all of it', [-50, 100], ['calls HOLDS HIGH']],
    ['few counts are chance', [1, 4], []],
    ['five are enough', [1, 5], ['calls HOLDS HIGH']],
    ['what is measured in fractions is no count', [0.1, 0.9], ['calls HOLDS HIGH']],
    ['two weeks of history are enough', [50, 100, null, null], ['calls HOLDS MEDIUM']],
    ['a week that is tiny for the account is none to fall from', [5, 20, 100, 100, 100], []],
    ['a quarter of the usual week is', [5, 25, 100, 100, 100], ['calls HOLDS HIGH']],
    ['an ordinary week after an exceptional one is none', [90, 300, 100, 100, 100, 100], []],
    ['a week below the ordinary one is', [70, 300, 100, 100, 100, 100], ['calls HOLDS MEDIUM']],
    ['a pause of one who comes every other week is ordinary', [0, 50, 0, 50, 0, 50, 0, 50], []],
    ['a week without anything is, to one who pauses every third week', [0, 50, 60, 0, 50, 70, 0, 50], []],
    ['but not to one who pauses seldom', [0, 50, 60, 50, 0, 70, 50, 60], ['calls HOLDS HIGH']],
    ['three weeks tell nothing of what is ordinary', [90, 300, 100, 100, 100], ['calls HOLDS MEDIUM']],
    ['weeks before the first use are none', [0, 50, 50, 50, 50, 50, 0, 0, 0, 0, 0, 0], ['calls HOLDS HIGH']],
  ])('%s', (_, weeks, expected) => expect(of(...weeks)).toEqual(expected));

  it('shows both weeks', () => {
    expect(decline(CALLS, [[60, 100]])).toMatchObject([
      {
        day: THROUGH,
        evidence: { metric: 'calls', through: THROUGH, value: 60, previousValue: 100, changeRate: -0.4 },
      },
    ]);
  });
});

describe('gauges', () => {
  const seats = (...weeks: Weeks) => short(decline([{ name: 'seats', isGauge: true }], [weeks]));
  it('fall by their averages, however small', () => {
    expect(seats(2, 4)).toEqual(['seats HOLDS MEDIUM']);
    expect(seats(3.5, 4)).toEqual([]);
  });
  it('without a value are unknown, not zero', () => {
    expect(seats(null, 4)).toEqual(['seats UNKNOWN', 'UNKNOWN']);
    expect(seats(null, null, 4)).toEqual([]);
  });
});

describe('all metrics together', () => {
  const both = [{ name: 'calls' }, { name: 'orders' }];
  const total = (metrics: readonly MetricOf[], ...weeks: Weeks[]) =>
    decline(metrics, weeks).filter(({ subject }) => subject === '');

  it('is the mean of their changes, and one step more severe', () => {
    expect(total(both, [50, 100], [7_000, 10_000])).toMatchObject([
      { standing: 'HOLDS', severity: 'MEDIUM', evidence: { metric: null, value: null, changeRate: -0.4 } },
    ]);
    expect(short(total(both, [10, 100], [1_000, 10_000]))).toEqual(['HOLDS CRITICAL']);
  });
  it('is told of in place of each metric, as severely as the worst of them', () => {
    expect(
      short(
        decline(both, [
          [50, 100],
          [70, 100],
        ]),
      ),
    ).toEqual(['calls LINGERS MEDIUM', 'orders LINGERS LOW', 'HOLDS MEDIUM']);
    const three = [...both, { name: 'logins' }];
    expect(
      short(
        decline(three, [
          [10, 100],
          [95, 100],
          [90, 100],
        ]),
      ),
    ).toEqual(['calls LINGERS HIGH', 'HOLDS HIGH']);
    expect(
      short(
        decline(both, [
          [50, 100],
          [100, 100],
        ]),
      ),
    ).toEqual(['calls HOLDS MEDIUM', 'LINGERS MEDIUM']);
  });
  it('holds an ordinary week for no change', () => {
    const ordinary = [90, 300, 100, 100, 100, 100];
    expect(short(decline(both, [[50, 100, 100, 100, 100, 100], ordinary]))).toEqual(['calls HOLDS MEDIUM']);
    expect(short(decline(both, [ordinary, ordinary]))).toEqual([]);
  });
  it('leaves out a gauge that went with everything else', () => {
    const seats = { name: 'seats', isGauge: true };
    const found = short(
      decline(
        [...both, seats],
        [
          [null, 100],
          [null, 10],
          [null, 4],
        ],
      ),
    );
    expect(found).toEqual(['calls LINGERS HIGH', 'orders LINGERS HIGH', 'seats UNKNOWN', 'HOLDS CRITICAL']);
  });
  it('weighs importance', () => {
    const important = [{ name: 'calls', weight: 3 }, { name: 'orders' }];
    expect(total(important, [100, 100], [0, 100])).toMatchObject([
      { standing: 'LINGERS', evidence: { changeRate: -0.25 } },
    ]);
    expect(total(important, [50, 100], [100, 100])).toMatchObject([
      { standing: 'HOLDS', evidence: { changeRate: -0.375 } },
    ]);
  });
  it('takes growth for doubling at most', () => {
    expect(total(both, [100_000, 100], [0, 100])).toEqual([]);
    expect(total([...both, { name: 'logins' }], [100_000, 100], [0, 100], [0, 100])).toMatchObject([
      { evidence: { changeRate: -0.3333 } },
    ]);
  });
  it('is not told of one metric alone, of which it would be the same', () => {
    expect(total(CALLS, [0, 100])).toEqual([]);
    expect(total(both, [0, 100], [0, 0])).toEqual([]);
  });
});

describe('days that are not known', () => {
  const covered = (...days: number[]) => ({ coveredDays: [...days, ...new Array(24).fill(7)] });
  it.each([
    ['a stale source', { isFrozen: true }],
    ['a gap in the later week', covered(6, 7)],
    ['a gap in the earlier week', covered(7, 0)],
  ])('change nothing: %s', (_, frame) => {
    expect(short(decline(CALLS, [[0, 100]], frame))).toEqual(['calls UNKNOWN', 'UNKNOWN']);
  });
  it('a metric that nobody has a value of was not given', () => {
    const usage = historyOf([[null, 100]]);
    const [metric] = frameOf(CALLS, [usage]).metrics;
    const notGiven = { ...metric, given: [false, ...new Array(15).fill(true)] } as never;
    expect(short(decline(CALLS, [[null, 100]], { metrics: [notGiven] }))).toEqual(['calls UNKNOWN', 'UNKNOWN']);
  });
});

it('thresholds are the workspace’s own', () => {
  const rules = { usageDecline: { fallRate: 0.1, resolveRate: 0.1 } };
  expect(short(decline(CALLS, [[89, 100]], {}, rules))).toEqual(['calls HOLDS LOW']);
  expect(short(decline(CALLS, [[10, 100]], {}, { disabledTypes: ['USAGE_DECLINE'] }))).toEqual([]);
});
