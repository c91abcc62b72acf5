import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint, status } from '../../kit/misbehaving-endpoint.ts';
import { anEvent, createHook, emit, type Hook, later, logOf, verify } from '../../kit/webhooks.ts';

let app: TestApp;
let workspace: TestWorkspace;
let receiver: MisbehavingEndpoint;
let hook: Hook;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  workspace = await app.workspace();
  receiver = await startMisbehavingEndpoint();
  hook = await createHook(workspace, `${receiver.url}/hooks/inbox`);
  return () => receiver.close();
});

test('an event arrives once, signed, and the log shows the call', async () => {
  receiver.respond(json({ thanks: true }));
  await emit(workspace, anEvent({ account: 'A-1', before: 71.5 }));
  await app.ports.queue.drain();

  expect(receiver.requests).toHaveLength(1);
  const [request] = receiver.requests;
  if (!request) throw new Error('nothing arrived');
  expect(request.method).toBe('POST');
  expect(request.headers['content-type']).toBe('application/json');
  const body = { type: 'signal.raised', timestamp: '2026-03-10T12:00:00.000Z', data: { account: 'A-1', before: 71.5 } };
  expect(verify(request, hook.secret)).toEqual(body);

  const { deliveries, ...endpoint } = await logOf(workspace, hook);
  expect(endpoint).toMatchObject({ enabled: true, failingStartedAt: null, lastFailedAt: null });
  expect(endpoint.lastDeliveredAt).toBe('2026-03-10T12:00:00.000Z');
  expect(deliveries).toEqual([
    {
      id: expect.stringMatching(/^whd_/),
      state: 'DELIVERED',
      nextAttemptAt: null,
      createdAt: '2026-03-10T12:00:00.000Z',
      finishedAt: '2026-03-10T12:00:00.000Z',
      endpoint: { id: hook.id },
      event: {
        id: request.headers['webhook-id'],
        type: 'signal.raised',
        occurredAt: '2026-03-10T12:00:00.000Z',
        payload: body,
      },
      attempts: [
        {
          startedAt: '2026-03-10T12:00:00.000Z',
          httpStatus: 200,
          durationMs: expect.any(Number),
          answer: '{"thanks":true}',
          error: null,
        },
      ],
    },
  ]);
});

test('what fails is sent again with the same id and body, a new timestamp and its signature', async () => {
  receiver.respond(status(500, {}, 'oops'), status(204));
  await emit(workspace, anEvent());
  await app.ports.queue.drain();
  expect((await logOf(workspace, hook)).deliveries).toMatchObject([
    { state: 'PENDING', attempts: [{ httpStatus: 500, answer: 'oops', error: { code: 'BAD_STATUS' } }] },
  ]);
  await later(app, 4_000);
  expect(receiver.requests, 'after 4 s').toHaveLength(1);
  await later(app, 2_000);
  expect(receiver.requests, 'after 6 s').toHaveLength(2);

  const [first, second] = receiver.requests;
  if (!first || !second) throw new Error('nothing arrived');
  expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
  expect(second.body).toBe(first.body);
  expect(Number(second.headers['webhook-timestamp'])).toBe(Number(first.headers['webhook-timestamp']) + 6);
  for (const request of [first, second]) expect(verify(request, hook.secret)).toMatchObject({ type: 'signal.raised' });
  const { deliveries, failingStartedAt, lastFailedAt } = await logOf(workspace, hook);
  expect(deliveries).toMatchObject([{ state: 'DELIVERED', attempts: [{ httpStatus: 500 }, { httpStatus: 204 }] }]);
  expect([failingStartedAt, lastFailedAt !== null]).toEqual([null, true]);
});

test('ten calls over three days, and then no more', async () => {
  receiver.respond(status(503));
  await emit(workspace, anEvent());
  await app.ports.queue.drain();
  const hours = (count: number) => count * 3_600_000;
  const pauses = [5_000, 300_000, 1_800_000, hours(2), hours(5), hours(10), hours(14), hours(20), hours(24)];
  for (const [index, pause] of pauses.entries()) {
    await later(app, pause - 1);
    expect(receiver.requests, `before pause ${index + 1} is over`).toHaveLength(index + 1);
    await later(app, pause / 10 + 2);
    expect(receiver.requests, `after pause ${index + 1}`).toHaveLength(index + 2);
  }
  await later(app, hours(48));
  expect(receiver.requests).toHaveLength(10);
  const { deliveries, enabled } = await logOf(workspace, hook);
  expect(deliveries).toMatchObject([{ state: 'FAILED', nextAttemptAt: null }]);
  expect(deliveries[0].attempts).toHaveLength(10);
  expect(enabled, 'for one event, after three days').toBe(true);
});

test('Retry-After is obeyed, for a day at most', async () => {
  receiver.respond(status(429, { 'retry-after': '3600' }), status(503, { 'retry-after': '999999' }), status(200));
  await emit(workspace, anEvent());
  await app.ports.queue.drain();
  await later(app, 3_599_000);
  expect(receiver.requests, 'before the hour is over').toHaveLength(1);
  await later(app, 2_000);
  expect(receiver.requests, 'after the hour').toHaveLength(2);
  await later(app, 24 * 3_600_000 - 1_000);
  expect(receiver.requests, 'before the day is over').toHaveLength(2);
  await later(app, 2_000);
  expect(receiver.requests, 'after the day').toHaveLength(3);
  expect((await logOf(workspace, hook)).deliveries).toMatchObject([{ state: 'DELIVERED' }]);
});

test('the log has pages, newest first, and can be asked for what failed', async () => {
  receiver.respond(status(500), status(200));
  for (const account of ['A-1', 'A-2', 'A-3']) {
    await emit(workspace, anEvent({ account }));
    await app.ports.queue.drain();
  }
  const accounts = (deliveries: { event: { payload: { data: { account: string } } } }[]) =>
    deliveries.map(({ event }) => event.payload.data.account);
  const first = await logOf(workspace, hook, { first: 2 });
  expect([accounts(first.deliveries), first.pageInfo.hasNextPage]).toEqual([['A-3', 'A-2'], true]);
  const second = await logOf(workspace, hook, { first: 2, after: first.pageInfo.endCursor });
  expect([accounts(second.deliveries), second.pageInfo.hasNextPage]).toEqual([['A-1'], false]);
  const waiting = await logOf(workspace, hook, { states: ['PENDING', 'FAILED'] });
  expect(accounts(waiting.deliveries)).toEqual(['A-1']);
});
