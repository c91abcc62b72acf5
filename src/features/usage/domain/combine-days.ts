import type { Aggregation } from '../model.ts';
import { combineValues } from './combine-values.ts';

type Value = number | null;

/** What came under one id: offsets of its days, and for each metric read, their values. */
export type Days = { readonly offsets: readonly number[]; readonly values: readonly (readonly Value[])[] };

/**
 * The days of an account's ids as one column with an entry for each of `length` days; the id whose word counts comes first.
 * `at` is the metric's place among those that were read.
 */
export function combineDays(aggregation: Aggregation, ids: readonly Days[], at: number, length: number): Value[] {
  const combined = new Array<Value>(length).fill(null);
  for (const { offsets, values } of ids) {
    const own = values[at] ?? [];
    for (let index = 0; index < offsets.length; index++) {
      const day = offsets[index] ?? 0;
      combined[day] = combineValues(aggregation, combined[day] ?? null, own[index] ?? null);
    }
  }
  return combined;
}
