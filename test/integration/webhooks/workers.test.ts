import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { systemActor } from '../../../src/features/kit/actor.ts';
import { ctxFor } from '../../../src/features/kit/ctx.ts';
import { deliverWebhooks, emitEvents, handOutDeliveries, sweepWebhooks } from '../../../src/features/webhooks/index.ts';
import { createOutbound } from '../../../src/platform/http/guarded-outbound.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { json, type MisbehavingEndpoint, startMisbehavingEndpoint } from '../../kit/misbehaving-endpoint.ts';
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
  hook = await createHook(workspace, `${receiver.url}/in`);
  return () => receiver.close();
});

/** Written down as due, without a job: nobody sends it but whom the test lets. */
const note = (...accounts: readonly string[]) =>
  workspace.ctx.db.orm.transaction((tx) =>
    emitEvents(
      tx,
      workspace.ctx,
      accounts.map((account) => anEvent({ account })),
    ),
  );
const system = () => ctxFor(app.ports, systemActor(workspace.ctx.actor));
/** Statements and transactions under way: a worker may still be looking for more to send. */
const busy = async () => {
  const [row] = await app.sql`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`;
  return row?.['count'];
};
const many = (count: number) => Array.from({ length: count }, (_, index) => `A-${index}`);
const told = (): string[] => receiver.requests.map(({ body }) => JSON.parse(body).data.account);

test('a worker that ends between the call and its note: another sends it again, with the same webhook-id', async () => {
  await note('A-1');
  const { outbound } = app.ports;
  // The call is made, and the process is gone before anything is written down.
  const lost = {
    ...outbound,
    call: (...given: Parameters<typeof outbound.call>) =>
      outbound.call(...given).then(() => new Promise<never>(() => {})),
  };
  void deliverWebhooks({ ...system(), outbound: lost }, hook.id);
  await vi.waitFor(() => expect(receiver.requests).toHaveLength(1));
  await vi.waitFor(async () => expect(await busy()).toBe(0));

  await later(app, 29_000);
  expect(receiver.requests, 'while its lease lasts').toHaveLength(1);
  await later(app, 2_000);
  expect(receiver.requests, 'once its lease has run out').toHaveLength(2);
  const [first, second] = receiver.requests;
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(second && verify(second, hook.secret)).toMatchObject({ data: { account: 'A-1' } });
  const { deliveries } = await logOf(workspace, hook);
  expect(deliveries).toMatchObject([
    { state: 'DELIVERED', attempts: [{ httpStatus: null, error: { code: 'WORKER_LOST' } }, { httpStatus: 200 }] },
  ]);
});

test('a delivery that ends whoever sends it is given up after ten calls, and holds up nothing', async () => {
  await note('A-1', 'A-2');
  const [first] = (await logOf(workspace, hook)).deliveries.slice(-1);
  // Nine workers began to send it and were heard of no more, and so was the tenth.
  await app.sql`UPDATE webhook_deliveries SET tries = 9, lease_token = 'gone', lease_expires_at = ${app.clock.now()}
    WHERE id = ${first.id}`;
  await later(app, 60_000);
  expect(told()).toEqual(['A-2']);
  const { deliveries } = await logOf(workspace, hook);
  expect(deliveries).toMatchObject([
    { state: 'DELIVERED' },
    { id: first.id, state: 'FAILED', nextAttemptAt: null, attempts: [{ error: { code: 'WORKER_LOST' } }] },
  ]);
  expect(deliveries[1].finishedAt).toBe(app.clock.now().toISOString());
});

test('a worker that comes back after its lease notes nothing over what another has noted', async () => {
  await note('A-1');
  const open: ServerResponse[] = [];
  receiver.respond((_, response) => void open.push(response), json({}));
  const late = deliverWebhooks(system(), hook.id);
  await vi.waitFor(() => expect(open).toHaveLength(1));
  await later(app, 31_000);
  const before = (await logOf(workspace, hook)).deliveries;
  expect(before).toMatchObject([{ state: 'DELIVERED' }]);
  open[0]?.writeHead(500).end();
  await late;
  expect((await logOf(workspace, hook)).deliveries).toEqual(before);
});

