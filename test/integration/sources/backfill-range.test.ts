import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { watchSyncRuns } from '../../../src/features/sources/index.ts';
import { addDays, daysOf } from '../../../src/lib/day.ts';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { aDailyWorkspace, type DailyWorkspace } from '../../kit/daily.ts';
import { createGate } from '../../kit/gate.ts';
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
  one = await aDailyWorkspace(app, 1);
});
afterEach(() => one.close());

const rowsOf = (request: Parameters<typeof askedWindow>[0]) =>
  daysOf(askedWindow(request)).map((day) => ({ day, id: 'A', calls: 1, seats: 2 }));

test('400 days are fetched 30 at a time, the oldest first, and progress goes up over all of them', async () => {
  const from = addDays(YESTERDAY, -399);
  // Ids sort by time, and time stands still: those who watch take an older id for old news.
  app.clock.advance(1_000);
  const watched = await watchSyncRuns(one.workspace.ctx);
  const { syncRun } = await one.admin.backfillRange(from, YESTERDAY);
  const progress: number[] = [];
  for await (const run of watched) {
    if (run.id !== syncRun.id) continue;
    progress.push(run.progress);
    if (run.finishedAt) break;
  }
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  const windows = one.takeWindows();
  expect(windows).toHaveLength(14);
  expect(windows[0]).toBe(`${from}/${addDays(from, 29)}`);
  expect(windows.at(-1)).toBe(`${addDays(from, 390)}/${YESTERDAY}`);
  expect(await one.admin.run(syncRun.id)).toMatchObject({
    ...{ kind: 'BACKFILL_RANGE', status: 'SUCCEEDED', rowsFetched: 400, rowsStored: 400, progress: 1 },
    ...{ storedThroughDay: YESTERDAY, attempt: 1, warning: null },
  });
  expect(await storedDays(one.workspace.ctx)).toHaveLength(400);
});

test('after a crash it goes on at the window where it stopped', async () => {
  const gate = createGate();
  one.endpoint.respond(gate.behaviour);
  const { syncRun } = await one.admin.backfillRange('2025-12-01', '2026-02-28');
  const first = await gate.arrived();
  first.release(rowsOf(first.request));
  const second = await gate.arrived();
  expect(await one.admin.run(syncRun.id)).toMatchObject({
    status: 'FETCHING',
    storedThroughDay: '2025-12-30',
    rowsStored: 30,
  });
  // The worker is gone; another takes the run up and is given other data than the first one's late answer.
  app.clock.advance(31_000);
  app.ports.queue.tick('sources.sweep');
  const again = await gate.arrived();
  expect(askedWindow(again.request)).toEqual({ from: '2025-12-31', to: '2026-01-29' });
  again.release(rowsOf(again.request));
  second.release(rowsOf(second.request).map((row) => ({ ...row, calls: 999 })));
  const third = await gate.arrived();
  third.release(rowsOf(third.request));
  await app.ports.queue.drain();
  expect(await one.admin.run(syncRun.id)).toMatchObject({
    status: 'SUCCEEDED',
    attempt: 2,
    rowsFetched: 90,
    rowsStored: 90,
  });
  const stored = await storedDays(one.workspace.ctx);
  expect(stored.filter(({ vals }) => vals[0] !== 1)).toEqual([]);
  expect(stored).toHaveLength(91);
});

test('a window that fails is tried again by itself; what was stored before it stays', async () => {
  let calls = 0;
  one.endpoint.respond((request, response) => {
    calls++;
    if (calls === 2) return status(503)(request, response);
    return json(calls > 3 ? { gone: true } : rowsOf(request))(request, response);
  });
  const { syncRun } = await one.admin.backfillRange('2025-12-01', '2026-02-28');
  await app.ports.queue.drain();
  const waiting = await one.admin.run(syncRun.id);
  expect(waiting).toMatchObject({
    status: 'RETRYING',
    storedThroughDay: '2025-12-30',
    rowsFetched: 30,
    progress: expect.closeTo(1 / 3),
  });
  await one.tickAt(waiting.nextAttemptAt);
  expect(await one.admin.run(syncRun.id)).toMatchObject({
    status: 'FAILED',
    storedThroughDay: '2026-01-29',
    rowsStored: 60,
    error: { code: 'ROWS_PATH_NOT_A_LIST' },
  });
  expect(await storedDays(one.workspace.ctx)).toHaveLength(61);
});

test('windows without rows are named, and stay gaps', async () => {
  one.endpoint.respond((request, response) =>
    json(askedWindow(request).from === '2025-12-31' ? [] : rowsOf(request))(request, response),
  );
  const { syncRun } = await one.admin.backfillRange('2025-12-01', '2026-02-28');
  await app.ports.queue.drain();
  expect(await one.admin.run(syncRun.id)).toMatchObject({
    status: 'SUCCEEDED_WITH_WARNING',
    warning: 'No rows came for 2025-12-31 to 2026-01-29: these days stay gaps.',
  });
  expect((await one.admin.customApi()).gaps).toEqual([
    { from: '2026-03-01', to: '2026-03-02' },
    { from: '2025-12-31', to: '2026-01-29' },
  ]);
});

test('old figures change neither what is current nor what the next answers are compared with', async () => {
  one.endpoint.respond(json([{ day: '2025-01-01', id: 'OLD', seats: 7 }]));
  await one.admin.backfillRange('2025-01-01', '2025-01-01');
  await app.ports.queue.drain();
  expect(await one.admin.customApi()).toMatchObject({ lastSyncedDay: YESTERDAY, status: 'CONNECTED', banner: null });
  one.recover();
  await one.tickAt('2026-03-11T06:00:00Z');
  expect((await one.admin.customApi()).syncRuns.nodes[0]).toMatchObject({
    kind: 'DAILY',
    status: 'SUCCEEDED',
    warning: null,
  });
});

describe('is refused', () => {
  test.each([
    ['2026-03-09', '2026-03-10', 'to', /2026-03-09 \(yesterday\) at the latest/],
    ['2026-03-09', '2026-03-08', 'from', /is after to/],
    ['2025-02-02', '2026-03-09', 'from', /401 days; at most 400/],
    ['1899-12-31', '1900-01-01', 'from', /1900-01-01 or later/],
  ])('for %s to %s', async (from, to, field, message) => {
    expect(await one.admin.backfillRange(from, to)).toEqual({
      syncRun: null,
      userErrors: [{ code: 'INVALID_INPUT', message: expect.stringMatching(message), field: ['input', field] }],
    });
  });

  test('while a run is under way, and without a mapping', async () => {
    const gate = createGate();
    one.endpoint.respond(gate.behaviour);
    const { syncRun } = await one.admin.syncNow();
    const held = await gate.arrived();
    expect((await one.admin.backfillRange('2026-03-01', '2026-03-01')).userErrors).toMatchObject([
      { code: 'RUN_IN_PROGRESS', message: expect.stringContaining(syncRun.id) },
    ]);
    held.release([]);
    await app.ports.queue.drain();
    await one.admin.disconnect();
    expect((await one.admin.backfillRange('2026-03-01', '2026-03-01')).userErrors).toMatchObject([
      { code: 'NOT_CONNECTED' },
    ]);
  });
});
