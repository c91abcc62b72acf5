import type { Aggregation } from './mapping.ts';

/** What the rows of one account come to. The same object serves every account. */
export type AccountTotal = {
  ref: number;
  /** Epoch days. */
  firstDay: number;
  lastDay: number;
  dayCount: number;
  /** In the mapping's order; NaN where no day has a value. */
  readonly values: Float64Array;
};

export type AccountTotals = {
  readonly add: (ref: number, day: number, values: Float64Array) => void;
  /** One after the other; null when they cannot be had by adding up. */
  readonly all: () => Iterable<AccountTotal> | null;
};

/** Of all accounts together: 8 MB. Beyond it, the database adds up. */
const MAX_VALUES = 1_000_000;

/**
 * Adds up what the database would add up once more from the stored days. In their order, as there: sums of fractions depend on
 * it. So each account's days have to come in their order, which also means that none comes twice.
 */
export function accountTotals(aggregations: readonly Aggregation[]): AccountTotals {
  const width = aggregations.length;
  const most = Math.floor(MAX_VALUES / width);
  let extents = new Int32Array(3 * 1_024);
  let totals = new Float64Array(width * 1_024);
  let size = 0;
  let failed = false;

  const begin = (ref: number, day: number, values: Float64Array): void => {
    if (ref >= most) {
      failed = true;
      return;
    }
    if (3 * ref >= extents.length) {
      extents = grown(extents, Int32Array);
      totals = grown(totals, Float64Array);
    }
    extents.set([day, day, 1], 3 * ref);
    totals.set(values, width * ref);
    size++;
  };

  const add: AccountTotals['add'] = (ref, day, values) => {
    if (failed) return;
    if (ref === size) return begin(ref, day, values);
    const at = 3 * ref;
    if (day <= (extents[at + 1] as number)) {
      failed = true;
      return;
    }
    extents[at + 1] = day;
    extents[at + 2] = (extents[at + 2] as number) + 1;
    const from = width * ref;
    for (let index = 0; index < width; index++) {
      const value = values[index] as number;
      if (Number.isNaN(value)) continue;
      const before = totals[from + index] as number;
      if (aggregations[index] === 'LAST' || Number.isNaN(before)) totals[from + index] = value;
      else if (aggregations[index] === 'SUM') totals[from + index] = before + value;
      else if (value > before) totals[from + index] = value;
    }
  };

  function* all(): Generator<AccountTotal> {
    const total: AccountTotal = { ref: 0, firstDay: 0, lastDay: 0, dayCount: 0, values: new Float64Array(width) };
    for (let ref = 0; ref < size; ref++) {
      total.ref = ref;
      [total.firstDay, total.lastDay, total.dayCount] = extents.subarray(3 * ref) as unknown as [
        number,
        number,
        number,
      ];
      total.values.set(totals.subarray(width * ref, width * (ref + 1)));
      yield total;
    }
  }

  return { add, all: () => (failed ? null : all()) };
}

function grown<T extends Int32Array | Float64Array>(array: T, make: new (length: number) => T): T {
  const larger = new make(array.length * 2);
  larger.set(array);
  return larger;
}
