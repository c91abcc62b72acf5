import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { jsonSchemaOf, TOOLS } from '../../../src/assistant/registry.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { connectHttp, MCP_HEADERS, rpc } from '../../kit/mcp.ts';
import { createTenant } from '../../kit/tenants/tenant.ts';

let app: TestApp;
afterEach(() => app.close());

const send = (key: string, body: unknown) =>
  fetch(`${app.url}/mcp`, {
    method: 'POST',
    headers: { ...MCP_HEADERS, authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  });

describe('requests count as operations', () => {
  const FEW = { perSecond: 1, burst: 5 };
  let now = 0;
  let refused = 0;
  const start = async () => {
    const many = { perSecond: 100, burst: 1_000 };
    const rates = { key: FEW, workspace: many, calls: many, strangers: { perSecond: 1, burst: 4 } };
    app = await startTestApp({}, { rates, now: () => now, onRateLimited: () => void refused++ });
    return app.workspace();
  };

  test('of the key, each message of a batch for itself, and whoever sends too many is told when to come again', async () => {
    const { keys } = await start();
    expect((await send(keys.MEMBER, [rpc('ping', {}, 1), rpc('ping', {}, 2), rpc('ping', {}, 3)])).status).toBe(200);
    expect((await send(keys.MEMBER, rpc('ping'))).status).toBe(200);
    expect((await send(keys.MEMBER, [rpc('ping', {}, 1), rpc('ping', {}, 2)])).status).toBe(429);
    const late = await send(keys.MEMBER, rpc('ping'));
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await late.json()).toEqual({
      ...{ jsonrpc: '2.0', id: null },
      error: {
        code: -32000,
        message: 'This key has asked for more than 1 operations a second. Try again in 1 s.',
        data: { code: 'RATE_LIMITED', retryAfterSeconds: 1 },
      },
    });
    expect(refused).toBe(2);
    expect((await send(keys.ADMIN, rpc('ping'))).status, 'another key').toBe(200);
    now += 5_000;
    expect((await send(keys.MEMBER, rpc('ping'))).status).toBe(200);
  });

  test('and strangers do not get to try many keys', async () => {
    await start();
    const statuses: number[] = [];
    for (let tried = 0; tried < 6; tried++) statuses.push((await send(`trb_${tried}`, rpc('ping'))).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
  });
});

const ARGUMENTS: Readonly<Record<string, (id: string) => unknown>> = {
  account: (id) => id,
  accounts: (id) => [id, 'ALFA-1'],
  query: (id) => id,
  signal: (id) => id,
  externalId: (id) => id,
};

describe('another workspace', () => {
  const closing: (() => Promise<void>)[] = [];
  afterAll(() => Promise.all(closing.map((close) => close())));

  test('is nowhere, whichever of its ids a tool is asked for', async () => {
    app = await startTestApp();
    const [mine, theirs] = [await createTenant(app, 'ALFA'), await createTenant(app, 'BRAVO')];
    closing.push(mine.connected.close, theirs.connected.close);
    const client = await connectHttp(app.url, mine.connected.workspace.keys.OWNER, 'modern');
    let asked = 0;
    for (const tool of TOOLS) {
      const { properties = {} } = jsonSchemaOf(tool).input as { properties?: object };
      const takes = Object.keys(properties).filter((name) => Object.hasOwn(ARGUMENTS, name));
      for (const id of takes.length > 0 ? [...Object.values(theirs.ids), 'BRAVO-1'] : []) {
        const given = Object.fromEntries(takes.map((name) => [name, ARGUMENTS[name]?.(id)]));
        const { isError, content } = await client.callTool({ name: tool.name, arguments: given });
        const text = JSON.stringify(content);
        // A refusal may repeat what it was asked for.
        const isTold = /BRAVO/i.test(text.replaceAll(id, '')) || (!isError && text.includes(id));
        expect(isTold, `${tool.name} ${JSON.stringify(given)}: ${text}`).toBe(false);
        asked++;
      }
    }
    expect(asked).toBeGreaterThan(100);
    await client.close();
  }, 120_000);
});
