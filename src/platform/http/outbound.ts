import type { Result } from '../../lib/result.ts';

/** One call to an address a customer typed. Secrets may be anywhere in it: never log it whole. */
export type OutboundRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** One deadline for the whole call, the body included. */
  readonly timeoutMs: number;
  /** Counted after decompression. */
  readonly maxBodyBytes: number;
  /** Statuses beside 2xx, of 400 and above or 304, whose answer is handed out to be read, too. */
  readonly alsoRead?: readonly number[];
  /** Ends the call early, as a failure with code ABORTED. */
  readonly signal?: AbortSignal;
};

/** A 2xx answer, or one that was to be read all the same. The body can be read once; reading it throws `OutboundBodyError` when the call fails midway. */
export type OutboundResponse = {
  readonly status: number;
  readonly contentType: string | null;
  /** Length announced by the endpoint, in bytes after decompression; null when unknown. */
  readonly contentLength: number | null;
  /** The header of that name (RFC 8288), as sent; null when there is none. */
  readonly link: string | null;
  /** The header of that name (RFC 9110), as sent; null when there is none. */
  readonly etag: string | null;
  /** From a Retry-After header, in seconds; null when it says nothing. */
  readonly retryAfterSeconds: number | null;
  readonly body: AsyncIterable<Uint8Array>;
};

export type OutboundFailureCode =
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

/** Why a call brought no answer. `detail` is safe to show: it never holds a header, a query string or a body. */
export type OutboundFailure = {
  readonly code: OutboundFailureCode;
  readonly detail: string;
  /** HTTP status, when the endpoint gave one. */
  readonly status?: number;
  /** Where a REDIRECT points, without query string or credentials. */
  readonly location?: string;
  /** From a Retry-After header, in seconds. */
  readonly retryAfterSeconds?: number;
  /** With NAME_NOT_RESOLVED: the name server did not answer, so the name may well exist. */
  readonly transient?: boolean;
};

export class OutboundBodyError extends Error {
  override readonly name = 'OutboundBodyError';
  readonly failure: OutboundFailure;
  constructor(failure: OutboundFailure) {
    super(failure.detail);
    this.failure = failure;
  }
}

/** The port: the one way to call an address a customer typed. */
export type Outbound = {
  readonly call: (request: OutboundRequest) => Promise<Result<OutboundResponse, OutboundFailure>>;
  /** Checks a URL against the pure policy (scheme, port, literal address) without calling it; null when it may be called. */
  readonly check: (url: string) => OutboundFailure | null;
  readonly close: () => Promise<void>;
};
