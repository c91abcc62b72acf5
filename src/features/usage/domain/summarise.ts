import type { Aggregation, MetricSummary } from '../model.ts';

type Values = readonly (number | null)[];

/**
 * What a period says of one metric, beside the period of the same length before it. Missing days count neither as days
 * nor as zero. A gauge has no sum: its periods are compared by their averages.
 */
export function summarise(aggregation: Aggregation, current: Values, previous: Values): MetricSummary {
  const now = measure(current);
  const before = measure(previous);
  const summed = aggregation === 'SUM';
  const [figure, earlier] = summed ? [now.sum, before.sum] : [now.average, before.average];
  return {
    total: summed ? now.sum : null,
    previousTotal: summed ? before.sum : null,
    changeRate: figure === null || earlier === null || earlier === 0 ? null : (figure - earlier) / Math.abs(earlier),
    latest: current.findLast((value) => value !== null) ?? null,
    average: now.average,
  };
}

function measure(values: Values): { sum: number | null; average: number | null } {
  let sum = 0;
  let days = 0;
  for (const value of values) {
    if (value === null) continue;
    sum += value;
    days++;
  }
  return days === 0 ? { sum: null, average: null } : { sum, average: sum / days };
}
