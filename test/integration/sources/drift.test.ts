import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOW, startTestApp, type TestApp, YESTERDAY } from '../../kit/app.ts';
import { aDailyWorkspace, type DailyWorkspace } from '../../kit/daily.ts';
import { json } from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput } from '../../kit/sources.ts';
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

const rows = (count: number, make: (n: number) => object) =>
  json(Array.from({ length: count }, (_, n) => ({ day: '2026-03-10', id: `A-${n}`, ...make(n) })));

async function daily() {
  await one.tickAt('2026-03-11T06:00:00Z');
  const [run] = (await one.admin.customApi()).syncRuns.nodes;
  return run;
}

test.each([
  [
    'a metric was renamed',
    rows(10, () => ({ call_count: 1, seats: 2 })),
    'SHAPE_CHANGED',
    /^Metric calls has no value in any of 10 rows; it had one in 30 of 30 before\. Fields of the rows since the last good run \(run_\w+, up to 2026-03-09\): gone: calls; new: call_count\.$/,
  ],
  [
    'a metric is null everywhere',
    rows(10, () => ({ calls: null, seats: 2 })),
    'SHAPE_CHANGED',
    /Metric calls has no value in any of 10 rows/,
  ],
  [
    'most rows are in error',
    rows(10, (n) => (n < 6 ? { calls: 'many', seats: 2 } : { calls: 1, seats: 2 })),
    'SHAPE_CHANGED',
    /^6 of 10 rows have errors \(most often: metric calls: not numeric\)\. Rows have the same fields/,
  ],
  [
    'the rows path is gone',
    json(null),
    'ROWS_PATH_NO_DATA',
    /rows_path returned no data\. In the last good run \(run_\w+, up to 2026-03-09\) it gave 30 rows/,
  ],
  [
    'the rows moved',
    json({ data: { rows: [{ day: '2026-03-10', id: 'A', calls: 1, seats: 2 }] } }),
    'ROWS_PATH_NOT_A_LIST',
    /In the last good run .* it gave 30 rows/,
  ],
  [
    'the date is written otherwise',
    rows(10, () => ({ day: '10.03.2026', calls: 1, seats: 2 })),
    'NO_ROWS_MAPPED',
    /None of 10 rows can be stored: date: not YYYY-MM-DD/,
  ],
])('%s: nothing is stored, and the run says what changed', async (_, behaviour, code, message) => {
  const before = await storedDays(one.workspace.ctx);
  one.endpoint.respond(behaviour);
  expect(await daily()).toMatchObject({
    status: 'FAILED',
    ...{
      attempt: 1,
      rowsStored: 0,
      error: { code, message: expect.stringMatching(message), hint: expect.any(String) },
    },
  });
  expect(await storedDays(one.workspace.ctx)).toEqual(before);
  expect((await one.admin.customApi()).lastSyncedDay).toBe(YESTERDAY);
});

test('once the endpoint is mended, all is well and the day is there', async () => {
  one.endpoint.respond(rows(10, () => ({ seats: 2 })));
  expect(await daily()).toMatchObject({ status: 'FAILED', error: { code: 'SHAPE_CHANGED' } });
  one.recover();
  await one.tickAt('2026-03-12T06:00:00Z');
  expect(await one.admin.customApi()).toMatchObject({
    status: 'CONNECTED',
    lastSyncedDay: '2026-03-11',
    gaps: [],
    banner: null,
  });
});

test('saving the mapping again accepts a change on purpose', async () => {
  one.endpoint.respond(rows(10, () => ({ seats: 2 })));
  expect(await daily()).toMatchObject({ status: 'FAILED', error: { code: 'SHAPE_CHANGED' } });
  const { syncRun } = await one.admin.save(aMappingInput(), 1);
  await app.ports.queue.drain();
  expect(await one.admin.run(syncRun.id)).toMatchObject({ status: 'SUCCEEDED', rowsStored: 10 });
});

test('half of the rows in error, and a rare metric that is missing by chance, are no change of shape', async () => {
  one.endpoint.respond(rows(10, (n) => (n < 5 ? { calls: 'many', seats: 2 } : { calls: 1, seats: 2 })));
  expect(await daily()).toMatchObject({ status: 'SUCCEEDED_WITH_WARNING', rowErrorCount: 5, rowsStored: 5 });
});
