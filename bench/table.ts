import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import connect from 'postgres';
import { openDatabase } from '../src/db/client.ts';
import { migrate } from '../src/db/migrate.ts';
import { ormOver, prepareForOrm } from '../src/db/orm.ts';
import {
  type AskedAccounts,
  askAccounts,
  countAccounts,
  exportAccounts,
  listAccounts,
  ORDER_KEYS,
  type OrderField,
} from '../src/features/accounts/index.ts';
import type { Ctx } from '../src/features/kit/ctx.ts';
import { listMetrics, publishUsage, refreshProfiles } from '../src/features/usage/index.ts';
import { csvLine } from '../src/lib/csv.ts';
import { addDays } from '../src/lib/day.ts';
import { startEmbeddedPostgres } from '../src/platform/postgres/embedded.ts';
import { atMost, tell } from './goal.ts';
import { median, millis, timed } from './measure.ts';
import { numbers } from './options.ts';
import { fillWorkspace, LAST_DAY, unrolled } from './table-data.ts';

// The account table at `--accounts` accounts in each of three workspaces: what PostgreSQL takes for a page of 50 by each order
// and with some filters, against the page that reads the days themselves, in the same rounds; and what keeping the table costs.

const { accounts, days, rounds } = numbers({ accounts: 10_000, days: 90, rounds: 7 });
const PAGE = { first: 50, after: null };

const directory = await mkdtemp(join(tmpdir(), 'tributary-bench-'));
const postgres = await startEmbeddedPostgres({ directory });
await migrate(postgres.url);
const db = openDatabase({ url: postgres.url, ormConnections: 2, bulkConnections: 2 });
const sql = connect(postgres.url, { max: 1, onnotice: () => {} });
const client = prepareForOrm(connect(postgres.url, { max: 1, onnotice: () => {} }));

/** What PostgreSQL took for the statements since the last look, planning included. */
let taken = 0;
const explain = async (text: string, parameters: readonly unknown[]) => {
  const [row] = await client.unsafe(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, parameters as never[]);
  const [plan] = (row?.['QUERY PLAN'] ?? []) as { 'Planning Time': number; 'Execution Time': number }[];
  taken += (plan?.['Planning Time'] ?? Number.NaN) + (plan?.['Execution Time'] ?? Number.NaN);
};
const watched = ormOver(undefined, {
  run: async (text, parameters, inArrays) => {
    await explain(text, parameters);
    const query = client.unsafe(text, parameters as never[]);
    return inArrays ? query.values() : query;
  },
  begin: () => Promise.reject(new Error('reads only')),
});
const clock = { now: () => new Date(`${addDays(LAST_DAY, 1)}T12:00:00Z`) };

