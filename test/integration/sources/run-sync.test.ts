import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../../src/lib/day.ts';
import { MapperError, type MapperPool } from '../../../src/platform/mapper-pool/mapper-pool.ts';
import { createMapperPool } from '../../../src/platform/mapper-pool/process-pool.ts';
import { NOW, startTestApp, type TestApp, type TestWorkspace, YESTERDAY } from '../../kit/app.ts';
import {
  type Behaviour,
  cut,
  html,
  json,
  type MisbehavingEndpoint,
  redirect,
  silence,
  startMisbehavingEndpoint,
  status,
} from '../../kit/misbehaving-endpoint.ts';
import { aMappingInput, asAdmin, type SourcesClient, WINDOWED } from '../../kit/sources.ts';
import { storedDays } from '../../kit/usage-intake.ts';

let app: TestApp;
let endpoint: MisbehavingEndpoint;
let workspace: TestWorkspace;
let admin: SourcesClient;
let now = NOW;
let crashes = 0;

beforeAll(async () => {
  const pool = createMapperPool({ size: 1, maxOldSpaceMb: 256, maxJobsPerChild: 100 });
  const mappers: MapperPool = {
    ...pool,
    // A child that dies in the middle of its output, when asked for.
    run: async (task) => {
      if (crashes === 0) return pool.run(task);
      crashes--;
      await task.onData?.(0, new Uint8Array(11));
      throw new MapperError('OUT_OF_MEMORY', 'the mapper ran out of memory');
    },
  };
  app = await startTestApp({ clock: { now: () => now }, mappers });
  endpoint = await startMisbehavingEndpoint();
});
afterAll(async () => {
  await endpoint.close();
  await app.close();
});
beforeEach(async () => {
  now = NOW;
  workspace = await app.workspace();
  admin = asAdmin(workspace);
  endpoint.respond(json([]));
  await admin.connect({ url: `${endpoint.url}${WINDOWED}`, timeoutSeconds: 2 });
});
// Otherwise its daily runs would be due in the next test.
afterEach(() => admin.disconnect());

const row = (day: Day, changes: object = {}) => ({ day, id: 'A', calls: 1, seats: 2, ...changes });
const GOOD = json([row(YESTERDAY)]);

async function backfill(behaviour: Behaviour) {
  endpoint.respond(behaviour);
  const { syncRun, userErrors } = await admin.save(aMappingInput());
  expect(userErrors).toEqual([]);
  return ended(syncRun.id);
}
async function sync(behaviour: Behaviour) {
  endpoint.respond(behaviour);
  const { syncRun, userErrors } = await admin.syncNow();
  expect(userErrors).toEqual([]);
  return ended(syncRun.id);
}
/** The run once it has ended: time passes as long as it is to be tried again. */
async function ended(id: string) {
  for (;;) {
    await app.ports.queue.drain();
    const run = await admin.run(id);
    if (run.status !== 'RETRYING') return run;
    now = new Date(run.nextAttemptAt);
    app.ports.queue.tick('sources.sweep');
  }
}
const nextDay = (days = 1) => {
  now = new Date(now.getTime() + days * 86_400_000);
};

