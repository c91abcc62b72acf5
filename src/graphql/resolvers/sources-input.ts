import type { Auth, Mapping, Reconnection, RequestSecrets } from '../../features/sources/index.ts';
import { badInput } from '../errors.ts';
import type {
  ConnectCustomApiInput,
  CustomApiAuthInput,
  MappingInput,
  OAuth2AuthInput,
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
});

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
