import type { OutboundFailure } from './outbound.ts';

/** Errors of sockets and of the HTTP client, in words that hold no address and no header. */
export const connectionFailure = (error: unknown, hostname: string): OutboundFailure => {
  const code = errorCode(error);
  if (code === 'ERR_INVALID_CHAR') return { code: 'INVALID_HEADER', detail: 'A header cannot be sent.' };
  return { code: 'CONNECTION_FAILED', detail: `${hostname} ${happened(code)}.` };
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

const happened = (code: string | null): string => {
  if (code === 'ECONNREFUSED') return 'refused the connection';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'closed the connection too early';
  if (code === 'HPE_HEADER_OVERFLOW') return 'sent headers that are too large';
  if (code?.startsWith('HPE_')) return 'sent something that is not valid HTTP';
  return `could not be reached${code === null ? '' : ` (${code})`}`;
};
