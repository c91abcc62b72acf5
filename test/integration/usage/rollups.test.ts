import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '../../../src/features/kit/ctx.ts';
import type { Mapping, MetricMapping } from '../../../src/features/sources/domain/mapping.ts';
import { listMetrics, type Metric, ROLLUP_DAYS } from '../../../src/features/usage/index.ts';
import { addDays, type Day, windowEnding } from '../../../src/lib/day.ts';
import { startTestApp, type TestApp } from '../../kit/app.ts';
import { aMapping } from '../../kit/mappings.ts';
import { random, type StoredRow, storedDays, takeIn } from '../../kit/usage-intake.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const METRICS: readonly MetricMapping[] = [
  { name: 'sum', path: 'a', aggregation: 'SUM' },
  { name: 'last', path: 'b', aggregation: 'LAST' },
  { name: 'max', path: 'c', aggregation: 'MAX' },
  { name: 'later', path: 'd', aggregation: 'SUM' },
];

type Rollup = { id: string; first: Day; last: Day; days: number; totals: (number | null)[] };

/** What a rollup must be, from the stored days alone. */
function recompute(days: readonly StoredRow[], metrics: readonly Metric[], through: Day): Rollup[] {
  const { from } = windowEnding(through, ROLLUP_DAYS);
  const ids = [...new Set(days.map(({ id }) => id))];
  return ids.map((id) => {
    const own = days.filter((row) => row.id === id);
    const recent = own.filter(({ day }) => day >= from && day <= through);
    const totals = metrics.map(({ slot, aggregation }) => {
      const values = recent.flatMap(({ vals }) => vals[slot] ?? []);
      if (values.length === 0) return null;
      if (aggregation === 'SUM') return values.reduce((sum, value) => sum + value, 0);
      return aggregation === 'MAX' ? Math.max(...values) : (values.at(-1) ?? null);
    });
    return { id, first: own[0]?.day ?? '', last: own.at(-1)?.day ?? '', days: own.length, totals };
  });
}

async function storedRollups(ctx: Ctx): Promise<Rollup[]> {
  const rows = await ctx.db.sql.begin(
    (tx) => tx<(Omit<Rollup, 'totals'> & { totals: string })[]>`
    SELECT e.external_id AS id, r.first_day::text AS first, r.last_day::text AS last, r.day_count AS days,
      to_json(r.totals)::text AS totals
    FROM usage_rollups r JOIN external_accounts e ON e.workspace_id = r.workspace_id AND e.number = r.external_account
    WHERE r.workspace_id = ${ctx.actor.workspaceId} ORDER BY e.external_id`,
  );
  return rows.map(({ totals, ...rest }) => ({ ...rest, totals: JSON.parse(totals) }));
}

/** Applies an answer to a model of the store. Whole numbers only, so that sums do not depend on their order. */
function applyTo(model: Map<string, StoredRow>, mapping: Mapping, metrics: readonly Metric[], rows: readonly Row[]) {
  const fresh = new Map<string, (number | null)[]>();
  for (const row of rows) {
    const key = `${row.id} ${row.day}`;
    const values = fresh.get(key) ?? metrics.map(() => null);
    for (const { name, path, aggregation } of mapping.metrics) {
      const slot = metrics.findIndex((metric) => metric.name === name);
      const [before = null, value = null] = [values[slot], row[path as 'a']];
      if (value === null) continue;
      if (before === null || aggregation === 'LAST') values[slot] = value;
      else values[slot] = aggregation === 'SUM' ? before + value : Math.max(before, value);
    }
    fresh.set(key, values);
  }
  for (const [key, values] of fresh) {
    const [id = '', day = ''] = key.split(' ');
    const kept = model.get(key)?.vals ?? [];
    const vals = metrics.map(({ slot, name }) =>
      mapping.metrics.some((metric) => metric.name === name) ? (values[slot] ?? null) : (kept[slot] ?? null),
    );
    model.set(key, { id, day, vals });
  }
}

type Row = { id: string; day: Day; a: number | null; b: number | null; c: number | null; d: number | null };

test.each([1, 2, 3])('a random history equals its model, and rollups a recomputation, seed %i', async (seed) => {
  const { ctx } = await app.workspace();
  const { below } = random(seed);
  const model = new Map<string, StoredRow>();
  const start = '2026-01-20';
  let through = start;
  for (let sync = 0; sync < 8; sync++) {
    // Mostly forward, at times a backfill of older days; the synchronised day never goes back.
    const from = addDays(start, below(45));
    const window = { from, to: addDays(from, below(30)) };
    through = window.to > through ? window.to : through;
    const length = 1 + below(80);
    const value = () => (below(5) === 0 ? null : below(200) - 50);
    const rows: Row[] = Array.from({ length }, () => ({
      ...{ id: `A-${below(5)}`, day: addDays(window.from, below(30)) },
      // A row without any value would be an error row.
      ...{ a: value(), b: value(), c: value(), d: 1 },
    })).filter(({ day }) => day <= window.to);
    const count = sync < 3 ? 3 : 4;
    const chosen = METRICS.slice(0, count).filter(() => below(4) > 0);
    const mapped = chosen.length > 0 ? chosen : METRICS.slice(0, 1);
    const mapping = aMapping({ rowsPath: '@', metrics: mapped });
    const usable = rows.filter((row) => mapped.some(({ path }) => row[path as 'a'] !== null));

    const outcome = await takeIn(ctx, mapping, rows, { window, through });
    const metrics = await listMetrics(ctx);
    applyTo(model, mapping, metrics, usable);
    const expected = [...model.values()]
      .map((row) => ({ ...row, vals: metrics.map(({ slot }) => row.vals[slot] ?? null) }))
      .sort((a, b) => (a.id + a.day < b.id + b.day ? -1 : 1));
    const label = `seed ${seed}, sync ${sync}, ${window.from} to ${window.to}, through ${through}`;
    expect(await storedDays(ctx), label).toEqual(expected);
    expect(await storedRollups(ctx), label).toEqual(recompute(expected, metrics, through));
    expect(outcome.stored, label).toBe(new Set(usable.map(({ id, day }) => id + day)).size);
  }
});

test('a rollup follows the days: what falls out of the 30 days is no longer in it', async () => {
  const { ctx } = await app.workspace();
  const mapping = aMapping({ rowsPath: '@', metrics: METRICS.slice(0, 3) });
  const rowOn = (day: Day, a: number) => ({ id: 'A', day, a, b: a, c: a });
  const at = (day: Day) => ({ window: { from: day, to: day } });
  await takeIn(ctx, mapping, [rowOn('2026-01-01', 5)], at('2026-01-01'));
  expect(await storedRollups(ctx)).toMatchObject([{ totals: [5, 5, 5], days: 1 }]);
  await takeIn(ctx, mapping, [rowOn('2026-01-30', 2)], at('2026-01-30'));
  expect(await storedRollups(ctx)).toMatchObject([{ totals: [7, 2, 5], days: 2 }]);
  await takeIn(ctx, mapping, [], at('2026-01-31'));
  expect(await storedRollups(ctx)).toMatchObject([{ totals: [2, 2, 2], first: '2026-01-01', last: '2026-01-30' }]);
  await takeIn(ctx, mapping, [], at('2026-06-01'));
  expect(await storedRollups(ctx)).toMatchObject([{ totals: [null, null, null], days: 2 }]);
});
