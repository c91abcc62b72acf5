import type { Metric } from '../model.ts';
import { activityIndex, changeRate, finite, type Levels, measureScale } from './activity.ts';

type Of = { readonly accountId: string } & Levels;
export type WeekMover = {
  readonly accountId: string;
  readonly value: number | null;
  readonly previousValue: number | null;
  readonly changeRate: number;
};

/**
 * The accounts that moved most from one week to the next: by one metric, which is then the only one of the levels, or by the
 * activity index of a week, each metric against the week's median. By how much they moved and not by the rate, or the list would
 * be of the smallest that stopped.
 */
export function weekMovers(
  levels: readonly Of[],
  metrics: readonly Metric[],
  by: 'METRIC' | 'INDEX',
  { direction, limit }: { readonly direction: 'DOWN' | 'UP'; readonly limit: number },
): WeekMover[] {
  const figures = by === 'METRIC' ? levels.map(ofMetric) : indices(levels, metrics);
  const way = direction === 'DOWN' ? 1 : -1;
  return figures
    .flatMap(({ accountId, value, previousValue }): WeekMover[] => {
      const change = changeRate(value, previousValue);
      return change === null || change * way >= 0 ? [] : [{ accountId, value, previousValue, changeRate: change }];
    })
    .sort((a, b) => way * (movedBy(a) - movedBy(b)) || (a.accountId < b.accountId ? -1 : 1))
    .slice(0, limit);
}

const movedBy = ({ value, previousValue }: WeekMover): number => (value ?? 0) - (previousValue ?? 0);

const ofMetric = ({ accountId, now, before }: Of) => ({
  accountId,
  value: finite(now[0]),
  previousValue: finite(before[0]),
});

function indices(levels: readonly Of[], metrics: readonly Metric[]) {
  const measured = measureScale(metrics);
  for (const one of levels) measured.add(one);
  const { medians, comparable } = measured.scale();
  // A metric that came this week would read as growth of everybody.
  const scale = { medians: medians.map((median, index) => (comparable[index] ? median : null)), comparable };
  const weights = metrics.map(() => 1);
  return levels.map(({ accountId, now, before }) => ({
    accountId,
    value: activityIndex({ now, before }, scale, weights),
    previousValue: activityIndex({ now: before, before: now }, scale, weights),
  }));
}
