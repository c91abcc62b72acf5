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
let worker: Worker;
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

const counts = { kills: 0, steps: 0, moments: 0, 'run ends': 0, 'comparisons with the model': 0, differences: 0 };

test('a history is stored whole and once, whenever its worker is killed', async () => {
  for (const [kind, chains] of [['FIRST', stepsOfFirst(sizes)] as const, ['RANGE', stepsOfRange(sizes)] as const]) {
    for (const steps of chains) await killAtSteps(kind, steps);
  }
  const took = { FIRST: await untouched('FIRST'), RANGE: await untouched('RANGE') };
  const random = seeded(SEED);
  for (let number = 0; number < RANDOM_KILLS; number++) {
    const kind = number % 2 === 0 ? 'FIRST' : 'RANGE';
    const victim = (['WORKER', 'WORKER', 'WORKER', 'GROUP', 'MAPPERS'] as const)[Math.floor(random() * 5)] ?? 'WORKER';
    const moment = Math.round(random() * took[kind] * 1.1);
    const alone = number >= RANDOM_KILLS - LEFT_ALONE && victim !== 'MAPPERS';
    await within(`seed ${SEED}, kill ${number}: ${kind}, ${victim} after ${moment} ms of ${took[kind]}`, () =>
      killAtMoment(kind, victim, moment, alone),
    );
  }
  report(`kills of a history of ${ROWS.toLocaleString('en')} rows`, counts);
});

async function killAtSteps(kind: RoundKind, steps: readonly Step[]): Promise<void> {
  let round: Round | null = null;
  let kills = 0;
  for (const step of steps) {
    await within(`"${step.name}" of a ${kind}`, async () => {
      const standing = await standStill({ sql: cast.sql, world, worker }, step);
      try {
        round ??= await rounds.begin(kind);
        if (kills > 0) throw new Error('unreachable');
        await standing.reached();
      } finally {
        if (step.mappersOnly) for (const pid of mappersOf(worker)) signal(pid, 'SIGKILL');
        else await cast.slay(worker, 'WORKER');
        await standing.release();
      }
    });
  }
}
