import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  backtestHealthModel,
  findBacktest,
  handOutBacktests,
  recordChurn,
  runBacktest,
} from '../../../src/features/health/index.ts';
import { NOW, startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { giveAccounts } from '../../kit/connected-workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  app.clock.set(NOW);
  workspace = await app.workspace();
  const ids = [1, 2, 3, 4, 5].map((number) => `A-${number}`);
  await giveAccounts(
    workspace.as('MEMBER'),
    ids.map((externalCrmId) => ({ externalCrmId })),
  );
  const churns = ids.map((externalCrmId) => ({
    accountId: null,
    externalCrmId,
    churnedOn: '2026-03-01',
    reason: null,
  }));
  expect((await recordChurn(workspace.ctx, { churns })).ok).toBe(true);
  await app.ports.queue.drain();
});
afterAll(() => app.close());

const DAYS = { model: null, from: '2026-02-01', to: '2026-03-09' };
const NO_USAGE = async () => ({ state: 'NONE', through: null, days: [] }) as const;

/** Asked for, and not begun: whoever would begin is not told. */
async function askAlone(): Promise<string> {
  const deaf = { ...workspace.ctx, queue: { ...workspace.ctx.queue, enqueue: async () => {} } };
  const asked = await backtestHealthModel(deaf, DAYS);
  if (!asked.ok) throw new Error(JSON.stringify(asked.error));
  return asked.value.id;
}
const found = async (id: string) => {
  const backtest = await findBacktest(workspace.ctx, id);
  return backtest && { state: backtest.state, progress: backtest.progress, error: backtest.error };
};
const leaseOf = async (id: string) => {
  const [row] = await app.sql`SELECT lease_token AS token, tries FROM health_backtests WHERE id = ${id}`;
  return row;
};

test('one that could not be enqueued is found by the next look', async () => {
  const id = await askAlone();
  expect(await found(id)).toEqual({ state: 'QUEUED', progress: 0, error: null });
  await handOutBacktests(app.ports);
  await app.ports.queue.drain();
  expect(await found(id)).toEqual({ state: 'SUCCEEDED', progress: 1, error: null });
  expect(await leaseOf(id)).toEqual({ token: null, tries: 1 });
});

test('one that somebody is at is left to him, until his lease has run out', async () => {
  const id = await askAlone();
  await app.sql`UPDATE health_backtests SET state = 'RUNNING', tries = 1, lease_token = 'his',
    lease_expires_at = ${new Date(NOW.getTime() + 20_000)} WHERE id = ${id}`;
  await handOutBacktests(app.ports);
  await runBacktest(workspace.ctx, id, NO_USAGE);
  expect(await leaseOf(id)).toEqual({ token: 'his', tries: 1 });
  app.clock.advance(21_000);
  await handOutBacktests(app.ports);
  await app.ports.queue.drain();
  expect(await found(id)).toMatchObject({ state: 'SUCCEEDED' });
  expect(await leaseOf(id)).toEqual({ token: null, tries: 2 });
});

test('a lease from a clock that was wrong holds nobody up', async () => {
  const id = await askAlone();
  await app.sql`UPDATE health_backtests SET state = 'RUNNING', lease_token = 'his',
    lease_expires_at = ${new Date('2027-01-01T00:00:00Z')} WHERE id = ${id}`;
  await handOutBacktests(app.ports);
  await app.ports.queue.drain();
  expect(await found(id)).toMatchObject({ state: 'SUCCEEDED' });
});

test('whoever has lost his lease stores nothing', async () => {
  const id = await askAlone();
  await runBacktest(workspace.ctx, id, async () => {
    await app.sql`UPDATE health_backtests SET lease_token = 'another' WHERE id = ${id}`;
    return NO_USAGE();
  });
  expect(await found(id)).toMatchObject({ state: 'RUNNING' });
  expect(await leaseOf(id)).toMatchObject({ token: 'another' });
});

test('one that fails is tried three times, and then says so', async () => {
  const id = await askAlone();
  const fail = () => runBacktest(workspace.ctx, id, () => Promise.reject(new Error('the disk is full')));
  await fail();
  expect(await found(id)).toMatchObject({ state: 'QUEUED', error: null });
  await fail();
  await fail();
  expect(await found(id)).toEqual({ state: 'FAILED', progress: 0, error: expect.stringMatching(/failed 3 times/) });
  await runBacktest(workspace.ctx, id, NO_USAGE);
  expect(await found(id)).toMatchObject({ state: 'FAILED' });
});

test('one that takes its workers with it is given up', async () => {
  const id = await askAlone();
  await app.sql`UPDATE health_backtests SET state = 'RUNNING', tries = 3, lease_token = 'his',
    lease_expires_at = ${new Date(NOW.getTime() - 1)} WHERE id = ${id}`;
  await handOutBacktests(app.ports);
  await app.ports.queue.drain();
  expect(await found(id)).toMatchObject({ state: 'FAILED', error: expect.stringMatching(/workers .* lost/) });
});

test('no more than three wait or run at a time', async () => {
  const ids = [await askAlone(), await askAlone(), await askAlone()];
  expect(await backtestHealthModel(workspace.ctx, DAYS)).toMatchObject({
    ok: false,
    error: [{ code: 'TOO_MANY_BACKTESTS' }],
  });
  await runBacktest(workspace.ctx, ids[0] ?? '', NO_USAGE);
  expect(await backtestHealthModel(workspace.ctx, DAYS)).toMatchObject({ ok: true });
});

test('a hundred are kept, the new one among them', async () => {
  const w = workspace.ctx.actor.workspaceId;
  await app.sql`INSERT INTO health_backtests (workspace_id, id, state, request, created_at)
    SELECT ${w}, 'bkt_0' || lpad(i::text, 4, '0') || ${w}::text, 'SUCCEEDED', '{}', now() FROM generate_series(1, 105) i`;
  await askAlone();
  const [row] =
    await app.sql`SELECT count(*)::int AS count, min(id) AS first FROM health_backtests WHERE workspace_id = ${w}`;
  expect(row).toEqual({ count: 100, first: `bkt_00007${w}` });
});
