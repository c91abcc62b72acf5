import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import connect from 'postgres';
import { openDatabase } from '../src/db/client.ts';
import { migrate } from '../src/db/migrate.ts';
import { DEFAULT_MODEL, previewHealthModel, scoreAccounts } from '../src/features/health/index.ts';
import type { Ctx } from '../src/features/kit/ctx.ts';
import { evaluateSignals } from '../src/features/signals/index.ts';
import { type ProfileBasis, publishUsage, refreshProfiles, type UsageCoverage } from '../src/features/usage/index.ts';
import { type Day, addDays as laterBy } from '../src/lib/day.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import { addDays, fillWorkspace, LAST_DAY } from './evaluation-data.ts';
import { atMost, tell } from './goal.ts';
import { megabytes, millis, seconds, timed, times } from './measure.ts';
import { forgetPeak, peakOf } from './memory-of.ts';
import { numbers } from './options.ts';
import { childrenCpu, ownCpu } from './process-costs.ts';
import { type Mark, mark } from './written.ts';

// What follows new data, step by step, as the worker does it: profiles of usage, the account table's columns of it, scores,
// signals; of a workspace that was filled a moment ago. Against one plain pass over the same days in the same run.

const { accounts, days, metrics } = numbers({ accounts: 10_000, days: 180, metrics: 6 });
const WRITTEN = ['usage_profiles', 'account_standings', 'health_scores', 'health_history', 'signals'];
/** The same process keeps the leases of synchronisations. */
const LONGEST_BLOCK_MS = 50;

const directory = await mkdtemp(join(tmpdir(), 'tributary-bench-'));
const postgres = await startEmbeddedPostgres({ directory });
await migrate(postgres.url);
const db = openDatabase({ url: postgres.url, ormConnections: 2, bulkConnections: 2 });
const sql = connect(postgres.url, { max: 1, onnotice: () => {} });
let now = new Date(`${laterBy(LAST_DAY, 1)}T06:00:00Z`);

try {
  const workspaceId = await fillWorkspace(sql, accounts, days, metrics);
  const ctx = {
    db: db.workspace(workspaceId),
    actor: { workspaceId, workspace: 'ws_bench', role: 'SYSTEM', keyId: null },
    clock: { now: () => now },
    pubsub: { publish: async () => {} },
    log: { warn: console.warn },
  } as unknown as Ctx;
  const first = laterBy(LAST_DAY, 1 - days);
  const upTo = (through: Day): UsageCoverage => ({ state: 'CURRENT', through, days: [{ from: first, to: through }] });
  await evaluate(ctx, 'the first', upTo(LAST_DAY), 10_000);
  await evaluate(ctx, 'without news', upTo(LAST_DAY), 2_000);
  await sql`INSERT INTO billing_snapshots SELECT workspace_id, account_id, day + 1, mrr, subscription, 'FAILED', 3, now()
    FROM billing_snapshots WHERE day = ${LAST_DAY} ORDER BY account_id LIMIT 1`;
  await evaluate(ctx, 'after a fact', upTo(LAST_DAY), 3_000);
  await addDays(sql, workspaceId, { accounts, metrics, from: -1, to: -1 });
  now = new Date(`${laterBy(LAST_DAY, 2)}T06:00:00Z`);
  await evaluate(ctx, 'after a new day', upTo(laterBy(LAST_DAY, 1)), 6_000);
  await preview(ctx, upTo(laterBy(LAST_DAY, 1)));
} finally {
  await Promise.all([db.close(), sql.end()]);
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

async function evaluate(ctx: Ctx, what: string, coverage: UsageCoverage, most: number): Promise<void> {
  const pass = await timed(() => plainPass(ctx.actor.workspaceId));
  const scans = await usageRead();
  const before = await mark(sql);
  let whole = 0;
  const watch = watchProcess();
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const [own, children] = [ownCpu(), childrenCpu()];
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    const started = performance.now();
    const result = await work();
    const took = performance.now() - started;
    loop.disable();
    whole += took;
    const cpu = `processor ${millis(ownCpu() - own)} here, ${millis(childrenCpu() - children)} in PostgreSQL`;
    process.stdout.write(`  ${what}, ${name}: ${millis(took)}; ${cpu}; longest block ${millis(loop.max / 1e6)}\n`);
    return result;
  };
  const basis: ProfileBasis | null = await step('profiles', () => refreshProfiles(ctx, coverage));
  if (basis) await step('usage published', () => publishUsage(ctx, basis));
  const { bandsChanged } = await step('scores', () => scoreAccounts(ctx, coverage, basis));
  const { raised, resolved } = await step('signals', () => evaluateSignals(ctx, coverage, basis));
  const { block, peak, own, children } = watch();
  const { wal, rows } = await written(before);
  const read = (await usageRead()) - scans;
  const came = `${bandsChanged} bands changed, ${raised} signals raised, ${resolved} resolved`;
  const wrote = `written ${rows}, ${megabytes(wal)} of log; ${read.toLocaleString('en')} rows of days read`;
  process.stdout.write(`  ${what}: ${came}; ${wrote}; digest ${await digest()}\n`);
  const title = `evaluation of ${accounts.toLocaleString('en')} accounts, ${what}`;
  const against = `${times(whole / pass)} of one pass over the days`;
  const cpu = `${seconds(own)} of processor here, ${seconds(children)} in PostgreSQL`;
  const value = `${seconds(whole)}, ${against}; ${cpu}`;
  const goal = 'evaluation';
  tell({ goal, what: title, value, ...atMost(whole, (most * accounts) / 10_000, seconds) });
  tell({ goal, what: `${title}: longest block`, value: millis(block), ...atMost(block, LONGEST_BLOCK_MS, millis) });
  tell({ goal, what: `${title}: peak memory`, value: megabytes(peak), ...atMost(peak, 500e6, megabytes) });
}

