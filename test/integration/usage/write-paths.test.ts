import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '../../../src/features/kit/ctx.ts';
import type { MetricMapping } from '../../../src/features/sources/domain/mapping.ts';
import { listMetrics, type Metric, ROLLUP_DAYS } from '../../../src/features/usage/index.ts';
import { addDays, type Day, windowEnding } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { aMapping } from '../../kit/mappings.ts';
import { random, storedDays, takeIn, tuplesOf } from '../../kit/usage-intake.ts';

// A first history, most of what is stored, and a day on top of years are written in three ways: the outcome must be one.

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const METRICS: readonly MetricMapping[] = [
  { name: 'sum', path: 'a', aggregation: 'SUM' },
  { name: 'last', path: 'b', aggregation: 'LAST' },
  { name: 'max', path: 'c', aggregation: 'MAX' },
];
const MAPPING = aMapping({ rowsPath: '@', metrics: [...METRICS] });
const START = '2026-01-01';

type Row = { id: string; day: Day; a: number | null; b: number | null; c: number };

/** Fractions, whose sum depends on the order in which they are added. */
function rowsOf(seed: number, accounts: number, days: number, below: (bound: number) => number): Row[] {
  const value = () => (below(4) === 0 ? null : below(1000) / 7 - 30);
  const all = Array.from({ length: accounts * days }, (_, cell) => ({
    ...{ id: `A-${seed}-${cell % accounts}`, day: addDays(START, Math.floor(cell / accounts)) },
    ...{ a: value(), b: value(), c: below(50) },
  }));
  return shuffled(
    all.filter(() => below(5) > 0),
    below,
  );
}

