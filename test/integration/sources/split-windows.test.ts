import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, daysOf, windowLength } from '../../../src/lib/day.ts';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { aDailyWorkspace, type DailyWorkspace } from '../../kit/daily.ts';
import { createGate } from '../../kit/gate.ts';
import { type Behaviour, html, json, raw, silence, status } from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, askedWindow } from '../../kit/sources.ts';
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

const FIRST = addDays(YESTERDAY, -29);
const rowsOf = (request: Parameters<typeof askedWindow>[0]) =>
  daysOf(askedWindow(request)).map((day) => ({ day, id: 'A', calls: 1, seats: 2 }));
const honest: Behaviour = (request, response) => json(rowsOf(request))(request, response);

/** Answers for at most so many days, and for more of them like this. */
const upTo =
  (days: number, otherwise: Behaviour): Behaviour =>
  (request, response) =>
    (windowLength(askedWindow(request)) > days ? otherwise : honest)(request, response);

/** More than any answer may have, as its head says. */
const HUGE = raw('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5000000000\r\n\r\n[');

async function backfill(behaviour: Behaviour, days = 30) {
  one.endpoint.respond(behaviour);
  const { syncRun, userErrors } = await one.admin.save(aMappingInput(), days);
  expect(userErrors).toEqual([]);
  await app.ports.queue.drain();
  return one.admin.run(syncRun.id);
}
const lengths = () =>
  one.takeWindows().map((window) => {
    const [from = '', to = ''] = window.split('/');
    return windowLength({ from, to });
  });
const windowDays = async (id: string) => {
  const [run] = await app.sql<{ days: number }[]>`SELECT window_days AS days FROM sync_runs WHERE id = ${id}`;
  return run?.days;
};

describe('an answer that is too large for 30 days', () => {
  test.each([
    ['413', status(413)],
    ['a length beyond the limit', HUGE],
  ])('(%s) is fetched in parts, in one run, each day once', async (_what, tooLarge) => {
    const run = await backfill(upTo(7, tooLarge));
    expect(lengths()).toEqual([30, 15, 8, ...[4, 4, 4, 4, 4, 4, 4, 2]]);
    expect(run).toMatchObject({
      ...{ kind: 'BACKFILL', status: 'SUCCEEDED', attempt: 1, error: null, warning: null, httpStatus: 200 },
      ...{ from: FIRST, to: YESTERDAY, storedThroughDay: YESTERDAY, progress: 1, rowsFetched: 30, rowsStored: 30 },
    });
    expect(await windowDays(run.id)).toBe(4);
    const stored = await storedDays(one.workspace.ctx);
    expect(stored.map(({ day }) => day)).toEqual(daysOf({ from: FIRST, to: YESTERDAY }));
    expect(new Set(stored.map(({ vals }) => vals.join()))).toEqual(new Set(['1,2']));
    expect((await one.admin.customApi()).gaps).toEqual([]);
    // The next run tries a long window again.
    await backfill(honest);
    expect(lengths()).toEqual([30]);
  });

  test('because of its many pages, too', async () => {
    const url = `${one.endpoint.url}/usage?from={start_date}&to={end_date}&page={page}`;
    await one.admin.reconnect({ url, paging: { page: {} }, maxPages: 5 });
    await app.ports.queue.drain();
    one.takeWindows();
    // A page for each day.
    const run = await backfill((request, response) => {
      const page = Number(new URL(request.path, one.endpoint.url).searchParams.get('page'));
      json(rowsOf(request).slice(page - 1, page))(request, response);
    }, 10);
    expect(run).toMatchObject({ status: 'SUCCEEDED', rowsFetched: 10, rowsStored: 10 });
    // 10 and 5 days have more than 5 pages, the one without rows counted; 3 days have 4, and the last day 2.
    const windows = one.takeWindows();
    const calls = [...new Set(windows)].map((window) => [window, windows.filter((other) => other === window).length]);
    expect(calls).toEqual([
      ['2026-02-28/2026-03-09', 5],
      ['2026-02-28/2026-03-04', 5],
      ['2026-02-28/2026-03-02', 4],
      ['2026-03-03/2026-03-05', 4],
      ['2026-03-06/2026-03-08', 4],
      ['2026-03-09/2026-03-09', 2],
    ]);
  });

  test('though only one of its days is: nothing is asked for twice that was stored', async () => {
    const busy = addDays(FIRST, 12);
    const run = await backfill((request, response) => {
      const { from, to } = askedWindow(request);
      (from <= busy && busy <= to && from !== to ? status(413) : honest)(request, response);
    });
    expect(run).toMatchObject({ status: 'SUCCEEDED', rowsStored: 30 });
    // 30, 15 and then 8 days; of the next eight the busy one is the fifth.
    expect(lengths()).toEqual([30, 15, 8, 8, 4, 4, 2, ...Array.from({ length: 18 }, () => 1)]);
    expect(await storedDays(one.workspace.ctx)).toHaveLength(30);
  });

  test.each<[string, Behaviour, object, number | null]>([
    ['413', status(413), { code: 'REQUEST_REJECTED', message: expect.stringContaining('413') }, 413],
    ['a length', HUGE, { code: 'RESPONSE_TOO_LARGE', hint: expect.stringContaining('aggregate') }, 200],
  ])('and for a single day as well (%s) fails', async (_what, tooLarge, error, httpStatus) => {
    const run = await backfill(tooLarge);
    expect(lengths()).toEqual([30, 15, 8, 4, 2, 1]);
    expect(run).toMatchObject({ status: 'FAILED', rowsFetched: 0, rowsStored: 0, storedThroughDay: null, error });
    expect(run.httpStatus).toBe(httpStatus);
    // Of before there is one day.
    expect(await storedDays(one.workspace.ctx)).toHaveLength(1);
  });

  test('after a crash goes on with the smaller windows, where it stopped', async () => {
    const gate = createGate();
    const small = upTo(7, status(413));
    let answered = 0;
    one.endpoint.respond((request, response) => {
      const isLong = windowLength(askedWindow(request)) > 7;
      (isLong || answered++ === 0 ? small : gate.behaviour)(request, response);
    });
    const { syncRun } = await one.admin.save(aMappingInput(), 30);
    const second = await gate.arrived();
    expect(lengths()).toEqual([30, 15, 8, 4, 4]);
    const done = addDays(FIRST, 3);
    expect(await one.admin.run(syncRun.id)).toMatchObject({
      status: 'FETCHING',
      storedThroughDay: done,
      rowsStored: 4,
    });
    // The worker is gone; another takes the run up, and the first one's answer comes late.
    app.clock.advance(31_000);
    app.ports.queue.tick('sources.sweep');
    const again = await gate.arrived();
    expect(again.request.path).toBe(second.request.path);
    one.endpoint.respond(small);
    again.release(rowsOf(again.request));
    second.release(rowsOf(second.request).map((row) => ({ ...row, calls: 999 })));
    await app.ports.queue.drain();
    expect(lengths()).toEqual([4, ...[4, 4, 4, 4, 4, 2]]);
    expect(await one.admin.run(syncRun.id)).toMatchObject({ status: 'SUCCEEDED', attempt: 2, rowsStored: 30 });
    const stored = await storedDays(one.workspace.ctx);
    expect(stored.map(({ vals }) => vals[0])).toEqual(Array.from({ length: 30 }, () => 1));
  });
});

