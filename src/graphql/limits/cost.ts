import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { argumentsOf, fieldOf, isIncluded, type Variables } from './fields.ts';
import { extraCost, type Lengths, lengthsAt, lengthsInside, listLength, UNKNOWN } from './list-lengths.ts';
import { WHOLE_SCHEMA_COST } from './numbers.ts';
import { schemaLengths } from './schema-lengths.ts';

export type Priced = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As coerced: with the defaults that the operation declares. */
  readonly variables: Variables;
};

/**
 * What operations cost: about the number of values an answer may hold, since values are what answering takes time and
 * memory for. A page counts as full, a series as long as its days; what nothing limits is taken as ten long.
 */
export function createPricing(schema: GraphQLSchema): (priced: Priced) => number {
  const everything = {
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  };
  const document = parse(getIntrospectionQuery(everything));
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const unscaled = pricing(schema, 1);
  // Otherwise common tools would be refused one day, when the schema has grown.
  return pricing(schema, operation ? WHOLE_SCHEMA_COST / unscaled({ document, operation, variables: {} }) : 1);
}

/** What multiplying by a quotient may add. */
const ROUNDING = 1e-6;

function pricing(schema: GraphQLSchema, introspection: number): (priced: Priced) => number {
  const ofSchema = schemaLengths(schema);
  return ({ document, operation, variables }) => {
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const one of document.definitions)
      if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);

    const ofSelections = (set: SelectionSetNode, parent: GraphQLCompositeType, lengths: Lengths): number => {
      let cost = 0;
      for (const selection of set.selections) {
        if (!isIncluded(selection, variables)) continue;
        if (selection.kind === Kind.FIELD) cost += ofField(selection, parent, lengths);
        else {
          const part = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
          const type = schema.getType(part?.typeCondition?.name.value ?? parent.name);
          // Alternatives of an interface are added up, although each object has but one of them.
          if (part && isCompositeType(type)) cost += ofSelections(part.selectionSet, type, lengths);
        }
      }
      return cost;
    };

    const ofField = (node: FieldNode, parent: GraphQLCompositeType, lengths: Lengths): number => {
      const field = fieldOf(parent, node.name.value);
      if (!field) return 1;
      const type = getNamedType(field.type);
      const here = lengthsAt(lengths, argumentsOf(field, node, variables));
      const within = lengthsInside(here, type);
      const inner = isCompositeType(type) && node.selectionSet ? ofSelections(node.selectionSet, type, within) : 0;
      const values = isListType(getNullableType(field.type))
        ? (ofSchema.get(`${parent.name}.${field.name}`) ?? listLength(field, here)) * (1 + inner)
        : inner;
      const cost = 1 + extraCost(field, here) + values;
      if (field.name !== '__schema' && field.name !== '__type') return cost;
      // Lengths of the schema are averages: the scale is of the sum before it is rounded.
      return introspection === 1 ? cost : Math.ceil(cost * introspection - ROUNDING);
    };

    const root = schema.getRootType(operation.operation);
    return root ? ofSelections(operation.selectionSet, root, UNKNOWN) : 0;
  };
}
