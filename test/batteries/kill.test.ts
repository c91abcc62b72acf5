import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, test } from 'vitest';
import { report, sized } from '../kit/battery.ts';
import { assemble, type Cast, mappersOf, signal, type Worker } from '../kit/crashes/cast.ts';
import { createModel } from '../kit/crashes/model.ts';
import { createRounds, type Round, type RoundKind, type Rounds, sizesOf } from '../kit/crashes/rounds.ts';
import { standStill } from '../kit/crashes/stand-still.ts';
import { type Step, stepsOfFirst, stepsOfRange } from '../kit/crashes/steps.ts';
import { prepareStops } from '../kit/crashes/stops.ts';
import { startWorld, type World } from '../kit/crashes/world.ts';
import { createTestDatabase } from '../kit/database.ts';
import { endPrograms } from '../kit/processes.ts';
import { seeded } from '../kit/random.ts';

const ROWS = sized(30_000, 300_000);
const RANDOM_KILLS = sized(6, 100);
/** In so many of them nobody helps: the lease runs out by itself. */
const LEFT_ALONE = sized(0, 3);
const SEED = Number(process.env['BATTERY_SEED'] ?? Date.now() % 1_000_000);
const sizes = sizesOf(ROWS);

let cast: Cast;
let world: World;
let rounds: Rounds;
let worker: Worker | null = null;
const cleanups: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  const database = await createTestDatabase();
  cleanups.push(database.drop);
  cast = await assemble(database.url);
  cleanups.push(cast.close);
  world = await startWorld();
  cleanups.push(world.close);
  rounds = createRounds(cast, world, await createModel(cast.sql), sizes);
  await prepareStops(cast.sql);
  worker = cast.hire();
});
afterAll(async () => {
  await endPrograms();
  for (const cleanup of cleanups.reverse()) await cleanup();
});

const counts = { 'named steps': 0, 'random moments': 0, 'of them after the end': 0, comparisons: 0, differences: 0 };

test('a history is stored whole and once, whenever its worker is killed', async () => {
  for (const steps of stepsOfFirst(sizes)) await killAtSteps('FIRST', steps);
  for (const steps of stepsOfRange(sizes)) await killAtSteps('RANGE', steps);
  const took = { FIRST: await untouched('FIRST'), RANGE: await untouched('RANGE') };
  const random = seeded(SEED);
  for (let number = 0; number < RANDOM_KILLS; number++) {
    const kind = number % 2 === 0 ? 'FIRST' : 'RANGE';
    const victim = VICTIMS[Math.floor(random() * VICTIMS.length)] ?? 'WORKER';
    // A little of them after the end.
    const moment = Math.round(random() * took[kind] * 1.1);
    const name = `seed ${SEED}, kill ${number}: ${victim} of a ${kind} after ${moment} of ${took[kind]} ms`;
    await named(name, () => killAtMoment(kind, victim, moment, number >= RANDOM_KILLS - LEFT_ALONE));
  }
  report(`kills in histories of ${ROWS.toLocaleString('en')} rows`, counts);
});

/** Three in five are of the worker alone, as the system does it when memory is short. */
const VICTIMS = ['WORKER', 'WORKER', 'WORKER', 'GROUP', 'MAPPERS'] as const;

async function killAtSteps(kind: RoundKind, steps: readonly Step[]): Promise<void> {
  const round = await rounds.prepare(kind);
  for (const step of steps) {
    await named(`"${step.name}" of a ${kind}`, async () => {
      const standing = await standStill({ sql: cast.sql, world, worker: () => mustLive(worker) }, step);
      if (round.runs.length > 0) await takeOver();
      else await rounds.ask(round);
      await standing.reached();
      if (step.mappersOnly) killMappers();
      else await kill('WORKER', standing.release);
      await standing.release();
      if (!step.mappersOnly) await check(round);
      counts['named steps']++;
    });
  }
  await named(`the end of a ${kind} killed at "${steps.at(-1)?.name}"`, () => finish(round, steps.length));
}

async function killAtMoment(kind: RoundKind, victim: (typeof VICTIMS)[number], moment: number, alone: boolean) {
  const round = await rounds.prepare(kind);
  await rounds.ask(round);
  await sleep(moment);
  if (victim === 'MAPPERS') killMappers();
  else {
    await kill(victim);
    const { finishedAt } = await check(round);
    if (finishedAt) counts['of them after the end']++;
  }
  counts['random moments']++;
  await finish(round, 1, alone);
}

/** How long a round takes that nobody disturbs. */
async function untouched(kind: RoundKind): Promise<number> {
  const round = await rounds.prepare(kind);
  await rounds.ask(round);
  const begun = performance.now();
  await rounds.ended(round);
  const took = Math.round(performance.now() - begun);
  await finish(round, 0);
  return took;
}

const mustLive = (one: Worker | null): Worker => {
  if (!one) throw new Error('nobody works');
  return one;
};

const killMappers = () => {
  for (const pid of mappersOf(mustLive(worker))) signal(pid, 'SIGKILL');
};

async function kill(whole: 'WORKER' | 'GROUP', release = async () => {}): Promise<void> {
  const last = mustLive(worker);
  worker = null;
  await cast.slay(last, whole);
  await release();
  await cast.forgotten(last);
}

async function takeOver(alone = false): Promise<void> {
  if (!alone) {
    // As if the lease had run out, and what was queued were not just queued.
    await cast.sql`UPDATE sync_runs SET lease_expires_at = now() - interval '1 s' WHERE lease_expires_at > now()`;
    await cast.sql`UPDATE sync_runs SET created_at = created_at - interval '1 min' WHERE status = 'QUEUED'`;
  }
  worker = cast.hire();
}

async function finish(round: Round, kills: number, alone = false): Promise<void> {
  if (!worker) await takeOver(alone);
  const { error } = await rounds.ended(round);
  if (error?.code === 'ANSWER_TOO_COSTLY') {
    // What became of the mapper is not known to be anything but the answer's fault: asked again, it must do.
    await check(round);
    await rounds.ask(round);
    await rounds.ended(round);
  }
  await check(round);
  await rounds.checkEnd(round, kills);
}

async function check(round: Round) {
  const run = await rounds.checkSoFar(round);
  counts.comparisons++;
  return run;
}

async function named(name: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}\n${worker?.err() ?? ''}`, { cause: error });
  }
}
