import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TransactionSql } from 'postgres';
import connect from 'postgres';
import { openDatabase, type Scope } from '../src/db/client.ts';
import { copyInto } from '../src/db/copy.ts';
import { migrate } from '../src/db/migrate.ts';
import type { Ctx } from '../src/features/kit/ctx.ts';
import { type Metric, storeUsage } from '../src/features/usage/index.ts';
import { addDays, mustEpochDay } from '../src/lib/day.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import { machine, median, seconds, timed } from './measure.ts';
import { copyStreams, type Rows } from './staged-copy.ts';

// What storing alone costs: ready COPY streams go through `storeUsage` as a run would send them, statement by statement,
// beside a bare COPY of the same rows in the same round. Options: --accounts --days --metrics --rounds --order DAY, and
// --history 400 to put one day on top of so many. `again` is the first to read what `first` wrote, and marks it as committed,
// which with checksums goes through the log; `settled` comes after a vacuum, as all later runs do.

const { values: options } = parseArgs({
  options: {
    accounts: { type: 'string', default: '30000' },
    days: { type: 'string', default: '30' },
    metrics: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '5' },
    order: { type: 'string', default: 'ACCOUNT' },
    history: { type: 'string', default: '0' },
    aggregation: { type: 'string', default: 'SUM' },
  },
  // The suite hands the same arguments to all.
  strict: false,
  allowPositionals: true,
});
const [accounts, days, count, rounds, history] = [
  options.accounts,
  options.days,
  options.metrics,
  options.rounds,
  options.history,
].map(Number) as [number, number, number, number, number];
const LAST_DAY = '2026-06-30';
const metrics: Metric[] = Array.from({ length: count }, (_, slot) => ({
  slot,
  name: `m${slot}`,
  aggregation: options.aggregation as Metric['aggregation'],
}));
const shape: Rows = {
  accounts,
  days,
  metrics: count,
  firstDay: mustEpochDay(addDays(LAST_DAY, 1 - days)),
  order: options.order === 'DAY' ? 'DAY' : 'ACCOUNT',
};

const directory = await mkdtemp(join(tmpdir(), 'tributary-bench-'));
const postgres = await startEmbeddedPostgres({ directory });
await migrate(postgres.url);
const db = openDatabase({ url: postgres.url, ormConnections: 2, bulkConnections: 2 });
const sql = connect(postgres.url, { max: 1, onnotice: () => {} });

/** Milliseconds of each step, by the first words of its statement, for each round. */
type Steps = Map<string, number[]>;

