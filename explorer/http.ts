import { HTTP_URL } from './endpoint.ts';

export type GraphQLRequest = {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
};

type ErrorEntry = { readonly message?: string; readonly extensions?: { readonly code?: string } };
export type Answer = { readonly status: number; readonly body: { readonly errors?: readonly ErrorEntry[] } };

// A header carries nothing else: the browser would refuse to send it, with a message about ISO-8859-1.
export const isSendable = (key: string): boolean => /^[\x21-\x7e]*$/.test(key);
export const UNSENDABLE = 'A key has no spaces and no special characters.';

/** One operation over HTTP. Throws only when no GraphQL answer came back, with a sentence that can be shown. */
export async function post(key: string, request: GraphQLRequest, signal: AbortSignal | null = null): Promise<Answer> {
  if (!isSendable(key)) throw new Error(UNSENDABLE);
  const headers = {
    accept: 'application/graphql-response+json, application/json',
    'content-type': 'application/json',
    ...(key !== '' && { authorization: `Bearer ${key}` }),
  };
  let response: Response;
  try {
    response = await fetch(HTTP_URL, { method: 'POST', headers, body: JSON.stringify(request), signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Error('The server did not answer. Is it running?', { cause: error });
  }
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch {
    throw new Error(`The server answered ${response.status} without JSON: ${text.slice(0, 200) || 'an empty body'}`);
  }
}

/** Why the key was refused, or null when it was not. A role that is too low is not a refusal of the key. */
export function refusalOf({ status, body }: Answer): string | null {
  const unauthenticated = body.errors?.find((error) => error.extensions?.code === 'UNAUTHENTICATED');
  if (unauthenticated === undefined && status !== 401 && status !== 403) return null;
  return unauthenticated?.message ?? body.errors?.[0]?.message ?? `The server answered ${status}.`;
}
