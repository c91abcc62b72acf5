import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Refusal } from '../features/kit/refusal.ts';
import type { Log } from '../platform/log.ts';
import { MAX_TOKENS } from './limits/numbers.ts';
import { type LimitCode, written } from './limits/refusals.ts';

export const unauthenticated = (): GraphQLError =>
  new GraphQLError('A working API key is needed: send it as `Authorization: Bearer <key>`.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });

export const noSuchOperation = (): GraphQLError =>
  new GraphQLError('The document has no operation of that name, or several and none is named.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });

export const notOverHttp = (): GraphQLError =>
  new GraphQLError('Subscriptions are followed over WebSocket, at the same address.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });

/** An argument of a query that cannot be acted on. `field` is the path to it. */
export const badInput = (message: string, field: readonly string[]): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', field } });

/** A refusal where there is no payload to carry it: in a query. */
export function refusedQuery(refusals: readonly Refusal<string>[]): GraphQLError {
  const [first] = refusals;
  if (!first) return new GraphQLError('Refused.', { extensions: { code: 'BAD_USER_INPUT' } });
  const code = first.code === 'INVALID_INPUT' ? 'BAD_USER_INPUT' : first.code;
  return new GraphQLError(first.message, { extensions: { code, field: first.field } });
}

/** All that a client is told of an accident. */
export const accidentMessage = (requestId: string): string =>
  `Something went wrong on our side. Quote request ${requestId} when you ask the operator about it.`;

/** PostgreSQL's codes for text it cannot store: the caller sent half a surrogate pair, or NUL. */
const UNSTORABLE_TEXT = new Set(['22021', '22P05']);

/** PostgreSQL's code for a statement that took longer than statements may, or that nobody waits for any more. */
const CANCELED = '57014';

/** Whether PostgreSQL ended a statement that took too long, or that nobody waits for any more. */
export const wasCanceled = (error: unknown): boolean => postgresCode(error) === CANCELED;

/**
 * What a client sees of an error. Ours and GraphQL's own are shown; an accident is logged with the request's id and shown
 * as that id alone: a fresh one for what came over a socket, where requests have no bounds.
 */
export function formatError(
  log: Log,
  shown: GraphQLFormattedError,
  error: unknown,
  requestId: string = randomUUID(),
): GraphQLFormattedError {
  const cause = rootCause(error);
  if (cause instanceof GraphQLError) {
    const { stacktrace: _, http: __, ...extensions } = shown.extensions ?? {};
    const tooLarge = tooLargeToCheck(cause.message);
    if (tooLarge) return { message: tooLarge, extensions: { code: 'DOCUMENT_TOO_LARGE' } };
    return { ...shown, extensions: { ...extensions, code: codeOf(cause, extensions['code']) } };
  }
  const base = {
    ...(shown.path ? { path: shown.path } : {}),
    ...(shown.locations ? { locations: shown.locations } : {}),
  };
  if (shown.extensions?.['code'] === 'GRAPHQL_PARSE_FAILED') {
    // The parser ran out of stack: its own complaints are GraphQLErrors.
    return { ...base, message: 'The document is nested too deeply.', extensions: { code: 'GRAPHQL_PARSE_FAILED' } };
  }
  if (UNSTORABLE_TEXT.has(postgresCode(cause))) {
    const message =
      'An argument contains a character that cannot be stored or searched for (NUL, or half a surrogate pair).';
    return { ...base, message, extensions: { code: 'BAD_USER_INPUT' } };
  }
  if (wasCanceled(cause)) {
    const message = 'Reading took too long. Ask for less, or try again.';
    return { ...base, message, extensions: { code: 'DEADLINE_EXCEEDED' satisfies LimitCode } };
  }
  log.error({ requestId, error: cause, path: shown.path }, 'a request failed by accident');
  return {
    ...base,
    message: accidentMessage(requestId),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
}

/** Ours have a code; GraphQL's own get one from the step that failed, and execution complains of arguments only. */
function codeOf(cause: GraphQLError, step: unknown): unknown {
  const own = cause.extensions['code'];
  if (own !== undefined && own !== 'INTERNAL_SERVER_ERROR') return own;
  return step === undefined || step === 'INTERNAL_SERVER_ERROR' ? 'BAD_USER_INPUT' : step;
}

/** The limits that GraphQL's own library watches, in our words; null for any other error. */
function tooLargeToCheck(message: string): string | null {
  if (/^Syntax Error: Document contains more that \d+ tokens/.test(message))
    return `The document has more than ${written(MAX_TOKENS)} tokens: split it, or pass data in variables.`;
  if (message === 'Validation aborted.')
    return 'Too many fields of the document share a response name: ask for each once.';
  return null;
}

/** The error as it was thrown: execution wraps what resolvers throw, drizzle wraps what the database says. */
function rootCause(error: unknown): unknown {
  if (error instanceof GraphQLError && error.originalError) return rootCause(error.originalError);
  return error;
}

function postgresCode(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return '';
}
