import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { type MisbehavingEndpoint, startMisbehavingEndpoint, status } from '../../kit/misbehaving-endpoint.ts';
import { anEvent, changeHook, createHook, emit, later, logOf, verify } from '../../kit/webhooks.ts';

const HOUR = 3_600_000;

let app: TestApp;
let workspace: TestWorkspace;
let receiver: MisbehavingEndpoint;
let url: string;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  workspace = await app.workspace();
  receiver = await startMisbehavingEndpoint();
  url = `${receiver.url}/hooks/inbox?key=s3cr3t-t0k3n`;
  return () => receiver.close();
});

const tell = async (account: string) => {
  await emit(workspace, anEvent({ account }));
  await app.ports.queue.drain();
};
const told = () => receiver.requests.map(({ body }) => JSON.parse(body).data.account);
const host = () => new URL(receiver.url).host;

test('an endpoint is told of what it asked for, at the path and query that nobody can read', async () => {
  const all = await createHook(workspace, url, { description: 'everything' });
  const signals = await createHook(workspace, `${receiver.url}/signals`, {
    eventTypes: ['SIGNAL_RAISED', 'SIGNAL_RESOLVED', 'SIGNAL_RAISED'],
  });
  const ended = { type: 'sync.failed', data: { account: 'of a run' } } as const;
  await emit(workspace, anEvent(), ended, { type: 'signal.resolved', data: { account: 'A-1' } });
  await app.ports.queue.drain();
  const paths = receiver.requests.map(({ path, body }) => `${path} ${JSON.parse(body).type}`);
  expect(paths.sort()).toEqual([
    '/hooks/inbox?key=s3cr3t-t0k3n signal.raised',
    '/hooks/inbox?key=s3cr3t-t0k3n signal.resolved',
    '/hooks/inbox?key=s3cr3t-t0k3n sync.failed',
    '/signals signal.raised',
    '/signals signal.resolved',
  ]);
  const answer = await workspace
    .as('ADMIN')
    .ask('{ webhookEndpoints { id host description eventTypes enabled disabledReason updatedAt } }');
  const rest = { host: host(), enabled: true, disabledReason: null, updatedAt: '2026-03-10T12:00:00.000Z' };
  expect(answer.webhookEndpoints).toEqual([
    { id: all.id, description: 'everything', eventTypes: [], ...rest },
    { id: signals.id, description: null, eventTypes: ['SIGNAL_RAISED', 'SIGNAL_RESOLVED'], ...rest },
  ]);
});

test('nobody wants to know: nothing is written', async () => {
  await createHook(workspace, url, { eventTypes: ['SYNC_FAILED'] });
  await tell('A-1');
  const { workspaceId } = workspace.ctx.actor;
  const [row] = await app.sql`SELECT count(*)::int AS count FROM webhook_events WHERE workspace_id = ${workspaceId}`;
  expect(row).toEqual({ count: 0 });
});

test('a new secret signs at once, and the one before for a day more', async () => {
  const { id, secret: old } = await createHook(workspace, url);
  const fields = 'endpoint { id } secret previousSecretExpiresAt';
  const rotated = await changeHook(workspace, 'rotateWebhookSecret', { id }, fields);
  const until = new Date(app.clock.now().getTime() + 24 * HOUR).toISOString();
  expect(rotated).toMatchObject({ endpoint: { id }, previousSecretExpiresAt: until, userErrors: [] });
  await tell('A-1');
  await later(app, 24 * HOUR - 1_000);
  await tell('A-2');
  await later(app, 2_000);
  await tell('A-3');
  const [first, second, third] = receiver.requests;
  if (!first || !second || !third) throw new Error(`only ${receiver.requests.length} arrived`);
  for (const request of [first, second, third]) expect(verify(request, rotated.secret)).toBeTruthy();
  for (const request of [first, second]) expect(verify(request, old)).toBeTruthy();
  expect(() => verify(third, old)).toThrow(/No matching signature/);
  expect(String(first.headers['webhook-signature'])).toMatch(/^v1,\S{44} v1,\S{44}$/);
});

