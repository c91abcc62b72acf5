import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { daysOf } from '../../../src/lib/day.ts';
import { NOW, startTestApp, type TestApp } from '../../kit/app.ts';
import { aDailyWorkspace, type DailyWorkspace } from '../../kit/daily.ts';
import { json, status } from '../../kit/misbehaving-endpoint.ts';
import { askedWindow } from '../../kit/sources.ts';
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

const runs = async () => (await one.admin.customApi()).syncRuns.nodes;
const latest = async () => (await runs())[0];

describe('the daily run', () => {
  test('is made once, in its place after 05:15 UTC, for yesterday', async () => {
    const { nextSyncAt } = await one.admin.customApi();
    expect(nextSyncAt).toMatch(/^2026-03-11T05:(1[5-9]|2[0-4]):/);
    await one.tickAt(new Date(Date.parse(nextSyncAt) - 1_000).toISOString());
    expect(one.takeWindows()).toEqual([]);
    for (let tick = 0; tick < 3; tick++) {
      await one.tickAt(nextSyncAt);
      app.clock.advance(60_000);
    }
    await one.tickAt('2026-03-11T23:59:00Z');
    expect(one.takeWindows()).toEqual(['2026-03-10/2026-03-10']);
    expect(await latest()).toMatchObject({ kind: 'DAILY', status: 'SUCCEEDED', from: '2026-03-10', attempt: 1 });
    expect(await one.admin.customApi()).toMatchObject({ lastSyncedDay: '2026-03-10', gaps: [], banner: null });
  });

  test('is made by one of several workers that look at the same moment', async () => {
    app.clock.set('2026-03-11T06:00:00Z');
    for (let worker = 0; worker < 3; worker++) app.ports.queue.tick('sources.sweep');
    await app.ports.queue.drain();
    expect(one.takeWindows()).toEqual(['2026-03-10/2026-03-10']);
  });

  test('is not needed where somebody asked for the same day since the round began', async () => {
    app.clock.set('2026-03-11T05:15:00Z');
    await one.admin.syncNow();
    await app.ports.queue.drain();
    one.takeWindows();
    await one.tickAt('2026-03-11T06:00:00Z');
    expect(one.takeWindows()).toEqual([]);
  });

  test('asks again for a day that somebody fetched in the night, before it was due', async () => {
    app.clock.set('2026-03-11T00:10:00Z');
    await one.admin.syncNow();
    await app.ports.queue.drain();
    expect(one.takeWindows()).toEqual(['2026-03-10/2026-03-10']);
    await one.tickAt('2026-03-11T06:00:00Z');
    expect(one.takeWindows()).toEqual(['2026-03-10/2026-03-10']);
  });

  test('is not made for what is disconnected, or not mapped', async () => {
    await one.admin.disconnect();
    await one.tickAt('2026-03-11T06:00:00Z');
    await one.admin.connect({ url: `${one.endpoint.url}/usage?from={start_date}&to={end_date}` });
    one.takeWindows();
    await one.tickAt('2026-03-12T06:00:00Z');
    expect(one.takeWindows()).toEqual([]);
    expect(await one.admin.customApi()).toMatchObject({ status: 'MAPPING', nextSyncAt: null });
  });
});

