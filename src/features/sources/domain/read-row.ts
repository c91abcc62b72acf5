import type { CompiledMapping, CompiledMetric } from './check-mapping.ts';
import type { CompiledExpression } from './expression.ts';
import { runtimeHint } from './expression-hints.ts';
import { metricHint } from './metric-hint.ts';
import { missingHint } from './missing-hint.ts';
import { readAccountId } from './read-account-id.ts';

/** A row error that still holds the value itself: most are only counted, and never shown. */
export type RowFault = {
  readonly path: string;
  readonly message: string;
  readonly hint: string;
  readonly value: unknown;
};

export type RowState = 'mapped' | 'skipped' | 'error' | 'outside';

/** One row as read. The same object serves every row: copy what must last. */
export type Row = {
  state: RowState;
  externalId: string | null;
  /** Epoch day. */
  day: number | null;
  /** In the mapping's order; NaN is missing or in error. */
  readonly values: Float64Array;
  readonly faults: RowFault[];
};

export const newRow = (mapping: CompiledMapping): Row => ({
  state: 'mapped',
  externalId: null,
  day: null,
  values: new Float64Array(mapping.metrics.length),
  faults: [],
});

export type ReadOptions = { readonly fromDay: number; readonly toDay: number; readonly dropOutside: boolean };

export const NO_ACCOUNT = {
  path: 'account_id',
  message: 'account_id missing or empty',
  hint: 'account_id_path gives nothing on this row; the row is skipped.',
};

/** Reads one source row into `row`. A row with any fault is not stored, not even in part. */
export function readRow(mapping: CompiledMapping, source: unknown, row: Row, options: ReadOptions): void {
  row.faults.length = 0;
  row.day = null;
  row.values.fill(Number.NaN);
  readAccount(mapping.accountId, source, row);
  if (row.state === 'skipped') return;
  readDay(mapping, source, row);
  if (options.dropOutside && row.day !== null && row.faults.length === 0 && isOutside(row.day, options)) {
    row.state = 'outside';
    return;
  }
  readMetrics(mapping.metrics, source, row);
  row.state = row.faults.length > 0 ? 'error' : 'mapped';
}

export const isOutside = (day: number, window: { readonly fromDay: number; readonly toDay: number }) =>
  day < window.fromDay || day > window.toDay;

function readAccount(path: CompiledExpression, source: unknown, row: Row): void {
  row.state = 'mapped';
  row.externalId = null;
  const value = evaluate(path, source, row, 'account_id', 'account_id');
  if (value === FAILED) return;
  const id = readAccountId(value);
  if (typeof id === 'string') row.externalId = id;
  else if (id) row.faults.push({ path: 'account_id', message: id.message, hint: id.hint, value });
  else {
    row.state = 'skipped';
    row.faults.push({
      ...NO_ACCOUNT,
      get hint() {
        return `${NO_ACCOUNT.hint} ${missingHint(source)}`;
      },
      value,
    });
  }
}

function readDay(mapping: CompiledMapping, source: unknown, row: Row): void {
  const value = evaluate(mapping.date, source, row, 'date', 'date');
  if (value === FAILED) return;
  const day = mapping.readDate(value);
  if (typeof day === 'number') row.day = day;
  else {
    const hint = value === null ? () => `${day.hint} ${missingHint(source)}` : () => day.hint;
    row.faults.push({
      path: 'date',
      message: day.message,
      get hint() {
        return hint();
      },
      value,
    });
  }
}

function readMetrics(metrics: readonly CompiledMetric[], source: unknown, row: Row): void {
  let missing = 0;
  for (let index = 0; index < metrics.length; index++) {
    const metric = metrics[index] as CompiledMetric;
    const value = evaluate(metric.path, source, row, metric.name, metric.subject);
    if (typeof value === 'number' && Math.abs(value) <= LARGEST) row.values[index] = stored(value);
    else if (value === null) missing++;
    else if (value !== FAILED)
      row.faults.push({
        path: metric.name,
        message: `${metric.subject}: not numeric`,
        // Read only of the first row with this message, and costlier than the row.
        get hint() {
          return metricHint(metric.name, metric.path.text, value);
        },
        value,
      });
  }
  if (missing < metrics.length) return;
  const names = metrics.map((metric) => metric.name).join(', ');
  row.faults.push({
    path: 'metrics',
    message: `every metric missing (${names})`,
    hint: nothingHint(metrics, source),
    value: source,
  });
}

const TABLE_ROW = ' The row is a list: its columns are [0], [1] and so on.';
const NO_NUMBER = ' to_number() gives nothing for a text that is no plain number, such as 1,234 or 12 MB.';

function nothingHint(metrics: readonly CompiledMetric[], source: unknown): string {
  const converted = metrics.some((metric) => metric.path.text.includes('to_number('));
  const more = Array.isArray(source) ? TABLE_ROW : converted ? NO_NUMBER : '';
  return `None of the metric paths gives a value on this row.${more}`;
}

/**
 * Beyond it, two days would add up to what PostgreSQL refuses as an overflow, and one row would stop every run after it. Any
 * count of anything is smaller.
 */
export const LARGEST = 1e100;

/** Adding 0 turns -0 into 0. What is nearer to 0 than this is 0: as a divisor it would make a rate infinite. */
export const stored = (value: number): number => (Math.abs(value) < 1 / LARGEST ? 0 : value + 0);

const FAILED = Symbol('the expression threw');

function evaluate(expression: CompiledExpression, source: unknown, row: Row, path: string, subject: string): unknown {
  try {
    return expression.evaluate(source);
  } catch (error) {
    row.faults.push({
      path,
      message: `${subject}: expression failed`,
      hint: runtimeHint(expression.text, error),
      value: source,
    });
    return FAILED;
  }
}