try {
  const streams = copyStreams(shape);
  const figures = { bare: [] as number[], first: [] as number[], again: [] as number[], settled: [] as number[] };
  const wal = { first: [] as number[], again: [] as number[], settled: [] as number[] };
  const steps = { first: new Map() as Steps, again: new Map() as Steps, settled: new Map() as Steps };
  for (let round = 0; round < rounds; round++) {
    figures.bare.push(await bare(streams.bare));
    const [row] = await sql<{ id: number }[]>`
      INSERT INTO workspaces (id, name, created_at) VALUES (${`ws_${round}`}, 'bench', now()) RETURNING workspace_id AS id`;
    const workspaceId = row?.id ?? 0;
    if (history > 0) await givePast(workspaceId);
    for (const kind of ['first', 'again', 'settled'] as const) {
      if (kind === 'settled') await sql.unsafe('VACUUM usage_days, usage_rollups, external_accounts');
      await sql`CHECKPOINT`;
      const before = await walPosition();
      const took = await timed(() => store(workspaceId, streams, steps[kind]));
      figures[kind].push(took);
      wal[kind].push((await walPosition()) - before);
    }
    await sql.unsafe('TRUNCATE usage_days, usage_rollups, external_accounts');
  }
  const limit = median(figures.bare);
  process.stdout.write(`${accounts * days} rows x ${count} metrics, ${options.order} by ${options.order}`);
  process.stdout.write(`${history > 0 ? `, on top of ${history} days` : ''}; ${rounds} rounds; ${machine()}\n`);
  process.stdout.write(`bare COPY ${seconds(limit)}\n`);
  for (const kind of ['first', 'again', 'settled'] as const) {
    const figure = median(figures[kind]);
    const megabytes = (median(wal[kind]) / 1e6).toFixed(2);
    process.stdout.write(`${kind}: ${seconds(figure)} = ${(figure / limit).toFixed(2)}x, ${megabytes} MB of WAL\n`);
    for (const [step, values] of steps[kind])
      process.stdout.write(`  ${median(values).toFixed(0).padStart(6)} ms  ${step}\n`);
  }
} finally {
  await Promise.all([db.close(), sql.end()]);
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

async function walPosition(): Promise<number> {
  const [row] = await sql<{ at: number }[]>`SELECT (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::float8 AS at`;
  return row?.at ?? Number.NaN;
}

/** Into an empty table with a primary key: the least that storing the rows could cost. */
async function bare(image: Buffer): Promise<number> {
  await sql.unsafe(`
    DROP TABLE IF EXISTS bare;
    CREATE TABLE bare (account int NOT NULL, day date NOT NULL, vals float8[] NOT NULL, PRIMARY KEY (account, day))`);
  await sql`CHECKPOINT`;
  return timed(() => sql.begin((tx) => copyAll(tx, image)));
}

async function copyAll(tx: TransactionSql, image: Buffer): Promise<void> {
  const copy = await copyInto(tx, 'bare');
  for (let at = 0; at < image.length; at += 65_536) await copy.write(image.subarray(at, at + 65_536));
  await copy.end();
}

/** `history` days of every account before the days that the streams bring, as if synchronised long ago. */
async function givePast(workspaceId: number): Promise<void> {
  const names = metrics.map(({ slot }) => `(a * ${slot + 7} + d) % 5000`).join(', ');
  await sql.unsafe(
    `INSERT INTO external_accounts SELECT $1, a, 'acc_' || lpad((a - 1)::text, 6, '0') FROM generate_series(1, $2) a`,
    [workspaceId, accounts],
  );
  await sql.unsafe(
    `INSERT INTO usage_days SELECT $1, a, $2::date - $4::int - d, ARRAY[${names}]::float8[]
     FROM generate_series($3::int - 1, 0, -1) d, generate_series(1, $5::int) a`,
    [workspaceId, LAST_DAY, history, days, accounts],
  );
  await sql.unsafe(
    `INSERT INTO usage_rollups SELECT workspace_id, external_account, min(day), max(day), count(*), '{}'
     FROM usage_days WHERE workspace_id = $1 GROUP BY 1, 2`,
    [workspaceId],
  );
  await sql.unsafe('VACUUM ANALYZE usage_days');
}

async function store(workspaceId: number, streams: ReturnType<typeof copyStreams>, steps: Steps): Promise<void> {
  const scope = watched(db.workspace(workspaceId), steps);
  const ctx = { db: scope, actor: { workspaceId } } as unknown as Ctx;
  const rest = null;
  await storeUsage(
    ctx,
    { metrics, mappedSlots: metrics.map(({ slot }) => slot) },
    async (staging) => {
      const took = await timed(async () => {
        for (const table of ['rows', 'accounts'] as const) {
          const image = streams[table];
          for (let at = 0; at < image.length; at += 65_536) {
            await staging.write(table, image.subarray(at, at + 65_536));
          }
        }
      });
      note(steps, 'rows and accounts staged', took);
      return { duplicates: 0, hasTotals: false, through: LAST_DAY, rest };
    },
    async () => {},
    async () => {},
  );
}

/** The scope, with the time of each of its statements noted. A COPY is not one: its time is that of who sends. */
function watched(scope: Scope, steps: Steps): Scope {
  const timing = (text: string, query: Promise<unknown>): void => {
    if (text.trimStart().startsWith('COPY')) return;
    const started = performance.now();
    const step = text.trim().replace(/\s+/g, ' ').slice(0, 90);
    query.then(
      () => note(steps, step, performance.now() - started),
      () => {},
    );
  };
  const watch = (tx: TransactionSql): TransactionSql => {
    const template = (strings: TemplateStringsArray, ...parameters: never[]) => {
      const query = tx(strings, ...parameters);
      timing(strings.join('$'), query);
      return query;
    };
    const unsafe: TransactionSql['unsafe'] = (text, ...parameters) => {
      const query = tx.unsafe(text, ...(parameters as [])) as never;
      timing(text, query);
      return query;
    };
    return Object.assign(template, tx, { unsafe }) as unknown as TransactionSql;
  };
  return { ...scope, sql: { begin: (work) => scope.sql.begin((tx) => work(watch(tx))) } };
}

function note(steps: Steps, step: string, took: number): void {
  const values = steps.get(step) ?? [];
  values.push(took);
  steps.set(step, values);
}
