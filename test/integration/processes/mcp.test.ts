import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../kit/client.ts';
import { connectStdio, rpc } from '../../kit/mcp.ts';
import {
  alive,
  descendants,
  endPrograms,
  ownDirectory,
  type Program,
  startProgram,
  startServer,
} from '../../kit/processes.ts';

let directory: Awaited<ReturnType<typeof ownDirectory>>;
let server: Awaited<ReturnType<typeof startServer>>;
let environment: Record<string, string>;
let key: string;
beforeAll(async () => {
  directory = await ownDirectory();
  server = await startServer({ environment: { TRIBUTARY_DATA_DIR: directory.path, TRIBUTARY_WORKER: 'none' } });
  key = server.ownerKey ?? expect.fail('the server printed no key');
  environment = { TRIBUTARY_DATA_DIR: directory.path, TRIBUTARY_API_KEY: key };
});
afterAll(async () => {
  await endPrograms();
  await directory.remove();
});

const initialize = rpc('initialize', {
  ...{ protocolVersion: '2025-06-18', capabilities: {} },
  clientInfo: { name: 'a shell', version: '1' },
});
const say = ({ child }: Program, ...messages: object[]) =>
  child.stdin?.write(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
const mcp = (more: Record<string, string> = {}) =>
  startProgram('cli', { environment: { ...environment, ...more }, args: ['mcp'] });

describe('tributary mcp, beside a server with the embedded database', () => {
  test('writes messages and nothing else on standard output, and ends with its input', async () => {
    const program = mcp();
    say(program, initialize, rpc('tools/call', { name: 'get_workspace_overview', arguments: {} }, 2));
    await program.says(/"id":2/);
    program.child.stdin?.write('no JSON\n');
    say(program, rpc('ping', {}, 3));
    await program.says(/"id":3/);
    program.child.stdin?.end();
    expect(await program.ended).toBe(0);
    const lines = program
      .out()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ jsonrpc, id }) => [jsonrpc, id])).toEqual([
      ['2.0', 1],
      ['2.0', 2],
      ['2.0', 3],
    ]);
    expect(lines[0].result).toMatchObject({ protocolVersion: '2025-06-18', serverInfo: { name: 'tributary' } });
    expect(lines[1].result.structuredContent).toMatchObject({ freshness: { state: 'NO_DATA' } });
    expect(program.err()).toBe('');
  });

  test('serves each message for whoever the key is of then: a revoked one ends it', async () => {
    const owner = createClient(server.url, key);
    const created = await owner.ask(
      'mutation { createApiKey(input: { label: "Assistant", role: MEMBER }) { secret apiKey { id } } }',
    );
    const { secret, apiKey } = created.createApiKey;
    const { client, err } = await connectStdio(
      { ...environment, TRIBUTARY_API_KEY: secret, LOG_LEVEL: 'warn' },
      'modern',
    );
    const ask = () => client.callTool({ name: 'get_sync_state', arguments: {} });
    expect(await ask()).toMatchObject({ structuredContent: { freshness: { state: 'NO_DATA' } } });
    await owner.ask(`mutation { revokeApiKey(input: { id: "${apiKey.id}" }) { userErrors { code } } }`);
    const refused = { code: -32600, message: 'The API key does not work, or no longer does.' };
    await expect(ask()).rejects.toMatchObject(refused);
    await client.close();
    expect(err()).toBe('');
  });

  test.each([
    ['without a key', '', 2, 'mcp needs an API key in TRIBUTARY_API_KEY: see key create.'],
    ['with a key that is none', 'trb_nothing', 1, 'The key in TRIBUTARY_API_KEY does not work.'],
  ])('%s it says so, and does not wait', async (_, given, code, sentence) => {
    const program = mcp({ TRIBUTARY_API_KEY: given });
    expect([await program.ended, program.out(), program.err()]).toEqual([code, '', `${sentence}\n`]);
  });

  test('a message of more than 1 MB ends it', async () => {
    const program = mcp();
    say(program, initialize);
    await program.says(/"id":1/);
    program.child.stdin?.on('error', () => {});
    say(program, rpc('ping', { x: 'x'.repeat(2 ** 20) }, 2));
    expect(await program.ended).toBe(0);
    expect(program.out()).not.toContain('"id":2');
  });
});

describe('tributary mcp by itself', () => {
  afterEach(() => endPrograms());

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'stops the database it started when it is told to end by %s',
    async (signal) => {
      await server.kill('SIGTERM');
      const program = mcp();
      say(program, initialize);
      await program.says(/"id":1/);
      const started = descendants(program.pid);
      expect(started.length).toBeGreaterThan(0);
      expect(await program.kill(signal)).toBe(0);
      expect(alive(started)).toEqual([]);
    },
  );
});
