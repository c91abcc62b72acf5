import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect } from 'vitest';
import { sweepSourcesJob } from '../../src/features/sources/index.ts';
import { createAgendaQueue } from '../../src/platform/queue/agenda-queue.ts';
import { report, sized } from '../kit/battery.ts';
import { assemble, type Cast, type Customer, signal, until, type Worker } from '../kit/crashes/cast.ts';
import { ACCOUNTS, type Crowd, fingerprint, gather } from '../kit/crashes/due-work.ts';
import { createModel, type Model } from '../kit/crashes/model.ts';
import { AWAY_FROM_SPREAD, isAwayFromSpread } from '../kit/crashes/spread.ts';
import { prepareStops, raiseBarrier } from '../kit/crashes/stops.ts';
import { PROMPT, startWorld, type World } from '../kit/crashes/world.ts';
import { createTestDatabase } from '../kit/database.ts';
import { alive, endPrograms } from '../kit/processes.ts';
import { testWhen } from '../kit/when.ts';

const ROUNDS = sized(1, 10);
const WORKERS = 3;
/** Twelve customers on six hosts. */
const SHARES = [4, 3, 2, 1, 1, 1];

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await endPrograms();
  for (const cleanup of cleanups.reverse()) await cleanup();
});

let cast: Cast;
let world: World;
let model: Model;
let crowd: Crowd;

testWhen(isAwayFromSpread(), AWAY_FROM_SPREAD)(
  'three workers that see the same work do it once, and one that sleeps past its lease does nothing',
  async () => {
    const database = await createTestDatabase();
    cleanups.push(database.drop);
    cast = await assemble(database.url);
    cleanups.push(cast.close);
    world = await startWorld(SHARES.length);
    cleanups.push(world.close);
    model = await createModel(cast.sql);
    await prepareStops(cast.sql);
    crowd = await gather(cast, world, model, SHARES);
    const queue = createAgendaQueue({
      backend: 'postgres',
      url: database.url,
      log: { info() {}, warn() {}, error() {} },
    });
    cleanups.push(queue.stop);
    const sweep = () => queue.enqueue(sweepSourcesJob, null);

    const counts = {
      'daily runs': 0,
      calls: 0,
      'runs made twice': 0,
      'overlapping calls': 0,
      sleepers: 0,
      'late effects': 0,
    };
    const beginner = cast.hire();
    await crowd.settle('BACKFILL');
    await beginner.kill('SIGTERM');
    for (let number = 0; number < ROUNDS; number++) {
      try {
        const workers = await raceForTheDay();
        counts['daily runs'] += crowd.customers.length;
        // Every other one in the midst of storing, where it holds locks that only the database can take from it.
        await sleepPastLease(workers, number % 2 === 0 ? 'ASKED' : 'STORING', sweep);
        counts.sleepers++;
        await Promise.all(workers.map((worker) => worker.kill('SIGTERM')));
      } catch (error) {
        throw new Error(`round ${number}: ${(error as Error).message}`, { cause: error });
      }
    }
    counts.calls = world.calls.length;
    report('three workers on the same work', counts);
  },
);

/** Three workers look at the same moment what is due. */
async function raceForTheDay(): Promise<Worker[]> {
  crowd.freshen();
  await crowd.makeDue();
  const before = world.calls.length;
  world.takeMostAtOnce();
  world.answerBy(async (_call, send) => {
    // Long enough for another worker to call the same host, if it were to.
    await sleep(100);
    send.all();
  });
  const start = await raiseBarrier(cast.sql, { by: 'row', of: 'LOCK TABLE custom_apis IN SHARE MODE' });
  const workers = Array.from({ length: WORKERS }, () => cast.hire());
  await until('all workers to look what is due', async () => {
    const names = await cast.sql<{ name: string }[]>`
      SELECT DISTINCT application_name AS name FROM pg_stat_activity WHERE pid = ANY (${await start.waiting()})`;
    const missing = workers.filter(({ name }) => !names.some((one) => one.name === name));
    return missing.length === 0 || `not yet ${missing.map(({ name }) => name).join(', ')}`;
  });
  await start.remove();

  const runs = await crowd.settle('DAILY').catch((error: Error) => {
    throw new Error(`${error.message}\n${workers.map((worker) => worker.err()).join('')}`);
  });
  expect(runs.map(({ number }) => number)).toEqual(crowd.customers.map(({ number }) => number));
  const days = (run: { from: string; to: string }) => (Date.parse(run.to) - Date.parse(run.from)) / 86_400_000 + 1;
  for (const run of runs) {
    expect(run).toMatchObject({ status: 'SUCCEEDED', attempt: 1, stored: ACCOUNTS * days(run) });
  }
  const calls = world.calls.slice(before);
  expect(calls.map(({ tag }) => tag).sort(), 'who was called').toEqual(crowd.customers.map(({ id }) => id).sort());
  expect(world.takeMostAtOnce(), 'calls of one host at a time').toBe(1);
  for (const { number } of crowd.customers) await model.compare(number);
  return workers;
}

