import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOW, startTestApp, type TestApp } from '../../kit/app.ts';
import { aDailyWorkspace, type DailyWorkspace } from '../../kit/daily.ts';
import { status } from '../../kit/misbehaving-endpoint.ts';
import { WINDOWED } from '../../kit/sources.ts';

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

async function syncNow() {
  const { syncRun, userErrors } = await one.admin.syncNow();
  expect(userErrors).toEqual([]);
  await app.ports.queue.drain();
  return one.admin.run(syncRun.id);
}
const secondsUntil = (run: { nextAttemptAt: string }) =>
  (Date.parse(run.nextAttemptAt) - app.clock.now().getTime()) / 1000;

test('a failure that may pass is tried again later, and says so meanwhile', async () => {
  one.endpoint.respond(status(503));
  const run = await syncNow();
  expect(run).toMatchObject({
    status: 'RETRYING',
    httpStatus: 503,
    error: { code: 'ENDPOINT_UNAVAILABLE', message: expect.stringContaining('503') },
    attempt: 1,
    finishedAt: null,
  });
  expect(secondsUntil(run)).toBeGreaterThanOrEqual(5);
  expect(secondsUntil(run)).toBeLessThanOrEqual(30);
  expect(await one.admin.customApi()).toMatchObject({ status: 'CONNECTED', banner: null });
  // Not before its time.
  one.takeWindows();
  await one.tickAt(new Date(Date.parse(run.nextAttemptAt) - 1).toISOString());
  expect(one.takeWindows()).toEqual([]);
  one.recover();
  await one.tickAt(run.nextAttemptAt);
  expect(await one.admin.run(run.id)).toMatchObject({
    status: 'SUCCEEDED',
    ...{ attempt: 2, error: null, nextAttemptAt: null, httpStatus: 200 },
  });
});

test('after four tries it fails', async () => {
  one.endpoint.respond(status(503));
  let run = await syncNow();
  const waits = [];
  while (run.status === 'RETRYING') {
    waits.push(secondsUntil(run));
    await one.tickAt(run.nextAttemptAt);
    run = await one.admin.run(run.id);
  }
  expect(run).toMatchObject({
    status: 'FAILED',
    attempt: 4,
    nextAttemptAt: null,
    error: { code: 'ENDPOINT_UNAVAILABLE' },
  });
  expect(one.takeWindows()).toHaveLength(4);
  expect(waits).toHaveLength(3);
  for (const [index, most] of [30, 60, 120].entries()) expect(waits[index]).toBeLessThanOrEqual(most);
});

test.each([
  ['120', 120, 120],
  ['86400', 3_600, 3_600],
])('Retry-After: %s is obeyed, up to an hour', async (retryAfter, least, most) => {
  one.endpoint.respond(status(429, { 'retry-after': retryAfter }));
  const run = await syncNow();
  expect(run).toMatchObject({ status: 'RETRYING', error: { code: 'RATE_LIMITED' } });
  expect(secondsUntil(run)).toBeGreaterThanOrEqual(least);
  expect(secondsUntil(run)).toBeLessThanOrEqual(most);
});

test('syncNow calls a waiting run forward', async () => {
  one.endpoint.respond(status(503, { 'retry-after': '3600' }));
  const waiting = await syncNow();
  one.recover();
  expect(await syncNow()).toMatchObject({ id: waiting.id, status: 'SUCCEEDED', attempt: 2 });
});

test('no second run is made while one waits, and the round’s run afterwards is not needed', async () => {
  one.endpoint.respond(status(503, { 'retry-after': '3600' }));
  await one.tickAt('2026-03-11T05:30:00Z');
  const [daily] = (await one.admin.customApi()).syncRuns.nodes;
  expect(daily).toMatchObject({ kind: 'DAILY', status: 'RETRYING' });
  await one.tickAt('2026-03-11T06:00:00Z');
  one.recover();
  await one.tickAt('2026-03-11T06:31:00Z');
  await one.tickAt('2026-03-11T07:00:00Z');
  const [latest, before] = (await one.admin.customApi()).syncRuns.nodes;
  expect(latest).toMatchObject({ id: daily.id, status: 'SUCCEEDED' });
  expect(before.kind).toBe('BACKFILL');
  expect(await one.admin.backfillRange('2026-03-01', '2026-03-02')).toMatchObject({ userErrors: [] });
});

test('a disconnect and a reconnect cancel a waiting run', async () => {
  one.endpoint.respond(status(503, { 'retry-after': '3600' }));
  const waiting = await syncNow();
  one.recover();
  const { syncRun } = await one.admin.reconnect();
  await app.ports.queue.drain();
  expect(await one.admin.run(waiting.id)).toMatchObject({ status: 'CANCELLED', nextAttemptAt: null });
  expect(await one.admin.run(syncRun.id)).toMatchObject({ status: 'SUCCEEDED' });
  one.endpoint.respond(status(503));
  const second = await syncNow();
  await one.admin.disconnect();
  expect(await one.admin.run(second.id)).toMatchObject({ status: 'CANCELLED' });
});

test('a wrong clock does not keep a run waiting for ever', async () => {
  app.clock.set('2027-03-10T12:00:00Z');
  one.endpoint.respond(status(503));
  const waiting = await syncNow();
  one.recover();
  await one.tickAt('2026-03-10T12:05:00Z');
  expect(await one.admin.run(waiting.id)).toMatchObject({ status: expect.stringMatching(/^SUCCEEDED/) });
});

test('one host is called by one run at a time, whosever it is, and the next follows at once', async () => {
  const url = `${one.endpoint.url}${WINDOWED}`;
  const others = [];
  for (let index = 0; index < 4; index++) {
    const other = await aDailyWorkspace(app);
    await other.admin.reconnect({ url, auth: { none: true } });
    await app.ports.queue.drain();
    others.push(other);
  }
  let open = 0;
  let most = 0;
  one.endpoint.requests.length = 0;
  one.endpoint.respond((_request, response) => {
    most = Math.max(most, ++open);
    setTimeout(() => {
      open--;
      response.end(JSON.stringify([{ day: '2026-03-10', id: 'A', calls: 1, seats: 1 }]));
    }, 50);
  });
  await one.tickAt('2026-03-11T06:00:00Z');
  expect(one.takeWindows()).toHaveLength(5);
  expect(most).toBe(1);
  for (const other of [one, ...others]) {
    expect((await other.admin.customApi()).syncRuns.nodes[0]).toMatchObject({
      kind: 'DAILY',
      status: 'SUCCEEDED',
      attempt: 1,
    });
  }
  for (const other of others) await other.close();
});
