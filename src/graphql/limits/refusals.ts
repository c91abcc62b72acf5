import { HeaderMap } from '@apollo/server';
import { type ASTNode, GraphQLError } from 'graphql';

/** Why an operation was not carried out although nothing is wrong with it. The schema's description lists them. */
export const LIMIT_CODES = [
  'DOCUMENT_TOO_LARGE',
  'OPERATION_TOO_COSTLY',
  'RATE_LIMITED',
  'TOO_MANY_OPERATIONS',
  'DEADLINE_EXCEEDED',
] as const;
export type LimitCode = (typeof LIMIT_CODES)[number];

const STATUS: Readonly<Record<LimitCode, number>> = {
  DOCUMENT_TOO_LARGE: 400,
  OPERATION_TOO_COSTLY: 400,
  RATE_LIMITED: 429,
  TOO_MANY_OPERATIONS: 429,
  DEADLINE_EXCEEDED: 504,
};

type Details = { readonly nodes?: ASTNode; readonly extensions?: object; readonly headers?: [string, string][] };

export function limitError(code: LimitCode, message: string, { nodes, extensions, headers }: Details = {}) {
  const http = { status: STATUS[code], ...(headers ? { headers: new HeaderMap(headers) } : {}) };
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { ...extensions, code, http } });
}

/** `what` says whose rate it is. */
export function rateLimited(what: string, waitMs: number): GraphQLError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1_000));
  return limitError('RATE_LIMITED', `${what} Try again in ${retryAfterSeconds} s.`, {
    extensions: { retryAfterSeconds },
    headers: [['retry-after', String(retryAfterSeconds)]],
  });
}

/** A number as the messages write it: 312,000. */
export const written = (count: number): string =>
  count > 1e12 ? `more than ${written(1e12)}` : count.toLocaleString('en-US');
