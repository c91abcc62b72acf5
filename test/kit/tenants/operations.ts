import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';

/** One place of an operation where an id is asked for. */
export type IdPlace = {
  readonly root: 'query' | 'mutation' | 'subscription';
  readonly field: string;
  /** From the argument inwards. */
  readonly path: readonly string[];
  /** The operation with this id there, and with something sensible wherever else something is needed. */
  readonly operation: (id: string) => { readonly document: string; readonly variables: Record<string, unknown> };
};

/** Every place of the schema where an id is asked for. `values` are sensible ones, by the name of argument or field. */
export function idPlaces(schema: GraphQLSchema, values: Readonly<Record<string, unknown>>): IdPlace[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([root, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap(({ name, args, type: answer }) => {
      const paths = args.flatMap((argument) => idPaths(argument.type).map((path) => [argument.name, ...path]));
      return paths.map((path): IdPlace => {
        const used = args.filter((argument) => isRequiredArgument(argument) || argument.name === path[0]);
        const declared = used.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
        const given = used.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
        const fields = selectionOf(getNamedType(answer));
        return {
          root,
          field: name,
          path,
          operation: (id) => ({
            document: `${root} (${declared}) { ${name}(${given}) ${fields} }`,
            variables: Object.fromEntries(used.map((argument) => [argument.name, fill(argument, path, id, values)])),
          }),
        };
      });
    }),
  );
}

/** Where below a type an id is asked for; lists are passed by. */
function idPaths(type: GraphQLInputType, depth = 0): string[][] {
  const named = getNullableType(type);
  if (isListType(named) || depth > 4) return [];
  if (!isInputObjectType(named)) return named.toString() === 'ID' ? [[]] : [];
  return Object.values(named.getFields()).flatMap((field) =>
    idPaths(field.type, depth + 1).map((path) => [field.name, ...path]),
  );
}

function fill(
  { name, type }: GraphQLArgument | GraphQLInputField,
  path: readonly string[],
  id: string,
  values: Readonly<Record<string, unknown>>,
): unknown {
  const here = path[0] === name;
  if (here && path.length === 1) return id;
  const named = getNullableType(type);
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter(
      (field) => (here && field.name === path[1]) || isRequiredInputField(field),
    );
    return Object.fromEntries(fields.map((field) => [field.name, fill(field, here ? path.slice(1) : [], id, values)]));
  }
  if (name in values) return values[name];
  if (isListType(named)) return [];
  if (isEnumType(named)) return named.getValues()[0]?.name;
  throw new Error(`no sensible value is known for ${name}: ${type}`);
}

/** Enough to see whether something was found. */
function selectionOf(type: unknown): string {
  if (isInterfaceType(type)) return type.getFields()['id'] ? '{ __typename id }' : '{ __typename }';
  if (!isObjectType(type)) return '';
  const fields = type.getFields();
  if (fields['nodes']) return '{ nodes { __typename } }';
  return fields['userErrors'] ? '{ userErrors { code message } }' : '{ __typename }';
}

/** A document for each query that asks for everything, three fields deep, without arguments but the size of pages. */
export function everything(schema: GraphQLSchema, depth = 3): string[] {
  const select = (type: unknown, left: number): string => {
    const named = getNamedType(type as never);
    if (isUnionType(named)) {
      const parts = named.getTypes().map((one) => `... on ${one.name} ${select(one, left - 1)}`);
      return `{ ${parts.join(' ')} }`;
    }
    if (!isObjectType(named)) {
      if (isUnionType(named)) return '{ __typename }';
      return isInterfaceType(named) ? `{ __typename ${named.getFields()['id'] ? 'id' : ''} }` : '';
    }
    const chosen = Object.values(named.getFields()).flatMap((field) => {
      if (field.args.some(isRequiredArgument)) return [];
      const inner = getNamedType(field.type);
      const isLeaf = !isCompositeType(inner);
      if (!isLeaf && left <= (isUnionType(inner) ? 1 : 0)) return [];
      const selection = isLeaf ? '' : select(inner, left - 1);
      if (!isLeaf && selection === '') return [];
      return `${field.name}${field.args.some(({ name }) => name === 'first') ? '(first: 3)' : ''} ${selection}`;
    });
    return chosen.length === 0 ? '' : `{ ${chosen.join(' ')} }`;
  };
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) => {
    if (field.args.some((argument) => isNonNullType(argument.type) && isRequiredArgument(argument))) return [];
    const args = field.args.some(({ name }) => name === 'first') ? '(first: 3)' : '';
    return `{ ${field.name}${args} ${select(field.type, depth)} }`;
  });
}

/** Documents for every connection that a query gives, from a cursor on. */
export const connections = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, args, type }) => {
    if (!args.some((argument) => argument.name === 'after')) return [];
    const node = getNamedType(type);
    const inner = isObjectType(node) ? getNamedType(node.getFields()['nodes']?.type as never) : null;
    const fields = isObjectType(inner)
      ? Object.values(inner.getFields()).filter(
          (field) => !isCompositeType(getNamedType(field.type)) && !field.args.some(isRequiredArgument),
        )
      : [];
    return `query ($after: String!) { ${name}(after: $after) { nodes { ${fields.map((field) => field.name).join(' ')} } } }`;
  });
