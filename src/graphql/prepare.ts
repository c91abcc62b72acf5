import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Actor } from '../features/kit/actor.ts';
import { noSuchOperation } from './errors.ts';
import { createKnownDocuments } from './known-documents.ts';
import { limits } from './limits/document.ts';
import { MAX_TOKENS } from './limits/numbers.ts';
import type { Admission } from './operation.ts';

/** What a socket's message asks for. */
export type Asked = {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | null | undefined;
};
export type Prepared = Required<Pick<ExecutionArgs, 'schema' | 'document' | 'variableValues' | 'operationName'>>;

/** Does for a socket what Apollo does for HTTP before it executes: the same checks in the same order, with the same codes. */
export function createPreparation(schema: GraphQLSchema, admission: Admission) {
  const known = createKnownDocuments();
  const validDocument = (source: string): DocumentNode | readonly GraphQLError[] => {
    const found = known.find(source);
    if (found) return found;
    const document = parsed(source);
    if (document instanceof GraphQLError) return [document];
    const invalid = validate(schema, document, [...specifiedRules, limits]);
    if (invalid.length > 0) return invalid.map((error) => coded('GRAPHQL_VALIDATION_FAILED', error));
    known.keep(source, document);
    return document;
  };
  return (asked: Asked, actor: Actor): Prepared | readonly GraphQLError[] => {
    const document = validDocument(asked.query);
    if (!('kind' in document)) return document;
    const operation = getOperationAST(document, asked.operationName);
    if (!operation) return [noSuchOperation()];
    const variables = asked.variables ?? {};
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 50 });
    if (errors) return errors.map((error) => coded('BAD_USER_INPUT', error));
    const refused = admission({ document, operation, variables, actor });
    if (refused) return [refused];
    return { schema, document, variableValues: variables, operationName: asked.operationName ?? null };
  };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    const known = error instanceof GraphQLError ? error : new GraphQLError('The document is nested too deeply.');
    return coded('GRAPHQL_PARSE_FAILED', known);
  }
}

/** A code of the error's own stays. */
const coded = (code: string, error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    originalError: error.originalError ?? null,
    extensions: { code, ...error.extensions },
  });
