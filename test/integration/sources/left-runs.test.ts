import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { handOutLeftRuns, syncRunJob } from '../../../src/features/sources/index.ts';
import { NOW, startTestApp, type TestApp } from '../../kit/app.ts';
import { aDailyWorkspace, type DailyWorkspace } from '../../kit/daily.ts';
import { createGate, type Gate } from '../../kit/gate.ts';
import { status } from '../../kit/misbehaving-endpoint.ts';

const ROWS: never[] = [];

let app: TestApp;
let one: DailyWorkspace;
let gate: Gate;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(NOW);
  one = await aDailyWorkspace(app);
  gate = createGate();
});
afterEach(async () => {
  await one.close();
  await app.sql`DELETE FROM sync_runs`;
});

/** What a look hands out, without anybody taking it. */
async function looked(): Promise<string[]> {
  const handedOut: string[] = [];
  const enqueue = async (job: { readonly name: string }, payload: unknown) => {
    expect(job.name).toBe(syncRunJob.name);
    handedOut.push((payload as { run: string }).run);
  };
  await handOutLeftRuns({ ...app.ports, queue: { ...app.ports.queue, enqueue } });
  return handedOut;
}

test('a look takes a lapsed lease for a worker that is gone, and no other', async () => {
  one.endpoint.respond(gate.behaviour);
  const { syncRun } = await one.admin.syncNow();
  const held = await gate.arrived();
  app.clock.advance(24_999);
  expect(await looked()).toEqual([]);
  app.clock.advance(2);
  expect(await looked()).toEqual([syncRun.id]);
  held.release(ROWS);
  await app.ports.queue.drain();
  expect(await looked(), 'once it has ended').toEqual([]);
});

test('a look finds another try the moment it is due', async () => {
  one.endpoint.respond(status(503));
  const { syncRun } = await one.admin.syncNow();
  await app.ports.queue.drain();
  const { nextAttemptAt } = await one.admin.run(syncRun.id);
  app.clock.set(new Date(Date.parse(nextAttemptAt) - 1));
  expect(await looked()).toEqual([]);
  app.clock.set(nextAttemptAt);
  expect(await looked()).toEqual([syncRun.id]);
  one.recover();
  await handOutLeftRuns(app.ports);
  await app.ports.queue.drain();
  expect(await one.admin.run(syncRun.id)).toMatchObject({ status: 'SUCCEEDED', attempt: 2 });
});

test('a look leaves what was never begun to its own job and to the sweep, but finds what was handed back', async () => {
  one.endpoint.respond(gate.behaviour);
  const { syncRun } = await one.admin.syncNow();
  const held = await gate.arrived();
  const queued = (startedAt: Date | null) => app.sql`
    UPDATE sync_runs SET status = 'QUEUED', lease_token = NULL, lease_expires_at = NULL, started_at = ${startedAt}
    WHERE id = ${syncRun.id}`;
  await queued(null);
  app.clock.advance(3_600_000);
  expect(await looked()).toEqual([]);
  await queued(NOW);
  expect(await looked()).toEqual([syncRun.id]);
  held.release(ROWS);
  await app.ports.queue.drain();
});

test('of many, a look hands out twenty: those of workers that are gone before those that are to be tried again', async () => {
  const [{ first } = { first: 0 }] = await app.sql<{ first: number }[]>`
    SELECT coalesce(max(workspace_id), 0)::int + 1 AS first FROM workspaces`;
  const earlier = new Date(NOW.getTime() - 60_000);
  await app.sql`
    INSERT INTO workspaces (workspace_id, id, name, created_at) OVERRIDING SYSTEM VALUE
    SELECT n, 'ws_left_' || n, 'left', ${NOW} FROM generate_series(${first}::int, ${first}::int + 29) n`;
  // Tried again: the first 25 by age. Lost: the last five, which are younger.
  await app.sql`
    INSERT INTO sync_runs (workspace_id, id, kind, status, host, from_day, to_day, config_version, progress, rows_fetched,
      rows_stored, rows_skipped, rows_outside_window, row_error_count, unmatched_account_count, row_problems, attempt,
      next_attempt_at, lease_token, lease_expires_at, created_at, started_at)
    SELECT n, 'run_' || to_char(n - ${first}::int, 'FM00'), 'DAILY', CASE WHEN lost THEN 'FETCHING' ELSE 'RETRYING' END,
      'host-' || (100 - n + ${first}::int), '2026-03-09', '2026-03-09', 1, 0, 0, 0, 0, 0, 0, 0, '[]', 1,
      CASE WHEN NOT lost THEN ${earlier}::timestamptz END, CASE WHEN lost THEN 'gone' END,
      CASE WHEN lost THEN ${earlier}::timestamptz END, ${earlier}, ${earlier}
    FROM generate_series(${first}::int, ${first}::int + 29) n, LATERAL (SELECT n - ${first}::int >= 25 AS lost) which`;
  const run = (number: number) => `run_${String(number).padStart(2, '0')}`;
  const lost = [25, 26, 27, 28, 29].map(run);
  expect(await looked()).toEqual([...lost, ...Array.from({ length: 15 }, (_, index) => run(index))]);
});
