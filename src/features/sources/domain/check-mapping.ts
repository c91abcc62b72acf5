import { err, ok, type Result } from '../../../lib/result.ts';
import { type CompiledExpression, compileExpression, constantExpression } from './expression.ts';
import { literalHint } from './expression-hints.ts';
import {
  AGGREGATIONS,
  type Aggregation,
  DATE_FORMATS,
  type Mapping,
  METRIC_LIMIT,
  type MetricMapping,
} from './mapping.ts';
import { type DateReader, dateReader } from './parse-date.ts';
import { readAccountId } from './read-account-id.ts';

export type CompiledMapping = {
  readonly rows: CompiledExpression;
  readonly date: CompiledExpression;
  readonly readDate: DateReader;
  readonly accountId: CompiledExpression;
  readonly metrics: readonly CompiledMetric[];
};

export type CompiledMetric = {
  readonly name: string;
  /** How messages about it begin: `metric logins`. */
  readonly subject: string;
  readonly path: CompiledExpression;
  readonly aggregation: Aggregation;
};

export type MappingRefusal = {
  /** Where in the input: ['mapping', 'metrics', '2', 'path']. */
  readonly field: readonly string[];
  readonly message: string;
  /** Column of a mistake in an expression, from 1. */
  readonly position?: number;
};

const METRIC_NAME = /^[a-z][a-z0-9_]{0,63}$/;

/** Everything that can be said about a mapping without an answer to try it on: all mistakes at once. */
export function checkMapping(mapping: Mapping): Result<CompiledMapping, MappingRefusal[]> {
  const refusals: MappingRefusal[] = [];
  const refuse = (field: readonly string[], message: string, position?: number) =>
    refusals.push({ field: ['mapping', ...field], message, ...(position === undefined ? {} : { position }) });
  const expression = (text: string, field: readonly string[], constant?: (value: unknown) => boolean) => {
    const compiled = compileExpression(text);
    if (!compiled.ok) {
      const { message, position, hint } = compiled.error;
      refuse(field, `${message} at character ${position}.${hint && ` ${hint}`}`, position);
      return null;
    }
    const literal = compiled.value.literal;
    if (!literal || constant?.(literal.value)) return compiled.value;
    refuse(field, `${text.trim()} is a constant, not a path, at character 1. ${literalHint(text)}`, 1);
    return null;
  };

  if (!DATE_FORMATS.includes(mapping.dateFormat))
    refuse(['dateFormat'], `The date format must be one of ${DATE_FORMATS.join(', ')}.`);
  const readDate = dateReader(DATE_FORMATS.includes(mapping.dateFormat) ? mapping.dateFormat : 'ISO_8601');
  const rows = expression(mapping.rowsPath, ['rowsPath'], Array.isArray);
  const date = expression(mapping.datePath, ['datePath'], (value) => typeof readDate(value) === 'number');
  const accountId = accountIdOf(mapping, refuse, (text) =>
    expression(text, ['accountIdPath'], (value) => typeof value === 'string' || Number.isSafeInteger(value)),
  );
  if (mapping.metrics.length === 0) refuse(['metrics'], 'At least one metric is needed.');
  if (mapping.metrics.length > METRIC_LIMIT)
    refuse(['metrics'], `At most ${METRIC_LIMIT} metrics are tracked, not ${mapping.metrics.length}.`);
  const metrics = mapping.metrics.slice(0, METRIC_LIMIT).flatMap((metric, index): CompiledMetric[] => {
    const field = ['metrics', String(index)];
    checkMetric(metric, mapping.metrics.slice(0, index), (key, message) => refuse([...field, key], message));
    // A constant number counts rows: `1`.
    const path = expression(metric.path, [...field, 'path'], (value) => typeof value === 'number');
    return path ? [{ name: metric.name, subject: `metric ${metric.name}`, path, aggregation: metric.aggregation }] : [];
  });
  if (refusals.length > 0 || !rows || !date || !accountId) return err(refusals);
  return ok({ rows, date, readDate, accountId, metrics });
}

/** A constant is compiled to an expression that gives it, so rows are read in one way. */
function accountIdOf(
  mapping: Mapping,
  refuse: (field: readonly string[], message: string) => void,
  compile: (text: string) => CompiledExpression | null,
): CompiledExpression | null {
  const { accountIdPath: path, accountId: constant } = mapping;
  if (path !== null && constant !== null) {
    refuse(['accountId'], 'Give accountIdPath or accountId, not both.');
    return null;
  }
  if (path !== null) return compile(path);
  if (constant === null) {
    refuse(['accountIdPath'], 'Give accountIdPath, or accountId when every row is about one account.');
    return null;
  }
  const id = readAccountId(constant);
  if (typeof id === 'string') return constantExpression(id);
  refuse(['accountId'], id === null ? 'accountId may not be blank.' : `${id.message}. ${id.hint}`);
  return null;
}

function checkMetric(
  metric: MetricMapping,
  before: readonly MetricMapping[],
  refuse: (key: string, message: string) => void,
): void {
  if (!METRIC_NAME.test(metric.name))
    refuse(
      'name',
      'A metric name is snake_case: a small letter, then small letters, digits and _, at most 64 characters.',
    );
  else if (before.some((other) => other.name === metric.name))
    refuse('name', `There is already a metric named ${metric.name}.`);
  if (!AGGREGATIONS.includes(metric.aggregation))
    refuse('aggregation', `The aggregation must be one of ${AGGREGATIONS.join(', ')}.`);
}
