import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { aDailyWorkspace, type DailyWorkspace } from '../../kit/daily.ts';
import { type Behaviour, json, startMisbehavingEndpoint, status } from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, WINDOWED } from '../../kit/sources.ts';
import { storedDays } from '../../kit/usage-intake.ts';

let app: TestApp;
let one: DailyWorkspace;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(NOW);
  one = await aDailyWorkspace(app);
});
afterEach(() => one.close());

const onlyWith =
  (token: string): Behaviour =>
  (request, response) =>
    (request.headers['authorization'] === `Bearer ${token}`
      ? json([{ day: '2026-03-10', id: 'A', calls: 1, seats: 2 }])
      : status(401))(request, response);
const endOf = async ({ id }: { id: string }) => {
  await app.ports.queue.drain();
  return one.admin.run(id);
};

describe('reconnectCustomApi', () => {
  test('with new credentials mends a connection in error and fetches what was missed', async () => {
    one.endpoint.respond(onlyWith('fresh-token'));
    await one.tickAt('2026-03-11T06:00:00Z');
    expect(await one.admin.customApi()).toMatchObject({ status: 'ERROR', banner: { code: 'CREDENTIALS_REFUSED' } });
    const before = await storedDays(one.workspace.ctx);

    const refused = await one.admin.reconnect();
    expect(refused).toMatchObject({
      customApi: null,
      syncRun: null,
      test: { httpStatus: 401 },
      userErrors: [{ code: 'CREDENTIALS_REFUSED', field: ['input', 'auth'] }],
    });
    expect(await one.admin.customApi()).toMatchObject({ status: 'ERROR', authKind: 'NONE' });

    const mended = await one.admin.reconnect({ auth: { bearer: { token: 'fresh-token' } } });
    expect(mended).toMatchObject({
      customApi: { status: 'CONNECTED', authKind: 'BEARER', banner: null, sample: { truncated: false } },
      syncRun: { kind: 'SYNC_NOW', from: '2026-03-10', to: '2026-03-10' },
      test: { httpStatus: 200 },
      userErrors: [],
    });
    expect(await endOf(mended.syncRun)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await storedDays(one.workspace.ctx)).toHaveLength(before.length + 1);
    expect((await one.admin.customApi()).mapping).not.toBeNull();
  });

  test('with what is stored, when the endpoint works again', async () => {
    one.endpoint.respond(status(401));
    await one.tickAt('2026-03-11T06:00:00Z');
    one.recover();
    const { customApi, syncRun } = await one.admin.reconnect();
    expect(customApi.status).toBe('CONNECTED');
    expect(await endOf(syncRun)).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('sends stored credentials to no other host', async () => {
    await one.admin.reconnect({
      auth: { bearer: { token: 'kept-token' } },
      headers: [{ name: 'x-extra', value: 'kept-value' }],
    });
    await app.ports.queue.drain();
    const stranger = await startMisbehavingEndpoint();
    stranger.respond(json([]));
    const url = `${stranger.url}${WINDOWED}`;
    expect(await one.admin.reconnect({ url })).toMatchObject({
      test: null,
      userErrors: [{ code: 'CREDENTIALS_NEEDED', field: ['input', 'auth'] }],
    });
    expect(stranger.requests).toHaveLength(0);
    expect(await one.admin.reconnect({ url, auth: { none: true } })).toMatchObject({ userErrors: [] });
    await app.ports.queue.drain();
    expect(JSON.stringify(stranger.requests)).not.toMatch(/kept-token|kept-value/);
    // Another path of the same host is no stranger.
    one.endpoint.requests.length = 0;
    await one.admin.reconnect({ url: `${one.endpoint.url}/v2${WINDOWED}`, auth: { bearer: { token: 'kept-token' } } });
    await one.admin.reconnect({ url: `${one.endpoint.url}/v3${WINDOWED}`, timeoutSeconds: 9 });
    const asked = one.endpoint.requests.filter(({ path }) => path.startsWith('/v3'));
    expect(asked[0]?.headers['authorization']).toBe('Bearer kept-token');
    expect(await one.admin.customApi()).toMatchObject({ timeoutSeconds: 9, method: 'GET' });
    await app.ports.queue.drain();
    await stranger.close();
  });

  test('needs a connection; a mapping it does not need', async () => {
    await one.admin.disconnect();
    expect((await one.admin.reconnect()).userErrors).toMatchObject([{ code: 'NOT_CONNECTED' }]);
    await one.admin.connect({ url: `${one.endpoint.url}${WINDOWED}` });
    expect(await one.admin.reconnect()).toMatchObject({
      customApi: { status: 'MAPPING' },
      syncRun: null,
      userErrors: [],
    });
  });

  test('fetches the whole first history when none ever came', async () => {
    const fresh = asAdmin(await app.workspace());
    await fresh.connect({ url: `${one.endpoint.url}${WINDOWED}` });
    one.endpoint.respond(status(404));
    await fresh.save(aMappingInput());
    await app.ports.queue.drain();
    expect(await fresh.customApi()).toMatchObject({ status: 'ERROR', banner: { code: 'ENDPOINT_NOT_FOUND' } });
    one.recover();
    expect(await fresh.reconnect()).toMatchObject({
      customApi: { status: 'BACKFILLING', banner: null },
      syncRun: { kind: 'BACKFILL', from: '2026-02-08', to: YESTERDAY },
    });
    await app.ports.queue.drain();
    expect(await fresh.customApi()).toMatchObject({ status: 'CONNECTED' });
    await fresh.disconnect();
  });
});

describe('reconfigureCustomApi', () => {
  test('fetches a fresh sample and leaves everything else as it is', async () => {
    expect((await one.admin.customApi()).sample).toBeNull();
    one.endpoint.respond(json([{ date: 'new shape' }]));
    const { customApi, test: call, userErrors } = await one.admin.reconfigure();
    expect(userErrors).toEqual([]);
    expect(call.httpStatus).toBe(200);
    expect(customApi).toMatchObject({
      status: 'CONNECTED',
      sample: { json: '[{"date":"new shape"}]' },
      mapping: { rowsPath: '@' },
    });
    one.takeWindows();
    one.recover();
    await one.tickAt('2026-03-11T06:00:00Z');
    expect(one.takeWindows()).toEqual(['2026-03-10/2026-03-10']);
    await one.admin.save(aMappingInput());
    expect((await one.admin.customApi()).sample).toBeNull();
    await app.ports.queue.drain();
  });

  test('says why there is none', async () => {
    one.endpoint.respond(status(500));
    expect(await one.admin.reconfigure()).toMatchObject({
      customApi: null,
      userErrors: [{ code: 'ENDPOINT_UNAVAILABLE' }],
    });
    await one.admin.disconnect();
    expect(await one.admin.reconfigure()).toMatchObject({ test: null, userErrors: [{ code: 'NOT_CONNECTED' }] });
  });
});

test('every change is in the audit log, without secrets', async () => {
  await one.admin.reconnect({ auth: { bearer: { token: 'planted-token' } } });
  await app.ports.queue.drain();
  await one.admin.backfillRange('2026-03-01', '2026-03-02');
  await app.ports.queue.drain();
  await one.admin.disconnect();
  const { auditLog } = await one.workspace.as('OWNER').ask('{ auditLog { nodes { action details } } }');
  // Time stands still here, and what happens in one millisecond has no order.
  const events = new Map(
    auditLog.nodes.map(({ action, details }: { action: string; details: object }) => [action, details]),
  );
  expect([...events.keys()].toSorted()).toEqual([
    'API_KEY_CREATED',
    'BACKFILL_REQUESTED',
    'CUSTOM_API_CONNECTED',
    'CUSTOM_API_DISCONNECTED',
    'CUSTOM_API_RECONNECTED',
    'MAPPING_SAVED',
  ]);
  expect(events.get('CUSTOM_API_RECONNECTED')).toMatchObject({ authKind: 'BEARER', method: 'GET' });
  expect(JSON.stringify(auditLog)).not.toContain('planted-token');
});
