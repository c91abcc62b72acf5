import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { createSchema } from '../../src/graphql/schema.ts';

const schema = createSchema();

/** Every field that can be asked for without arguments, this many objects deep: a new field is read the day it exists. */
export function fullSelection(typeName: string, depth = 5): string {
  const type = schema.getType(typeName);
  if (!type) throw new Error(`there is no type ${typeName}`);
  return selectionOf(type, depth, []);
}

function selectionOf(type: GraphQLNamedType, depth: number, within: readonly string[]): string {
  if (isInterfaceType(type)) {
    const parts = schema.getPossibleTypes(type).map((one) => `... on ${one.name} ${selectionOf(one, depth, within)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (isUnionType(type)) {
    // Fields of the same name may be of different types: each member's bear its name.
    const named = (one: GraphQLObjectType) => leavesOf(one).map((field) => `${one.name}_${field}: ${field}`);
    return `{ __typename ${type
      .getTypes()
      .map((one) => `... on ${one.name} { ${named(one).join(' ')} }`)
      .join(' ')} }`;
  }
  if (!isObjectType(type)) throw new Error(`${type.name} has no fields`);
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    // Nodes beside edges say the same.
    if (depth === 0 || within.includes(inner.name) || field.name === 'edges') return [];
    // Everything of every account that something is about would cost more than an operation may.
    const most = within.length > 1 ? 0 : 2;
    const left = inner.name === 'Account' ? Math.min(depth - 1, most) : depth - 1;
    return [`${field.name} ${selectionOf(inner, left, [...within, type.name])}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

const leavesOf = (type: GraphQLObjectType): string[] =>
  Object.values(type.getFields()).flatMap(({ name, type: of }) => (isLeafType(getNamedType(of)) ? [name] : []));

/** A query for everything below a root field; `call` is the field with its arguments. */
export function fullQuery(call: string): string {
  const name = /^\w+/.exec(call)?.[0] ?? '';
  const field = schema.getQueryType()?.getFields()[name];
  if (!field) throw new Error(`there is no query ${name}`);
  const inner = getNamedType(field.type);
  return `{ ${call} ${isLeafType(inner) ? '' : fullSelection(inner.name)} }`;
}
