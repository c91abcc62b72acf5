import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { windowEnding } from '../src/lib/day.ts';
import { systemClock, yesterday } from '../src/platform/clock.ts';
import { atLeast, leaveOut, tell } from './goal.ts';
import { connect, startInstall } from './install.ts';
import { median, megabytes, seconds, times } from './measure.ts';
import { watchPeaks } from './memory-of.ts';
import { numbers } from './options.ts';
import { asked, startEndpoint } from './start-endpoint.ts';

// The same job done otherwise, in turn with ours, from the same endpoint into the same database: fetch `--rows` rows with six
// metrics and have them stored under (account, day). Ours besides joins accounts, sums up 30 days and tells who watches.

type Spent = { readonly time: number; readonly bytes: number };
type Way = {
  readonly name: string;
  /** Times as long as ours, at least. */
  readonly goal: number;
  readonly table: string;
  readonly columns: string;
  readonly command: (endpoint: string, database: string) => readonly [string, ...string[]];
  /** Why it cannot be tried here. */
  readonly missing: () => string | null;
};

const { rows, rounds } = numbers({ rows: 900_000, rounds: 3 });
const accounts = Math.ceil(rows / 30);
const METRICS = 6;
const LEAST_MEMORY = 8;
const file = (name: string) => fileURLToPath(new URL(`alternatives/${name}`, import.meta.url));
const runs = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const FLOATS = ['logins', 'calls', 'seats', 'gigabytes', 'errors', 'minutes']
  .map((name) => `${name} float8`)
  .join(', ');

const WAYS: readonly Way[] = [
  {
    name: 'response.json(), jmespath, drizzle',
    goal: 8,
    table: 'typical_usage',
    columns: 'metrics jsonb NOT NULL',
    command: (endpoint, database) => [process.execPath, ...process.execArgv, file('typical.ts'), endpoint, database],
    missing: () => null,
  },
  {
    name: 'curl, jq, psql',
    goal: 4,
    table: 'piped_usage',
    columns: FLOATS,
    command: (endpoint, database) => ['bash', file('pipeline.sh'), endpoint, database],
    missing: () => {
      const tools = ['bash', 'curl', 'jq', 'psql'].filter((tool) => !runs(tool, '--version'));
      return tools.length === 0 ? null : `no ${tools.join(', ')} on this machine`;
    },
  },
  {
    name: 'dlt',
    goal: 30,
    table: 'loaded.loaded_usage',
    columns: '',
    command: (endpoint, database) => ['python3', file('dlt-pipeline.py'), endpoint, database],
    missing: () => (runs('python3', '-c', 'import dlt') ? null : 'python3 cannot import dlt on this machine'),
  },
];

const [install, endpoint] = [await startInstall(), await startEndpoint()];
try {
  const url = endpoint.url('usage', { accounts, metrics: METRICS }, { keep: true });
  await (await fetch(asked(url, windowEnding(yesterday(systemClock), 30)))).arrayBuffer();
  const ways = WAYS.filter(({ name, missing }) => {
    const why = missing();
    if (why) leaveOut(`G6 against ${name}: ${why}`);
    return why === null;
  });
  const worker = await install.hire();
  const ours: Spent[] = [];
  const theirs = new Map<Way, Spent[]>(ways.map((way) => [way, []]));
  for (let round = 0; round < rounds; round++) {
    ours.push(await syncOurs(worker.pid, url));
    for (const [way, spent] of theirs) spent.push(await tryWay(way, url));
  }
  const [time, bytes] = [median(ours.map((one) => one.time)), median(ours.map((one) => one.bytes))];
  const what = `${(accounts * 30).toLocaleString('en')} rows x ${METRICS}, fetched and stored`;
  const counted = `median of ${rounds}`;
  tell({ goal: 'G6', what, value: `${seconds(time)}, ${megabytes(bytes)} (${counted})`, bound: null, isMet: null });
  for (const [way, spent] of theirs) {
    const [theirTime, theirBytes] = [median(spent.map((one) => one.time)), median(spent.map((one) => one.bytes))];
    const slower = `${times(theirTime / time)} as long (${seconds(theirTime)})`;
    tell({ goal: 'G6', what: `the same by ${way.name}`, value: slower, ...atLeast(theirTime / time, way.goal, times) });
    const larger = `${times(theirBytes / bytes)} the memory (${megabytes(theirBytes)})`;
    const bound = atLeast(theirBytes / bytes, LEAST_MEMORY, times);
    tell({ goal: 'G6', what: `memory of ${way.name}`, value: larger, ...bound });
  }
} finally {
  endpoint.close();
  await install.close();
}
process.exit(0);

/** A first synchronisation, from the click to the end of its run; memory of the worker and its mapper. */
async function syncOurs(pid: number, url: string): Promise<Spent> {
  const { backfill } = await connect(await install.customer(), url, METRICS);
  await settle();
  const peaks = watchPeaks(pid);
  const begun = performance.now();
  const stored = await install.ended(await backfill());
  const time = performance.now() - begun;
  peaks.stop();
  if (stored.rows !== accounts * 30) throw new Error(`${stored.rows} rows were stored`);
  await install.sql.unsafe('TRUNCATE usage_days, usage_rollups, external_accounts');
  return { time, bytes: peaks.own() + peaks.mapper() };
}

async function tryWay({ name, table, columns, command }: Way, url: string): Promise<Spent> {
  const { sql, databaseUrl } = install;
  await sql.unsafe(`DROP TABLE IF EXISTS ${table}`);
  if (columns) {
    await sql.unsafe(
      `CREATE TABLE ${table} (account text NOT NULL, day date NOT NULL, ${columns}, PRIMARY KEY (account, day))`,
    );
  }
  await settle();
  const [program, ...args] = command(asked(url, windowEnding(yesterday(systemClock), 30)), databaseUrl);
  const begun = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const peaks = watchPeaks(child.pid ?? 0);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  const time = performance.now() - begun;
  peaks.stop();
  const [{ count } = { count: 0 }] = await sql.unsafe<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM ${table}`,
  );
  if (code !== 0 || count !== accounts * 30) throw new Error(`${name} ended with ${code} and stored ${count} rows`);
  await sql.unsafe(`DROP TABLE ${table}`);
  return { time, bytes: peaks.all() };
}

/** What the one before left to be written is not the next one's. */
async function settle(): Promise<void> {
  await install.sql`CHECKPOINT`;
  await sleep(500);
}