describe('what was missed', () => {
  test('is made up for, up to 7 days', async () => {
    await one.tickAt('2026-03-14T06:00:00Z');
    expect(one.takeWindows()).toEqual(['2026-03-10/2026-03-13']);
    expect(await latest()).toMatchObject({ kind: 'DAILY', status: 'SUCCEEDED', rowsStored: 4 });
    await one.tickAt('2026-03-24T06:00:00Z');
    expect(one.takeWindows()).toEqual(['2026-03-17/2026-03-23']);
  });

  test('shows as a gap beyond that, which backfillUsage fills', async () => {
    await one.tickAt('2026-03-24T06:00:00Z');
    expect(one.takeWindows()).toEqual(['2026-03-17/2026-03-23']);
    const gap = { from: '2026-03-10', to: '2026-03-16' };
    expect((await one.admin.customApi()).gaps).toEqual([gap]);
    const { syncRun, userErrors } = await one.admin.backfillRange(gap.from, gap.to);
    expect(userErrors).toEqual([]);
    await app.ports.queue.drain();
    expect(await one.admin.run(syncRun.id)).toMatchObject({
      kind: 'BACKFILL_RANGE',
      status: 'SUCCEEDED',
      rowsStored: 7,
    });
    expect(await one.admin.customApi()).toMatchObject({ gaps: [], lastSyncedDay: '2026-03-23' });
  });

  test('late days are asked for again until they come', async () => {
    // The endpoint is two days behind.
    one.endpoint.respond(json([{ day: '2026-03-09', id: 'A', calls: 1, seats: 1 }]));
    await one.tickAt('2026-03-11T06:00:00Z');
    expect(await latest()).toMatchObject({ status: 'FAILED', error: { code: 'NO_ROWS_IN_WINDOW' } });
    one.endpoint.respond(json([{ day: '2026-03-10', id: 'A', calls: 1, seats: 1 }]));
    await one.tickAt('2026-03-12T06:00:00Z');
    expect(await one.admin.customApi()).toMatchObject({ status: 'CONNECTED', lastSyncedDay: '2026-03-10' });
    one.takeWindows();
    one.recover();
    await one.tickAt('2026-03-13T06:00:00Z');
    expect(one.takeWindows()).toEqual(['2026-03-11/2026-03-12']);
    expect(await one.admin.customApi()).toMatchObject({ lastSyncedDay: '2026-03-12' });
  });

  test('a clock that was ahead for a while costs no day', async () => {
    const upTo = (last: string) =>
      one.endpoint.respond((request, response) => {
        const { from, to } = askedWindow(request);
        const days = daysOf({ from, to: to < last ? to : last });
        json(days.map((day) => ({ day, id: 'A', calls: 1, seats: 1 })))(request, response);
      });
    upTo('2026-03-10');
    await one.tickAt('2026-03-11T06:00:00Z');
    await one.tickAt('2026-03-15T06:00:00Z');
    expect(await latest()).toMatchObject({ to: '2026-03-14', status: 'SUCCEEDED_WITH_WARNING' });
    for (const [today, yesterday] of [
      ['12', '11'],
      ['13', '12'],
      ['14', '13'],
      ['15', '14'],
      ['16', '15'],
    ]) {
      upTo(`2026-03-${yesterday}`);
      await one.tickAt(`2026-03-${today}T06:30:00Z`);
    }
    const stored = (await storedDays(one.workspace.ctx)).map(({ day }) => day);
    expect(stored).toEqual(daysOf({ from: '2026-02-08', to: '2026-03-15' }));
    expect(await one.admin.customApi()).toMatchObject({ gaps: [], lastSyncedDay: '2026-03-15', status: 'CONNECTED' });
  });
});

describe('failures', () => {
  test('the third daily run in a row that fails puts the connection into error, with a red banner; one success mends it', async () => {
    one.endpoint.respond(status(404));
    const states = [];
    for (const day of ['11', '12', '13', '14']) {
      await one.tickAt(`2026-03-${day}T06:00:00Z`);
      const { status: state, banner } = await one.admin.customApi();
      states.push([state, banner?.level ?? null, banner?.code ?? null]);
    }
    expect(states).toEqual([
      ['CONNECTED', null, null],
      ['CONNECTED', 'YELLOW', 'STALE'],
      ['ERROR', 'RED', 'ENDPOINT_NOT_FOUND'],
      ['ERROR', 'RED', 'ENDPOINT_NOT_FOUND'],
    ]);
    expect((await one.admin.customApi()).banner.startedAt).toBe('2026-03-11T06:00:00.000Z');
    one.recover();
    await one.tickAt('2026-03-15T06:00:00Z');
    expect(await one.admin.customApi()).toMatchObject({
      status: 'CONNECTED',
      banner: null,
      lastSyncedDay: '2026-03-14',
      gaps: [],
    });
  });

  test('refused credentials put it into error at once', async () => {
    one.endpoint.respond(status(401));
    await one.tickAt('2026-03-11T06:00:00Z');
    expect(await one.admin.customApi()).toMatchObject({
      status: 'ERROR',
      banner: { level: 'RED', code: 'CREDENTIALS_REFUSED', hint: expect.stringContaining('token') },
    });
    expect(one.takeWindows()).toHaveLength(1);
  });

  test('a yellow banner when nothing was even tried', async () => {
    app.clock.set('2026-03-12T01:00:00Z');
    expect((await one.admin.customApi()).banner).toMatchObject({
      level: 'YELLOW',
      message: 'No synchronisation has succeeded for 37 hours.',
      hint: expect.stringContaining('worker'),
    });
  });
});

test('the history of runs is kept for 90 days', async () => {
  const [first] = await runs();
  await one.tickAt('2026-06-08T11:00:00Z');
  expect((await runs()).map((run: { id: string }) => run.id)).toContain(first.id);
  await one.tickAt('2026-06-08T12:01:00Z');
  expect((await runs()).map((run: { id: string }) => run.id)).not.toContain(first.id);
});
