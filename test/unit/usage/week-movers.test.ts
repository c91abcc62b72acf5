import { expect, test } from 'vitest';
import { weekMovers } from '../../../src/features/usage/domain/week-movers.ts';

const METRICS = [
  { slot: 0, name: 'calls', aggregation: 'SUM' },
  { slot: 1, name: 'seats', aggregation: 'LAST' },
] as const;
const of = (accountId: string, now: (number | null)[], before: (number | null)[]) => ({ accountId, now, before });
const DOWN = { direction: 'DOWN', limit: 5 } as const;
const short = (movers: ReturnType<typeof weekMovers>) =>
  movers.map(({ accountId, changeRate }) => `${accountId} ${Math.round(changeRate * 100)} %`);

const ONE = [
  of('halved', [50], [100]),
  of('gone', [0], [10]),
  of('gone-large', [0], [1_000]),
  of('grown', [30], [10]),
  of('same', [5], [5]),
  of('new', [5], [0]),
  of('unknown', [null], [10]),
  of('never', [5], [null]),
  of('negative', [-20], [-10]),
];

test('by a metric, those that lost most, whatever the rate', () => {
  expect(short(weekMovers(ONE, [METRICS[0]], 'METRIC', DOWN))).toEqual([
    ...['gone-large -100 %', 'halved -50 %', 'gone -100 %', 'negative -100 %'],
  ]);
  expect(weekMovers(ONE, [METRICS[0]], 'METRIC', { ...DOWN, limit: 1 })).toEqual([
    { accountId: 'gone-large', value: 0, previousValue: 1_000, changeRate: -1 },
  ]);
});

test('by a metric, those that grew', () => {
  expect(short(weekMovers(ONE, [METRICS[0]], 'METRIC', { direction: 'UP', limit: 5 }))).toEqual(['grown 200 %']);
});

test('by the index: each metric against the median of the later week, both alike', () => {
  const levels = [of('a', [100, 10], [100, 20]), of('b', [100, 10], [100, 10]), of('c', [0, 10], [100, 10])];
  // Medians 100 and 10: c falls from 100 to 50, a from 150 to 100.
  expect(weekMovers(levels, METRICS, 'INDEX', DOWN)).toEqual([
    { accountId: 'a', value: 100, previousValue: 150, changeRate: (100 - 150) / 150 },
    { accountId: 'c', value: 50, previousValue: 100, changeRate: -0.5 },
  ]);
});

test('by the index: a metric that nobody had before counts for nothing', () => {
  const levels = [of('a', [50, 10], [100, null]), of('b', [100, 10], [100, null])];
  expect(short(weekMovers(levels, METRICS, 'INDEX', DOWN))).toEqual(['a -50 %']);
  expect(weekMovers([of('a', [50, 1], [null, null])], METRICS, 'INDEX', DOWN)).toEqual([]);
  expect(weekMovers([], METRICS, 'INDEX', DOWN)).toEqual([]);
});