try {
  const workspaces: number[] = [];
  for (let number = 1; number <= 3; number++) workspaces.push(await fillWorkspace(sql, number, accounts, days));
  const workspaceId = workspaces[1] ?? 0;
  const ctx = { db: db.workspace(workspaceId), actor: { workspaceId }, clock } as unknown as Ctx;
  await measureWrites(ctx, workspaces);
  await client.unsafe(`SET ROLE tributary_app; SET tributary.workspace = '${workspaceId}'`);
  const reading = { ...ctx, db: { orm: watched } } as unknown as Ctx;
  for (const state of ['young', 'analysed']) {
    if (state === 'analysed') await sql.unsafe('VACUUM ANALYZE');
    await measureReads(reading, state, workspaceId);
  }
} finally {
  await Promise.all([db.close(), sql.end(), client.end()]);
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

async function measureWrites(ctx: Ctx, workspaces: readonly number[]): Promise<void> {
  const window = { from: addDays(LAST_DAY, 1 - days), to: LAST_DAY };
  const coverage = { state: 'CURRENT' as const, through: LAST_DAY, days: [window] };
  for (const id of workspaces) {
    const its = { ...ctx, db: db.workspace(id), actor: { ...ctx.actor, workspaceId: id } };
    const made = await refreshProfiles(its, coverage);
    if (!made) throw new Error('there are no profiles');
    // Without what they were made from, nobody knows that they are published already.
    const { madeFrom: _, ...basis } = made;
    if (id !== workspaces[0]) {
      await publishUsage(its, basis);
      continue;
    }
    const [first, same] = [await timed(() => publishUsage(its, basis)), await timed(() => publishUsage(its, basis))];
    await sql.unsafe(
      'UPDATE usage_profiles SET recent = ARRAY(SELECT v * 1.01 FROM unnest(recent) v) WHERE workspace_id = $1',
      [id],
    );
    const daily = await timed(() => publishUsage(its, basis));
    const what = `usage of ${accounts.toLocaleString('en')} accounts into the table`;
    tell({
      goal: 'G7',
      what: `${what}, every row changed`,
      value: `${millis(daily)} (the first time ${millis(first)})`,
      ...atMost(daily, 1_000, millis),
    });
    tell({ goal: 'G7', what: `${what}, none changed`, value: millis(same), bound: null, isMet: null });
  }
}

type Measured = { readonly what: string; readonly page: number; readonly count: number };

async function measureReads(ctx: Ctx, state: string, workspaceId: number): Promise<void> {
  const metrics = await listMetrics(ctx);
  const slow: number[] = [];
  const ask = async (what: string, asked: AskedAccounts): Promise<Measured> => {
    const query = await askAccounts(ctx, asked, async () => metrics);
    if (!query.ok) throw new Error(JSON.stringify(query.error));
    const [page, count]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      taken = 0;
      await listAccounts(ctx, PAGE, query.value);
      page.push(taken);
      taken = 0;
      await countAccounts(ctx, query.value);
      count.push(taken);
    }
    const measured = { what, page: median(page), count: median(count) };
    const range = (all: readonly number[]) => `${millis(median(all))} (at least ${millis(Math.min(...all))})`;
    process.stdout.write(`  ${state} ${what}: page ${range(page)}, count ${range(count)}\n`);
    return measured;
  };
  for (let round = 0; round < 3; round++) {
    taken = 0;
    await explain(unrolled(round), [workspaceId]);
    slow.push(taken);
  }
  const orders: Measured[] = [];
  for (const field of Object.keys(ORDER_KEYS) as OrderField[]) {
    const metric = field.startsWith('USAGE') ? { metric: 'm3' } : {};
    orders.push(await ask(`by ${field}`, { orderBy: { field, direction: 'DESC', ...metric } }));
  }
  const byName = await ask('by default', {});
  const byMetric = orders.find(({ what }) => what === 'by USAGE') ?? byName;
  const filtered = [
    await ask('poor health, by ARR', {
      filter: { healthBands: ['POOR'] },
      orderBy: { field: 'ARR', direction: 'DESC' },
    }),
    await ask('of one owner, by index', {
      filter: { owner: 'owner3@example.com' },
      orderBy: { field: 'ACTIVITY_INDEX', direction: 'ASC' },
    }),
    await ask('falling, renewing soon, by change', {
      filter: { renewsWithinDays: 90, activityChange: { max: 0 } },
      orderBy: { field: 'ACTIVITY_CHANGE', direction: 'ASC' },
    }),
    await ask('by two metrics and a plan, by name', {
      filter: {
        plan: 'pro',
        usage: [
          { metric: 'm0', min: 100 },
          { metric: 'm1', min: 100 },
        ],
      },
    }),
    await ask('by text, by a metric', {
      filter: { text: 'ab1' },
      orderBy: { field: 'USAGE', metric: 'm1', direction: 'DESC' },
    }),
    await ask('everybody by both tables, by name', { filter: { seats: { min: 0 }, openSignalCount: { min: 0 } } }),
  ];
  const longest = (all: readonly Measured[]) => all.reduce((most, one) => (one.page > most.page ? one : most));
  const unrolledMs = median(slow);
  const tellPage = (what: string, { page, what: which }: Measured, most: number) =>
    tell({
      goal: 'G7',
      what: `${what}, ${state} workspace`,
      value: `${millis(page)} (${which})`,
      ...atMost(page, most, millis),
    });
  tellPage('default order', byName, 2);
  tellPage('slowest order', longest(orders), 12);
  tellPage('slowest filter with order', longest(filtered), 10);
  const ratio = unrolledMs / byMetric.page;
  const value = `1/${ratio.toFixed(0)} (${millis(unrolledMs)} against ${millis(byMetric.page)}; of the default order 1/${(unrolledMs / byName.page).toFixed(0)})`;
  tell({
    goal: 'G7',
    what: `page by a metric against the un-rolled query, ${state} workspace`,
    value,
    bound: '<= 1/100',
    isMet: ratio >= 100,
  });
  if (state === 'young') return;
  const whole = await askAccounts(
    ctx,
    { orderBy: { field: 'ACTIVITY_INDEX', direction: 'DESC' } },
    async () => metrics,
  );
  if (!whole.ok) return;
  const snapshot = db.workspace(workspaceId).snapshot();
  let bytes = 0;
  const took = await timed(async () => {
    for await (const batch of exportAccounts({ ...ctx, db: snapshot }, whole.value)) {
      for (const { account, standing } of batch)
        bytes += csvLine([account.name, standing?.activityIndex ?? null]).length;
    }
  });
  snapshot.end();
  tell({
    goal: 'G7',
    what: `reading all ${accounts.toLocaleString('en')} accounts for an export`,
    value: `${millis(took)} (${bytes} bytes of two columns)`,
    bound: null,
    isMet: null,
  });
}