function shuffled<T>(values: readonly T[], below: (bound: number) => number): T[] {
  const mixed = [...values];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

/** Stored rollups and what plain SQL makes of the stored days, by external id, where the two differ. */
async function wrongRollups(ctx: Ctx, through: Day): Promise<unknown[]> {
  const { from } = windowEnding(through, ROLLUP_DAYS);
  const metrics = await listMetrics(ctx);
  const recent = `d.day BETWEEN '${from}' AND '${through}'`;
  const total = ({ slot, aggregation }: Metric) => {
    const value = `d.vals[${slot + 1}]`;
    if (aggregation === 'MAX') return `max(${value}) FILTER (WHERE ${recent})`;
    if (aggregation === 'SUM') return `sum(${value} ORDER BY d.day) FILTER (WHERE ${recent})`;
    return `(array_agg(${value} ORDER BY d.day DESC) FILTER (WHERE ${recent} AND ${value} IS NOT NULL))[1]`;
  };
  const rows = await ctx.db.sql.begin((tx) =>
    tx.unsafe(
      `SELECT * FROM (
         SELECT d.external_account, min(d.day), max(d.day), count(*)::int, ARRAY[${metrics.map(total).join(', ')}]::float8[]
         FROM usage_days d WHERE d.workspace_id = $1 GROUP BY 1) made (number, first_day, last_day, day_count, totals)
       FULL JOIN (SELECT external_account AS number, first_day, last_day, day_count, totals
         FROM usage_rollups WHERE workspace_id = $1) kept USING (number)
       WHERE ROW(made.first_day, made.last_day, made.day_count, made.totals)
         IS DISTINCT FROM ROW(kept.first_day, kept.last_day, kept.day_count, kept.totals)`,
      [ctx.actor.workspaceId],
    ),
  );
  return [...rows];
}

const rollupsOf = (ctx: Ctx) =>
  ctx.db.sql.begin(
    (tx) => tx`
    SELECT e.external_id, r.first_day::text, r.last_day::text, r.day_count, r.totals::text
    FROM usage_rollups r JOIN external_accounts e ON e.workspace_id = r.workspace_id AND e.number = r.external_account
    WHERE r.workspace_id = ${ctx.actor.workspaceId} ORDER BY e.external_id`,
  );

test.each([1, 2, 3, 4])('a history comes to the same at once, in pieces and day by day, seed %i', async (seed) => {
  const { below } = random(seed * 31);
  const days = 35 + below(20);
  const rows = rowsOf(seed, 4, days, below);
  const last = addDays(START, days - 1);
  const take = async (ctx: Ctx, from: number, to: number, through: Day) => {
    const window = { from: addDays(START, from), to: addDays(START, to) };
    const some = rows.filter(({ day }) => day >= window.from && day <= window.to);
    // Accounts in another order than before, and at times in the same.
    await takeIn(ctx, MAPPING, below(2) === 0 ? some : shuffled(some, below), { window, through });
    expect(await wrongRollups(ctx, through), `days ${from} to ${to}, through ${through}`).toEqual([]);
  };
  const [atOnce, inPieces, byDay] = [await app.workspace(), await app.workspace(), await app.workspace()];
  await take(atOnce.ctx, 0, days - 1, last);
  const cut = 5 + below(days - 10);
  // The later days first, as a source that is connected before its past is asked for; some of them twice.
  await take(inPieces.ctx, cut, days - 1, last);
  await take(inPieces.ctx, 0, cut + 2, last);
  for (let day = 0; day < days; day++) await take(byDay.ctx, day, day, addDays(START, day));

  const [days1, rollups1] = [await storedDays(atOnce.ctx), await rollupsOf(atOnce.ctx)];
  expect(rollups1).toHaveLength(4);
  for (const { ctx } of [inPieces, byDay]) {
    expect(await storedDays(ctx)).toEqual(days1);
    expect([...(await rollupsOf(ctx))]).toEqual([...rollups1]);
  }
  // The same once more, through other ways than it came.
  const before = await Promise.all([atOnce, inPieces, byDay].map(({ ctx }) => tuplesOf(ctx)));
  await take(atOnce.ctx, days - 1, days - 1, last);
  for (const { ctx } of [inPieces, byDay]) await take(ctx, 0, days - 1, last);
  expect(await Promise.all([atOnce, inPieces, byDay].map(({ ctx }) => tuplesOf(ctx)))).toEqual(before);
});

test('one day on top of a long history: what changed, what is new and what is not mapped', async () => {
  const { ctx } = await app.workspace();
  const history = { from: START, to: addDays(START, 39) };
  const of = (id: string, days: readonly number[], a: number) =>
    days.map((day) => ({ id, day: addDays(START, day), a, b: a, c: a }));
  const all = Array.from({ length: 40 }, (_, day) => day);
  await takeIn(ctx, MAPPING, [...of('A', all, 1), ...of('B', all, 2)], { window: history });
  const narrow = aMapping({ rowsPath: '@', metrics: METRICS.slice(0, 1) });
  const day = addDays(START, 39);
  const outcome = await takeIn(ctx, narrow, [...of('B', [39], 2), ...of('A', [39], 9), ...of('C', [39], 5)], {
    window: { from: day, to: day },
  });
  expect(outcome).toMatchObject({ stored: 3, changed: 2 });
  expect((await storedDays(ctx)).filter((row) => row.day === day)).toEqual([
    { id: 'A', day, vals: [9, 1, 1] },
    { id: 'B', day, vals: [2, 2, 2] },
    { id: 'C', day, vals: [5, null, null] },
  ]);
  expect(await wrongRollups(ctx, day)).toEqual([]);
});

test('totals follow an aggregation that changes, though no day does', async () => {
  const { ctx } = await app.workspace();
  const window = { from: START, to: addDays(START, 9) };
  const rows = Array.from({ length: 10 }, (_, day) => ({ id: 'A', day: addDays(START, day), a: day }));
  const as = (aggregation: 'SUM' | 'MAX') =>
    aMapping({ rowsPath: '@', metrics: [{ name: 'sum', path: 'a', aggregation }] });
  await takeIn(ctx, as('SUM'), rows, { window });
  expect(await rollupsOf(ctx)).toMatchObject([{ totals: '{45}' }]);
  expect(await takeIn(ctx, as('MAX'), rows, { window })).toMatchObject({ changed: 0 });
  expect(await rollupsOf(ctx)).toMatchObject([{ totals: '{9}' }]);
});
