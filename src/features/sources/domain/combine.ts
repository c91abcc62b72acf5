import { dayFromEpoch } from '../../../lib/day.ts';
import type { CompiledMetric } from './check-mapping.ts';
import type { PreviewResultRow } from './mapper-job.ts';
import type { Aggregation } from './mapping.ts';

export type Combiner = {
  /** Rows in the order of the answer. `values` is copied. */
  readonly add: (externalId: string, day: number, values: Float64Array) => void;
  readonly result: () => PreviewResultRow[];
};

/** Combines rows of one day and account, for the first `limit` such pairs the answer shows. */
export function combiner(metrics: readonly CompiledMetric[], limit: number): Combiner {
  const byAccount = new Map<string, Map<number, Float64Array>>();
  const inOrder: { externalId: string; day: number; values: Float64Array }[] = [];
  const aggregations = metrics.map((metric) => metric.aggregation);
  return {
    add: (externalId, day, values) => {
      const known = byAccount.get(externalId)?.get(day);
      if (known) return combineInto(known, values, aggregations);
      if (inOrder.length >= limit) return;
      const pair = { externalId, day, values: values.slice() };
      inOrder.push(pair);
      const days = byAccount.get(externalId) ?? new Map<number, Float64Array>();
      byAccount.set(externalId, days.set(day, pair.values));
    },
    result: () =>
      inOrder.map(({ externalId, day, values }) => ({ externalId, day: dayFromEpoch(day), values: nullable(values) })),
  };
}

/** A missing value changes nothing: missing and 3 is 3, missing and missing stays missing. */
function combineInto(into: Float64Array, values: Float64Array, aggregations: readonly Aggregation[]): void {
  for (const [index, aggregation] of aggregations.entries()) {
    const value = values[index] ?? Number.NaN;
    const before = into[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    into[index] = Number.isNaN(before) ? value : COMBINE[aggregation](before, value);
  }
}

const COMBINE: Readonly<Record<Aggregation, (before: number, value: number) => number>> = {
  SUM: (before, value) => before + value,
  LAST: (_before, value) => value,
  MAX: Math.max,
};

/** NaN stands for missing in here; outside it is null. */
export const nullable = (values: Float64Array): (number | null)[] =>
  Array.from(values, (value) => (Number.isNaN(value) ? null : value));
