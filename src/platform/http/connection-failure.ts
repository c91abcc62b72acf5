import type { OutboundFailure } from './outbound.ts';

/** Errors of sockets and of the HTTP client, in words that hold no address and no header. */
export const connectionFailure = (error: unknown, hostname: string): OutboundFailure => {
  const code = errorCode(error);
  if (code === 'UND_ERR_INVALID_ARG') return { code: 'INVALID_HEADER', detail: 'A header cannot be sent.' };
  return { code: 'CONNECTION_FAILED', detail: `${hostname} ${happened(error, code)}.` };
};

/** A reset during the handshake is a matter of the connection; everything else is one of certificates and protocols. */
export const tlsFailure = (error: unknown, hostname: string): OutboundFailure => {
  const code = errorCode(error);
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ETIMEDOUT') return connectionFailure(error, hostname);
  return { code: 'TLS_FAILED', detail: `No secure connection to ${hostname} (${code ?? 'handshake failed'}).` };
};

export const errorCode = (error: unknown): string | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : null;
};

const happened = (error: unknown, code: string | null): string => {
  if (code === 'ECONNREFUSED') return 'refused the connection';
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET') return 'closed the connection too early';
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return 'sent headers that are too large';
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return 'sent an answer of another length than it announced';
  // The parser's errors have a code only sometimes.
  if (error instanceof Error && error.name === 'HTTPParserError') return 'sent something that is not valid HTTP';
  return `could not be reached${code === null ? '' : ` (${code})`}`;
};
