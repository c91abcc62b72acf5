/** Why the endpoint gave no answer to map. Closed: clients switch on it. */
export type FetchFailureCode =
  | 'INVALID_URL'
  | 'INVALID_HEADER'
  | 'ADDRESS_REFUSED'
  | 'HOST_NOT_FOUND'
  | 'CONNECTION_FAILED'
  | 'TLS_FAILED'
  | 'TIMEOUT'
  | 'CANCELLED'
  | 'REDIRECTED'
  | 'CREDENTIALS_REFUSED'
  | 'TOKEN_UNUSABLE'
  | 'ENDPOINT_NOT_FOUND'
  | 'REQUEST_REJECTED'
  | 'RATE_LIMITED'
  | 'ENDPOINT_UNAVAILABLE'
  | 'RESPONSE_TOO_LARGE'
  | 'UNSUPPORTED_ENCODING';

/** What the outbound port reports; spelled out here because a room's domain knows no port. */
export type CallFailure = {
  readonly code:
    | 'INVALID_URL'
    | 'INVALID_HEADER'
    | 'ADDRESS_REFUSED'
    | 'NAME_NOT_RESOLVED'
    | 'CONNECTION_FAILED'
    | 'TLS_FAILED'
    | 'TIMEOUT'
    | 'ABORTED'
    | 'REDIRECT'
    | 'HTTP_STATUS'
    | 'TOO_LARGE'
    | 'UNSUPPORTED_ENCODING';
  readonly detail: string;
  readonly status?: number;
  readonly location?: string;
  readonly retryAfterSeconds?: number;
  readonly transient?: boolean;
};

export type FailureExplanation = { readonly code: FetchFailureCode; readonly message: string; readonly hint: string };

/** The reason and the cure, for the people who set up the endpoint. */
export const explainFailure = (failure: CallFailure): FailureExplanation => {
  const as = (code: FetchFailureCode, hint: string): FailureExplanation => ({ code, message: failure.detail, hint });
  switch (failure.code) {
    case 'HTTP_STATUS':
      return explainStatus(failure);
    case 'INVALID_URL':
      return as('INVALID_URL', 'Correct the URL.');
    case 'INVALID_HEADER':
      return as('INVALID_HEADER', 'Correct or remove the header; mind line breaks that came along when it was pasted.');
    case 'ADDRESS_REFUSED':
      return as(
        'ADDRESS_REFUSED',
        'Use an address that is reachable from the internet, or ask the operator to allow this one.',
      );
    case 'NAME_NOT_RESOLVED':
      return as(
        'HOST_NOT_FOUND',
        'Check the spelling of the host name, and that it is known outside your own network.',
      );
    case 'CONNECTION_FAILED':
      return as('CONNECTION_FAILED', 'Check that the endpoint is running and that its firewall lets this server in.');
    case 'TLS_FAILED':
      return as(
        'TLS_FAILED',
        'Check that the certificate is valid, complete with its intermediates, and made out to this host name.',
      );
    case 'TIMEOUT':
      return as(
        'TIMEOUT',
        'Raise timeoutSeconds (at most 60), or make the answer smaller, for example by aggregating per day.',
      );
    case 'ABORTED':
      return as('CANCELLED', 'Start it again if it was not meant to stop.');
    case 'REDIRECT':
      return as('REDIRECTED', `Use ${failure.location ?? 'the address it redirects to'} directly.`);
    case 'TOO_LARGE':
      return as(
        'RESPONSE_TOO_LARGE',
        'Make the answer smaller: aggregate per day and account, and leave out fields that are not mapped.',
      );
    case 'UNSUPPORTED_ENCODING':
      return as(
        'UNSUPPORTED_ENCODING',
        'Let the endpoint answer uncompressed or with gzip, as the Accept-Encoding header asks.',
      );
  }
};

/** No call was made: what is stored cannot be opened with the keys of this installation. */
export const CREDENTIALS_UNREADABLE = {
  code: 'CREDENTIALS_UNREADABLE',
  message: 'The stored credentials cannot be opened: the secret key they were sealed with is not here.',
  hint: 'Give the credentials again with reconnectCustomApi, or ask the operator to restore the secret key.',
} as const;

/** Whether the same call may well succeed later. Wrong credentials and addresses do not mend by themselves. */
export const isRetryable = (failure: CallFailure): boolean => {
  switch (failure.code) {
    case 'TIMEOUT':
    case 'CONNECTION_FAILED':
      return true;
    case 'NAME_NOT_RESOLVED':
      return failure.transient === true;
    case 'HTTP_STATUS':
      return [408, 425, 429].includes(failure.status ?? 0) || isServerError(failure.status);
    default:
      return false;
  }
};

const explainStatus = ({ detail, status, retryAfterSeconds }: CallFailure): FailureExplanation => {
  switch (status) {
    case 401:
    case 403: {
      const hint =
        'Check the token or key, the name of the header or parameter that carries it, and what it gives access to; with oauth2, its scope and audience.';
      return { code: 'CREDENTIALS_REFUSED', message: `${detail} The credentials were refused.`, hint };
    }
    case 404:
    case 410: {
      const message = `${detail} Nothing is at this address.`;
      return { code: 'ENDPOINT_NOT_FOUND', message, hint: 'Check the address and the path.' };
    }
    case 429: {
      const wait = retryAfterSeconds === undefined ? '' : ` It asks to wait ${retryAfterSeconds} s.`;
      const hint = 'Wait a little, raise the limit of the endpoint, or ask it for a smaller date range.';
      return { code: 'RATE_LIMITED', message: `${detail} It was called too often.${wait}`, hint };
    }
  }
  if (status === 408 || status === 425 || isServerError(status)) {
    const hint = 'Check the logs of the endpoint; if it fails only on long date ranges, let it answer smaller ones.';
    return { code: 'ENDPOINT_UNAVAILABLE', message: `${detail} The endpoint could not answer.`, hint };
  }
  const hint = 'Check the date range, the placeholders and the body against what the endpoint expects.';
  return { code: 'REQUEST_REJECTED', message: `${detail} The endpoint rejects the request.`, hint };
};

const isServerError = (status: number | undefined): boolean => status !== undefined && status >= 500 && status <= 599;
