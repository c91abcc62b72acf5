import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { YESTERDAY } from '../../kit/app.ts';
import { answer, json } from '../../kit/misbehaving-endpoint.ts';
import { aRepeatedWorkspace, type Repeated, startWatchedApp, type WatchedApp } from '../../kit/repeated-answers.ts';
import { aMappingInput, askedWindow } from '../../kit/sources.ts';
import { storedDays, tuplesOf } from '../../kit/usage-intake.ts';

let watched: WatchedApp;
let one: Repeated;
beforeAll(async () => {
  watched = await startWatchedApp();
});
afterAll(() => watched.close());
beforeEach(async () => {
  one = await aRepeatedWorkspace(watched.app, USAGE);
});
afterEach(() => one.close());

const row = (changes: object = {}) => ({ day: YESTERDAY, id: 'A', calls: 1, seats: 2, ...changes });
const USAGE = json([row(), row({ id: 'B', calls: 5 }), row({ id: 'C', calls: 'many' }), row({ id: null })]);
const callsOf = async (id: string) => (await storedDays(one.workspace.ctx)).find((stored) => stored.id === id)?.vals[0];

/** Yesterday once in the ordinary way; what follows may be compared with it. */
async function synced() {
  const run = await one.sync();
  watched.takeJobs();
  return run;
}

describe('the same answer for the same days', () => {
  test('is told apart by its bytes alone, and nothing is mapped or written', async () => {
    const first = await synced();
    const before = await tuplesOf(one.workspace.ctx);
    const { lastSyncedDay } = await one.admin.customApi();
    one.endpoint.requests.length = 0;
    watched.app.clock.advance(60_000);
    const again = await one.sync();
    expect(watched.takeJobs()).toEqual(['compare']);
    expect(one.endpoint.requests).toHaveLength(1);
    expect(await tuplesOf(one.workspace.ctx)).toEqual(before);
    const { id, createdAt, startedAt, finishedAt, durationMs, ...same } = first;
    expect(same).toMatchObject({ status: 'SUCCEEDED_WITH_WARNING', unchanged: false, rowsStored: 2, rowErrorCount: 1 });
    expect(again).toMatchObject({ ...same, unchanged: true });
    expect(await one.admin.customApi()).toMatchObject({
      status: 'CONNECTED',
      lastSyncAt: watched.app.clock.now().toISOString(),
      lastSyncedDay,
    });
    expect(await one.sync()).toMatchObject({ unchanged: true });
  });

  test('counts who has no account as of now', async () => {
    expect(await synced()).toMatchObject({ unmatchedAccountCount: 2 });
    const upsert = `mutation ($input: UpsertAccountsInput!) { upsertAccounts(input: $input) { userErrors { code } } }`;
    await one.workspace.as('ADMIN').ask(upsert, { input: { accounts: [{ externalCrmId: 'A', name: 'A' }] } });
    expect(await one.sync()).toMatchObject({ unchanged: true, unmatchedAccountCount: 1 });
  });

  test('counts for days of the past those alone that have usage on them', async () => {
    const rows = [row({ day: '2026-02-10', id: 'B' }), row({ day: '2026-02-22' }), row(), row({ id: 'B' })];
    one.endpoint.respond((request, response) => {
      const { from, to } = askedWindow(request);
      json(rows.filter(({ day }) => day >= from && day <= to))(request, response);
    });
    const range = async (from: string, to: string) => one.ended(await one.admin.backfillRange(from, to));
    await range('2026-02-05', '2026-02-15');
    await range('2026-03-01', YESTERDAY);
    expect(await range('2026-02-20', '2026-02-25')).toMatchObject({ unchanged: false, unmatchedAccountCount: 1 });
    expect(await range('2026-02-20', '2026-02-25')).toMatchObject({ unchanged: true, unmatchedAccountCount: 1 });
  });

  test('is judged as it would be if it were mapped again', async () => {
    // A first history is accepted whatever it looks like, for there is nothing to compare it with.
    const faulty = json([row(), row({ id: 'B', calls: 'x' }), row({ id: 'C', calls: 'x' })]);
    one.endpoint.respond(faulty);
    expect(await one.ended(await one.admin.save(aMappingInput(), 1))).toMatchObject({
      rowsStored: 1,
      rowErrorCount: 2,
    });
    watched.takeJobs();
    const run = await one.sync();
    expect(watched.takeJobs()).toEqual(['compare']);
    expect(run).toMatchObject({
      status: 'FAILED',
      error: { code: 'SHAPE_CHANGED' },
      rowErrorCount: 2,
      unchanged: false,
    });
    expect(run.error.message).toMatch(/^2 of 3 rows have errors/);
  });

  test('is read again when it comes in pages', async () => {
    await one.admin.disconnect();
    const paged = await aRepeatedWorkspace(watched.app, USAGE, { paging: { linkHeader: true } });
    await paged.sync();
    watched.takeJobs();
    expect(await paged.sync()).toMatchObject({ unchanged: false, rowsStored: 2 });
    expect(watched.takeJobs()).toEqual(['extract']);
    await paged.close();
  });
});

