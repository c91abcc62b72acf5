import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { acknowledgeSignal, reopenSignal, snoozeSignal } from '../../../src/features/signals/index.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';
import { evaluate, putAccounts, putBills, putProfiles } from '../../kit/signal-data.ts';

let app: TestApp;
let workspace: TestWorkspace;
let id: number;
const NOON = '2026-03-10T12:00:00Z';
const HOUR = 3_600_000;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(NOON);
  workspace = await app.workspace();
  id = workspace.ctx.actor.workspaceId;
  await putAccounts(app.sql, id, [
    { id: 'a', arr: 100 },
    { id: 'b', arr: null },
  ]);
  await putProfiles(app.sql, id, [
    { id: 'a', weeks: [[100]] },
    { id: 'b', weeks: [[100]] },
  ]);
});

const calls = (a: readonly number[], b: readonly number[] = [100]) =>
  putProfiles(app.sql, id, [
    { id: 'a', weeks: [a] },
    { id: 'b', weeks: [b] },
  ]);
const stored = () =>
  app.sql`SELECT id, account_id, type, subject, severity, state, arr, evidence, updated_at FROM signals
    WHERE workspace_id = ${id} ORDER BY id`;
const short = async () => (await stored()).map((row) => `${row['account_id']} ${row['type']} ${row['state']}`);
const standings = async () =>
  (
    await app.sql`SELECT account_id, open_signals, worst_severity FROM account_standings WHERE workspace_id = ${id} ORDER BY 1`
  ).map((row) => [row['account_id'], row['open_signals'], row['worst_severity']]);
const theOne = async () => {
  const [row] = await stored();
  if (!row) throw new Error('there is no signal');
  return row['id'] as string;
};

test('one episode is one signal: raised, updated, resolved; the next is another', async () => {
  await calls([70, 100]);
  expect(await evaluate(workspace.ctx)).toEqual({ raised: 1, resolved: 0 });
  const first = await theOne();
  expect(await standings()).toEqual([
    ['a', 1, 1],
    ['b', 0, null],
  ]);
  const before = await stored();
  app.clock.advance(HOUR);
  expect(await evaluate(workspace.ctx)).toEqual({ raised: 0, resolved: 0 });
  expect(await stored()).toEqual(before);
  await calls([40, 100]);
  expect(await evaluate(workspace.ctx)).toEqual({ raised: 0, resolved: 0 });
  expect(await stored()).toMatchObject([{ id: first, severity: 2, evidence: { value: 40 } }]);
  expect((await standings())[0]).toEqual(['a', 1, 2]);
  // Between the two thresholds it stays.
  await calls([75, 100]);
  expect(await evaluate(workspace.ctx)).toEqual({ raised: 0, resolved: 0 });
  await calls([95, 100]);
  expect(await evaluate(workspace.ctx)).toEqual({ raised: 0, resolved: 1 });
  expect(await standings()).toEqual([
    ['a', 0, null],
    ['b', 0, null],
  ]);
  await calls([50, 100]);
  expect(await evaluate(workspace.ctx)).toEqual({ raised: 1, resolved: 0 });
  expect(await short()).toEqual(['a USAGE_DECLINE RESOLVED', 'a USAGE_DECLINE OPEN']);
});

test('an outage neither raises nor resolves; facts go on', async () => {
  await calls([70, 100], [100, 100]);
  await evaluate(workspace.ctx);
  await calls([100, 100], [0, 100]);
  await putBills(app.sql, id, [{ id: 'b', payment: 'FAILED' }]);
  expect(await evaluate(workspace.ctx, 'STALE')).toEqual({ raised: 1, resolved: 0 });
  expect(await short()).toEqual(['a USAGE_DECLINE OPEN', 'b PAYMENT_FAILED OPEN']);
});

test('a metric that the mapping has no longer resolves its signals, stale or not', async () => {
  await calls([70, 100]);
  await evaluate(workspace.ctx);
  const { evaluateSignals } = await import('../../../src/features/signals/index.ts');
  const { basisOf, coverageOf } = await import('../../kit/signal-data.ts');
  expect(await evaluateSignals(workspace.ctx, coverageOf('STALE', ['orders']), basisOf('calls'))).toEqual({
    raised: 0,
    resolved: 1,
  });
});

test('a snooze ends by itself, where the condition still holds', async () => {
  await calls([70, 100]);
  await evaluate(workspace.ctx);
  const signal = await theOne();
  const until = new Date(Date.parse(NOON) + HOUR);
  expect((await snoozeSignal(workspace.ctx, { id: signal, until, note: 'later' })).ok).toBe(true);
  expect((await standings())[0]).toEqual(['a', 0, null]);
  app.clock.advance(HOUR - 1);
  await evaluate(workspace.ctx);
  expect(await short()).toEqual(['a USAGE_DECLINE SNOOZED']);
  app.clock.advance(1);
  await evaluate(workspace.ctx);
  expect(await short()).toEqual(['a USAGE_DECLINE OPEN']);
  expect((await standings())[0]).toEqual(['a', 1, 1]);
  await snoozeSignal(workspace.ctx, { id: signal, until: new Date(app.clock.now().getTime() + HOUR), note: null });
  await calls([100, 100]);
  app.clock.advance(HOUR);
  expect(await evaluate(workspace.ctx)).toEqual({ raised: 0, resolved: 1 });
});

