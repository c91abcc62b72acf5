import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect } from 'vitest';
import { sweepSourcesJob } from '../../src/features/sources/index.ts';
import { createAgendaQueue } from '../../src/platform/queue/agenda-queue.ts';
import { batterySize, report, sized } from '../kit/battery.ts';
import { assemble, type Cast, until } from '../kit/crashes/cast.ts';
import { createModel } from '../kit/crashes/model.ts';
import { OUTAGES, startOwnPostgres } from '../kit/crashes/own-postgres.ts';
import { AWAY_FROM_SPREAD, isAwayFromSpread } from '../kit/crashes/spread.ts';
import { askAllTheTime, watchAllTheTime } from '../kit/crashes/steady-client.ts';
import { type Employer, employ, type Job } from '../kit/crashes/steady-work.ts';
import { startWorld } from '../kit/crashes/world.ts';
import { alive, commandOf, descendants, endPrograms } from '../kit/processes.ts';
import { seeded } from '../kit/random.ts';
import { testWhen } from '../kit/when.ts';

const RESTARTS = sized(3, 20);
const CUSTOMERS = 4;
const SEED = Number(process.env['BATTERY_SEED'] ?? Date.now() % 1_000_000);

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await endPrograms();
  for (const cleanup of cleanups.reverse()) await cleanup();
});

testWhen(isAwayFromSpread(), AWAY_FROM_SPREAD)(
  'the database may go away at any moment: no process ends, and no run is lost',
  async () => {
    const database = await startOwnPostgres();
    cleanups.push(database.close);
    const cast = await assemble(database.url, { ownWorkers: false });
    cleanups.push(cast.close);
    const world = await startWorld(CUSTOMERS);
    cleanups.push(world.close);
    const model = await createModel(cast.sql);
    const employers: Employer[] = [];
    for (const url of world.urls) employers.push(await employ(cast, world, url));
    const [first] = employers;
    if (!first) throw new Error('there is no work');
    const processes = [cast.server.pid, ...workersOf(cast)];
    expect(processes.map(commandOf)).toEqual([expect.stringMatching(/server/), expect.stringMatching(/worker/)]);

    const over = new AbortController();
    const watching = watchAllTheTime(cast.url, first.customer.key, first.customApiId);
    cleanups.push(async () => watching.end());
    const answers = askAllTheTime(first.customer.client, over.signal);
    const jobs = Promise.all(employers.map(({ workUntil }) => workUntil(over.signal)));
    // Looked at in the end; without a listener, the first to fail would end the test run.
    for (const running of [answers, jobs]) running.catch(() => {});

    const outages: string[] = [];
    try {
      const random = seeded(SEED);
      for (let number = 0; number < RESTARTS; number++) {
        const outage = OUTAGES[number % OUTAGES.length] ?? 'FAST';
        const [afterMs, awayMs] = [500 + random() * 4_000, random() * 2_000].map(Math.round);
        await sleep(afterMs);
        await nobodyIsWorn(cast);
        outages.push(`${outage} after ${afterMs} ms for ${awayMs} ms`);
        await database.restart(outage, awayMs ?? 0);
        await reached(cast);
        // So that the next one meets work under way. The last one is got over without help, which takes up to two minutes.
        if (number < RESTARTS - 1 || batterySize() === 'short') await hurry(cast, database.url);
      }
      over.abort();
      const done: Job[] = (await jobs).flat();
      expect({ processes: alive(processes), workers: workersOf(cast) }, 'a process ended').toEqual({
        processes,
        workers: processes.slice(1),
      });
      const states = await cast.sql`
      SELECT status, error, count(*)::int FROM sync_runs WHERE kind = 'BACKFILL_RANGE' GROUP BY 1, 2`;
      expect([...states], 'runs that were asked for').toEqual([
        { status: 'SUCCEEDED', error: null, count: done.length },
      ]);
      for (const { customer, window, population } of done) await model.learn(customer.number, window, population);
      for (const { customer } of employers) await model.compare(customer.number);

      const last = await first.workOnce();
      await watching.sees(last.run);
      await until('the server to be ready', async () => {
        const ready = await fetch(`${cast.url}/health/ready`);
        return ready.status === 200 || (await ready.text());
      });
      const attempts = await cast.sql<{ sum: number }[]>`SELECT sum(attempt)::int AS sum FROM sync_runs`;
      report('database restarts', {
        restarts: outages.length,
        'process exits': 0,
        runs: done.length,
        'runs lost': 0,
        attempts: attempts[0]?.sum ?? 0,
        ...(await answers),
        'subscriptions lost': 0,
        'sockets reopened': watching.reopened(),
      });
    } catch (error) {
      const ended = processes.length - alive(processes).length;
      const place = `seed ${SEED}, ${outages.join(', ')}${ended > 0 ? `, ${ended} processes ended` : ''}`;
      throw new Error(`${place}: ${(error as Error).message}\n${cast.server.err().slice(-4_000)}`, { cause: error });
    }
  },
);

/** Our own sessions were lost as well, and each notices when it is used. */
const reached = ({ sql }: Cast) =>
  until('the database to be reached', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => sql`SELECT pg_sleep(0.02)`));
    return tries.every(({ status }) => status === 'fulfilled') || 'it is not';
  });

/** A run is given up after so many broken tries for one window: on a slow machine, one that is always met would be. */
const nobodyIsWorn = ({ sql }: Cast) =>
  until('runs that were broken before to get ahead', async () => {
    const worn = await sql`SELECT id, status, failed_tries, lost_workers FROM sync_runs
      WHERE finished_at IS NULL AND (failed_tries > 1 OR lost_workers > 2)`;
    return worn.length === 0 || JSON.stringify(worn);
  });

/** As if the leases of broken runs, and the pauses before another try, had passed, and the minute's sweep were due. */
async function hurry({ sql }: Cast, url: string): Promise<void> {
  // Its sessions were lost as well, and some only notice now.
  await until(
    'the database to be reached',
    async () => (await sql`SELECT 1`.catch(String)).length === 1 || 'it is not',
  );
  await sql`UPDATE sync_runs SET next_attempt_at = now(), lease_expires_at = now() - interval '1 s'
    WHERE status = 'RETRYING' OR (lease_expires_at > now() AND lease_token IS NOT NULL)`;
  const queue = createAgendaQueue({ backend: 'postgres', url, log: { info() {}, warn() {}, error() {} } });
  await queue.enqueue(sweepSourcesJob, null);
  await queue.stop();
}

const workersOf = (cast: Cast): number[] =>
  descendants(cast.server.pid).filter((pid) => commandOf(pid).includes('worker.ts'));
