import { err, ok, type Result } from '../../lib/result.ts';
import type { Clock } from '../clock.ts';
import type { OutboundFailure } from './outbound.ts';
import { parseRetryAfter } from './retry-after.ts';
import type { Target } from './url-policy.ts';

export type AnswerHead = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

export type AcceptedHead = {
  readonly contentType: string | null;
  readonly contentLength: number | null;
  readonly link: string | null;
  readonly etag: string | null;
  readonly retryAfterSeconds: number | null;
  readonly gzip: boolean;
};

/** Decides by the head alone whether the body is worth reading. */
export const judgeAnswer = (
  { status, headers }: AnswerHead,
  { url, hostname }: Target,
  maxBodyBytes: number,
  clock: Clock,
  alsoRead: readonly number[] = [],
): Result<AcceptedHead, OutboundFailure> => {
  const header = (name: string): string | null => {
    const value = headers[name];
    return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value;
  };
  const told = {
    contentType: header('content-type'),
    link: header('link'),
    etag: header('etag'),
    retryAfterSeconds: parseRetryAfter(header('retry-after') ?? '', clock.now()),
  };
  // Length and encoding, if any, are of the body that does not come with it.
  if (status === NOT_MODIFIED && alsoRead.includes(status)) return ok({ ...told, contentLength: null, gzip: false });
  if (status >= 300 && status < 400) {
    const location = safeLocation(header('location'), url);
    const detail = `${hostname} answered ${status}, a redirect${location === null ? '' : ` to ${location}`}. Redirects are not followed.`;
    return err({ code: 'REDIRECT', detail, status, ...(location === null ? {} : { location }) });
  }
  if ((status < 200 || status > 299) && !alsoRead.includes(status)) {
    const { retryAfterSeconds } = told;
    const failure = { code: 'HTTP_STATUS', detail: `${hostname} answered ${status}.`, status } as const;
    return err({ ...failure, ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }) });
  }
  const encoding = (header('content-encoding') ?? '').trim().toLowerCase();
  const gzip = encoding === 'gzip' || encoding === 'x-gzip';
  if (!gzip && encoding !== '' && encoding !== 'identity') {
    const name = /^[a-z0-9, -]{1,40}$/.test(encoding) ? encoding : 'an unknown encoding';
    return err({ code: 'UNSUPPORTED_ENCODING', detail: `${hostname} sent ${name}; only gzip was asked for.`, status });
  }
  const announced = header('content-length');
  const contentLength = gzip || announced === null || !/^\d{1,15}$/.test(announced) ? null : Number(announced);
  if (contentLength !== null && contentLength > maxBodyBytes)
    return err({ ...tooLarge(hostname, maxBodyBytes), status });
  return ok({ ...told, contentLength, gzip });
};

const NOT_MODIFIED = 304;

export const tooLarge = (hostname: string, maxBodyBytes: number): OutboundFailure => ({
  code: 'TOO_LARGE',
  detail: `The answer of ${hostname} is larger than ${maxBodyBytes} bytes.`,
});

const LOCATION_LIMIT = 500;

/** Origin and path only: query strings and user names of redirects carry tokens. */
const safeLocation = (location: string | null, base: URL): string | null => {
  if (location === null || !URL.canParse(location, base.href)) return null;
  const to = new URL(location, base);
  if (to.protocol !== 'https:' && to.protocol !== 'http:') return null;
  return `${to.origin}${to.pathname}`.slice(0, LOCATION_LIMIT);
};
