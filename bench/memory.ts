import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, leaveOut, tell } from './goal.ts';
import { connect, startInstall } from './install.ts';
import { megabytes } from './measure.ts';
import { watchPeaks, watchShare } from './memory-of.ts';
import { numbers } from './options.ts';
import { startEndpoint } from './start-endpoint.ts';

// What a synchronisation of a small and of a large answer takes of memory, in every process: `--small` and `--large` are
// accounts of 30 days, each day's row with `--metrics` metrics. Processes are fresh for each answer. Every process of Node.js has
// some 40 MB of the same program in memory, so what worker and mapper take together is counted by shares (PSS); the resident
// set of each stands beside it.

const GOAL_BYTES = 160e6;
const GOAL_GROWTH = 0.1;

const { small, large, metrics } = numbers({ small: 9_400, large: 98_000, metrics: 25 });

type Peak = { readonly name: string; readonly sync: number };
const peaks: Peak[] = [];
for (const accounts of [small, large]) {
  try {
    peaks.push(await measure(accounts));
  } catch (error) {
    leaveOut(`G3 peak memory with ${accounts * 30} rows: ${(error as Error).message.split('\n')[0]}`);
  }
}
const [first, last] = peaks;
if (first && last) {
  const growth = last.sync / first.sync - 1;
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
  const what = `growth of peak memory from ${first.name} to ${last.name}`;
  tell({ goal: 'G3', what, value: percent(growth), ...atMost(growth, GOAL_GROWTH, percent) });
}
process.exit(0);

async function measure(accounts: number): Promise<Peak> {
  const [install, endpoint] = [await startInstall(), await startEndpoint()];
  try {
    const customer = await install.customer();
    const server = watchPeaks(install.server.pid);
    const { backfill } = await connect(customer, endpoint.url('memory', { accounts, metrics }), metrics);
    server.stop();
    const hired = await install.hire();
    // Children are started warm.
    await sleep(2_000);
    const worker = watchPeaks(hired.pid);
    const share = watchShare(hired.pid);
    const rest = share.most();
    const postgres = await watchBackends();
    const started = performance.now();
    const run = await backfill();
    const { rows } = await install.ended(run);
    const took = (performance.now() - started) / 1000;
    worker.stop();
    share.stop();
    postgres.stop();
    if (rows !== accounts * 30) throw new Error(`${rows} rows were stored`);
    const [{ bytes } = { bytes: 0 }] = await install.sql<{ bytes: number }[]>`
      SELECT response_bytes::float8 AS bytes FROM sync_runs WHERE id = ${run.id}`;
    const name = bytes >= 1e9 ? `${(bytes / 1e9).toFixed(2)} GB` : megabytes(bytes);
    const sync = share.most();
    const value =
      `${megabytes(sync)} over worker and mapper, ${megabytes(rest)} at rest (resident: ${megabytes(worker.own())} and ` +
      `${megabytes(worker.mapper())}); beside them an idle mapper, ${megabytes(worker.mappers() - worker.mapper())}; server and its ` +
      `mapper, for the test call, ${megabytes(server.own())} and ${megabytes(server.mapper())}; largest backend of PostgreSQL ` +
      `${megabytes(postgres.most())}; ${took.toFixed(1)} s`;
    tell({ goal: 'G3', what: `peak memory of a ${name} sync`, value, ...atMost(sync, GOAL_BYTES, megabytes) });
    return { name, sync };
  } finally {
    endpoint.close();
    await install.close();
  }

  /** The largest backend, shared buffers included: they are each one's own and counted in each. */
  async function watchBackends() {
    const watched = new Map<number, ReturnType<typeof watchPeaks>>();
    const look = async () => {
      const backends = await install.sql<
        { pid: number }[]
      >`SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'`;
      for (const { pid } of backends) if (!watched.has(pid)) watched.set(pid, watchPeaks(pid));
    };
    await look();
    const timer = setInterval(() => void look().catch(() => {}), 500);
    return {
      stop: () => {
        clearInterval(timer);
        for (const peaks of watched.values()) peaks.stop();
      },
      most: () => Math.max(...[...watched.values()].map((peaks) => peaks.own())),
    };
  }
}
