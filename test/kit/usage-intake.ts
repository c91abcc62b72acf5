import type { Ctx } from '../../src/features/kit/ctx.ts';
import type { Mapping } from '../../src/features/sources/domain/mapping.ts';
import {
  listMetrics,
  registerMetrics,
  type Staging,
  type StoredUsage,
  storeUsage,
} from '../../src/features/usage/index.ts';
import type { DayWindow } from '../../src/lib/day.ts';
import { runHere } from './mappings.ts';

export type IntakeOptions = {
  readonly window: DayWindow;
  /** Last synchronised day; the window's end unless given. */
  readonly through?: string;
  readonly whileFilling?: (staging: Staging) => Promise<void>;
  readonly beforeMerge?: () => Promise<void>;
  readonly seal?: () => Promise<void>;
};

/** Maps an answer in this process and stores it as a run would, without a run around it. */
export async function takeIn(
  ctx: Ctx,
  mapping: Mapping,
  answer: unknown,
  options: IntakeOptions,
): Promise<StoredUsage> {
  const { window, through = window.to } = options;
  await ctx.db.orm.transaction((tx) => registerMetrics(tx, ctx.actor.workspaceId, mapping.metrics, ctx.clock.now()));
  const metrics = await listMetrics(ctx);
  const slots = mapping.metrics.map(({ name }) => metrics.findIndex((metric) => metric.name === name));
  const { result, channels } = runHere(
    { kind: 'extract', mapping, window, slots, slotCount: metrics.length, totals: true, lines: null, paging: null },
    answer,
  );
  let outcome: StoredUsage | null = null;
  await storeUsage(
    ctx,
    { metrics, mappedSlots: slots },
    async (staging) => {
      await staging.write('rows', channels[0] ?? new Uint8Array());
      await options.whileFilling?.(staging);
      await staging.write('accounts', channels[1] ?? new Uint8Array());
      if (result.hasTotals) await staging.write('totals', channels[2] ?? new Uint8Array());
      return { duplicates: result.duplicates, hasTotals: result.hasTotals, through, rest: null };
    },
    async () => options.beforeMerge?.(),
    async (_tx, stored) => {
      outcome = stored;
      await options.seal?.();
    },
  );
  if (!outcome) throw new Error('nothing was sealed');
  return outcome;
}

export type StoredRow = { readonly id: string; readonly day: string; readonly vals: readonly (number | null)[] };

/** Every stored day of the workspace, by account and day; arrays as long as the dictionary. */
export async function storedDays(ctx: Ctx): Promise<StoredRow[]> {
  const { length } = await listMetrics(ctx);
  const rows = await ctx.db.sql.begin(
    (tx) => tx<{ id: string; day: string; vals: string }[]>`
    SELECT e.external_id AS id, d.day::text, to_json(d.vals)::text AS vals
    FROM usage_days d JOIN external_accounts e ON e.workspace_id = d.workspace_id AND e.number = d.external_account
    WHERE d.workspace_id = ${ctx.actor.workspaceId} ORDER BY e.external_id, d.day`,
  );
  return rows.map(({ id, day, vals }) => {
    const values = JSON.parse(vals) as (number | null)[];
    return { id, day, vals: Array.from({ length }, (_, slot) => values[slot] ?? null) };
  });
}

/** Where each tuple lies and which transaction wrote it: equal before and after means that nothing was written. */
export async function tuplesOf(ctx: Ctx): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of ['usage_days', 'usage_rollups', 'usage_rollup_bases', 'external_accounts', 'usage_metrics']) {
    const rows = await ctx.db.sql.begin((tx) =>
      tx.unsafe<{ at: string }[]>(
        `SELECT ctid::text || ' ' || xmin::text AS at FROM ${table} WHERE workspace_id = $1 ORDER BY 1`,
        [ctx.actor.workspaceId],
      ),
    );
    found[table] = rows.map(({ at }) => at);
  }
  return found;
}

/** Random but the same for a seed (mulberry32). */
export function random(seed: number): { next: () => number; below: (bound: number) => number } {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (bound) => Math.floor(next() * bound) };
}
