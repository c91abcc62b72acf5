import type { DateFormat, Mapping } from '../../src/features/sources/domain/mapping.ts';
import type { DayWindow } from '../../src/lib/day.ts';
import { ALL_SHAPES } from '../../test/kit/shapes/all.ts';
import type { Shape } from '../../test/kit/shapes/shape.ts';
import type { JudgedShape, StoredRow } from './shape.ts';

/** The month of those shapes. */
const MARCH: DayWindow = { from: '2026-03-01', to: '2026-03-31' };

/**
 * The shapes by which mapping by hand is tested: chosen because they are hard, many of them beyond any guess. Nobody described
 * their metrics, so their names do.
 */
export const MAPPING_SHAPES: readonly JudgedShape[] = ALL_SHAPES.map((shape) => ({
  name: shape.name,
  answer: shape.answer,
  descriptions: shape.mapping.metrics.map(({ name }) => name.replaceAll('_', ' ')),
  knownIds: Object.keys(shape.expected),
  mapping: mappingOf(shape),
  expected: rowsOf(shape),
  window: MARCH,
}));

function mappingOf({ mapping }: Shape): Mapping {
  // A literal for a path is a constant account, too.
  const literal = mapping.accountIdPath?.match(/^'(.*)'$/)?.[1] ?? null;
  return {
    ...{ rowsPath: mapping.rowsPath, datePath: mapping.datePath, dateFormat: mapping.dateFormat as DateFormat },
    accountIdPath: literal === null ? (mapping.accountIdPath ?? null) : null,
    accountId: literal ?? mapping.accountId ?? null,
    metrics: mapping.metrics.map(({ aggregation = 'SUM', ...metric }) => ({
      ...metric,
      aggregation,
    })) as Mapping['metrics'],
  };
}

function rowsOf({ mapping, expected }: Shape): StoredRow[] {
  return Object.entries(expected).flatMap(([account, metrics]) => {
    const days = [...new Set(Object.values(metrics).flatMap((values) => Object.keys(values)))];
    const valuesOn = (day: string) => mapping.metrics.map(({ name }) => metrics[name]?.[day] ?? null);
    return days.map((day): StoredRow => [account, day, ...valuesOn(day)]);
  });
}