/** One worker is stopped in the midst of a run, and wakes when another has done it with newer figures. */
async function sleepPastLease(workers: readonly Worker[], where: 'ASKED' | 'STORING', sweep: () => Promise<void>) {
  const [customer] = crowd.customers;
  if (!customer) throw new Error('nobody is there');
  const barrier =
    where === 'STORING'
      ? await raiseBarrier(cast.sql, { by: 'trigger', on: 'BEFORE UPDATE ON usage_days FOR EACH STATEMENT' })
      : null;
  let letGo = () => {};
  let isAsked = false;
  world.answerBy(async (_call, send) => {
    isAsked = true;
    if (where === 'ASKED') await new Promise<void>((resolve) => (letGo = resolve));
    send.all();
  });
  crowd.freshen();
  const { syncRun } = await customer.admin.syncNow();
  await until('the endpoint to be asked', () => isAsked || 'nobody asks');
  await barrier?.reached();
  const sleeper = await whoStores(workers);
  signal(sleeper.pid, 'SIGSTOP');
  try {
    await barrier?.open();
    if (where === 'STORING') await cast.withoutTransaction(sleeper);
    await barrier?.remove();
    await cast.sql`UPDATE sync_runs SET lease_expires_at = now() - interval '1 s' WHERE id = ${syncRun.id}`;
    world.answerBy(PROMPT);
    crowd.freshen();
    await sweep();
    await until('another worker to do it', async () => {
      const { status, attempt } = await customer.admin.run(syncRun.id);
      return (status === 'SUCCEEDED' && attempt === 2) || `${status} at attempt ${attempt}`;
    });
    await crowd.learn(syncRun);
    await model.compare(customer.number);
    const before = await fingerprint(cast.sql, customer);
    letGo();
    signal(sleeper.pid, 'SIGCONT');
    await cast.withoutTransaction(sleeper);
    // Its next statements, if there were to be any.
    await sleep(500);
    expect(await fingerprint(cast.sql, customer), 'what the sleeper wrote').toBe(before);
  } finally {
    signal(sleeper.pid, 'SIGCONT');
  }
  await worksAlone(sleeper, workers, customer);
}

/** The worker whose transaction is the oldest: a run's stays open as long as the endpoint takes. */
async function whoStores(workers: readonly Worker[]): Promise<Worker> {
  const [oldest] = await cast.sql<{ name: string }[]>`
    SELECT application_name AS name FROM pg_stat_activity
    WHERE application_name = ANY (${workers.map(({ name }) => name)}) AND xact_start IS NOT NULL ORDER BY xact_start LIMIT 1`;
  const found = workers.find(({ name }) => name === oldest?.name);
  if (!found) throw new Error('no worker stores');
  return found;
}

/** It is awake, and as good as new. */
async function worksAlone(sleeper: Worker, workers: readonly Worker[], customer: Customer): Promise<void> {
  await Promise.all(workers.filter((worker) => worker !== sleeper).map((worker) => worker.kill('SIGTERM')));
  expect(alive([sleeper.pid]), sleeper.err()).toEqual([sleeper.pid]);
  world.answerBy(PROMPT);
  crowd.freshen();
  const { syncRun } = await customer.admin.syncNow();
  await until('the sleeper to do its next run', async () => {
    const { status } = await customer.admin.run(syncRun.id);
    return status === 'SUCCEEDED' || status;
  });
  await crowd.learn(syncRun);
  await model.compare(customer.number);
}
