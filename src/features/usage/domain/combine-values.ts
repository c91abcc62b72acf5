import type { Aggregation } from '../model.ts';

type Value = number | null;

/** One value of two external ids of an account, for the same days; `first` is the one whose word counts in a gauge. */
export function combineValues(aggregation: Aggregation, first: Value, second: Value): Value {
  if (first === null) return second;
  if (second === null) return first;
  switch (aggregation) {
    case 'SUM':
      return first + second;
    case 'MAX':
      return Math.max(first, second);
    case 'LAST':
      return first;
  }
}
