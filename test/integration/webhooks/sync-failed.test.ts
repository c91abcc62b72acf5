import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOW, startTestApp, type TestApp } from '../../kit/app.ts';
import { aDailyWorkspace, type DailyWorkspace } from '../../kit/daily.ts';
import { type MisbehavingEndpoint, startMisbehavingEndpoint, status } from '../../kit/misbehaving-endpoint.ts';
import { createHook, type Hook, verify } from '../../kit/webhooks.ts';

let app: TestApp;
let one: DailyWorkspace;
let receiver: MisbehavingEndpoint;
let hook: Hook;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(NOW);
  one = await aDailyWorkspace(app);
  receiver = await startMisbehavingEndpoint();
  hook = await createHook(one.workspace, `${receiver.url}/in`, { eventTypes: ['SYNC_FAILED'] });
});
afterEach(() => Promise.all([one.close(), receiver.close()]));

const runs = async () => (await one.admin.customApi()).syncRuns.nodes;

test('a run that fails for good is told, with why and where the connection stands; one that succeeds is not', async () => {
  await one.tickAt('2026-03-11T06:00:00Z');
  expect(receiver.requests).toEqual([]);
  one.endpoint.respond(status(401));
  await one.tickAt('2026-03-12T06:00:00Z');
  const [run] = await runs();
  expect(run).toMatchObject({ kind: 'DAILY', status: 'FAILED' });
  expect(receiver.requests).toHaveLength(1);
  const [request] = receiver.requests;
  expect(request && verify(request, hook.secret)).toEqual({
    type: 'sync.failed',
    timestamp: '2026-03-12T06:00:00.000Z',
    data: {
      syncRun: { id: run.id, kind: 'DAILY', from: run.from, to: run.to },
      error: run.error,
      customApi: { id: (await one.admin.customApi()).id, status: 'ERROR' },
    },
  });
  expect(run.error.code).toBe('CREDENTIALS_REFUSED');
});

test('a try that failed and is made again is not told; the last one is', async () => {
  one.endpoint.respond(status(503));
  await one.tickAt('2026-03-11T06:00:00Z');
  expect((await runs())[0]).toMatchObject({ status: 'RETRYING' });
  expect(receiver.requests).toEqual([]);
  for (const hour of ['07', '08']) await one.tickAt(`2026-03-11T${hour}:00:00Z`);
  expect(receiver.requests, 'before the last of four tries').toEqual([]);
  await one.tickAt('2026-03-11T09:00:00Z');
  expect((await runs())[0]).toMatchObject({ status: 'FAILED' });
  expect(receiver.requests.map(({ body }) => JSON.parse(body).data)).toMatchObject([
    { error: { code: 'ENDPOINT_UNAVAILABLE' }, customApi: { status: 'CONNECTED' } },
  ]);
});
