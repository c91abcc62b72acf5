import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { readFigures } from '../../../src/features/sources/index.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { type ConnectedWorkspace, connectWorkspace } from '../../kit/connected-workspace.ts';
import { status } from '../../kit/misbehaving-endpoint.ts';

const TOKEN = 'a token of the operator, 32 or more';
const HOUR = 3_600_000;

let app: TestApp;
const open: ConnectedWorkspace[] = [];
beforeAll(async () => {
  app = await startTestApp({}, {}, { metricsToken: TOKEN });
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(() => app.close());

const connected = async (): Promise<ConnectedWorkspace> => {
  const one = await connectWorkspace(app);
  open.push(one);
  return one;
};
const rowOn = (day: string, id: string | null, calls: unknown = 1) => ({ day, id, calls });

async function scrape(): Promise<string[]> {
  const response = await fetch(`${app.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(response.status).toBe(200);
  return (await response.text())
    .split('\n')
    .filter((line) => /^tributary_(?:s(?:ource|ync)|daily|database)/.test(line));
}

test('sources and runs of all workspaces are counted, and none is named', async () => {
  const [good, bad, fresh] = [await connected(), await connected(), await connected()];
  good.serve([
    rowOn('2026-03-09', 'A'),
    rowOn('2026-03-08', 'A'),
    rowOn('2026-03-09', null),
    rowOn('2026-03-09', 'B', 'x'),
  ]);
  expect(await good.track([{ name: 'calls' }])).toMatchObject({ status: 'SUCCEEDED_WITH_WARNING', rowsStored: 2 });
  bad.serve([rowOn('2026-03-09', 'A')]);
  await bad.track([{ name: 'calls' }]);
  bad.endpoint.respond(status(401));
  expect(await bad.sync()).toMatchObject({ status: 'FAILED' });
  app.clock.advance(HOUR);

  const figures = await readFigures(app.ports);
  const byStatus = Object.fromEntries(figures.sources.map((one) => [one.status, one]));
  expect(byStatus).toMatchObject({
    CONNECTED: { sources: 1, oldestSyncSeconds: 3600 },
    ERROR: { sources: 1, oldestSyncSeconds: 3600 },
    MAPPING: { sources: 1, oldestSyncSeconds: null },
  });
  expect(figures.active).toEqual([]);
  expect(figures.ended.map(({ kind, status, code, runs }) => [kind, status, code, runs].join()).sort()).toEqual([
    'BACKFILL,SUCCEEDED,,1',
    'BACKFILL,SUCCEEDED_WITH_WARNING,,1',
    'SYNC_NOW,FAILED,CREDENTIALS_REFUSED,1',
  ]);

  const lines = await scrape();
  expect(lines).toEqual(
    expect.arrayContaining([
      'tributary_database_up 1',
      'tributary_sources{status="CONNECTED"} 1',
      'tributary_sources{status="MAPPING"} 1',
      'tributary_source_oldest_sync_age_seconds{status="CONNECTED"} 3600',
      'tributary_sync_runs_ended_24h{kind="BACKFILL",status="SUCCEEDED"} 1',
      'tributary_sync_runs_failed_24h{code="CREDENTIALS_REFUSED"} 1',
      'tributary_sync_rows_24h{result="stored"} 3',
      'tributary_sync_rows_24h{result="skipped"} 1',
      'tributary_sync_rows_24h{result="error"} 1',
      'tributary_sync_run_longest_wait_seconds 0',
      'tributary_sync_runs_abandoned 0',
    ]),
  );
  for (const { workspace, endpoint } of [good, bad, fresh]) {
    expect(lines.join('\n')).not.toContain(workspace.id);
    expect(lines.join('\n')).not.toContain(new URL(endpoint.url).host);
  }
  app.clock.advance(25 * HOUR);
  expect((await readFigures(app.ports)).ended).toEqual([]);
});

test('runs that wait, were left by their worker, or are due show up', async () => {
  const one = await connected();
  one.serve([rowOn('2026-03-09', 'A')]);
  await one.track([{ name: 'calls' }]);
  const at = app.clock.now();
  const ago = (ms: number) => new Date(at.getTime() - ms);
  const [row] = await app.sql`SELECT workspace_id FROM workspaces WHERE id = ${one.workspace.id}`;
  const state = (status: string, leaseEnds: Date | null, startedAt: Date | null, nextAttemptAt: Date | null) =>
    app.sql`UPDATE sync_runs SET status = ${status}, finished_at = NULL, created_at = ${ago(3 * HOUR)}, started_at = ${startedAt},
      lease_token = ${leaseEnds && 'token'}, lease_expires_at = ${leaseEnds}, next_attempt_at = ${nextAttemptAt}
      WHERE workspace_id = ${row?.['workspace_id']}`;
  const active = async () => (await readFigures(app.ports)).active.map(({ kind: _, ...rest }) => rest);

  await state('QUEUED', null, null, null);
  expect(await active()).toEqual([{ status: 'QUEUED', runs: 1, longestWaitSeconds: 3 * 3600, abandoned: 0 }]);
  await state('QUEUED', null, ago(HOUR), null);
  expect(await active()).toEqual([{ status: 'QUEUED', runs: 1, longestWaitSeconds: 3600, abandoned: 0 }]);
  // Not due before then: it does not wait for a worker.
  await state('RETRYING', null, ago(HOUR), ago(-HOUR));
  expect((await active())[0]?.longestWaitSeconds).toBeLessThanOrEqual(0);
  await state('FETCHING', ago(-HOUR), ago(HOUR), null);
  expect(await active()).toEqual([{ status: 'FETCHING', runs: 1, longestWaitSeconds: null, abandoned: 0 }]);
  await state('STORING', ago(1000), ago(HOUR), null);
  expect(await active()).toEqual([{ status: 'STORING', runs: 1, longestWaitSeconds: null, abandoned: 1 }]);

  await app.sql`DELETE FROM sync_runs WHERE workspace_id = ${row?.['workspace_id']}`;
  const { due } = await readFigures(app.ports);
  await app.sql`UPDATE custom_apis SET status = 'DISCONNECTED' WHERE workspace_id = ${row?.['workspace_id']}`;
  expect((await readFigures(app.ports)).due).toBe(due - 1);
});

test('while the database is away nothing is claimed of it', async () => {
  const lost = await startTestApp({}, {}, { metricsToken: TOKEN });
  const sql = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
  await sql.unsafe(`DROP DATABASE ${new URL(lost.databaseUrl).pathname.slice(1)} WITH (FORCE)`);
  await sql.end();
  const response = await fetch(`${lost.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
  const lines = (await response.text()).split('\n').filter((line) => !line.startsWith('#'));
  expect(lines).toContain('tributary_database_up 0');
  expect(lines.filter((line) => /^tributary_(?:source|sync|daily)/.test(line))).toEqual([]);
  await lost.close();
});
