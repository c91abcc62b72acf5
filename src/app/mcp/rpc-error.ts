import type { ServerResponse } from 'node:http';
import { HeaderMap, type HTTPGraphQLHead } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { sendAnswer } from '../answer.ts';
import type { RequestFault } from '../body.ts';

export const PARSE_ERROR = -32_700;
export const INVALID_REQUEST = -32_600;
const INTERNAL_ERROR = -32_603;
/** What JSON-RPC leaves to servers, and the protocol to whoever has no code of its own. */
const SERVER_ERROR = -32_000;

type Fault = RequestFault & {
  /** JSON-RPC's code; one of a server's own unless given. */
  readonly rpc?: number;
  readonly headers?: Iterable<readonly [string, string]>;
  readonly details?: object;
};

/** An error before the protocol could speak, in its own form. */
export async function sendRpcError(response: ServerResponse, fault: Fault): Promise<void> {
  const { status, code, message, rpc = SERVER_ERROR, headers = [], details } = fault;
  const error = { code: rpc, message, data: { code, ...details } };
  await sendJson(response, status, JSON.stringify({ jsonrpc: '2.0', error, id: null }), headers);
}

export const accidentOf = (message: string): Fault => ({
  ...{ status: 500, code: 'INTERNAL_SERVER_ERROR', message },
  rpc: INTERNAL_ERROR,
});

/** One of the errors that know their own status and headers. */
export function faultOf({ message, extensions }: GraphQLError): Fault {
  const { http, code, ...details } = extensions;
  const { status = 400, headers = [] } = (http ?? {}) as Partial<HTTPGraphQLHead>;
  return { status, code: String(code), message, headers, details };
}

export async function sendJson(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Iterable<readonly [string, string]> = [],
): Promise<void> {
  const all = new HeaderMap([['content-type', 'application/json; charset=utf-8']]);
  for (const [name, value] of headers) all.set(name, value);
  await sendAnswer(response, { status, headers: all, body: { kind: 'complete', string: text } });
}
