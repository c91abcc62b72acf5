import { basicPair, formEncoded } from './client-credentials.ts';
import { type RequestSecrets, typedSecrets } from './endpoint.ts';
import { parseJson } from './parse-json.ts';

/** Shorter ones guard nothing, and taking them out would leave holes in ordinary text. */
export const SHORTEST_SECRET = 4;

/**
 * The texts in a request that may be secret. Credentials always are. Of headers and of a body everything counts that could
 * be a key: a body also names fields and metrics, which come back as the fields of the answer, so plain words in it count
 * only under a name such as `password`.
 */
export function secretValues({ auth, headers, body }: RequestSecrets, others: readonly string[] = []): string[] {
  const own = headers.filter(({ name }) => !HARMLESS_HEADERS.has(name.toLowerCase()));
  const found = [
    ...authValues(auth),
    ...others.flatMap(asTyped),
    ...own.flatMap(({ value }) => headerValues(value)),
    ...(body === null ? [] : bodyValues(body)),
  ];
  const pieces = found.flatMap((value) => value.split(PLACEHOLDER)).map((piece) => piece.trim());
  return [...new Set(pieces)].filter((piece) => piece.length >= SHORTEST_SECRET && !CALENDAR_DAY.test(piece));
}

const PLACEHOLDER = /\{(?:(?:start|end)_date(?::[^{}]*)?|cursor|page|offset)\}/;
/** Says nothing by itself, and is in every row. */
export const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** They describe the request and are the same for everybody. */
const HARMLESS_HEADERS = new Set([
  'accept',
  'accept-charset',
  'accept-language',
  'cache-control',
  'content-type',
  'pragma',
  'user-agent',
]);

function authValues(auth: RequestSecrets['auth']): string[] {
  switch (auth.kind) {
    case 'NONE':
      return [];
    case 'BEARER':
      return [auth.token];
    case 'BASIC':
      return basicValues(auth.username, auth.password);
    case 'HEADER_KEY':
    case 'QUERY_KEY':
      return [auth.value];
    case 'OAUTH2_CLIENT_CREDENTIALS': {
      const { clientSecret, tokenUrl } = auth;
      return [clientSecret, formEncoded(clientSecret), basicPair(auth), ...typedSecrets(tokenUrl).flatMap(asTyped)];
    }
  }
}

/** With some APIs the user name is the key. */
const LONG_USER_NAME = 12;

const basicValues = (username: string, password: string): string[] => [
  `${username}:${password}`,
  password,
  ...(username.length >= LONG_USER_NAME ? [username] : []),
];

/** The value as a whole, and the keys it may consist of: `Token abc`, `sid=abc; theme=dark`, `Basic dXNlcjpw…`. */
function headerValues(value: string): string[] {
  const words = value.split(/[\s;,]+/);
  const keys = words.flatMap((word) => [word, word.slice(word.indexOf('=') + 1)]).filter(mayBeKey);
  return [value, ...keys, ...(words[0]?.toLowerCase() === 'basic' ? basicParts(words[1] ?? '') : [])];
}

function basicParts(encoded: string): string[] {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? [] : basicValues(text.slice(0, colon), text.slice(colon + 1));
}

function bodyValues(body: string): string[] {
  // Placeholders may stand where JSON wants a number.
  const asItIs = parseJson(body);
  const parsed = asItIs.ok ? asItIs : parseJson(body.replace(new RegExp(PLACEHOLDER, 'g'), '0'));
  if (parsed.ok) return leaves(parsed.value, '');
  if (/^[^\s=&]+=\S*$/.test(body)) {
    return [...new URLSearchParams(body)].flatMap(([name, value]) => (counts(name, value) ? [value] : []));
  }
  return body.match(/[^\s"'`<>{}()[\],;=&]+/g)?.filter(mayBeKey) ?? [];
}

/** Bounded by the 16 KB that a body may have. */
function leaves(value: unknown, name: string): string[] {
  if (typeof value === 'string') return counts(name, value) ? [value] : [];
  if (typeof value === 'number') return SECRET_NAME.test(name) ? [String(value)] : [];
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => leaves(item, key));
}

const counts = (name: string, value: string): boolean => SECRET_NAME.test(name) || !isPlainWords(value);

const SECRET_NAME = /pass|pwd|secret|token|key|auth|cred|sign|session|cookie|licen[cs]e|(?:^|[_-])(?:pin|pw|pat|sid)$/i;

const LONGEST_PLAIN = 32;
/** Field names, formats, functions, zones: `api_calls`, `sum(revenue)`, `Europe/Oslo`, `p95`. */
const isPlainWords = (text: string): boolean =>
  text.length <= LONGEST_PLAIN && /^[A-Za-z][A-Za-z_.:/()[\],* -]*\d{0,3}$/.test(text);

const mayBeKey = (word: string): boolean => word.length >= 8 && !isPlainWords(word);

const asTyped = (value: string): string[] => [value, decoded(value)];

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
