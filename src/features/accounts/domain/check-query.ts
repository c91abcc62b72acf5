import { addDays, type Day } from '../../../lib/day.ts';
import { err, ok, type Result } from '../../../lib/result.ts';
import { isLongerThan } from '../../../lib/text.ts';
import type {
  AccountFilter,
  AccountOrder,
  AccountQuery,
  CheckedFilter,
  DayRange,
  TableMetric,
  ViewColumn,
} from '../model.ts';

export type QueryProblem = { readonly message: string; readonly field: readonly string[] };
type Checked<T> = Result<T, QueryProblem>;

const MAX_FILTER_TEXT = 200;
const MAX_CONDITIONS = 10;
const MAX_DAYS_AHEAD = 3650;
const MAX_COLUMNS = 100;
/** What a column, an order and a condition say of one metric and of no other. */
const OF_A_METRIC: readonly string[] = ['USAGE', 'USAGE_CHANGE'];

const problem = (message: string, ...field: string[]): { ok: false; error: QueryProblem } => err({ message, field });

/** The filter as the store takes it, or the first thing that is wrong with it. */
export function checkFilter(
  filter: AccountFilter,
  metrics: readonly TableMetric[],
  today: Day,
  path: readonly string[] = ['filter'],
): Checked<CheckedFilter> {
  const no = (message: string, ...field: string[]) => problem(message, ...path, ...field);
  const { usage, renewsWithinDays, ...rest } = filter;
  if (isLongerThan(filter.text ?? '', MAX_FILTER_TEXT)) {
    return no(`filter.text has at most ${MAX_FILTER_TEXT} characters.`, 'text');
  }
  for (const name of ['attributes', 'usage'] as const) {
    if ((filter[name]?.length ?? 0) <= MAX_CONDITIONS) continue;
    return no(`At most ${MAX_CONDITIONS} ${name === 'usage' ? 'usage' : 'attribute'} conditions.`, name);
  }
  const ill = illRange(filter);
  if (ill) return no(`filter.${ill.join('.')} begins after its end: no account is within.`, ...ill);
  if (typeof renewsWithinDays === 'number' && (renewsWithinDays < 0 || renewsWithinDays > MAX_DAYS_AHEAD)) {
    return no(`filter.renewsWithinDays is 0 to ${MAX_DAYS_AHEAD}.`, 'renewsWithinDays');
  }
  const conditions: CheckedFilter['usage'][number][] = [];
  for (const [index, condition] of (usage ?? []).entries()) {
    const found = findMetric(condition.metric, metrics);
    if (!found.ok) return no(found.error, 'usage', String(index), 'metric');
    conditions.push({ ...condition, slot: found.value.slot });
  }
  const soon = typeof renewsWithinDays === 'number' ? { from: today, to: addDays(today, renewsWithinDays) } : null;
  return ok({ ...rest, renewal: within(rest.renewal, soon), usage: conditions });
}

export function checkOrder(
  order: AccountOrder,
  metrics: readonly TableMetric[],
  path: readonly string[] = ['orderBy'],
): Checked<AccountQuery['order']> {
  const slot = slotOf(order, metrics);
  return slot.ok ? ok({ ...order, slot: slot.value }) : problem(slot.error, ...path, 'metric');
}

/** The first thing that is wrong with the columns of a view; null when they can be shown. */
export function checkColumns(columns: readonly ViewColumn[], metrics: readonly TableMetric[]): QueryProblem | null {
  if (columns.length > MAX_COLUMNS) return { message: `At most ${MAX_COLUMNS} columns.`, field: ['columns'] };
  const seen = new Set<string>();
  for (const [index, column] of columns.entries()) {
    const slot = slotOf(column, metrics);
    if (!slot.ok) return { message: slot.error, field: ['columns', String(index), 'metric'] };
    const key = `${column.field} ${slot.value}`;
    if (seen.has(key)) return { message: 'A column is named twice.', field: ['columns', String(index)] };
    seen.add(key);
  }
  return null;
}

/** Whether the metrics have to be known to answer. */
export const namesMetrics = (filters: readonly AccountFilter[], order: AccountOrder): boolean =>
  typeof order.metric === 'string' ||
  OF_A_METRIC.includes(order.field) ||
  filters.some(({ usage }) => (usage?.length ?? 0) > 0);

function slotOf(
  { field, metric = null }: { readonly field: string; readonly metric?: string | null | undefined },
  metrics: readonly TableMetric[],
): Result<number | null, string> {
  if (!OF_A_METRIC.includes(field)) {
    return metric === null ? ok(null) : err(`${field} is of no metric: leave metric out.`);
  }
  if (metric === null)
    return err(`${field} needs a metric, such as { field: ${field}, metric: "…" }. ${known(metrics)}`);
  const found = findMetric(metric, metrics);
  return found.ok ? ok(found.value.slot) : found;
}

function findMetric(name: string, metrics: readonly TableMetric[]): Result<TableMetric, string> {
  const found = metrics.find((metric) => metric.name === name);
  return found ? ok(found) : err(`There is no metric named ${name.slice(0, 200)}. ${known(metrics)}`);
}

const known = (metrics: readonly TableMetric[]): string =>
  `The metrics are: ${metrics.map(({ name }) => name).join(', ') || 'none yet'}.`;

const NUMBERS = [
  'seats',
  'arr',
  'activityIndex',
  'activityChange',
  'healthScore',
  'healthChange',
  'openSignalCount',
] as const;
const DAYS = ['renewal', 'created', 'lastUsed'] as const;

/** Where in the filter a range ends before it begins: a slip, which an empty list would hide. */
function illRange(filter: AccountFilter): string[] | null {
  for (const name of NUMBERS) if (isIll(filter[name]?.min, filter[name]?.max)) return [name];
  for (const name of DAYS) if (isIll(filter[name]?.from, filter[name]?.to)) return [name];
  for (const [index, { min, max, change }] of (filter.usage ?? []).entries()) {
    if (isIll(min, max)) return ['usage', String(index)];
    if (isIll(change?.min, change?.max)) return ['usage', String(index), 'change'];
  }
  return null;
}

const isIll = <T extends number | string>(least: T | null | undefined, most: T | null | undefined): boolean =>
  least !== null && least !== undefined && most !== null && most !== undefined && least > most;

/** What is in both ranges; two that do not meet hold nothing, which the store finds out. */
function within(one: DayRange | null | undefined, other: DayRange | null): DayRange | null {
  if (!one || !other) return one ?? other;
  const later = [one.from, other.from].filter((day): day is Day => typeof day === 'string').sort();
  const earlier = [one.to, other.to].filter((day): day is Day => typeof day === 'string').sort();
  return { from: later.at(-1) ?? null, to: earlier[0] ?? null };
}
