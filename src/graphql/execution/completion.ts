import {
  type FieldNode,
  type GraphQLAbstractType,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Completion, FieldPlan, Planned, Run } from './model.ts';
import { Unplanned } from './unplanned.ts';

const isThere = (value: unknown): boolean => value !== null && value !== undefined;
export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** What graphql-js's `completeValue` does, for values that are no errors. */
export function completion(planned: Planned, type: GraphQLOutputType, nodes: readonly FieldNode[]): Completion {
  if (isNonNullType(type)) {
    const inner = completion(planned, type.ofType, nodes);
    return (run, value) => {
      const completed = inner(run, value);
      if (completed === null) throw new Unplanned();
      return completed;
    };
  }
  const complete = completionOf(planned, type, nodes);
  return (run, value) => (isThere(value) ? complete(run, value) : null);
}

function completionOf(planned: Planned, type: GraphQLOutputType, nodes: readonly FieldNode[]): Completion {
  if (isListType(type)) return listCompletion(planned, type.ofType, nodes);
  if (isLeafType(type)) return leafCompletion(type);
  if (isObjectType(type)) return objectCompletion(planned, type, nodes);
  if (isAbstractType(type)) return abstractCompletion(planned, type, nodes);
  throw new Unplanned();
}

/** Values that their scalar shows as they are. */
const ASIS: ReadonlyMap<unknown, (value: unknown) => boolean> = new Map<unknown, (value: unknown) => boolean>([
  [GraphQLFloat, (value) => typeof value === 'number' && Number.isFinite(value)],
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value],
  [GraphQLString, (value) => typeof value === 'string'],
  [GraphQLID, (value) => typeof value === 'string'],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
]);

function leafCompletion(type: GraphQLLeafType): Completion {
  const isAsIs = ASIS.get(type) ?? (() => false);
  return (_, value) => {
    if (isAsIs(value)) return value;
    if (value instanceof Error || typeof value === 'function') throw new Unplanned();
    const shown = type.serialize(value);
    if (!isThere(shown)) throw new Unplanned();
    return shown;
  };
}

function listCompletion(planned: Planned, type: GraphQLOutputType, nodes: readonly FieldNode[]): Completion {
  const item = completion(planned, type, nodes);
  const isAsIs = ASIS.get(isNonNullType(type) ? type.ofType : type);
  const isShown = isAsIs && (isNonNullType(type) ? isAsIs : (value: unknown) => value === null || isAsIs(value));
  return (run, value) => {
    if (!Array.isArray(value)) throw new Unplanned();
    // A series is shown as it was read: nothing is made for its points.
    if (isShown && value.every(isShown)) return value;
    const list = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index++) {
      const one: unknown = value[index];
      if (isPromise(one)) {
        list[index] = null;
        run.later(one, (found) => {
          list[index] = item(run, found);
        });
      } else list[index] = item(run, one);
    }
    return list;
  };
}

function objectCompletion(planned: Planned, type: GraphQLObjectType, nodes: readonly FieldNode[]): Completion {
  const fieldsOf = planned.subfields(nodes);
  let fields: readonly FieldPlan[] | null = null;
  return (run, value) => {
    fields ??= fieldsOf(type);
    return completeFields(run, fields, value);
  };
}

function abstractCompletion(planned: Planned, type: GraphQLAbstractType, nodes: readonly FieldNode[]): Completion {
  const fieldsOf = planned.subfields(nodes);
  const { resolveType } = type;
  if (resolveType && resolveType.length > 2) throw new Unplanned();
  return (run, value) => {
    const named = resolveType
      ? (resolveType as (value: unknown, context: unknown) => unknown)(value, run.context)
      : (value as { __typename?: unknown }).__typename;
    return completeFields(run, fieldsOf(concrete(planned.schema, type, named)), value);
  };
}

function concrete(schema: GraphQLSchema, type: GraphQLAbstractType, named: unknown): GraphQLObjectType {
  const found = typeof named === 'string' ? schema.getType(named) : null;
  if (!found || !isObjectType(found) || !schema.isSubType(type, found)) throw new Unplanned();
  return found;
}

/** The fields of one object, in their order; what comes later finds its place there. */
export function completeFields(run: Run, fields: readonly FieldPlan[], source: unknown): Record<string, unknown> {
  if (source instanceof Error) throw new Unplanned();
  const shown: Record<string, unknown> = {};
  for (const { key, name, resolve, args, complete } of fields) {
    const value = resolve ? resolve(source, args(run), run.context) : propertyOf(source, name);
    if (isPromise(value)) {
      shown[key] = null;
      run.later(value, (found) => {
        shown[key] = complete(run, found);
      });
    } else shown[key] = complete(run, value);
  }
  return shown;
}

function propertyOf(source: unknown, name: string): unknown {
  if (typeof source !== 'object' || source === null) {
    if (typeof source === 'function') throw new Unplanned();
    return undefined;
  }
  const value = (source as Record<string, unknown>)[name];
  // A method is called with what the operation is told of, too.
  if (typeof value === 'function') throw new Unplanned();
  return value;
}
