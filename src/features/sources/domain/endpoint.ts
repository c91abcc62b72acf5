import type { DayWindow } from '../../../lib/day.ts';
import type { ClientCredentials } from './client-credentials.ts';
import { fillPlaceholders, placeholdersOf } from './placeholders.ts';

/** Where a custom API's connection stands; there is no row before the first connection. */
export type CustomApiStatus = 'NOT_CONNECTED' | 'MAPPING' | 'BACKFILLING' | 'CONNECTED' | 'ERROR' | 'DISCONNECTED';

/** How a customer's endpoint is called. */
export type Endpoint = {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly timeoutSeconds: number;
};

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

/** The request for one window: dates filled in, credentials added; but for a token, which each call takes anew. */
export function buildRequest(endpoint: Endpoint, secrets: RequestSecrets, window: DayWindow): BuiltRequest {
  const { auth } = secrets;
  const url = fillPlaceholders(endpoint.url, { window }, 'URL');
  const filled = (text: string) => fillPlaceholders(text, { window }, 'TEXT');
  const body = endpoint.method === 'POST' && secrets.body !== null ? filled(secrets.body) : null;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== null) headers['content-type'] = 'application/json';
  for (const { name, value } of secrets.headers) headers[name.toLowerCase()] = filled(value);
  if (auth.kind === 'BEARER') headers['authorization'] = `Bearer ${auth.token}`;
  if (auth.kind === 'BASIC') {
    headers['authorization'] = `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}`;
  }
  if (auth.kind === 'HEADER_KEY') headers[auth.name.toLowerCase()] = auth.value;
  const shown = withoutTypedSecrets(url);
  if (auth.kind !== 'QUERY_KEY') return { url, shownUrl: shown, headers, body };
  const joint = url.includes('?') ? '&' : '?';
  const keyed = (address: string, value: string) => `${address}${joint}${encodeURIComponent(auth.name)}=${value}`;
  return { url: keyed(url, encodeURIComponent(auth.value)), shownUrl: keyed(shown, '***'), headers, body };
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
