import type { Attempt } from '../model.ts';

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
};

const CODES = {
  INVALID_URL: 'URL_REFUSED',
  INVALID_HEADER: 'URL_REFUSED',
  ADDRESS_REFUSED: 'ADDRESS_REFUSED',
  NAME_NOT_RESOLVED: 'HOST_NOT_FOUND',
  CONNECTION_FAILED: 'CONNECTION_FAILED',
  TLS_FAILED: 'TLS_FAILED',
  TIMEOUT: 'TIMEOUT',
  ABORTED: 'WORKER_LOST',
  REDIRECT: 'REDIRECTED',
  HTTP_STATUS: 'BAD_STATUS',
  TOO_LARGE: 'BAD_STATUS',
  UNSUPPORTED_ENCODING: 'BAD_STATUS',
} as const satisfies Record<CallFailure['code'], NonNullable<Attempt['error']>['code']>;

/** Why a call was no success, for the log of deliveries. */
export const explainAttempt = ({ code, detail }: CallFailure): NonNullable<Attempt['error']> => ({
  code: CODES[code],
  message: detail,
});

/** 2xx, and nothing else (Standard Webhooks). */
export const isDelivered = (status: number | null): boolean => status !== null && status >= 200 && status <= 299;

/** Says that there is more coming in than it can take: the next calls wait a little. */
export const asksForLess = (status: number | null, error: Attempt['error']): boolean =>
  error?.code === 'TIMEOUT' || [429, 502, 503, 504].includes(status ?? 0);