describe('failures', () => {
  /** What a failed run says, whether the connection then needs a person at once, and how often it was tried. */
  const cases: [string, Behaviour, string, RegExp, boolean, number?][] = [
    ['401', status(401), 'CREDENTIALS_REFUSED', /Check the token/, true],
    ['403', status(403), 'CREDENTIALS_REFUSED', /Check the token/, true],
    ['404', status(404), 'ENDPOINT_NOT_FOUND', /Check the address/, false],
    ['429', status(429), 'RATE_LIMITED', /smaller date range/, false, 4],
    ['500', status(500), 'ENDPOINT_UNAVAILABLE', /logs of the endpoint/, false, 4],
    ['timeout', silence(), 'TIMEOUT', /Raise timeoutSeconds/, false, 4],
    ['cut off', cut('[{"a":1},'), 'CONNECTION_FAILED', /firewall/, false, 4],
    ['redirect', redirect('https://example.com/new'), 'REDIRECTED', /Use https:\/\/example.com\/new/, false],
    ['HTML', html(), 'NOT_JSON', /login form/, false],
    ['other shape', json({ rows: [] }), 'ROWS_PATH_NOT_A_LIST', /rows/, true],
    ['null', json(null), 'ROWS_PATH_NO_DATA', /./, true],
    [
      'errors only',
      json([row('yesterday'), row('today', { calls: 'x' })]),
      'NO_ROWS_MAPPED',
      /Expected 2026-01-31/,
      true,
    ],
    ['no accounts', json([row(YESTERDAY, { id: null })]), 'NO_ROWS_MAPPED', /account_id_path/, true],
    ['all outside', json([row('2026-03-11'), row('2024-03-10')]), 'NO_ROWS_IN_WINDOW', /start_date/, true],
  ];
  test.each(cases)('%s', async (_what, behaviour, code, hint, needsPerson, tries = 1) => {
    expect(await backfill(GOOD)).toMatchObject({ status: 'SUCCEEDED', error: null });
    const before = await storedDays(workspace.ctx);
    const connected = await admin.customApi();
    nextDay();
    const run = await sync(behaviour);
    expect(run).toMatchObject({
      status: 'FAILED',
      error: { code, message: expect.any(String), hint: expect.stringMatching(hint) },
      rowsStored: 0,
      warning: null,
      attempt: tries,
    });
    expect(run.finishedAt).not.toBeNull();
    const { lastSyncAt, lastSyncedDay } = connected;
    expect(await admin.customApi()).toMatchObject({
      status: needsPerson ? 'ERROR' : 'CONNECTED',
      lastSyncAt,
      lastSyncedDay,
    });
    expect(await storedDays(workspace.ctx)).toEqual(before);
    // Once it works again, all is well, and the missed day is fetched.
    expect(await sync(json([row(addDays(YESTERDAY, 1))]))).toMatchObject({
      status: 'SUCCEEDED',
      from: addDays(YESTERDAY, 1),
    });
    expect(await admin.customApi()).toMatchObject({ status: 'CONNECTED', lastSyncedDay: addDays(YESTERDAY, 1) });
  });

  test('of the first history always need a person', async () => {
    expect(await backfill(status(500))).toMatchObject({ status: 'FAILED', error: { code: 'ENDPOINT_UNAVAILABLE' } });
    expect(await admin.customApi()).toMatchObject({ status: 'ERROR', lastSyncAt: null, lastSyncedDay: null });
    expect(await sync(GOOD)).toMatchObject({ status: 'SUCCEEDED', from: addDays(YESTERDAY, -29), to: YESTERDAY });
    expect((await admin.customApi()).status).toBe('CONNECTED');
  });

  test('of rows keep their counts and kinds', async () => {
    await backfill(GOOD);
    expect(await sync(json([row('x'), row('x'), row(YESTERDAY, { id: '' }), row('2020-01-01')]))).toMatchObject({
      status: 'FAILED',
      ...{ rowsFetched: 4, rowErrorCount: 2, rowsSkipped: 1, rowsOutsideWindow: 1 },
      rowProblems: [
        { message: 'date: not YYYY-MM-DD', count: 2, firstRowNumber: 1, value: '"x"' },
        { message: 'account_id missing or empty', count: 1, firstRowNumber: 3 },
      ],
      error: {
        message: expect.stringMatching(
          /^None of 4 rows can be stored: date: not YYYY-MM-DD \(2 rows\)\. Rows have the same/,
        ),
      },
    });
  });

  test('of the mapper, in the middle of its output', async () => {
    await backfill(GOOD);
    crashes = 1;
    expect(await sync(GOOD)).toMatchObject({
      status: 'FAILED',
      error: { code: 'ANSWER_TOO_COSTLY', message: /memory/ },
    });
    expect(await sync(GOOD)).toMatchObject({ status: 'SUCCEEDED' });
  });

  test('of our own are told as such, without their cause', async () => {
    await backfill(GOOD);
    const { sql } = app;
    await sql`ALTER TABLE usage_days ADD CONSTRAINT no_more CHECK (day < '2026-03-10') NOT VALID`;
    nextDay();
    const run = await sync(json([row(addDays(YESTERDAY, 1))]));
    await sql`ALTER TABLE usage_days DROP CONSTRAINT no_more`;
    expect(run).toMatchObject({ status: 'FAILED', error: { code: 'INTERNAL', hint: expect.stringContaining(run.id) } });
    expect(JSON.stringify(run.error)).not.toMatch(/constraint|no_more/);
    expect((await admin.customApi()).status).toBe('CONNECTED');
  });
});

describe('warnings', () => {
  test('zero rows: nothing moves, and the days are asked for again', async () => {
    await backfill(GOOD);
    nextDay();
    const empty = await sync(json([]));
    expect(empty).toMatchObject({
      ...{ status: 'SUCCEEDED_WITH_WARNING', warning: expect.stringMatching(/zero rows/), error: null },
      ...{ rowsFetched: 0, rowsStored: 0, progress: 1, from: addDays(YESTERDAY, 1), to: addDays(YESTERDAY, 1) },
    });
    expect(await admin.customApi()).toMatchObject({ status: 'CONNECTED', lastSyncedDay: YESTERDAY });
    expect(await storedDays(workspace.ctx)).toHaveLength(1);
    nextDay();
    expect(await sync(json([row(addDays(YESTERDAY, 2))]))).toMatchObject({
      status: 'SUCCEEDED',
      ...{ from: addDays(YESTERDAY, 1), to: addDays(YESTERDAY, 2) },
    });
  });

  test('an empty first history leaves no synchronised day', async () => {
    expect(await backfill(json([]))).toMatchObject({ status: 'SUCCEEDED_WITH_WARNING' });
    expect(await admin.customApi()).toMatchObject({ status: 'CONNECTED', lastSyncedDay: null });
    expect(await sync(GOOD)).toMatchObject({ from: addDays(YESTERDAY, -29), to: YESTERDAY });
  });

  test('some rows are left out: the others are stored', async () => {
    const run = await backfill(json([row(YESTERDAY), row('x'), row(YESTERDAY, { id: null }), row('2020-01-01')]));
    expect(run).toMatchObject({
      status: 'SUCCEEDED_WITH_WARNING',
      ...{
        rowsFetched: 4,
        rowsStored: 1,
        rowErrorCount: 1,
        rowsSkipped: 1,
        rowsOutsideWindow: 1,
        unmatchedAccountCount: 1,
      },
      warning:
        '1 of 4 rows have errors (most often: date: not YYYY-MM-DD); 1 of 4 rows name no account; 1 of 4 rows are outside the window: they were left out.',
    });
    expect((await admin.customApi()).lastSyncedDay).toBe(YESTERDAY);
  });
});
