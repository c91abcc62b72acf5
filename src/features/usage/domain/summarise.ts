import type { Aggregation, MetricComparison, MetricSummary } from '../model.ts';

/** What a period says of one metric. Missing days count neither as days nor as zero. A gauge has no sum. */
export function summarise(aggregation: Aggregation, values: readonly (number | null)[]): MetricSummary {
  let sum = 0;
  let days = 0;
  for (const value of values) {
    if (value === null) continue;
    sum += value;
    days++;
  }
  if (days === 0) return { total: null, latest: null, average: null };
  const latest = values.findLast((value) => value !== null) ?? null;
  return { total: aggregation === 'SUM' ? sum : null, latest, average: sum / days };
}

/** Two periods of the same length; those of a gauge are compared by their averages. */
export function compare(aggregation: Aggregation, now: MetricSummary, before: MetricSummary): MetricComparison {
  const [figure, earlier] = aggregation === 'SUM' ? [now.total, before.total] : [now.average, before.average];
  return {
    previousTotal: before.total,
    changeRate: figure === null || earlier === null || earlier === 0 ? null : (figure - earlier) / Math.abs(earlier),
  };
}
