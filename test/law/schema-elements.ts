import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { createSchema } from '../../src/graphql/schema.ts';

/** One thing of the schema that has a description, with its coordinate: `Account.usage(days:)`. */
export type Element = {
  readonly at: string;
  readonly description: string | null | undefined;
};
/** A field, argument or input field. */
export type Slot = Element & {
  readonly name: string;
  readonly owner: GraphQLNamedType;
  readonly type: GraphQLOutputType | GraphQLInputType;
  readonly kind: 'field' | 'argument' | 'input';
};

export const schema: GraphQLSchema = createSchema();

/** Our own types: without introspection's and GraphQL's built-in scalars. */
export const types: readonly GraphQLNamedType[] = Object.values(schema.getTypeMap()).filter(
  ({ name }) => !name.startsWith('__') && !['ID', 'String', 'Int', 'Float', 'Boolean'].includes(name),
);

export const ROOTS = ['Query', 'Mutation', 'Subscription'];
export const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

export const fieldsOf = (type: GraphQLNamedType): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

export const slots: readonly Slot[] = types.flatMap((owner): Slot[] => {
  if (isInputObjectType(owner)) return Object.values(owner.getFields()).map((field) => slot(owner, field, 'input'));
  return fieldsOf(owner).flatMap((field) => [
    slot(owner, field, 'field'),
    ...field.args.map((argument) => slot(owner, argument, 'argument', field.name)),
  ]);
});

export const elements: readonly Element[] = [
  ...types.map(({ name, description }) => ({ at: name, description })),
  ...slots,
  ...types.flatMap((type) =>
    isEnumType(type)
      ? type.getValues().map(({ name, description }) => ({ at: `${type.name}.${name}`, description }))
      : [],
  ),
];

function slot(
  owner: GraphQLNamedType,
  part: GraphQLField<unknown, unknown> | GraphQLArgument | GraphQLInputField,
  kind: Slot['kind'],
  field?: string,
): Slot {
  const at = field === undefined ? `${owner.name}.${part.name}` : `${owner.name}.${field}(${part.name}:)`;
  return { at, description: part.description, name: part.name, owner, type: part.type, kind };
}
