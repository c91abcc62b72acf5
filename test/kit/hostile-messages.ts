import { ERAS, modernRpc, rpc } from './mcp.ts';

/** A body for /mcp that no decent client sends. */
export type HostileMessage = {
  readonly name: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** May be answered after all. */
  readonly harmless?: boolean;
};

const ODD: readonly unknown[] = [null, true, 0, -1, 1.5, 1e308, '', 'x', '\u0000', '\ud800', [], [[]], {}, { a: {} }];
const said = (value: unknown): string => JSON.stringify(value) ?? 'undefined';
const modern = (method: string, name?: string): Record<string, string> => ({
  ...{ 'mcp-protocol-version': ERAS.modern, 'mcp-method': method },
  ...(name === undefined ? {} : { 'mcp-name': name }),
});
const call = (name: unknown, given: unknown) => ({ name, arguments: given });

const inEveryPlace = ODD.flatMap((odd): HostileMessage[] => [
  { name: `jsonrpc ${said(odd)}`, body: { ...rpc('tools/list'), jsonrpc: odd } },
  { name: `method ${said(odd)}`, body: { ...rpc('ping'), method: odd } },
  { name: `params ${said(odd)}`, body: { ...rpc('tools/call'), params: odd } },
  { name: `an id of ${said(odd)}`, body: { ...rpc('no/such'), id: odd } },
  { name: `a tool ${said(odd)}`, body: rpc('tools/call', call(odd, {})) },
  // No arguments at all are none.
  { name: `arguments ${said(odd)}`, body: rpc('tools/call', call('get_account_usage', odd)) },
  { name: `an account ${said(odd)}`, body: rpc('tools/call', call('get_account_usage', { account: odd })) },
  { name: `an answer of ${said(odd)} to nobody`, body: { jsonrpc: '2.0', id: 1, result: odd }, harmless: true },
  {
    name: `a handshake of ${said(odd)}`,
    body: rpc('initialize', { protocolVersion: odd, capabilities: odd, clientInfo: odd }),
  },
  { name: `_meta ${said(odd)}`, body: rpc('tools/list', { _meta: odd }), harmless: true },
  {
    name: `an envelope of ${said(odd)}`,
    body: rpc('tools/list', { _meta: { 'io.modelcontextprotocol/protocolVersion': odd } }),
    headers: modern('tools/list'),
  },
  {
    name: `a cursor ${said(odd)}`,
    body: modernRpc('tools/list', { cursor: odd }),
    headers: modern('tools/list'),
    harmless: true,
  },
  {
    name: `a state ${said(odd)}`,
    body: modernRpc('tools/call', { ...call('x', {}), requestState: odd }),
    headers: modern('tools/call', 'x'),
  },
]);

const methods = [
  'initialize',
  'server/discover',
  'subscriptions/listen',
  'resources/read',
  'prompts/get',
  'completion/complete',
  'sampling/createMessage',
  'tasks/get',
  'notifications/cancelled',
  'toString',
  '../tools/list',
  'tools/list\n',
  'x'.repeat(10_000),
];
const outOfPlace = methods.flatMap((method): HostileMessage[] => [
  { name: `${method.slice(0, 30)}, without parameters`, body: rpc(method), harmless: method === 'server/discover' },
  {
    name: `${method.slice(0, 30)}, of the newest revision`,
    body: modernRpc(method),
    // No header can say it.
    headers: /^[\w/.]+$/.test(method) ? modern(method) : {},
    harmless: method === 'server/discover' || method === 'initialize',
  },
]);

const others: readonly HostileMessage[] = [
  {
    name: 'a name in the header that the body does not have',
    body: modernRpc('tools/call', call('find_accounts', {})),
    headers: modern('tools/call', 'get_sync_state'),
  },
  {
    name: 'a revision from the future',
    body: modernRpc('tools/list'),
    headers: { ...modern('tools/list'), 'mcp-protocol-version': '2999-01-01' },
  },
  { name: 'a revision as a list', body: rpc('ping'), headers: { 'mcp-protocol-version': '2025-06-18, 2025-03-26' } },
  {
    name: 'a session that nobody has',
    body: rpc('ping'),
    headers: { 'mcp-session-id': 'x'.repeat(5_000) },
    harmless: true,
  },
  {
    name: 'a prototype',
    body: '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"find_accounts","arguments":{"__proto__":{"limit":1}}}}',
    harmless: true,
  },
  { name: 'the same id twice in a batch', body: [rpc('no/such'), rpc('no/such')] },
  { name: 'a batch of batches', body: [[rpc('ping')], [rpc('ping')]] },
  { name: 'a batch of both revisions', body: [rpc('no/such'), modernRpc('no/such')] },
  {
    name: 'arguments of 100,000 levels',
    body: `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"find_accounts","arguments":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}`,
  },
  {
    name: '_meta of 100,000 levels',
    body: `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}`,
    harmless: true,
  },
  {
    name: '100,000 arguments',
    body: rpc(
      'tools/call',
      call('find_accounts', Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`a${index}`, index]))),
    ),
  },
];

export const HOSTILE_MESSAGES: readonly HostileMessage[] = [...inEveryPlace, ...outOfPlace, ...others];