describe('an endpoint that ran out of time', () => {
  test.each<[string, Behaviour, number, number[]]>([
    ['a timeout', silence(), 30, [30, 15, 8, 4]],
    ['a timeout', silence(), 7, [7, 4, 2, 1]],
    ['504', status(504), 30, [30, 15, 8, 4]],
    ['504', status(504), 3, [3, 2, 1, 1]],
    ['503', status(503), 30, [30, 30, 30, 30]],
    ['429', status(429), 7, [7, 7, 7, 7]],
  ])('(%s) is asked for what it may manage at each further try (%#)', async (_what, behaviour, days, asked) => {
    let run = await backfill(behaviour, days);
    expect(lengths()).toEqual(asked.slice(0, 1));
    for (let tries = 1; run.status === 'RETRYING'; tries++) {
      await one.tickAt(run.nextAttemptAt);
      expect(lengths()).toEqual(asked.slice(tries, tries + 1));
      run = await one.admin.run(run.id);
    }
    expect(run).toMatchObject({ status: 'FAILED', attempt: 4, rowsStored: 0 });
  });

  test('and then manages half', async () => {
    const waiting = await backfill(upTo(15, status(504)));
    await one.tickAt(waiting.nextAttemptAt);
    expect(lengths()).toEqual([30, 15, 15]);
    expect(await one.admin.run(waiting.id)).toMatchObject({ status: 'SUCCEEDED', rowsStored: 30 });
  });
});

test.each<[string, Behaviour, string]>([
  ['400', status(400), 'REQUEST_REJECTED'],
  ['401', status(401), 'CREDENTIALS_REFUSED'],
  ['404', status(404), 'ENDPOINT_NOT_FOUND'],
  ['414', status(414), 'REQUEST_REJECTED'],
  ['HTML', html(), 'NOT_JSON'],
  ['no rows there', json({}), 'ROWS_PATH_NOT_A_LIST'],
])('%s is no reason to ask for less', async (_what, behaviour, code) => {
  expect(await backfill(behaviour)).toMatchObject({ status: 'FAILED', error: { code } });
  expect(lengths()).toEqual([30]);
});
