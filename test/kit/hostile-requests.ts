import { gzipSync } from 'node:zlib';

/** One HTTP request to /graphql that is no decent request for an operation. */
export type HostileRequest = {
  readonly name: string;
  readonly method?: string;
  /** Behind /graphql. */
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
};

const JSON_TYPE = { 'content-type': 'application/json' };
const QUERY = '{ viewer { role } }';
const OPERATION = JSON.stringify({ query: QUERY });
const MEGABYTE = 2 ** 20;

const post = (
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = JSON_TYPE,
): HostileRequest => ({ name, method: 'POST', headers, body });
const get = (name: string, parameters: string | Record<string, string>, headers = {}): HostileRequest => ({
  name,
  method: 'GET',
  search: `?${typeof parameters === 'string' ? parameters : new URLSearchParams(parameters)}`,
  headers,
});
const json = (name: string, body: unknown) => post(name, JSON.stringify(body));
const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

const bodies = [
  post('nothing', ''),
  post('no JSON', '{"query":'),
  post('JSON with a comma too many', '{"query":"{ __typename }",}'),
  post('a text', '"{ viewer { role } }"'),
  post('null', 'null'),
  post('a number', '1e999'),
  post('a list of nothing', '[]'),
  post('an operation in a list', `[${OPERATION}]`),
  post('1,000 operations in a list', `[${Array(1_000).fill(OPERATION).join(',')}]`),
  post('a million lists in each other', '['.repeat(MEGABYTE) + ']'.repeat(MEGABYTE)),
  post('half a million objects in each other', `${'{"a":'.repeat(500_000)}1${'}'.repeat(500_000)}`),
  post('4 MB and a byte', `${OPERATION}${' '.repeat(4 * MEGABYTE)}`),
  post('broken UTF-8', bytes('{"query":"{ account(id: \\"', [0xff, 0xfe, 0xc0, 0x80], '\\") { id } }"}')),
  post('half a character', bytes('{"query":"{ viewer { role } } #', [0xe2, 0x82], '"}')),
  post('a surrogate in UTF-8', bytes('{"query":"', [0xed, 0xa0, 0x80], '"}')),
  post('UTF-16', new Uint8Array(Buffer.from(OPERATION, 'utf16le')), {
    'content-type': 'application/json; charset=utf-16',
  }),
  post('gzip', new Uint8Array(gzipSync(OPERATION)), { ...JSON_TYPE, 'content-encoding': 'gzip' }),
  post('NUL', '\0'.repeat(1_000)),
];

const shapes = [
  json('no query', {}),
  json('an empty query', { query: '' }),
  json('a query that is a number', { query: 1 }),
  json('a query that is a list', { query: [QUERY] }),
  json('a query that is a parsed document', { query: { kind: 'Document', definitions: [] } }),
  json('variables that are text', { query: QUERY, variables: '{}' }),
  json('variables that are a list', { query: QUERY, variables: [1] }),
  json('variables that are a number', { query: QUERY, variables: 1 }),
  json('an operation name that is an object', { query: QUERY, operationName: {} }),
  json('extensions that are text', { query: QUERY, extensions: 'x' }),
  json('a persisted query', { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
  json('a query to persist', {
    query: QUERY,
    extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
  }),
  post('a prototype', '{"__proto__":{"query":"{ viewer { role } }"}}'),
  json('a mutation under a query’s name', { query: 'mutation { nothing }', operationName: 'query' }),
  json('a subscription', { query: 'subscription { syncRunProgressed(customApiId: "x") { id } }' }),
];

const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/graphql',
  'application/jsonp',
  'application/json/x',
  '*/*',
  '',
].map((type) => post(`a POST of type "${type}"`, new Uint8Array(Buffer.from(OPERATION)), { 'content-type': type }));

const addresses = [
  get('a change by GET', { query: 'mutation { syncNow { userErrors { code } } }' }),
  get('a change by GET behind a query', {
    query: 'query A { __typename } mutation B { syncNow { userErrors { code } } }',
    operationName: 'B',
  }),
  get('a subscription by GET', { query: 'subscription { syncRunProgressed(customApiId: "x") { id } }' }),
  get('a GET for nothing', ''),
  get('two queries in one address', 'query=%7B__typename%7D&query=%7B__typename%7D'),
  get('variables in an address that are no JSON', { query: QUERY, variables: '{' }),
  get('variables in an address that are a list', { query: QUERY, variables: '"x"' }),
  get('an address with a broken escape', 'query=%7B%ff%fe%'),
  get('a GET as a form', { query: QUERY }, { 'content-type': 'text/plain' }),
  get('an address of 20 KB', { query: `{ ${'viewer { role } '.repeat(1_300)} }` }),
  get('a header of 20 KB', { query: QUERY }, { 'x-large': 'x'.repeat(20_000) }),
  get('an answer nobody has', { query: QUERY }, { accept: 'image/png' }),
  ...['PUT', 'DELETE', 'PATCH', 'PROPFIND'].map((method) => ({ ...json(`a ${method}`, { query: QUERY }), method })),
];

export const HOSTILE_REQUESTS: readonly HostileRequest[] = [...bodies, ...shapes, ...types, ...addresses];