test('a test goes to one endpoint, whatever that is told of', async () => {
  const { id, secret } = await createHook(workspace, url, { eventTypes: ['SYNC_FAILED'] });
  await createHook(workspace, `${receiver.url}/other`);
  const sent = await changeHook(workspace, 'sendTestWebhook', { id }, 'delivery { id state event { type } }');
  expect(sent).toMatchObject({ delivery: { state: 'PENDING', event: { type: 'webhook.test' } }, userErrors: [] });
  await app.ports.queue.drain();
  expect(receiver.requests).toHaveLength(1);
  const [request] = receiver.requests;
  expect(request && verify(request, secret)).toMatchObject({ type: 'webhook.test', data: { endpoint: id } });
  expect((await logOf(workspace, { id })).deliveries).toMatchObject([{ id: sent.delivery.id, state: 'DELIVERED' }]);
});

test('a delivery can be replayed whatever became of it: another delivery, the same webhook-id', async () => {
  const hook = await createHook(workspace, url);
  await tell('A-1');
  const [first] = (await logOf(workspace, hook)).deliveries;
  const again = await changeHook(workspace, 'replayWebhookDelivery', { id: first.id }, 'delivery { id event { id } }');
  expect(again.delivery).toEqual({ id: expect.not.stringMatching(first.id), event: { id: first.event.id } });
  await app.ports.queue.drain();
  expect(told()).toEqual(['A-1', 'A-1']);
  expect(receiver.requests.map(({ headers }) => headers['webhook-id'])).toEqual([first.event.id, first.event.id]);
  expect((await logOf(workspace, hook)).deliveries).toMatchObject([{ state: 'DELIVERED' }, { state: 'DELIVERED' }]);
});

test('what was missed can be sent again in one go, and only that', async () => {
  const hook = await createHook(workspace, url);
  await tell('arrived');
  receiver.respond(status(410));
  await tell('missed long ago');
  app.clock.advance(HOUR);
  const since = app.clock.now().toISOString();
  const enable = (enabled: boolean) =>
    changeHook(workspace, 'updateWebhookEndpoint', { id: hook.id, enabled }, 'endpoint { enabled }');
  await enable(true);
  receiver.respond(status(500));
  await tell('missed');
  await enable(false);
  const replay = (startAt: string) =>
    changeHook(workspace, 'replayWebhookEvents', { endpointId: hook.id, startAt }, 'replayedCount');
  expect((await replay(since)).userErrors).toMatchObject([{ code: 'ENDPOINT_DISABLED' }]);
  await enable(true);
  receiver.respond(status(200));
  receiver.requests.length = 0;
  expect(await replay(since)).toEqual({ replayedCount: 1, userErrors: [] });
  expect(await replay(since), 'while it is on its way').toEqual({ replayedCount: 0, userErrors: [] });
  await app.ports.queue.drain();
  expect(told()).toEqual(['missed']);
  expect(await replay('2026-01-01T00:00:00Z')).toEqual({ replayedCount: 1, userErrors: [] });
  await app.ports.queue.drain();
  expect(told()).toEqual(['missed', 'missed long ago']);
});

test('what waits goes to the new address; disabling and deleting give it up', async () => {
  const hook = await createHook(workspace, `${receiver.url}/old`);
  receiver.respond(status(500));
  await tell('A-1');
  await changeHook(workspace, 'updateWebhookEndpoint', { id: hook.id, url: `${receiver.url}/new` }, 'endpoint { id }');
  await later(app, 10_000);
  expect(receiver.requests.map(({ path }) => path)).toEqual(['/old', '/new']);
  await changeHook(workspace, 'updateWebhookEndpoint', { id: hook.id, enabled: false }, 'endpoint { id }');
  await later(app, HOUR);
  expect((await logOf(workspace, hook)).deliveries).toMatchObject([{ state: 'CANCELLED', attempts: [{}, {}] }]);
  await changeHook(workspace, 'updateWebhookEndpoint', { id: hook.id, enabled: true }, 'endpoint { id }');
  await tell('A-2');
  const [{ id: delivery }] = (await logOf(workspace, hook)).deliveries;
  expect(await changeHook(workspace, 'deleteWebhookEndpoint', { id: hook.id }, 'deleted')).toEqual({
    deleted: true,
    userErrors: [],
  });
  await tell('A-3');
  await later(app, HOUR);
  expect(receiver.requests).toHaveLength(3);
  const query = 'query ($id: ID!) { node(id: $id) { ... on WebhookDelivery { state endpoint { id } event { id } } } }';
  const { node } = await workspace.as('ADMIN').ask(query, { id: delivery });
  expect(node).toEqual({ state: 'CANCELLED', endpoint: null, event: { id: expect.any(String) } });
});

