import type { OutboundFailure } from './outbound.ts';

const COUNT_LIMIT = 64;
/** Of all names and values together: many servers end a request with more than 8 to 16 KB of headers. */
const SIZE_LIMIT = 16_384;

/** Judges the headers a customer typed; null when they may be sent. Values are never told, they may be secrets. */
export const checkHeaders = (headers: Readonly<Record<string, string>>): OutboundFailure | null => {
  const entries = Object.entries(headers);
  if (entries.length > COUNT_LIMIT) return invalid(`There are more than ${COUNT_LIMIT} headers.`);
  const size = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (size > SIZE_LIMIT) return invalid(`The headers are longer than ${SIZE_LIMIT} characters in all.`);
  const seen = new Set<string>();
  for (const [name, value] of entries) {
    // Not told either: a name that is no name is often a secret pasted into the wrong field.
    if (!TOKEN.test(name)) return invalid('A header name may hold letters, digits and hyphens only.');
    const lower = name.toLowerCase();
    if (RESERVED.has(lower) || lower.startsWith('proxy-'))
      return invalid(`The header ${name} is set by the server itself.`);
    if (seen.has(lower)) return invalid(`The header ${name} is given twice.`);
    if (!FIELD_VALUE.test(value)) {
      return invalid(
        `The value of the header ${name} holds a line break or another character that headers cannot carry.`,
      );
    }
    seen.add(lower);
  }
  return null;
};

/** What is sent: the customer's headers, a name for this client, and the encodings it can bound. */
export const requestHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> => {
  const named = Object.keys(headers).some((name) => name.toLowerCase() === 'user-agent');
  return { ...(named ? {} : { 'user-agent': 'Tributary' }), ...headers, 'accept-encoding': 'gzip, identity' };
};

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/;
// RFC 9110: visible Latin-1, blanks and tabs. Anything else is how a second header, or a second request, is smuggled in.
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** They describe this connection and this body, or decide whom the request reaches. */
const RESERVED = new Set([
  'host',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'http2-settings',
  'expect',
  'accept-encoding',
]);

const invalid = (detail: string): OutboundFailure => ({ code: 'INVALID_HEADER', detail });
