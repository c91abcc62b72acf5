import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { createSchema } from '../../src/graphql/schema.ts';

export type SampleOperation = {
  readonly root: 'query' | 'mutation' | 'subscription';
  readonly field: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Some value the type accepts; `id` wherever an id belongs. */
export function sampleOf(type: GraphQLInputType, id = 'sample'): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType, id);
  if (isListType(type)) return [sampleOf(type.ofType, id)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? (type.name === 'ID' ? id : 'sample');
  const fields = Object.values(type.getFields());
  const given = type.isOneOf
    ? fields.slice(0, 1)
    : fields.filter((field) => isRequiredInputField(field) || getNamedType(field.type).name === 'ID');
  return Object.fromEntries(given.map((field) => [field.name, sampleOf(field.type, id)]));
}

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1.5,
  Boolean: true,
  Date: '2026-03-01',
  DateTime: '2026-03-01T00:00:00Z',
  JSONObject: {},
};

/** Every operation of the schema, those that take an id once with each of these. A new field is there by itself. */
export function sampleOperations(ids: readonly string[]): SampleOperation[] {
  const schema = createSchema();
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([root, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) => {
      const takesId = field.args.some((argument) => JSON.stringify(sampleOf(argument.type, MARK)).includes(MARK));
      return (takesId ? ids : ['sample']).map((id) => sampleOperation(root, field, id));
    }),
  );
}
const MARK = 'where an id belongs';

function sampleOperation(
  root: SampleOperation['root'],
  { name, args, type }: GraphQLField<unknown, unknown>,
  id: string,
): SampleOperation {
  const used = args.filter((one) => isRequiredArgument(one) || one.name === 'input' || isId(one));
  const declared = used.map((one) => `$${one.name}: ${one.type}`).join(', ');
  const given = used.map((one) => `${one.name}: $${one.name}`).join(', ');
  const call = used.length > 0 ? `${name}(${given})` : name;
  return {
    root,
    field: name,
    query: `${root}${used.length > 0 ? ` (${declared})` : ''} { ${call} ${selectionOf(type)} }`,
    variables: Object.fromEntries(used.map((one) => [one.name, sampleOf(one.type, id)])),
  };
}

const isId = ({ type }: GraphQLArgument): boolean => getNamedType(type).name === 'ID';

/** What says whether something was found, and what a refusal says. */
function selectionOf(of: unknown): string {
  const type = getNamedType(of as never);
  if (isInterfaceType(type)) return type.getFields()['id'] ? '{ __typename id }' : '{ __typename }';
  if (!isObjectType(type)) return '';
  const fields = type.getFields();
  if (fields['nodes']) return `{ nodes ${selectionOf(fields['nodes'].type)} }`;
  if (fields['userErrors']) return '{ userErrors { code message field } }';
  return fields['id'] ? '{ __typename id }' : '{ __typename }';
}
