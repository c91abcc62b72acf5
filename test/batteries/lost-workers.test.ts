import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { LOOK_EVERY_MS } from '../../src/worker/schedule.ts';
import { report, sized } from '../kit/battery.ts';
import { assemble, type Cast, until } from '../kit/crashes/cast.ts';
import { type Crowd, gather } from '../kit/crashes/due-work.ts';
import { createModel, type Model } from '../kit/crashes/model.ts';
import { PROMPT, startWorld, type World } from '../kit/crashes/world.ts';
import { createTestDatabase } from '../kit/database.ts';
import { endPrograms } from '../kit/processes.ts';

const ROUNDS = sized(1, 12);
/** Each on a host of its own; no more than a worker has mapper children, or some would wait for one. */
const SHARES = [1, 1];
/** What docs/operations.md promises. */
const PROMISED_MS = 45_000;

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await endPrograms();
  for (const cleanup of cleanups.reverse()) await cleanup();
});

let cast: Cast;
let world: World;
let model: Model;
let crowd: Crowd;

test('runs of a worker that is killed go on elsewhere within 45 seconds, and nobody has to help', async () => {
  const database = await createTestDatabase();
  cleanups.push(database.drop);
  cast = await assemble(database.url);
  cleanups.push(cast.close);
  world = await startWorld(SHARES.length);
  cleanups.push(world.close);
  model = await createModel(cast.sql);
  crowd = await gather(cast, world, model, SHARES);
  const beginner = cast.hire();
  await crowd.settle('BACKFILL');
  await beginner.kill('SIGTERM');

  const waited: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const times = await killOne().catch((error: Error) => {
      throw new Error(`round ${round}: ${error.message}`, { cause: error });
    });
    waited.push(...times);
  }
  const longest = (Math.max(...waited) / 1000).toFixed(1);
  report('runs of killed workers', { kills: ROUNDS, 'runs resumed': waited.length, 'seconds at most': longest });
});

/** Milliseconds from the kill until each of its runs asked its endpoint again. */
async function killOne(): Promise<number[]> {
  crowd.freshen();
  const asked = new Set<string>();
  world.answerBy(async (call) => {
    asked.add(call.tag);
    await call.over;
  });
  const victim = cast.hire();
  const runs = await Promise.all(crowd.customers.map(async ({ admin }) => (await admin.syncNow()).syncRun));
  await until('one worker to hold all runs', () => asked.size === SHARES.length || `it holds ${[...asked].join(', ')}`);
  const heirs = [cast.hire(), cast.hire()];
  for (const heir of heirs) {
    await until('the heirs to take jobs', () => heir.err().includes('the worker takes jobs') || heir.err());
  }
  // When they look depends on when they began; the kill must not.
  await sleep(Math.random() * LOOK_EVERY_MS);
  await justRenewed();
  world.answerBy(PROMPT);
  const before = world.calls.length;
  const killedAt = performance.now();
  await cast.slay(victim, 'GROUP');

  // Of the database: the API counts how often a key asks.
  const done = async (id: string) => {
    const [row] = await cast.sql`SELECT status, attempt FROM sync_runs WHERE id = ${id}`;
    return (row?.['status'] === 'SUCCEEDED' && row['attempt'] === 2) || JSON.stringify(row);
  };
  for (const [index, customer] of crowd.customers.entries()) {
    const run = runs[index] as { id: string };
    await until(`a run of ${customer.id} to go on`, () => done(run.id), PROMISED_MS * 2);
    await crowd.learn(run);
    await model.compare(customer.number);
  }
  const calls = world.calls.slice(before);
  expect(calls.map(({ tag }) => tag).sort(), 'asked again').toEqual(crowd.customers.map(({ id }) => id).sort());
  await Promise.all(heirs.map((heir) => heir.kill('SIGTERM')));
  const times = calls.map(({ arrivedAt }) => arrivedAt - killedAt);
  for (const time of times) expect(time, 'milliseconds until a run went on').toBeLessThanOrEqual(PROMISED_MS);
  return times;
}

/** The worst moment to vanish: the leases have longest to run. */
async function justRenewed(): Promise<void> {
  const first = async () =>
    (
      await cast.sql<{ first: Date }[]>`SELECT min(lease_expires_at) AS first FROM sync_runs WHERE finished_at IS NULL`
    )[0]?.first;
  const before = await first();
  await until('the leases to be renewed', async () => {
    const now = await first();
    return (now !== undefined && before !== undefined && now > before) || 'they are not';
  });
}
