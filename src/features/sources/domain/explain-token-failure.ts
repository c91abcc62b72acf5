import { MAX_TOKEN_LENGTH, type TokenErrorCode } from './access-token.ts';
import { type CallFailure, explainFailure, type FetchFailureCode, isRetryable } from './explain-failure.ts';

/** The largest answer that is read of a token endpoint, in bytes after decompression. */
export const MAX_TOKEN_ANSWER_BYTES = 64 * 1024;
/** Statuses of a refusal, whose body may hold a standard code. */
export const REFUSALS: readonly number[] = [400, 401, 403];

export type TokenFailure = {
  readonly code: FetchFailureCode;
  readonly message: string;
  readonly hint: string;
  /** Path to the part of the connection at fault. */
  readonly field: readonly string[];
  readonly retry: { readonly afterSeconds: number | null } | null;
};

const at = (...field: readonly string[]): readonly string[] => ['auth', 'oauth2', ...field];

/**
 * The call itself failed. Names the host and nothing more of the address, which cannot be read back; and quotes nothing of
 * the answer, for no token that may be in it is known yet.
 */
export function explainTokenFailure(failure: CallFailure, host: string): TokenFailure {
  if (failure.status !== undefined && REFUSALS.includes(failure.status))
    return explainRefusal(host, failure.status, null);
  if (failure.code === 'TOO_LARGE') {
    return tokenUnusable(host, `The answer is larger than ${MAX_TOKEN_ANSWER_BYTES / 1024} KB.`);
  }
  const { retryAfterSeconds, ...told } = failure;
  const { code, message, hint } = explainFailure({ ...told, ...unquoted(failure, host) });
  return {
    code,
    message: `Token endpoint: ${message}`,
    hint: HINTS[code] ?? hint,
    field: at('tokenUrl'),
    retry: isRetryable(failure) ? { afterSeconds: retryAfterSeconds ?? null } : null,
  };
}

function unquoted({ code, status }: CallFailure, host: string): { readonly detail: string } | null {
  if (code === 'REDIRECT') return { detail: `${host} answered ${status}, a redirect. Redirects are not followed.` };
  return code === 'UNSUPPORTED_ENCODING' ? { detail: `${host} sent an encoding that was not asked for.` } : null;
}

/** Where the usual hint is about dates and rows. */
const HINTS: Partial<Record<FetchFailureCode, string>> = {
  INVALID_URL: 'Correct tokenUrl.',
  INVALID_HEADER: 'The client id and secret are too long for a header: set clientAuthentication to BODY.',
  TIMEOUT: 'Check that the token endpoint is up; it may take as long as timeoutSeconds says, and 30 s at most.',
  CONNECTION_FAILED: 'Check that the token endpoint is running and that its firewall lets this server in.',
  REDIRECTED: 'Give the address it redirects to as tokenUrl.',
  ENDPOINT_NOT_FOUND: 'Check the path of tokenUrl.',
  REQUEST_REJECTED: 'Check that tokenUrl takes a POST with grant_type=client_credentials.',
  RATE_LIMITED: 'Wait a little, or raise the limit of the token endpoint.',
  ENDPOINT_UNAVAILABLE: 'Check the logs of the token endpoint.',
  UNSUPPORTED_ENCODING: 'Let the token endpoint answer uncompressed or with gzip.',
};

/** It answered, and gives this client no token. */
export function explainRefusal(host: string, status: number, error: TokenErrorCode | null): TokenFailure {
  const said = error === null ? '' : ` (${error})`;
  return {
    code: 'CREDENTIALS_REFUSED',
    message: `Token endpoint: ${host} answered ${status}${said}. It gave this client no token.`,
    ...cureOf(error),
    retry: null,
  };
}

function cureOf(error: TokenErrorCode | null): Pick<TokenFailure, 'hint' | 'field'> {
  switch (error) {
    case 'invalid_scope':
      return { hint: 'Check scope: names that this client may have, with blanks between them.', field: at('scope') };
    case 'invalid_client':
      return {
        hint: 'Check clientId and clientSecret, and whether the token endpoint wants them with clientAuthentication BASIC or BODY.',
        field: at('clientSecret'),
      };
    case 'unauthorized_client':
    case 'unsupported_grant_type':
      return { hint: 'Allow the grant client_credentials for this client at the token endpoint.', field: at() };
    case 'invalid_request':
    case 'invalid_grant':
    case null:
      return {
        hint: 'Check clientId, clientSecret and clientAuthentication, and the scope and audience that the token endpoint wants.',
        field: at(),
      };
  }
}

/** It answered with success, but with nothing to call the endpoint with. */
export const tokenUnusable = (host: string, reason: string): TokenFailure => ({
  code: 'TOKEN_UNUSABLE',
  message: `Token endpoint: ${host} gave no usable token. ${reason}`,
  hint: `Check that tokenUrl is the token endpoint itself: it answers with a JSON object whose access_token, at most ${MAX_TOKEN_LENGTH} characters, is a bearer token.`,
  field: at('tokenUrl'),
  retry: null,
});
