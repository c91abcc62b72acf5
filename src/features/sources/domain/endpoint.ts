import type { DayWindow } from '../../../lib/day.ts';
import type { ClientCredentials } from './client-credentials.ts';
import { firstPosition, type PagePosition, type Paging } from './paging.ts';
import { fillPlaceholders, placeholdersOf } from './placeholders.ts';

/** Where a custom API's connection stands; there is no row before the first connection. */
export type CustomApiStatus = 'NOT_CONNECTED' | 'MAPPING' | 'BACKFILLING' | 'CONNECTED' | 'ERROR' | 'DISCONNECTED';

/** How a customer's endpoint is called. */
export type Endpoint = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly timeoutSeconds: number;
  readonly answerFormat: AnswerFormat;
  /** Null when the answer comes as one. */
  readonly paging: Paging | null;
};

/** Why an endpoint cannot be used as it was given, by the path in the input. */
export type EndpointProblem = { readonly field: readonly string[]; readonly message: string };

/** One JSON document, or one in each line (NDJSON); `AUTO` goes by the Content-Type, then by what comes. */
export const ANSWER_FORMATS = ['AUTO', 'JSON', 'NDJSON'] as const;
export type AnswerFormat = (typeof ANSWER_FORMATS)[number];

const LINES_TYPE = /^application\/(?:x-)?(?:ndjson|jsonl|jsonlines|json-lines|json-seq)\b/i;

/** Whether each line of an answer is a document; null when nobody says. */
export function isInLines(format: AnswerFormat, contentType: string | null): boolean | null {
  if (format !== 'AUTO') return format === 'NDJSON';
  return contentType !== null && LINES_TYPE.test(contentType) ? true : null;
}

export type Auth =
  | { readonly kind: 'NONE' }
  | { readonly kind: 'BEARER'; readonly token: string }
  | { readonly kind: 'BASIC'; readonly username: string; readonly password: string }
  | { readonly kind: 'HEADER_KEY'; readonly name: string; readonly value: string }
  | { readonly kind: 'QUERY_KEY'; readonly name: string; readonly value: string }
  | ClientCredentials;

export type AuthKind = Auth['kind'];

/** The parts of a request that may hold secrets: sealed as one, opened only to make a call. */
export type RequestSecrets = {
  readonly auth: Auth;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: string | null;
};

export type BuiltRequest = {
  readonly url: string;
  /** The same address with its key replaced by `***`. */
  readonly shownUrl: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
};

/** Host and port, as one host is told from another: one run at a time calls it. */
export const hostOf = (url: string): string => /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';

/** The request for one page of a window: dates filled in, credentials added; but for a token, which each call takes anew. */
export function buildRequest(
  endpoint: Endpoint,
  secrets: RequestSecrets,
  window: DayWindow,
  position: PagePosition = firstPosition(endpoint.paging),
): BuiltRequest {
  const { auth } = secrets;
  const { values, link } = position;
  const isFirst = endpoint.paging?.kind === 'CURSOR' && values.cursor === undefined;
  const page = isFirst ? { cursor: '' } : values;
  const url = link ?? fillPlaceholders(isFirst ? withoutCursor(endpoint.url) : endpoint.url, { window, page }, 'URL');
  const filled = (text: string) => fillPlaceholders(text, { window, page }, 'TEXT');
  const hasBody = endpoint.method === 'POST' && secrets.body !== null;
  const isForm = secrets.headers.some(({ name, value }) => /^content-type$/i.test(name) && FORM_TYPE.test(value));
  const body = hasBody ? filledBody(secrets.body ?? '', isForm, window, page) : null;
  const headers: Record<string, string> = {
    accept: endpoint.answerFormat === 'NDJSON' ? 'application/x-ndjson, application/json;q=0.9' : 'application/json',
  };
  if (body !== null) headers['content-type'] = 'application/json';
  for (const { name, value } of secrets.headers) headers[name.toLowerCase()] = filled(value);
  if (auth.kind === 'BEARER') headers['authorization'] = `Bearer ${auth.token}`;
  if (auth.kind === 'BASIC') {
    headers['authorization'] = `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
  }
  if (auth.kind === 'HEADER_KEY') headers[auth.name.toLowerCase()] = auth.value;
  const shown = withoutTypedSecrets(url);
  if (auth.kind !== 'QUERY_KEY') return { url, shownUrl: shown, headers, body };
  const name = encodeURIComponent(auth.name);
  const keyed = (address: string, value: string) => `${address}${address.includes('?') ? '&' : '?'}${name}=${value}`;
  // A next link may carry the key already.
  if (link !== null && new URL(link).searchParams.has(auth.name)) return { url, shownUrl: hostOf(url), headers, body };
  return { url: keyed(url, encodeURIComponent(auth.value)), shownUrl: keyed(shown, '***'), headers, body };
}

/** The first page has no cursor: its parameter is left out. */
const withoutCursor = (url: string): string =>
  url.replace(/([?&])[^?&=#]*=\{cursor\}(&)?/g, (_, before: string, after?: string) => (after ? before : ''));

const FORM_TYPE = /^application\/x-www-form-urlencoded\b/i;

/** A body is JSON, most often: the first page's cursor is null there, and a later one is written as JSON writes texts. */
function filledBody(body: string, isForm: boolean, window: DayWindow, page: PagePosition['values']): string {
  const { cursor } = page;
  if (cursor === undefined) return fillPlaceholders(body, { window, page }, 'TEXT');
  if (isForm) return fillPlaceholders(body, { window, page: { ...page, cursor: encodeURIComponent(cursor) } }, 'TEXT');
  const text = cursor === '' ? body.replaceAll('"{cursor}"', 'null').replace(/(:\s*)\{cursor\}/g, '$1null') : body;
  return fillPlaceholders(text, { window, page: { ...page, cursor: JSON.stringify(cursor).slice(1, -1) } }, 'TEXT');
}

/** What is worth a look in an endpoint that works. */
export function endpointWarnings(url: string, secrets: RequestSecrets): string[] {
  const warnings: string[] = [];
  const texts = [secrets.body ?? '', ...secrets.headers.map((header) => header.value)];
  const used = [...placeholdersOf(url, 'URL'), ...texts.flatMap((text) => placeholdersOf(text, 'TEXT'))];
  const names = used.flatMap((placeholder) => (placeholder.kind === 'DATE' ? [placeholder.name] : []));
  const missing = (['start_date', 'end_date'] as const).filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const said = `${missing.map((name) => `{${name}}`).join(' and ')} ${missing.length === 1 ? 'is' : 'are'}`;
    warnings.push(`${said} nowhere in the request: the endpoint is not told which days to answer for.`);
  }
  const [typed] = [...url.matchAll(TYPED_SECRET)].map((match) => match[2]);
  if (typed) {
    warnings.push(
      `The URL seems to hold a secret (${typed}), and whoever sees the connection sees it: give it as auth.queryKey.`,
    );
  }
  return warnings;
}

/** A parameter in a URL that is named like a secret. */
const TYPED_SECRET =
  /([?&])((?:[\w-]*[_-])?(?:api[_-]?key|apikey|key|token|secret|password|pwd|auth|signature|sig))=([^&#]*)/gi;

/** The values of such parameters, as they stand in the URL. */
export const typedSecrets = (url: string): string[] => [...url.matchAll(TYPED_SECRET)].map((match) => match[3] ?? '');

/** The address as it may be shown: what looks like a secret somebody typed into it is left out. */
export const withoutTypedSecrets = (url: string): string => url.replace(TYPED_SECRET, '$1$2=***');
