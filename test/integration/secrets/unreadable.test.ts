import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../../src/platform/log.ts';
import { createSecrets } from '../../../src/platform/secrets/aes-secrets.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, type SourcesClient, WINDOWED } from '../../kit/sources.ts';

const logged: string[] = [];
let app: TestApp;
let endpoint: MisbehavingEndpoint;
let admin: SourcesClient;
let workspaceId: number;
const auth = { bearer: { token: 'first-token' } };
beforeAll(async () => {
  app = await startTestApp({ log: createLog('debug', { write: (line) => void logged.push(line) }) });
  endpoint = await startMisbehavingEndpoint();
  endpoint.respond(json([{ day: '2026-03-09', id: 'A-1', calls: 1, seats: 1 }]));
  const workspace = await app.workspace();
  workspaceId = workspace.ctx.actor.workspaceId;
  admin = asAdmin(workspace);
  expect((await admin.connect({ url: `${endpoint.url}${WINDOWED}`, auth })).userErrors).toEqual([]);
  expect((await admin.save(aMappingInput())).userErrors).toEqual([]);
  await app.ports.queue.drain();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});

/** As after the loss of a key: what is stored was sealed under one that nobody has. */
async function loseKey(): Promise<void> {
  const foreign = createSecrets({ keys: [{ id: 'lost', key: randomBytes(32) }], current: 'lost' });
  const sealed = foreign.seal('{}', { workspaceId, integration: 'custom-api', field: 'request' });
  await app.sql`UPDATE custom_apis SET sealed_request = ${sealed} WHERE workspace_id = ${workspaceId}`;
}

test('credentials that cannot be opened are explained, call nobody, and are cured by new ones', async () => {
  await loseKey();
  const calls = endpoint.requests.length;
  const unreadable = expect.objectContaining({
    code: 'CREDENTIALS_UNREADABLE',
    message: expect.stringContaining('reconnectCustomApi'),
  });
  expect((await admin.preview(aMappingInput())).userErrors).toEqual([unreadable]);
  expect((await admin.reconfigure()).userErrors).toEqual([unreadable]);
  const { syncRun } = await admin.syncNow();
  await app.ports.queue.drain();
  expect(await admin.run(syncRun.id)).toMatchObject({
    status: 'FAILED',
    error: { code: 'CREDENTIALS_UNREADABLE', hint: expect.stringContaining('reconnectCustomApi') },
  });
  expect((await admin.customApi()).status).toBe('ERROR');
  expect(endpoint.requests.length).toBe(calls);
  const told = logged.map((line) => JSON.parse(line)).filter(({ msg }) => /cannot be opened/.test(msg));
  expect(told).toContainEqual(expect.objectContaining({ level: 50, reason: 'unknown-key', sealedUnder: 'lost' }));

  expect((await admin.reconnect()).userErrors).toEqual([expect.objectContaining({ code: 'CREDENTIALS_NEEDED' })]);
  const reconnected = await admin.reconnect({ auth: { bearer: { token: 'second-token' } } });
  expect(reconnected.userErrors).toEqual([]);
  await app.ports.queue.drain();
  expect(await admin.run(reconnected.syncRun.id)).toMatchObject({ status: 'SUCCEEDED' });
  expect(endpoint.requests.at(-1)?.headers.authorization).toBe('Bearer second-token');
});