test('the end of a snooze brings the next evaluation forward, in its own transaction', async () => {
  const next = async () => (await app.sql`SELECT next_daily_at FROM evaluations WHERE workspace_id = ${id}`)[0];
  await app.sql`UPDATE evaluations SET next_daily_at = '2026-03-11T06:00:00Z' WHERE workspace_id = ${id}`;
  await calls([70, 100]);
  await evaluate(workspace.ctx);
  const until = new Date(Date.parse(NOON) + HOUR);
  await snoozeSignal(workspace.ctx, { id: await theOne(), until, note: null });
  expect(await next()).toEqual({ next_daily_at: until });
  // The daily look has set the day's time since: the evaluation sees to the snooze again.
  await app.sql`UPDATE evaluations SET next_daily_at = '2026-03-11T06:00:00Z' WHERE workspace_id = ${id}`;
  await evaluate(workspace.ctx);
  expect(await next()).toEqual({ next_daily_at: until });
});

test('an acknowledgement lasts while the figures change, and is taken back', async () => {
  await calls([70, 100]);
  await evaluate(workspace.ctx);
  const signal = await theOne();
  const done = await acknowledgeSignal(workspace.ctx, { id: signal, note: 'calling them' });
  expect(done).toMatchObject({ ok: true, value: { state: 'ACKNOWLEDGED', note: 'calling them' } });
  expect((await standings())[0]).toEqual(['a', 1, 1]);
  await calls([40, 100]);
  await evaluate(workspace.ctx);
  expect(await short()).toEqual(['a USAGE_DECLINE ACKNOWLEDGED']);
  expect(await reopenSignal(workspace.ctx, { id: signal })).toMatchObject({
    value: { state: 'OPEN', acknowledgedAt: null, acknowledgedBy: null },
  });
});

test('two evaluations and a hundred acknowledgements at once: one signal each, nobody’s word lost', async () => {
  const ids = Array.from({ length: 100 }, (_, index) => `acc_${index}`);
  await putAccounts(
    app.sql,
    id,
    ids.map((one) => ({ id: one })),
  );
  await putProfiles(
    app.sql,
    id,
    ids.map((one) => ({ id: one, weeks: [[50, 100]] })),
  );
  const raised = await Promise.all([evaluate(workspace.ctx), evaluate(workspace.ctx), evaluate(workspace.ctx)]);
  expect(raised.map((one) => one.raised).sort()).toEqual([0, 0, 100]);
  const signals = (await stored()).map((row) => row['id'] as string);
  await putProfiles(
    app.sql,
    id,
    ids.map((one) => ({ id: one, weeks: [[40, 100]] })),
  );
  const marks = signals.map((one) => acknowledgeSignal(workspace.ctx, { id: one, note: null }));
  await Promise.all([evaluate(workspace.ctx), ...marks, evaluate(workspace.ctx)]);
  const after = await stored();
  expect(after.filter(({ state, evidence }) => state === 'ACKNOWLEDGED' && evidence.value === 40)).toHaveLength(100);
  expect((await standings()).filter(([, open]) => open === 1)).toHaveLength(100);
});

test('ARR, owner and what was resolved long ago are kept in order', async () => {
  await calls([70, 100], [70, 100]);
  await evaluate(workspace.ctx);
  expect((await stored()).map(({ arr }) => arr)).toEqual([100, Number.NEGATIVE_INFINITY]);
  await putAccounts(app.sql, id, [{ id: 'a', arr: null, owner: 'Ada' }]);
  await evaluate(workspace.ctx);
  expect((await app.sql`SELECT arr, owner FROM signals WHERE workspace_id = ${id} AND account_id = 'a'`)[0]).toEqual({
    arr: Number.NEGATIVE_INFINITY,
    owner: 'Ada',
  });
  await calls([100, 100], [70, 100]);
  await evaluate(workspace.ctx);
  app.clock.advance(400 * 24 * HOUR);
  await evaluate(workspace.ctx);
  expect(await short()).toContain('a USAGE_DECLINE RESOLVED');
  app.clock.advance(1);
  await evaluate(workspace.ctx);
  expect(await short()).not.toContain('a USAGE_DECLINE RESOLVED');
});

test('an evaluation without a change writes nothing', async () => {
  await calls([70, 100], [20, 100]);
  await putBills(app.sql, id, [{ id: 'a', payment: 'FAILED' }]);
  await evaluate(workspace.ctx);
  const versions = () =>
    app.sql`SELECT 'signals' AS t, id AS key, xmin::text FROM signals WHERE workspace_id = ${id} UNION ALL
      SELECT 'standings', account_id, xmin::text FROM account_standings WHERE workspace_id = ${id} UNION ALL
      SELECT 'evaluation', '', xmin::text FROM evaluations WHERE workspace_id = ${id} ORDER BY 1, 2`;
  const before = await versions();
  expect(before.length).toBeGreaterThan(5);
  await evaluate(workspace.ctx);
  expect(await versions()).toEqual(before);
});
