import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../src/platform/clock.ts';
import { createOutbound } from '../../../src/platform/http/guarded-outbound.ts';
import type { Outbound } from '../../../src/platform/http/outbound.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import {
  type Behaviour,
  closesSocket,
  drip,
  empty,
  html,
  json,
  type MisbehavingEndpoint,
  redirect,
  silence,
  startMisbehavingEndpoint,
  status,
} from '../../kit/misbehaving-endpoint.ts';
import { anEvent, changeHook, createHook, emit, type Hook, later, logOf } from '../../kit/webhooks.ts';

/** Nobody wants to wait for the 15 s that an endpoint has. */
const DEADLINE_MS = 400;

let app: TestApp;
let receiver: MisbehavingEndpoint;
let elsewhere: MisbehavingEndpoint;
beforeAll(async () => {
  const network = createOutbound({ allowedCidrs: ['127.0.0.0/8'], clock: systemClock });
  const resolver = async () => [{ address: '169.254.169.254', family: 4 as const }];
  const inside = createOutbound({ allowedCidrs: [], resolver, clock: systemClock });
  const call: Outbound['call'] = (request) => {
    const through = request.url.includes('receiver.example') ? inside : network;
    return through.call(request.url.includes('patiently') ? request : { ...request, timeoutMs: DEADLINE_MS });
  };
  const outbound = { ...network, call };
  app = await startTestApp({ outbound });
  [receiver, elsewhere] = await Promise.all([startMisbehavingEndpoint(), startMisbehavingEndpoint()]);
});
afterAll(() => Promise.all([app.close(), receiver.close(), elsewhere.close()]));

const sendTo = async (url: string): Promise<{ workspace: TestWorkspace; hook: Hook }> => {
  const workspace = await app.workspace();
  const hook = await createHook(workspace, url);
  await emit(workspace, anEvent());
  await app.ports.queue.drain();
  return { workspace, hook };
};

describe('what is no success is tried again, and the log says why', () => {
  const cases: readonly (readonly [
    what: string,
    behaviour: () => Behaviour,
    httpStatus: number | null,
    code: string,
  ])[] = [
    ['400', () => status(400, {}, 'what?'), 400, 'BAD_STATUS'],
    ['401', () => status(401), 401, 'BAD_STATUS'],
    ['500 with a long answer', () => status(500, {}, 'x'.repeat(100_000)), 500, 'BAD_STATUS'],
    ['a redirect', () => redirect(`${elsewhere.url}/secret`), 302, 'REDIRECTED'],
    ['a permanent redirect', () => redirect(`${elsewhere.url}/secret`, 308), 308, 'REDIRECTED'],
    ['no answer', () => silence(), null, 'TIMEOUT'],
    ['a reset', () => closesSocket(), null, 'CONNECTION_FAILED'],
  ];
  test.each(cases)('%s', async (_, behaviour, httpStatus, code) => {
    receiver.respond(behaviour());
    const { workspace, hook } = await sendTo(`${receiver.url}/in`);
    const { deliveries, failingStartedAt } = await logOf(workspace, hook);
    expect(deliveries).toMatchObject([{ state: 'PENDING', attempts: [{ httpStatus, error: { code } }] }]);
    expect(failingStartedAt).not.toBeNull();
    expect(elsewhere.requests, 'redirects are not followed').toEqual([]);
  });
});

describe('what says 2xx has arrived, whatever comes behind it', () => {
  test.each([
    ['204', () => empty(204)],
    ['a page', () => html()],
    ['an answer that drips for ever', () => drip()],
    ['an encoding that was not asked for', () => status(200, { 'content-encoding': 'br' }, 'x')],
    ['an answer that says it is endless', () => status(200, { 'content-length': '99999999999' }, 'x')],
  ] as const)('%s', async (_, behaviour) => {
    receiver.respond(behaviour());
    const { workspace, hook } = await sendTo(`${receiver.url}/in`);
    const { deliveries } = await logOf(workspace, hook);
    expect(deliveries).toMatchObject([{ state: 'DELIVERED', attempts: [{ error: null }] }]);
  });
});

test('the answer is shown as far as 1,024 characters', async () => {
  receiver.respond(status(500, {}, 'x'.repeat(100_000)));
  const { workspace, hook } = await sendTo(`${receiver.url}/in`);
  const { deliveries } = await logOf(workspace, hook);
  expect(deliveries[0].attempts[0].answer).toBe(`${'x'.repeat(1_023)}…`);
});

