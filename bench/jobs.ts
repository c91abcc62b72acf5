import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { syncRunJob } from '../src/features/sources/index.ts';
import { silentLog } from '../src/platform/log.ts';
import { createAgendaQueue } from '../src/platform/queue/agenda-queue.ts';
import { LOOK_EVERY_MS } from '../src/worker/schedule.ts';
import { atMost, tell } from './goal.ts';
import { type Customer, connect, type Install, startInstall } from './install.ts';
import { type Begun, benchJob, machineTime } from './job.ts';
import { median, millis, percentile } from './measure.ts';
import { numbers } from './options.ts';
import { type Endpoint, startEndpoint } from './start-endpoint.ts';

// How soon a job begins in another process, how soon a killed worker's runs go on, and whether a run that is given to two
// workers at once happens once.

const { jobs, kills, doubles } = numbers({ jobs: 200, kills: 3, doubles: 10 });
const SHAPE = { accounts: 200, metrics: 6 };
/** No more than a worker has mapper children, or some runs would wait for one. */
const HOSTS = 2;
const seconds = (value: number) => `${value.toFixed(1)} s`;

const install = await startInstall();
const endpoint = await startEndpoint();
try {
  await latency(install);
  const crowd = await gather(install, endpoint);
  await afterKills(install, crowd);
  await doubleStarts(install, crowd);
} finally {
  endpoint.close();
  await install.close();
}
process.exit(0);

async function latency({ databaseUrl }: Install): Promise<void> {
  const taker = fork(fileURLToPath(new URL('job-taker.ts', import.meta.url)), [databaseUrl], {
    execArgv: process.execArgv,
  });
  const begun = new Map<number, (at: number) => void>();
  const beginning = (number: number) => new Promise<number>((resolve) => begun.set(number, resolve));
  const ready = beginning(-1);
  taker.on('message', (message) => {
    const { number, at } = message as Begun;
    begun.get(number)?.(at);
  });
  await ready;
  // As a server: it asks for jobs, takes none, and is started so that others hear of them at once.
  const queue = createAgendaQueue({ backend: 'postgres', url: databaseUrl, log: silentLog });
  await queue.start();
  const waited: number[] = [];
  for (let number = -20; number < jobs; number++) {
    if (number === -1) continue;
    const start = beginning(number);
    const asked = machineTime();
    await queue.enqueue(benchJob, { number });
    // The first ones warm up both sides.
    const at = await start;
    if (number >= 0) waited.push(at - asked);
    await sleep(15);
  }
  await queue.stop();
  taker.kill();
  const [p50, p95] = [percentile(waited, 0.5), percentile(waited, 0.95)];
  const value = `p50 ${millis(p50)}, p95 ${millis(p95)} of ${jobs} jobs`;
  tell({
    goal: 'G12',
    what: 'from enqueueing in one process to the start in another',
    value,
    ...atMost(p95, 20, millis),
  });
}

type Member = { readonly customer: Customer; readonly tag: string };

/** Customers on hosts of their own, with a history. */
async function gather({ customer: newCustomer, hire, ended }: Install, { url, release }: Endpoint): Promise<Member[]> {
  const worker = await hire();
  const crowd: Member[] = [];
  for (let host = 0; host < HOSTS; host++) {
    const [customer, tag] = [await newCustomer(), `held-${host}`];
    release(tag);
    const { backfill } = await connect(customer, url(tag, SHAPE, { hold: true, host }), SHAPE.metrics);
    await ended(await backfill());
    crowd.push({ customer, tag });
  }
  worker.child.kill('SIGTERM');
  await new Promise((resolve) => worker.child.once('exit', resolve));
  return crowd;
}

/** All runs of a worker, which is killed right after it has renewed their leases: the worst moment. */
async function afterKills({ hire, sql, ended }: Install, crowd: readonly Member[]): Promise<void> {
  const waited: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    for (const { tag } of crowd) endpoint.hold(tag);
    const before = endpoint.asked.length;
    const victim = await hire();
    const runs = await Promise.all(
      crowd.map(async ({ customer }) => (await customer.admin.syncNow()).syncRun as { id: string }),
    );
    while (endpoint.asked.length < before + HOSTS) await sleep(10);
    const heir = await hire();
    // When it looks depends on when it began; the kill must not.
    await sleep((kill * 3_700) % LOOK_EVERY_MS);
    const renewed = async () =>
      Number((await sql`SELECT min(lease_expires_at) AS first FROM sync_runs WHERE finished_at IS NULL`)[0]?.['first']);
    const last = await renewed();
    while ((await renewed()) === last) await sleep(10);
    for (const { tag } of crowd) endpoint.release(tag);
    victim.child.kill('SIGKILL');
    const killed = machineTime();
    for (const run of runs) await ended(run);
    waited.push(...endpoint.asked.slice(before + HOSTS).map(({ at }) => (at - killed) / 1000));
    heir.child.kill('SIGTERM');
    await new Promise((resolve) => heir.child.once('exit', resolve));
  }
  const most = Math.max(...waited);
  const value = `${seconds(most)} at most, median ${seconds(median(waited))}, of ${waited.length} runs of ${kills} killed workers`;
  tell({
    goal: 'G12',
    what: 'from SIGKILL to the run going on in another worker',
    value,
    ...atMost(most, 45, seconds),
  });
}

/** Each run is asked for ten times before two workers begin at the same moment. */
async function doubleStarts({ databaseUrl, hire, ended }: Install, crowd: readonly Member[]): Promise<void> {
  const queue = createAgendaQueue({ backend: 'postgres', url: databaseUrl, log: silentLog });
  let effects = 0;
  let expected = 0;
  for (let round = 0; round < doubles; round++) {
    const before = endpoint.asked.length;
    const runs = await Promise.all(
      crowd.map(async ({ customer }) => {
        const { syncRun } = await customer.admin.syncNow();
        const { workspace } = (await customer.client.ask('{ viewer { workspace { id } } }')).viewer;
        for (let copy = 0; copy < 9; copy++)
          await queue.enqueue(syncRunJob, { workspace: workspace.id, run: syncRun.id });
        return syncRun as { id: string };
      }),
    );
    const workers = await Promise.all([hire(), hire()]);
    const outcomes = await Promise.all(runs.map(ended));
    // Copies of the jobs that are left.
    await sleep(1_000);
    expected += runs.length;
    effects += endpoint.asked.length - before + outcomes.reduce((sum, { attempt }) => sum + attempt - 1, 0);
    for (const { child } of workers) child.kill('SIGTERM');
    await Promise.all(workers.map(({ child }) => new Promise((resolve) => child.once('exit', resolve))));
  }
  await queue.stop();
  const value = `${effects} times for ${expected} runs, each enqueued ten times for two workers that begin at once`;
  tell({
    goal: 'G12',
    what: 'forced double starts: an endpoint was called',
    value,
    bound: 'once for each run',
    isMet: effects === expected,
  });
}
