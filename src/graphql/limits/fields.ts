import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isUnionType,
  SchemaMetaFieldDef,
  type SelectionNode,
  TypeMetaFieldDef,
} from 'graphql';

export type Variables = { readonly [name: string]: unknown };
export type Field = GraphQLField<unknown, unknown>;

/** The definition of a field, introspection's included; none for `__typename`, which is a value like any other. */
export function fieldOf(parent: GraphQLCompositeType, name: string): Field | undefined {
  if (name === '__schema') return SchemaMetaFieldDef;
  if (name === '__type') return TypeMetaFieldDef;
  return isUnionType(parent) ? undefined : parent.getFields()[name];
}

/** The arguments with their defaults; none when a variable does not fit, which execution will refuse. */
export function argumentsOf(field: Field, node: FieldNode, variables: Variables): Variables {
  if (field.args.length === 0) return {};
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return {};
  }
}

/** Whether `@skip` and `@include` let it be; yes when they cannot tell. */
export function isIncluded(selection: SelectionNode, variables: Variables): boolean {
  if (!selection.directives?.length) return true;
  try {
    if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] !== false;
  } catch {
    return true;
  }
}