test('410 disables the endpoint, gives up what waits, and is in the audit log', async () => {
  receiver.respond(status(500), status(410));
  const { workspace, hook } = await sendTo(`${receiver.url}/in`);
  await emit(workspace, anEvent({ account: 'A-2' }));
  await app.ports.queue.drain();
  const { deliveries, enabled, disabledReason } = await logOf(workspace, hook);
  expect([enabled, disabledReason]).toEqual([false, 'GONE']);
  expect(deliveries.map(({ state }: { state: string }) => state)).toEqual(['CANCELLED', 'CANCELLED']);
  await later(app, 60_000);
  expect(receiver.requests.filter(({ body }) => body.includes('A-2'))).toHaveLength(1);
  const { auditLog } = await workspace
    .as('ADMIN')
    .ask('{ auditLog(first: 1) { nodes { action subject summary actor { kind } details } } }');
  expect(auditLog.nodes).toEqual([
    {
      action: 'WEBHOOK_ENDPOINT_DISABLED',
      subject: hook.id,
      summary: `Disabled the webhook endpoint at ${new URL(receiver.url).host} because it answered 410.`,
      actor: { kind: 'OPERATOR' },
      details: { host: new URL(receiver.url).host, reason: 'GONE' },
    },
  ]);
});

test('after five days of nothing but failures it is disabled; enabled again, it is told what happens from then on', async () => {
  receiver.respond(status(500));
  const { workspace, hook } = await sendTo(`${receiver.url}/in`);
  for (let day = 1; day <= 4; day++) {
    await later(app, 24 * 3_600_000);
    await emit(workspace, anEvent({ day }));
    await app.ports.queue.drain();
    expect((await logOf(workspace, hook)).enabled, `on day ${day}`).toBe(true);
  }
  await later(app, 24 * 3_600_000);
  const { enabled, disabledReason, deliveries } = await logOf(workspace, hook);
  expect([enabled, disabledReason]).toEqual([false, 'FAILING']);
  expect(new Set(deliveries.map(({ state }: { state: string }) => state))).toEqual(new Set(['CANCELLED']));

  await emit(workspace, anEvent({ day: 'while it is disabled' }));
  receiver.respond(status(200));
  const changed = await changeHook(
    workspace,
    'updateWebhookEndpoint',
    { id: hook.id, enabled: true },
    'endpoint { disabledReason failingStartedAt }',
  );
  expect(changed).toEqual({ endpoint: { disabledReason: null, failingStartedAt: null }, userErrors: [] });
  await emit(workspace, anEvent({ day: 'afterwards' }));
  await app.ports.queue.drain();
  const told = receiver.requests.filter(({ body }) => /disabled|afterwards/.test(body));
  expect(told.map(({ body }) => JSON.parse(body).data.day)).toEqual(['afterwards']);
});

test('a slow endpoint holds up no other, and has four calls open at most', async () => {
  const workspace = await app.workspace();
  const slow = await startMisbehavingEndpoint();
  const open: ServerResponse[] = [];
  slow.respond((_, response) => void open.push(response));
  receiver.respond(json({}));
  const waiting = await createHook(workspace, `${slow.url}/patiently`);
  const quick = await createHook(workspace, `${receiver.url}/in`);
  await emit(workspace, ...Array.from({ length: 20 }, (_, number) => anEvent({ number })));
  const states = async (hook: Hook) =>
    (await logOf(workspace, hook)).deliveries.map(({ state }: { state: string }) => state);
  await vi.waitFor(async () => expect(await states(quick)).toEqual(Array(20).fill('DELIVERED')), 10_000);
  await vi.waitFor(() => expect(open).toHaveLength(4));
  expect(await states(waiting)).toEqual(Array(20).fill('PENDING'));
  slow.respond(json({}));
  for (const response of open) response.end();
  await app.ports.queue.drain();
  expect(await states(waiting)).toEqual(Array(20).fill('DELIVERED'));
  await slow.close();
});

test('an address inside a network is refused when the endpoint is made, and when its name leads there later', async () => {
  const workspace = await app.workspace();
  const refusal = async (url: string) => {
    const input = { url };
    return (await changeHook(workspace, 'createWebhookEndpoint', input, 'endpoint { id } secret')).userErrors;
  };
  for (const [url, code] of [
    ['http://169.254.169.254/latest/meta-data', 'ADDRESS_REFUSED'],
    ['https://10.0.0.1/in', 'ADDRESS_REFUSED'],
    ['https://[::ffff:169.254.169.254]/in', 'ADDRESS_REFUSED'],
    ['ftp://receiver.example/in', 'INVALID_URL'],
    ['https://user:pass@receiver.example/in', 'INVALID_URL'],
    ['not a URL', 'INVALID_URL'],
  ]) {
    expect(await refusal(url as string), url).toEqual([{ code, message: expect.any(String), field: ['input', 'url'] }]);
  }
  const hook = await createHook(workspace, 'https://receiver.example/in');
  await emit(workspace, anEvent());
  await app.ports.queue.drain();
  const { deliveries } = await logOf(workspace, hook);
  const message = 'receiver.example resolves to the address of a cloud metadata service, which is never called.';
  const error = { code: 'ADDRESS_REFUSED', message };
  expect(deliveries).toMatchObject([{ state: 'PENDING', attempts: [{ httpStatus: null, answer: null, error }] }]);
});
