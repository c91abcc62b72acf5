import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { RequestContext } from '../context.ts';

/** What one execution has: who asks, and what was found so far. */
export type Run = {
  readonly context: RequestContext;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of fields with variables among their arguments, by their number. */
  readonly args: (object | undefined)[];
  /** Goes on with a value that is not there yet. */
  readonly later: (value: PromiseLike<unknown>, goOn: (value: unknown) => void) => void;
};

/** From what a resolver gave to what the answer shows; throws where the answer would have an error. */
export type Completion = (run: Run, value: unknown) => unknown;

export type FieldPlan = {
  /** In the answer. */
  readonly key: string;
  readonly name: string;
  /** Null: the property of that name. */
  readonly resolve: ((source: unknown, args: object, context: RequestContext) => unknown) | null;
  readonly args: (run: Run) => object;
  readonly complete: Completion;
};

export type Plan = {
  readonly fieldsOf: (type: GraphQLObjectType) => readonly FieldPlan[];
  readonly root: GraphQLObjectType;
  /** How many fields were planned so far, for each type an object may be of. */
  readonly size: () => number;
};

export type Planned = {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** For `@skip` and `@include`. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The fields of an object, for each type that it can be of. */
  readonly subfields: (nodes: readonly FieldNode[]) => (type: GraphQLObjectType) => readonly FieldPlan[];
  /** Gives out the numbers of fields whose arguments depend on variables. */
  nextField: number;
  /** Planned so far. */
  size: number;
};
