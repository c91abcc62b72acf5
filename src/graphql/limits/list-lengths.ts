import { type GraphQLOutputType, getNamedType, isObjectType } from 'graphql';
import { isDay, windowLength } from '../../lib/day.ts';
import { PAGE_LIMIT } from '../../lib/page.ts';
import type { Field, Variables } from './fields.ts';
import { ASSUMED_LIST, QUERY_COST, TOOL_COST } from './numbers.ts';

/** What the arguments further out say about the length of lists; null where none did. */
export type Lengths = {
  /** `first`: nodes of a page. */
  readonly page: number | null;
  /** `days`, or `from` to `to`: entries of a series. */
  readonly days: number | null;
  /** `metrics`, by name. */
  readonly metrics: number | null;
  /** The list that a change was given, which its payload gives back. */
  readonly given: number | null;
};

export const UNKNOWN: Lengths = { page: null, days: null, metrics: null, given: null };

/** The longest range of days that can be asked for. */
const MOST_DAYS = 400;
const IN_A_PAGE = new Set(['nodes', 'edges', 'rows', 'result']);
const IN_A_SERIES = new Set(['points', 'values', 'expected', 'lower', 'upper', 'anomalies', 'annotations']);
/** Counted by the database when asked for. */
const COUNTED = new Set(['totalCount', 'unmatchedAccountCount']);
/** Lists that are always read whole, and the longest that they may be. */
const WHOLE: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
  savedViews: 200,
  webhookEndpoints: 20,
});
/** A value of any shape, which may be 16 KB. */
const OBJECT_COST = 20;
/** A model is read whole, too, of which 64 KB may be. */
const MODEL_COST = 50;

/** What holds at a field: what its arguments say, and otherwise what held around it. */
export function lengthsAt(around: Lengths, args: Variables): Lengths {
  const input = isRecord(args['input']) ? args['input'] : {};
  return {
    page: numberIn(args['first'] ?? input['first'], 0, PAGE_LIMIT) ?? around.page,
    days: daysOf(args) ?? around.days,
    metrics: Array.isArray(args['metrics']) ? args['metrics'].length : around.metrics,
    given: Object.values(input).find(Array.isArray)?.length ?? around.given,
  };
}

/** What holds within it. An account begins anew: nothing about the list it is in says how long its own lists are. */
export const lengthsInside = (at: Lengths, type: GraphQLOutputType): Lengths => (isNode(type) ? UNKNOWN : at);

export function listLength({ name, args }: Field, { page, days, metrics, given }: Lengths): number {
  const whole = WHOLE[name];
  if (whole) return whole;
  if (IN_A_PAGE.has(name) || takes(args, 'first')) return page ?? ASSUMED_LIST;
  if (IN_A_SERIES.has(name) || takes(args, 'days')) return days ?? ASSUMED_LIST;
  if (name === 'metrics') return Math.min(metrics ?? ASSUMED_LIST, PAGE_LIMIT);
  if (name === 'accounts') return given ?? ASSUMED_LIST;
  return ASSUMED_LIST;
}

/** What the database does for a field whatever is read of it. */
export function extraCost({ name, args, type }: Field, at: Lengths): number {
  const named = getNamedType(type).name;
  if (named === 'JSONObject') return OBJECT_COST;
  if (name === 'larryToolResult') return TOOL_COST;
  if (name === 'healthModels') return QUERY_COST + (at.page ?? 0) * MODEL_COST;
  const pages = takes(args, 'first') && named.endsWith('Connection');
  if (pages || COUNTED.has(name) || name in WHOLE) return QUERY_COST;
  return takes(args, 'days') ? (at.days ?? 0) : 0;
}

const takes = (args: Field['args'], name: string): boolean => args.some((argument) => argument.name === name);

function daysOf({ days, from, to }: Variables): number | null {
  const isRange = typeof from === 'string' && typeof to === 'string' && isDay(from) && isDay(to);
  return numberIn(isRange ? windowLength({ from, to }) : days, 1, MOST_DAYS);
}

/** Brought into the range outside which a resolver refuses. */
const numberIn = (value: unknown, least: number, most: number): number | null =>
  typeof value === 'number' ? Math.min(most, Math.max(least, value)) : null;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isNode = (type: GraphQLOutputType): boolean => {
  const named = getNamedType(type);
  return isObjectType(named) && named.getInterfaces().some(({ name }) => name === 'Node');
};