test('a process that stops hands back what it was sending: it counts for nothing', async () => {
  await note('A-1');
  receiver.respond(() => {});
  const outbound = createOutbound({ allowedCidrs: ['127.0.0.0/8'], clock: app.clock });
  const stopping = deliverWebhooks({ ...system(), outbound }, hook.id);
  await vi.waitFor(() => expect(receiver.requests).toHaveLength(1));
  await outbound.close();
  await stopping;
  receiver.respond(json({}));
  await later(app, 0);
  expect((await logOf(workspace, hook)).deliveries).toMatchObject([
    { state: 'DELIVERED', attempts: [{ httpStatus: 200 }] },
  ]);
});

test('several workers at once: each event is sent once', async () => {
  await note(...many(60));
  await Promise.all(Array.from({ length: 4 }, () => deliverWebhooks(system(), hook.id)));
  await later(app, 0);
  expect(told().sort()).toEqual(many(60).sort());
  const { deliveries } = await logOf(workspace, hook);
  expect(deliveries.filter(({ attempts }: { attempts: unknown[] }) => attempts.length !== 1)).toEqual([]);
});

test('a thousand events arrive in order, without others having to wait', async () => {
  const other = await startMisbehavingEndpoint();
  const neighbour = await app.workspace();
  await createHook(neighbour, `${other.url}/in`);
  const accounts = many(1_000);
  await note(...accounts);
  const started = performance.now();
  await handOutDeliveries(app.ports);
  await vi.waitFor(() => expect(receiver.requests.length).toBeGreaterThan(0));
  await emit(neighbour, anEvent());
  await vi.waitFor(() => expect(other.requests).toHaveLength(1), 5_000);
  const before = receiver.requests.length;
  await app.ports.queue.drain();
  const seconds = (performance.now() - started) / 1000;
  expect(before, 'events that came before the one of the other workspace').toBeLessThan(1_000);
  expect(new Set(told())).toEqual(new Set(accounts));
  // Four are under way at a time, so one may be overtaken by a few.
  const places = told().map((account, place) => Math.abs(Number(account.slice(2)) - place));
  expect(Math.max(...places)).toBeLessThan(50);
  expect(seconds).toBeLessThan(30);
  const [left] = await app.sql`
    SELECT count(*)::int AS count FROM webhook_deliveries
    WHERE workspace_id = ${workspace.ctx.actor.workspaceId} AND (state <> 'DELIVERED' OR lease_token IS NOT NULL)`;
  expect(left).toEqual({ count: 0 });
  await other.close();
});

test('what is rolled back is told nobody, in either kind of transaction', async () => {
  const fail = () => Promise.reject(new Error('rolled back'));
  const { db } = workspace.ctx;
  await expect(
    db.orm.transaction((tx) => emitEvents(tx, workspace.ctx, [anEvent({ account: 'never' })]).then(fail)),
  ).rejects.toThrow('rolled back');
  await expect(
    db.sql.begin((tx) => emitEvents(tx, workspace.ctx, [anEvent({ account: 'never' })]).then(fail)),
  ).rejects.toThrow('rolled back');
  await db.sql.begin((tx) => emitEvents(tx, workspace.ctx, [anEvent({ account: 'of sql', "it's": '{"\\u0041"}' })]));
  await db.orm.transaction((tx) => emitEvents(tx, workspace.ctx, [anEvent({ account: 'of orm' })]));
  await later(app, 0);
  expect(told().sort()).toEqual(['of orm', 'of sql']);
  expect(receiver.requests.map(({ body }) => JSON.parse(body).data["it's"])).toContain('{"\\u0041"}');
});

test('events and their deliveries are kept for 30 days', async () => {
  await emit(workspace, anEvent());
  await app.ports.queue.drain();
  app.clock.advance(30 * 24 * 3_600_000 - 1_000);
  await sweepWebhooks(app.ports);
  expect((await logOf(workspace, hook)).deliveries, 'before they are over').toHaveLength(1);
  app.clock.advance(2_000);
  await sweepWebhooks(app.ports);
  expect((await logOf(workspace, hook)).deliveries, 'afterwards').toEqual([]);
  const [left] = await app.sql`
    SELECT count(*)::int AS count FROM webhook_events WHERE workspace_id = ${workspace.ctx.actor.workspaceId}`;
  expect(left).toEqual({ count: 0 });
});
