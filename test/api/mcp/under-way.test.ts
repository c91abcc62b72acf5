import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Log } from '../../../src/platform/log.ts';
import { NOW, startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { type Era, MCP_HEADERS, modernRpc, rpc } from '../../kit/mcp.ts';

const ERAS: readonly Era[] = ['modern', 'legacy'];
const CAUSE = 'planted cause: password=hunter2';
let isBroken = false;
const clock = {
  now: () => {
    if (isBroken) throw new Error(CAUSE);
    return NOW;
  },
};
let logged: { requestId?: string; error?: Error }[] = [];
const note = (fields: object) => void logged.push(fields);
const log = { debug: note, info: note, warn: note, error: note } as Log;

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp({ log, clock }, { patience: { operationMs: 1_500, callMs: 10_000 } });
  workspace = await app.workspace();
});
beforeEach(() => {
  logged = [];
});
afterAll(() => app.close());

/** Sends a call as any program could, and what comes of it. */
function post(era: Era, name: string, given: object, init: RequestInit = {}): Promise<Response> {
  const message = era === 'modern' ? modernRpc : rpc;
  const modern = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': name };
  return fetch(`${app.url}/mcp`, {
    method: 'POST',
    headers: {
      ...{ ...MCP_HEADERS, authorization: `Bearer ${workspace.keys.MEMBER}` },
      ...(era === 'modern' ? modern : {}),
    },
    body: JSON.stringify(message('tools/call', { name, arguments: given })),
    ...init,
  });
}

/** Statements of the product under way, and transactions left open. */
const busy = async (): Promise<string[]> => {
  const rows = await app.sql`SELECT query FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'tributary' AND xact_start IS NOT NULL`;
  return rows.map(({ query }) => query as string);
};

describe('while the database keeps a table to itself', () => {
  let release = async () => {};
  beforeEach(async () => {
    let unlock = () => {};
    const held = new Promise<void>((resolve) => {
      unlock = resolve;
    });
    await new Promise<void>((locked) => {
      const holding = app.sql.begin(async (tx) => {
        await tx`LOCK TABLE accounts IN ACCESS EXCLUSIVE MODE`;
        locked();
        await held;
      });
      release = async () => {
        unlock();
        await holding;
      };
    });
  });
  afterEach(() => release());

  test.each(ERAS)('a call is answered in time, and gives back what it held: %s', async (era) => {
    // More than there are connections: some do not get as far as their key's look-up.
    const calls = Array.from({ length: 12 }, () => post(era, 'find_accounts', { query: 'x' }));
    const sentence = 'The operation took longer than 1.5 s. Ask for less, or try again.';
    const late = { result: { isError: true, content: [{ type: 'text', text: `TOO_LARGE: ${sentence}` }] } };
    const unheard = { error: { code: -32000, message: sentence, data: { code: 'DEADLINE_EXCEEDED' } } };
    let answered = 0;
    for (const response of await Promise.all(calls)) {
      if (response.status === 200) answered++;
      else expect(response.status).toBe(504);
      expect(await response.json()).toMatchObject(response.status === 200 ? late : unheard);
    }
    expect(answered).toBeGreaterThan(0);
    await expect.poll(busy, { message: 'what is given up is ended' }).toEqual([]);
    expect(logged).toEqual([]);
  });

  test.each(ERAS)('a client that hangs up ends what it asked for: %s', async (era) => {
    const client = new AbortController();
    const asking = post(era, 'find_accounts', { query: 'x' }, { signal: client.signal });
    asking.catch(() => {});
    await expect.poll(async () => (await busy()).length, { message: 'the call reaches the table' }).toBeGreaterThan(0);
    const began = performance.now();
    client.abort();
    await expect(asking).rejects.toThrow('aborted');
    await expect.poll(busy, { timeout: 1_000, message: 'well before its deadline' }).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(logged).toEqual([]);
  });
});

test.each(ERAS)('an accident tells its request and not its cause, which goes to the log: %s', async (era) => {
  isBroken = true;
  const response = await post(era, 'get_account_usage', { account: 'planted argument', days: 7 }).finally(() => {
    isBroken = false;
  });
  const requestId = response.headers.get('x-request-id');
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({
    id: 1,
    error: {
      code: -32603,
      message: `Something went wrong on our side. Quote request ${requestId} when you ask the operator about it.`,
    },
  });
  expect(text).not.toContain('planted');
  expect(logged).toMatchObject([{ requestId, error: { message: CAUSE } }]);
  expect(JSON.stringify(logged), 'arguments are the customer’s').not.toContain('planted argument');
});
