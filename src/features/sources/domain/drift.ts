import type { Day } from '../../../lib/day.ts';
import type { RowShape } from './mapper-job.ts';

/** What the rows of the last good run looked like. */
export type GoodShape = {
  readonly runId: string;
  /** Last day of its window. */
  readonly day: Day;
  /** Rows that were mapped. */
  readonly rows: number;
  /** Of those, how many had a value, by metric; those that had none are left out. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly fields: readonly string[];
};

export function toGoodShape(
  runId: string,
  day: Day,
  rows: number,
  names: readonly string[],
  shape: RowShape,
): GoodShape {
  const counted = names.map((name, index) => [name, shape.present[index] ?? 0] as const);
  return {
    runId,
    day,
    rows,
    metrics: Object.fromEntries(counted.filter(([, count]) => count > 0)),
    fields: shape.fields,
  };
}

/** A metric that some rows never had may be missing from a few rows by chance; rarer than this it is not chance. */
const BY_CHANCE = 0.001;

/** Whether none of `rows` rows having a metric, that `before` of `rowsBefore` had, means that it is gone. */
export const hasVanished = (before: number, rowsBefore: number, rows: number): boolean =>
  rows > 0 && before > 0 && (1 - before / rowsBefore) ** rows < BY_CHANCE;

const SHOWN_FIELDS = 8;

/** In a sentence: which fields rows had in the last good run and have no more, and which are new. */
export function whatChanged(good: GoodShape, shape: RowShape | null): string {
  const since = `the last good run (${good.runId}, up to ${good.day})`;
  if (!shape) return `In ${since} it gave ${good.rows} rows that could be stored.`;
  const gone = good.fields.filter((field) => !shape.fields.includes(field));
  const fresh = shape.fields.filter((field) => !good.fields.includes(field));
  if (gone.length === 0 && fresh.length === 0) return `Rows have the same fields as in ${since}.`;
  const parts = [
    ...(gone.length > 0 ? [`gone: ${list(gone)}`] : []),
    ...(fresh.length > 0 ? [`new: ${list(fresh)}`] : []),
  ];
  return `Fields of the rows since ${since}: ${parts.join('; ')}.`;
}

const list = (fields: readonly string[]): string =>
  fields.slice(0, SHOWN_FIELDS).join(', ') +
  (fields.length > SHOWN_FIELDS ? ` and ${fields.length - SHOWN_FIELDS} more` : '');
