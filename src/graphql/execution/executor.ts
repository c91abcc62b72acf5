import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { RequestContext } from '../context.ts';
import { fieldNamesOf } from '../field-names.ts';
import { executePlan } from './execute-plan.ts';
import { createKnownPlans, type KnownPlans } from './known-plans.ts';
import type { Plan } from './model.ts';
import { planOperation } from './plan.ts';

export type Wanted = {
  /** Valid: plans are remembered for as long as the document is. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As given. */
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  readonly context: RequestContext;
  /** What a subscription's event is. */
  readonly rootValue?: unknown;
};

/** The data of an answer without errors; null when graphql-js has to answer, be it with the same. */
export type Executor = (wanted: Wanted) => Promise<Record<string, unknown> | null>;

/** Which of `@skip` and `@include` hold; each combination has a plan. */
const MAX_PLANS = 8;

/**
 * Executes what can be executed without errors, by plans that are made once for each document. Whatever else happens, be it an
 * error of a resolver's or a null where none may be, is graphql-js's to tell: the operation is executed again by it, from the
 * start. So this is for operations that only read.
 */
export function createExecutor(schema: GraphQLSchema, known: KnownPlans = createKnownPlans()): Executor {
  return async ({ document, operation, variables: given, context, rootValue }) => {
    if (operation.operation === 'mutation') return null;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given ?? {}, { maxErrors: 1 });
    if (!coerced) return null;
    const plans = known.of(operation, () => switchesOf(document, operation));
    const choice = plans.switches.map((name) => String(coerced[name])).join();
    let plan = plans.byChoice.get(choice);
    if (plan === undefined) {
      if (plans.byChoice.size >= MAX_PLANS) return null;
      plan = planned(schema, document, operation, coerced);
      plans.byChoice.set(choice, plan);
    }
    context.fieldNames = fieldNamesOf(document);
    const data = plan && (await executePlan({ plan, rootValue, context, variables: coerced }));
    known.measure(operation);
    return data;
  };
}

function planned(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Plan | null {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
  try {
    return planOperation({ schema, fragments, variables }, operation);
  } catch {
    // Besides what is not planned for: a condition that is null, which is for graphql-js to say.
    return null;
  }
}

/** The operation's variables that decide which fields there are. */
function switchesOf(document: DocumentNode, { variableDefinitions = [] }: OperationDefinitionNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return variableDefinitions.map(({ variable }) => variable.name.value).filter((name) => names.has(name));
}
