import {
  type ASTNode,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type ValidationContext,
  visit,
} from 'graphql';
import { createMeasure, type Size } from './measure.ts';
import {
  MAX_ALIASES,
  MAX_CHANGES,
  MAX_DEFINITIONS,
  MAX_DEPTH,
  MAX_DIRECTIVES,
  MAX_DIRECTIVES_IN_ONE_PLACE,
  MAX_FIELDS,
  MAX_STEPS,
  MAX_VALUE_DEPTH,
} from './numbers.ts';
import { limitError, written } from './refusals.ts';

/** A validation rule: a small document may not ask for an answer that keeps the server busy for minutes. */
export function limits(context: ValidationContext): ASTVisitor {
  return {
    Document: (document) => {
      const [error] = excesses(document, context);
      if (!error) return undefined;
      context.reportError(error);
      // As if the document were empty: the rules that compare its parts with each other are what it must not reach.
      return null;
    },
  };
}

function* excesses(document: DocumentNode, context: ValidationContext): Generator<GraphQLError> {
  yield* excessOf(
    'The document has',
    document.definitions.length,
    MAX_DEFINITIONS,
    'operations and fragments',
    document,
  );
  yield* writtenExcesses(document);
  const measure = createMeasure(context.getFragment.bind(context));
  for (const definition of document.definitions) {
    // Fragments that nothing uses are compared, too.
    if (definition.kind === Kind.OPERATION_DEFINITION) yield* sizeExcesses(definition, measure.ofSet(definition));
    if (definition.kind === Kind.FRAGMENT_DEFINITION) yield* sizeExcesses(definition, measure.ofFragment(definition));
  }
}

function* sizeExcesses(
  definition: OperationDefinitionNode | FragmentDefinitionNode,
  { depth, fields, aliases, roots }: Size,
): Generator<GraphQLError> {
  const isFragment = definition.kind === Kind.FRAGMENT_DEFINITION;
  const subject = `${isFragment ? 'Fragment' : 'Operation'} ${definition.name?.value.slice(0, 100) ?? ''}`.trim();
  if (depth > MAX_DEPTH) {
    const deep = Number.isFinite(depth) ? written(depth) : `more than ${MAX_STEPS}`;
    const cure = 'fetch what lies deeper in an operation of its own';
    const message = `${subject} nests fields ${deep} deep; at most ${MAX_DEPTH}: ${cure}.`;
    yield limitError('DOCUMENT_TOO_LARGE', message, { nodes: definition });
  }
  yield* excessOf(`${subject} asks for`, fields, MAX_FIELDS, 'fields', definition);
  yield* excessOf(`${subject} renames`, aliases, MAX_ALIASES, 'fields', definition);
  if (!isFragment && definition.operation === 'mutation')
    yield* excessOf(`${subject} makes`, roots, MAX_CHANGES, 'changes', definition);
}

/** What stands in the document itself, wherever it is used. */
function writtenExcesses(document: DocumentNode): GraphQLError[] {
  let [directives, mostInOnePlace, depth, deepest] = [0, 0, 0, 0];
  const nested = {
    enter: () => {
      depth += 1;
      deepest = Math.max(deepest, depth);
    },
    leave: () => {
      depth -= 1;
    },
  };
  visit(document, {
    enter: (node) => {
      if (!('directives' in node) || !node.directives) return;
      directives += node.directives.length;
      mostInOnePlace = Math.max(mostInOnePlace, node.directives.length);
    },
  });
  visit(document, { ListValue: nested, ObjectValue: nested, ListType: nested });
  return [
    ...excessOf('The document has', directives, MAX_DIRECTIVES, 'directives', document),
    ...excessOf('One place has', mostInOnePlace, MAX_DIRECTIVES_IN_ONE_PLACE, 'directives', document),
    ...excessOf('A value or type is nested', deepest, MAX_VALUE_DEPTH, 'deep', document),
  ];
}

function excessOf(subject: string, count: number, most: number, what: string, node: ASTNode): GraphQLError[] {
  if (count <= most) return [];
  const cure = 'split it, or pass data in variables';
  const message = `${subject} ${written(count)} ${what}; at most ${written(most)}: ${cure}.`;
  return [limitError('DOCUMENT_TOO_LARGE', message, node.kind === Kind.DOCUMENT ? {} : { nodes: node })];
}
