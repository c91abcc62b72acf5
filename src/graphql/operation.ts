import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Actor } from '../features/kit/actor.ts';
import { createPricing } from './limits/cost.ts';
import { MAX_COST } from './limits/numbers.ts';
import { limitError, written } from './limits/refusals.ts';
import type { RateLimits } from './rates/rate-limits.ts';

/** A valid operation about to be carried out, whichever way it came. */
export type Operation = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As given. */
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  /** Null for a stranger. */
  readonly actor: Actor | null;
};

/** Changes that call the customer's endpoint before they answer. */
const CALLING = new Set([
  'connectCustomApi',
  'reconnectCustomApi',
  'reconfigureCustomApi',
  'previewMapping',
  'suggestMapping',
]);
/** Those, and others of which each costs a good deal more than its answer: calls made later, a look at every account. */
const RATED = new Set([
  ...CALLING,
  'previewHealthModel',
  'replayWebhookDelivery',
  'replayWebhookEvents',
  'sendTestWebhook',
]);

/** What has to be known of variables to be judged: null, or why the operation is not carried out. */
export type Admission = (operation: Operation) => GraphQLError | null;

/** The last look at an operation before it is carried out: what it costs, and how often its kind may come. */
export function createAdmission(schema: GraphQLSchema, rates: RateLimits): Admission {
  const costOf = createPricing(schema);
  return ({ document, operation, variables: given, actor }) => {
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given ?? {}, { maxErrors: 1 });
    // Execution tells what does not fit.
    if (!coerced) return null;
    const cost = costOf({ document, operation, variables: coerced });
    if (cost > MAX_COST) {
      const message = `The operation costs ${written(cost)}; at most ${written(MAX_COST)}: ask for smaller pages, fewer days or less of each.`;
      return limitError('OPERATION_TOO_COSTLY', message, { extensions: { cost, maxCost: MAX_COST } });
    }
    const rated = changesAmong(RATED, document, operation);
    return actor && rated > 0 ? rates.calls(actor, rated) : null;
  };
}

/** How many of an operation's changes call the customer's endpoint before they answer. */
export const callsOf = (document: DocumentNode, operation: OperationDefinitionNode): number =>
  changesAmong(CALLING, document, operation);

function changesAmong(names: ReadonlySet<string>, document: DocumentNode, operation: OperationDefinitionNode): number {
  if (operation.operation !== 'mutation') return 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const count = (set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + (names.has(selection.name.value) ? 1 : 0);
      const part = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      return sum + count(part?.selectionSet);
    }, 0);
  return count(operation.selectionSet);
}
