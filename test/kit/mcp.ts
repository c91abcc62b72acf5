import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { AssistantWorld } from './assistant-world.ts';
import { ago } from './assistant-world.ts';
import { ROOT } from './source-tree.ts';

/** The newest revision, without sessions; and the ones with a handshake, which most clients still speak. */
export const ERAS = { modern: '2026-07-28', legacy: '2025-11-25' } as const;
export type Era = keyof typeof ERAS;

const IDENTITY = { name: 'a test', version: '1' };

/** The official client. It checks every answer against the schema that the tool was listed with. */
function clientOf(era: Era): Client {
  const mode = era === 'modern' ? { pin: ERAS.modern } : 'legacy';
  return new Client(IDENTITY, { versionNegotiation: { mode } });
}

export async function connectHttp(url: string, key: string, era: Era): Promise<Client> {
  const client = clientOf(era);
  const headers = { authorization: `Bearer ${key}` };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit: { headers } }));
  return client;
}

export type StdioSession = { readonly client: Client; readonly pid: () => number | null; readonly err: () => string };

/** The program itself, as an assistant starts it. */
export async function connectStdio(env: Record<string, string>, era: Era): Promise<StdioSession> {
  const args = ['--import', 'tsx', join(ROOT, 'src/cli.ts'), 'mcp'];
  const transport = new StdioClientTransport({ command: process.execPath, args, env, cwd: ROOT, stderr: 'pipe' });
  let err = '';
  transport.stderr?.on('data', (text: Buffer) => {
    err += text;
  });
  const client = clientOf(era);
  await client.connect(transport).catch((error: unknown) => {
    throw new Error(`tributary mcp cannot be spoken to: ${error}\n${err}`, { cause: error });
  });
  return { client, pid: () => transport.pid, err: () => err };
}

/** A question for every tool that has an answer in the world of assistants. */
export const questionsFor = (ids: AssistantWorld['ids'], signal: string): Readonly<Record<string, object>> => ({
  get_workspace_overview: {},
  find_accounts: { query: 'blue har', limit: 5 },
  get_account_usage: { account: 'acme anvils ltd', from: ago(13), to: ago(0), points: true },
  compare_accounts: { accounts: ['C-1', ids['C-2']], from: ago(29), to: ago(0) },
  compare_periods: { earlier: { from: ago(13), to: ago(7) }, later: { from: ago(6), to: ago(0) } },
  list_usage_movers: { direction: 'DOWN', metric: 'api_calls', periodDays: 7 },
  list_accounts_by_health: { limit: 5 },
  get_account_health: { account: 'C-1' },
  list_signals: {},
  explain_signal: { signal },
  get_sync_state: {},
  list_unmatched_ids: {},
  propose_acknowledge_signal: { signal, note: 'On it.' },
  propose_link_account: { externalId: 'blue harbor shipping', account: 'C-2' },
});

/** A message of a revision with sessions, as it goes over the wire. */
export const rpc = (method: string, params?: object, id: number | string = 1) => ({
  ...{ jsonrpc: '2.0', id, method },
  ...(params ? { params } : {}),
});

/** The same of the newest one, where every request says all there is to know. */
export const modernRpc = (method: string, params: object = {}, id: number | string = 1) =>
  rpc(method, { ...params, _meta: ENVELOPE }, id);

const ENVELOPE = {
  'io.modelcontextprotocol/protocolVersion': ERAS.modern,
  'io.modelcontextprotocol/clientInfo': IDENTITY,
  'io.modelcontextprotocol/clientCapabilities': {},
};

export const MCP_HEADERS = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
} as const;
