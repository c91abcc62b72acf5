import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Log, silentLog } from '../../src/platform/log.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../kit/app.ts';
import { report } from '../kit/battery.ts';
import { HOSTILE_MESSAGES } from '../kit/hostile-messages.ts';
import { HOSTILE_REQUESTS } from '../kit/hostile-requests.ts';
import { ERAS, MCP_HEADERS, modernRpc } from '../kit/mcp.ts';

// What no decent client sends to /mcp: each is answered with an error of JSON-RPC or of the tool, none is an accident, and the
// server is as before.

/** For one case, and for a plain one after it: this much on a busy machine is not a hang. */
const PATIENCE_MS = 15_000;

let app: TestApp;
let workspace: TestWorkspace;
const logged: unknown[] = [];
const log: Log = { ...silentLog, error: (...words: unknown[]) => void logged.push(words) };
beforeAll(async () => {
  app = await startTestApp({ log });
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Answer = { readonly status: number; readonly text: string };
type Rpc = {
  readonly error?: { readonly code?: unknown; readonly message?: unknown };
  readonly result?: { readonly isError?: boolean };
};

async function send(path: string, init: RequestInit): Promise<Answer> {
  const headers = { authorization: `Bearer ${workspace.keys.ADMIN}`, ...(init.headers as Record<string, string>) };
  const response = await fetch(`${app.url}/mcp${path}`, { ...init, headers, signal: AbortSignal.timeout(PATIENCE_MS) });
  return { status: response.status, text: await response.text() };
}

/** Null when the answer is one that the protocol knows; otherwise what is wrong with it. */
function fault({ status, text }: Answer, harmless: boolean): string | null {
  if (status >= 500) return `status ${status}`;
  if (/node_modules|\bat \/|\.ts:\d|stack/.test(text)) return 'it shows a stack';
  // A message that needs no answer; and Node itself, before the server is asked.
  if (text === '') return [202, 400, 408, 431].includes(status) ? null : `status ${status} and nothing else`;
  for (const { error, result } of [JSON.parse(text)].flat() as Rpc[]) {
    if (error) {
      if (!Number.isInteger(error.code) || typeof error.message !== 'string')
        return `a strange error: ${text.slice(0, 300)}`;
      if (error.message.length > 2_000) return `an error of ${error.message.length} characters`;
    } else if (!harmless && !result?.isError) return `it was answered: ${text.slice(0, 300)}`;
  }
  return null;
}

async function attempt(name: string, path: string, init: RequestInit, harmless = false): Promise<void> {
  logged.length = 0;
  const wrong = await send(path, init).then(
    (answer) => fault(answer, harmless),
    (error: unknown) => `it ended with ${error}`,
  );
  expect(wrong, name).toBeNull();
  const headers = { ...MCP_HEADERS, 'mcp-protocol-version': ERAS.modern, 'mcp-method': 'tools/list' };
  const plain = await send('', { method: 'POST', headers, body: JSON.stringify(modernRpc('tools/list')) });
  expect(plain, `a plain request after ${name}`).toEqual({
    status: 200,
    text: expect.stringContaining('find_accounts'),
  });
  expect(Object.keys(Object.prototype).concat('polluted' in {} ? 'polluted' : []), name).toEqual([]);
  expect(logged, `accidents of ${name}`).toEqual([]);
}

test('hostile messages are refused in the protocol’s own words, and nothing else happens', async () => {
  const noise: unknown[] = [];
  for (const stream of ['error', 'warn'] as const)
    vi.spyOn(console, stream).mockImplementation((...words) => void noise.push(words));
  for (const { name, body, headers = {}, harmless = false } of HOSTILE_MESSAGES) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    await attempt(name, '', { method: 'POST', headers: { ...MCP_HEADERS, ...headers }, body: text }, harmless);
  }
  for (const { name, search = '', method = 'GET', headers = {}, body = null } of HOSTILE_REQUESTS) {
    await attempt(name, search, { method, headers, body });
    await attempt(`${name}, for an assistant`, search, {
      method,
      headers: { ...headers, accept: MCP_HEADERS.accept },
      body,
    });
  }
  expect(noise, 'standard error').toEqual([]);
  report('hostile messages', {
    messages: HOSTILE_MESSAGES.length,
    requests: 2 * HOSTILE_REQUESTS.length,
    accidents: 0,
  });
});
