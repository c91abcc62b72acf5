import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { completion } from './completion.ts';
import type { FieldPlan, Plan, Planned, Run } from './model.ts';
import { Unplanned } from './unplanned.ts';

const NO_ARGUMENTS: object = Object.freeze({});

/**
 * Works out once what graphql-js works out for each object of each answer: which fields, with which arguments, in which order.
 * Throws `Unplanned` for what only graphql-js can do.
 */
export function planOperation(
  given: Omit<Planned, 'subfields' | 'nextField' | 'size'>,
  operation: OperationDefinitionNode,
): Plan {
  const planned: Planned = { ...given, nextField: 0, size: 0, subfields: (nodes) => subfields(planned, nodes) };
  const { schema, fragments, variables } = planned;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Unplanned();
  const fields = once(() => {
    const collected = collectFields(schema, { ...fragments }, { ...variables }, root, operation.selectionSet);
    return fieldPlans(planned, root, collected);
  });
  // Now, so that what cannot be planned at the top is known at once.
  fields();
  return { root, fieldsOf: fields, size: () => planned.size };
}

/** The fields of an object, for each type that it can be of. */
function subfields(planned: Planned, nodes: readonly FieldNode[]): (type: GraphQLObjectType) => readonly FieldPlan[] {
  const byType = new Map<GraphQLObjectType, readonly FieldPlan[]>();
  return (type) => {
    let plans = byType.get(type);
    if (!plans) {
      const { schema, fragments, variables } = planned;
      plans = fieldPlans(planned, type, collectSubfields(schema, { ...fragments }, { ...variables }, type, nodes));
      byType.set(type, plans);
    }
    return plans;
  };
}

function fieldPlans(
  planned: Planned,
  type: GraphQLObjectType,
  collected: ReadonlyMap<string, readonly FieldNode[]>,
): readonly FieldPlan[] {
  // Another type's check of its own objects has to be asked.
  if (type.isTypeOf) throw new Unplanned();
  const plans: FieldPlan[] = [];
  for (const [key, nodes] of collected) {
    const [node] = nodes;
    // Would be an assignment to the prototype.
    if (!node || key === '__proto__') throw new Unplanned();
    const name = node.name.value;
    if (name === '__typename') {
      plans.push({ key, name, resolve: () => type.name, args: () => NO_ARGUMENTS, complete: (_, value) => value });
      continue;
    }
    const field = type.getFields()[name];
    // Introspection, or a field that execution leaves out.
    if (!field) throw new Unplanned();
    // What a resolver is told of the operation is not made here.
    if (field.resolve && field.resolve.length > 3) throw new Unplanned();
    plans.push({
      key,
      name,
      resolve: (field.resolve as FieldPlan['resolve'] | undefined) ?? null,
      args: argumentsOf(planned, field, node),
      complete: completion(planned, field.type, nodes),
    });
  }
  planned.size += plans.length;
  return plans;
}

function argumentsOf(planned: Planned, field: GraphQLField<unknown, unknown>, node: FieldNode): (run: Run) => object {
  if (field.args.length === 0) return () => NO_ARGUMENTS;
  if (!dependsOnVariables(node)) {
    const args = Object.freeze(getArgumentValues(field, node));
    return () => args;
  }
  const number = planned.nextField++;
  return ({ args, variables }) => {
    args[number] ??= Object.freeze(getArgumentValues(field, node, variables));
    return args[number] ?? NO_ARGUMENTS;
  };
}

function dependsOnVariables(node: FieldNode): boolean {
  let depends = false;
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      [Kind.VARIABLE]: () => {
        depends = true;
      },
    });
  }
  return depends;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