test('changes stay as they are where nothing is given, and every one is in the audit log', async () => {
  const { id } = await createHook(workspace, url, { eventTypes: ['SYNC_FAILED'], description: 'mine' });
  const fields = 'endpoint { description eventTypes }';
  const update = async (input: object) =>
    (await changeHook(workspace, 'updateWebhookEndpoint', { id, ...input }, fields)).endpoint;
  expect(await update({})).toEqual({ description: 'mine', eventTypes: ['SYNC_FAILED'] });
  expect(await update({ eventTypes: [] })).toEqual({ description: 'mine', eventTypes: [] });
  expect(await update({ description: null })).toEqual({ description: null, eventTypes: [] });
  await changeHook(workspace, 'rotateWebhookSecret', { id }, 'secret');
  await changeHook(workspace, 'deleteWebhookEndpoint', { id }, 'deleted');
  const { auditLog } = await workspace
    .as('ADMIN')
    .ask(`{ auditLog(filter: { subject: "${id}" }) { nodes { summary details } } }`);
  expect(auditLog.nodes.map(({ summary }: { summary: string }) => summary)).toEqual([
    `Deleted the webhook endpoint at ${host()}.`,
    `Made a new secret for the webhook endpoint at ${host()}.`,
    ...Array(3).fill(`Changed the webhook endpoint at ${host()}.`),
    `Created the webhook endpoint at ${host()}.`,
  ]);
  expect(JSON.stringify(auditLog)).not.toMatch(/s3cr3t|inbox|whsec/);
});

test('a workspace has at most 20 endpoints, also when it asks for many at once', async () => {
  const input = { url };
  const made = await Promise.all(
    Array.from({ length: 23 }, () => changeHook(workspace, 'createWebhookEndpoint', input, 'endpoint { id }')),
  );
  expect(made.filter(({ endpoint }) => endpoint)).toHaveLength(20);
  expect(made.flatMap(({ userErrors }) => userErrors.map(({ code }: { code: string }) => code))).toEqual(
    Array(3).fill('TOO_MANY_ENDPOINTS'),
  );
});

test('refusals name what is wrong', async () => {
  const hook = await createHook(workspace, url);
  const codes = async (mutation: string, input: object, payload: string) =>
    (await changeHook(workspace, mutation, input, payload)).userErrors.map((one: { code: string; field: string[] }) => [
      one.code,
      one.field.join('.'),
    ]);
  const long = { url, description: 'x'.repeat(201) };
  expect(await codes('createWebhookEndpoint', long, 'secret')).toEqual([['INVALID_INPUT', 'input.description']]);
  const tooLong = { url: `https://receiver.example/${'x'.repeat(4_000)}` };
  expect(await codes('createWebhookEndpoint', tooLong, 'secret')).toEqual([['INVALID_URL', 'input.url']]);
  const inside = { id: hook.id, url: 'https://169.254.169.254/' };
  expect(await codes('updateWebhookEndpoint', inside, 'endpoint { id }')).toEqual([['ADDRESS_REFUSED', 'input.url']]);
  const other = await createHook(await app.workspace(), url);
  const startAt = '2026-01-01T00:00:00Z';
  for (const id of ['wh_0', other.id]) {
    for (const [mutation, payload] of [
      ['updateWebhookEndpoint', 'endpoint { id }'],
      ['deleteWebhookEndpoint', 'deleted'],
      ['rotateWebhookSecret', 'secret'],
      ['sendTestWebhook', 'delivery { id }'],
      ['replayWebhookDelivery', 'delivery { id }'],
    ] as const) {
      expect([mutation, await codes(mutation, { id }, payload)]).toEqual([mutation, [['NOT_FOUND', 'input.id']]]);
    }
    const events = await codes('replayWebhookEvents', { endpointId: id, startAt }, 'replayedCount');
    expect(events).toEqual([['NOT_FOUND', 'input.endpointId']]);
  }
});
