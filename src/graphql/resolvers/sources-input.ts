import type { Auth, Mapping, Paging, PagingStyle, Reconnection, RequestSecrets } from '../../features/sources/index.ts';
import { badInput } from '../errors.ts';
import type {
  ConnectCustomApiInput,
  CustomApiAuthInput,
  MappingInput,
  OAuth2AuthInput,
  PagingInput,
  ReconnectCustomApiInput,
} from '../generated.ts';

/** The parts of a connection that may hold secrets, taken out of the input as given. */
export const toRequestSecrets = (input: ConnectCustomApiInput): RequestSecrets => ({
  auth: toAuth(input.auth),
  headers: input.headers,
  body: input.body ?? null,
});

/** What is to change; null for everything that was not given. */
export const toReconnection = (input: ReconnectCustomApiInput): Reconnection => ({
  url: input.url ?? null,
  method: input.method ?? null,
  timeoutSeconds: input.timeoutSeconds ?? null,
  auth: input.auth ? toAuth(input.auth) : null,
  headers: input.headers ?? null,
  body: input.body ?? null,
  answerFormat: input.answerFormat ?? null,
  paging: input.paging ? (toPagingStyle(input.paging) ?? 'NONE') : null,
  maxPages: input.maxPages ?? null,
});

export function toPaging({ paging, maxPages }: ConnectCustomApiInput): Paging | null {
  const style = paging ? toPagingStyle(paging) : null;
  return style && { ...style, maxPages };
}

/** Null for no paging. GraphQL has made sure that exactly one way is given. */
function toPagingStyle(input: PagingInput): PagingStyle | null {
  if (input.nextLink) return { kind: 'NEXT_LINK', path: input.nextLink.path };
  if (input.cursor) return { kind: 'CURSOR', path: input.cursor.path };
  if (input.page) return { kind: 'PAGE', firstPage: input.page.firstPage, pageSize: input.page.pageSize ?? null };
  if (input.offset) return { kind: 'OFFSET', pageSize: input.offset.pageSize ?? null };
  if (input.linkHeader === true) return { kind: 'LINK_HEADER' };
  if (input.none === true) return null;
  const name = input.none === false ? 'none' : 'linkHeader';
  throw badInput(`paging.${name} can only be true.`, ['input', 'paging', name]);
}

/** GraphQL has made sure that exactly one kind is given. */
function toAuth(input: CustomApiAuthInput): Auth {
  if (input.bearer) return { kind: 'BEARER', ...input.bearer };
  if (input.basic) return { kind: 'BASIC', ...input.basic };
  if (input.headerKey) return { kind: 'HEADER_KEY', ...input.headerKey };
  if (input.queryKey) return { kind: 'QUERY_KEY', ...input.queryKey };
  if (input.oauth2) return toClientCredentials(input.oauth2);
  if (input.none === true) return { kind: 'NONE' };
  throw badInput('auth.none can only be true: for credentials give another kind.', ['input', 'auth', 'none']);
}

const toClientCredentials = (input: OAuth2AuthInput): Auth => ({
  kind: 'OAUTH2_CLIENT_CREDENTIALS',
  tokenUrl: input.tokenUrl,
  clientId: input.clientId,
  clientSecret: input.clientSecret,
  scope: input.scope ?? null,
  audience: input.audience ?? null,
  clientAuthentication: input.clientAuthentication,
});

/** Copied field by field: GraphQL's inputs have no prototype, which libraries further in do not expect. */
export const toMapping = (input: MappingInput): Mapping => ({
  rowsPath: input.rowsPath,
  datePath: input.datePath,
  dateFormat: input.dateFormat,
  accountIdPath: input.accountIdPath ?? null,
  accountId: input.accountId ?? null,
  metrics: input.metrics.map(({ name, path, aggregation }) => ({ name, path, aggregation })),
});
