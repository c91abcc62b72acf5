import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvaluationOutcome } from '../../../src/features/workspaces/index.ts';
import {
  evaluateJob,
  findEvaluation,
  handOutEvaluations,
  requestEvaluation,
  runEvaluation,
} from '../../../src/features/workspaces/index.ts';
import { startTestApp, type TestApp, type TestWorkspace } from '../../kit/app.ts';

let app: TestApp;
let workspace: TestWorkspace;
const OUTCOME: EvaluationOutcome = {
  ...{ asOf: null, accountsScored: 3, bandsChanged: 0, signalsRaised: 0, signalsResolved: 0 },
};
const NOON = '2026-03-10T12:00:00.000Z';

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set(NOON);
  workspace = await app.workspace();
  await app.ports.queue.drain();
  await app.sql`UPDATE evaluations SET asked = done, next_attempt_at = NULL, failed_tries = 0`;
});

const request = () => requestEvaluation(workspace.ctx.db.orm, workspace.ctx);
const stands = () => findEvaluation(workspace.ctx);
/** Runs a piece of work, and says how often it was begun. */
const run = async (work: (lost: AbortSignal) => Promise<EvaluationOutcome> = async () => OUTCOME) => {
  let begun = 0;
  await runEvaluation(workspace.ctx, (lost) => {
    begun++;
    return work(lost);
  });
  return begun;
};

test('nothing is done when nothing was asked for', async () => {
  expect(await run()).toBe(0);
  await request();
  expect(await stands()).toMatchObject({ state: 'WAITING', askedAt: new Date(NOON) });
  expect(await run()).toBe(1);
  expect(await run()).toBe(0);
  expect(await stands()).toMatchObject({ state: 'IDLE', outcome: OUTCOME, finishedAt: new Date(NOON) });
});

test('whatever is asked for while one runs is followed by one', async () => {
  await request();
  await request();
  const begun = await run(async () => {
    expect((await stands()).state).toBe('RUNNING');
    expect(await run(), 'a second worker meanwhile').toBe(0);
    for (let more = 0; more < 3; more++) await request();
    return OUTCOME;
  });
  expect(begun).toBe(1);
  // The one that was called for is in the queue: here it finds the product's own work.
  await app.ports.queue.drain();
  expect(await stands()).toMatchObject({ state: 'IDLE' });
  expect(await run()).toBe(0);
});

test('one that fails is tried again, with growing pauses and without being forgotten', async () => {
  await request();
  const fails = () => run(() => Promise.reject(new Error('broken')));
  for (const [tries, pause] of [
    [1, 10_000],
    [2, 20_000],
    [3, 40_000],
  ] as const) {
    expect(await fails()).toBe(1);
    expect(await stands(), `after ${tries}`).toMatchObject({ state: 'WAITING', failedTries: tries });
    app.clock.advance(pause - 1);
    expect(await fails(), `${pause - 1} ms later`).toBe(0);
    app.clock.advance(1);
  }
  await app.sql`UPDATE evaluations SET failed_tries = 30`;
  expect(await fails()).toBe(1);
  app.clock.advance(15 * 60_000);
  expect(await run()).toBe(1);
  expect(await stands()).toMatchObject({ state: 'IDLE', failedTries: 0 });
});

test('one whose worker is gone is taken over; the late worker ends nothing', async () => {
  await request();
  let taken = 0;
  await run(async () => {
    app.clock.advance(26_000);
    taken = await run(async () => ({ ...OUTCOME, accountsScored: 7 }));
    await request();
    return { ...OUTCOME, accountsScored: 1 };
  });
  expect(taken).toBe(1);
  expect(await stands()).toMatchObject({ state: 'WAITING', outcome: { accountsScored: 7 } });
});

test('the daily time comes once, however many look and however long nobody did', async () => {
  const look = async () => {
    await Promise.all([handOutEvaluations(app.ports), handOutEvaluations(app.ports)]);
    const [row] = await app.sql`SELECT asked::int - done::int AS asked, next_daily_at FROM evaluations
      WHERE workspace_id = ${workspace.ctx.actor.workspaceId}`;
    await app.ports.queue.drain();
    return [row?.['asked'], row?.['next_daily_at'].toISOString()];
  };
  expect(await look()).toEqual([0, '2026-03-11T06:00:00.000Z']);
  app.clock.set('2026-03-11T06:00:00Z');
  expect(await look()).toEqual([1, '2026-03-12T06:00:00.000Z']);
  expect(await look()).toEqual([0, '2026-03-12T06:00:00.000Z']);
  app.clock.set('2026-03-20T09:00:00Z');
  expect(await look(), 'a week without anybody').toEqual([1, '2026-03-21T06:00:00.000Z']);
  app.clock.set('2026-03-11T00:00:00Z');
  expect(await look(), 'the clock was wrong').toEqual([0, '2026-03-11T06:00:00.000Z']);
  expect(app.ports.queue.waiting(evaluateJob.name)).toBe(0);
});
