import type { Column } from './structure/columns.ts';
import { hasUnit } from './units.ts';
import { wordsOf } from './words.ts';

/** A value's names and, where one stands beside it alone, its unit: `{"valueType": "Seconds", "values": 5261}`. */
export function namesWithUnit({ names, path, level }: Column, columns: readonly Column[]): readonly string[] {
  const within = /^(.*)\.[^.]+$/.exec(path)?.[1];
  if (within === undefined || names.length < 2) return names;
  const beside = columns.find(
    (other) =>
      other.level === level &&
      other.path.startsWith(`${within}.`) &&
      !other.path.slice(within.length + 1).includes('.') &&
      /unit|type|measure/i.test(other.names.at(-1) ?? ''),
  );
  const unit = beside?.values.find((value) => value !== null);
  if (
    typeof unit !== 'string' ||
    unit.length > 30 ||
    !beside?.values.every((value) => value === null || value === unit)
  )
    return names;
  if (!hasUnit(unit) && !COUNTED.test(unit)) return names;
  // Before the name of what it is in, which tells more.
  return [...names.slice(0, -2), wordsOf(unit).join(' '), ...names.slice(-2)];
}

const COUNTED = /^(?:instances?|counts?|numbers?|times|occurrences|events)$/i;
