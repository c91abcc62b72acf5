import { GraphQLError, type GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { isDay } from '../lib/day.ts';

const refuse = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** Days that were found to be days: answers show the same few again and again. */
const days = new Set<string>();
const MAX_DAYS = 2_000;

function parseDay(value: unknown): string {
  if (typeof value === 'string') {
    if (days.has(value)) return value;
    if (isDay(value)) {
      if (days.size >= MAX_DAYS) days.clear();
      days.add(value);
      return value;
    }
  }
  throw refuse('A Date is a calendar day written YYYY-MM-DD.');
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function parseInstant(value: unknown): Date {
  if (typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10))) {
    const instant = new Date(value);
    // A zone may move it into a year that PostgreSQL reads otherwise or not at all; NaN is in no range.
    const year = instant.getUTCFullYear();
    if (year >= 1 && year <= 9999) return instant;
  }
  throw refuse('A DateTime is an ISO 8601 instant with a zone, such as 2026-11-20T05:15:00Z.');
}

function parseObject(value: unknown): Record<string, unknown> {
  // Copied: literals come without a prototype, which libraries further in do not expect.
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw refuse('A JSONObject is a JSON object.');
}

const text = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);

type Behaviour = Pick<GraphQLScalarType, 'serialize' | 'parseValue' | 'parseLiteral'>;

/** How the scalars behave. Not whole types, whose absent descriptions would replace those of the schema. */
export const scalars = {
  Date: {
    serialize: (value) => parseDay(value),
    parseValue: parseDay,
    parseLiteral: (node) => parseDay(text(node)),
  },
  DateTime: {
    serialize: (value) => {
      if (value instanceof Date) return value.toISOString();
      throw new TypeError(`not an instant: ${String(value)}`);
    },
    parseValue: parseInstant,
    parseLiteral: (node) => parseInstant(text(node)),
  },
  JSONObject: {
    serialize: parseObject,
    parseValue: parseObject,
    parseLiteral: (node, variables) => parseObject(valueFromASTUntyped(node, variables)),
  },
} as const satisfies Record<string, Behaviour>;