/** What somebody waits for who tries other weights, in the server's process. */
async function preview(ctx: Ctx, coverage: UsageCoverage): Promise<void> {
  const watch = watchProcess();
  const owner = { ...ctx, actor: { ...ctx.actor, role: 'OWNER' } } as Ctx;
  const weights = { ...DEFAULT_MODEL.weights, ADOPTION: 20, SUPPORT: 25 };
  const took = await timed(async () => {
    const result = await previewHealthModel(owner, { model: { weights } } as never, async () => coverage);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
  });
  const { block, peak, own } = watch();
  const title = `preview of a model over ${accounts.toLocaleString('en')} accounts`;
  const value = `${seconds(took)}; ${seconds(own)} of processor here; peak memory ${megabytes(peak)}`;
  tell({ goal: 'evaluation', what: title, value, ...atMost(took, accounts / 10, seconds) });
  const what = `${title}: longest block`;
  tell({ goal: 'evaluation', what, value: millis(block), ...atMost(block, LONGEST_BLOCK_MS, millis) });
}

/** Sums of every metric by account: the least that can be computed from days. */
async function plainPass(workspaceId: number): Promise<void> {
  const slots = [...Array(metrics).keys()];
  const sums = slots.map((slot) => `sum(vals[${slot + 1}]) AS s${slot}`).join(', ');
  // Looked at: PostgreSQL leaves out what nobody wants to know.
  const all = slots.map((slot) => `count(s${slot})`).join(', ');
  await sql.unsafe(
    `SELECT ${all} FROM (SELECT external_account, ${sums} FROM usage_days WHERE workspace_id = $1
      GROUP BY external_account OFFSET 0) s`,
    [workspaceId],
  );
}

function watchProcess() {
  forgetPeak(process.pid);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const [own, children] = [ownCpu(), childrenCpu()];
  return () => {
    loop.disable();
    return {
      block: loop.max / 1e6,
      peak: peakOf(process.pid),
      own: ownCpu() - own,
      children: childrenCpu() - children,
    };
  };
}

/** Rows of days that PostgreSQL read so far, which it tells a second late. */
async function usageRead(): Promise<number> {
  await sleep(1_500);
  const [row] = await sql<{ read: number }[]>`
    SELECT (seq_tup_read + coalesce(idx_tup_fetch, 0))::float8 AS read FROM pg_stat_user_tables WHERE relname = 'usage_days'`;
  return row?.read ?? Number.NaN;
}

/** Of everything that was derived: whoever makes it faster sees that it stayed the same. */
async function digest(): Promise<string> {
  const of = (columns: string, table: string) =>
    `(SELECT coalesce(sum(hashtextextended((${columns})::text, 0)), 0) FROM ${table} t)`;
  const [row] = await sql.unsafe<{ digest: string }[]>(
    `SELECT md5(concat_ws(' ', ${[
      of('t', 'usage_profiles'),
      of('t', 'account_standings'),
      of('t', 'health_scores'),
      of('t', 'health_history'),
      of(
        'account_id, type, subject, severity, arr, owner, state, evidence, raised_at, raised_on, resolved_at',
        'signals',
      ),
    ].join(', ')})) AS digest`,
  );
  return row?.digest ?? '';
}

async function written({ lsn, transaction }: Mark): Promise<{ readonly wal: number; readonly rows: string }> {
  const [row] = await sql<{ wal: number }[]>`
    SELECT (pg_current_wal_insert_lsn() - ${lsn}::text::pg_lsn)::float8 AS wal`;
  const rows: string[] = [];
  for (const table of WRITTEN) {
    // A database of minutes: its transaction numbers do not wrap around.
    const [{ count } = { count: 0 }] = await sql.unsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM ${table} WHERE xmin::text::bigint > $1::text::bigint`,
      [transaction],
    );
    rows.push(`${count} of ${table}`);
  }
  return { wal: row?.wal ?? Number.NaN, rows: rows.join(', ') };
}