describe('another answer for the same days', () => {
  /** More than two blocks of a mebibyte; what pads them belongs to no metric. */
  const large = (first: number, last: number) => {
    const rows = [
      row({ calls: first }),
      ...Array.from({ length: 2_500 }, (_, n) => row({ id: `N${n}`, pad })),
      row({ id: 'Z', calls: last }),
    ];
    return answer(200, { 'content-type': 'application/json' }, JSON.stringify(rows));
  };
  const pad = 'x'.repeat(1_000);

  test.each([
    ['first', large(2, 1), ['A', 2]],
    ['last', large(1, 2), ['Z', 2]],
  ] as const)('is stored when one byte of its %s block differs', async (_, changed, [id, calls]) => {
    one.endpoint.respond(large(1, 1));
    await synced();
    one.endpoint.respond(changed);
    expect(await one.sync()).toMatchObject({ status: 'SUCCEEDED', unchanged: false, rowsStored: 2_502 });
    expect(watched.takeJobs()).toEqual(['compare', 'extract']);
    expect(await callsOf(id)).toBe(calls);
    expect(await one.sync()).toMatchObject({ unchanged: true, rowsStored: 2_502 });
    expect(watched.takeJobs()).toEqual(['compare']);
  });

  test('is stored when it is longer, or has nothing', async () => {
    await synced();
    one.endpoint.respond(json([row({ calls: 7 })]));
    expect(await one.sync()).toMatchObject({ rowsStored: 1, unchanged: false });
    expect(await callsOf('A')).toBe(7);
    one.endpoint.respond(json([]));
    expect(await one.sync()).toMatchObject({ rowsFetched: 0, unchanged: false, status: 'SUCCEEDED_WITH_WARNING' });
    expect(await one.sync()).toMatchObject({ rowsFetched: 0, unchanged: true, status: 'SUCCEEDED_WITH_WARNING' });
    expect(watched.takeJobs()).toEqual(['compare', 'extract', 'compare', 'extract', 'compare']);
  });
});

describe('the last answer is not compared with', () => {
  test('once other days were stored, which may be the same ones', async () => {
    await synced();
    one.endpoint.respond(json([row({ calls: 100 })]));
    await one.ended(await one.admin.backfillRange('2026-03-05', YESTERDAY));
    expect(await callsOf('A')).toBe(100);
    one.endpoint.respond(USAGE);
    expect(await one.sync()).toMatchObject({ unchanged: false, rowsStored: 2 });
    expect(watched.takeJobs()).toEqual(['extract', 'extract']);
    expect(await callsOf('A')).toBe(1);
  });

  test('but a range asked for twice is, in one part alone', async () => {
    one.endpoint.respond((request, response) => json([row({ day: askedWindow(request).to })])(request, response));
    const range = async (from: string) => one.ended(await one.admin.backfillRange(from, YESTERDAY));
    await range('2026-03-05');
    expect(await range('2026-03-05')).toMatchObject({ unchanged: true, kind: 'BACKFILL_RANGE', from: '2026-03-05' });
    watched.takeJobs();
    await range('2026-01-10');
    // The last of two windows is what was stored last, and the first one is asked for first.
    expect(await range('2026-01-10')).toMatchObject({ unchanged: false });
    expect(watched.takeJobs()).toEqual(['extract', 'extract', 'extract', 'extract']);
  });

  test('once a worker of an older version stored something, and left it there', async () => {
    await synced();
    await watched.app.sql`UPDATE custom_apis SET last_sync_at = last_sync_at + interval '1 second'`;
    expect(await one.sync()).toMatchObject({ unchanged: false, rowsStored: 2 });
    expect(watched.takeJobs()).toEqual(['extract']);
  });

  test.each([
    ['the mapping was saved again', async () => void (await one.ended(await one.admin.save(aMappingInput(), 1)))],
    ['the endpoint was connected again', async () => void (await one.admin.reconnect())],
  ])('once %s', async (_, change) => {
    await synced();
    await change();
    await watched.app.ports.queue.drain();
    const [kept] = await watched.app.sql`
      SELECT last_answer ->> 'configVersion' AS "of", config_version::text AS now FROM custom_apis c
      JOIN workspaces w USING (workspace_id) WHERE w.id = ${one.workspace.id}`;
    expect([null, kept?.now]).toContain(kept?.of);
    expect(watched.takeJobs().filter((job) => job !== 'probe')).toEqual(['extract']);
  });
});
