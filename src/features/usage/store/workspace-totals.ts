import { sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import type { DayWindow } from '../../../lib/day.ts';

/** One metric over a window and everything that usage came under: the sum of the values that are there, and how many. */
export type SlotTotal = { readonly sum: number | null; readonly values: number };

/** By the place of each slot asked for. Each id's days by key: of a young workspace the planner knows nothing. */
export async function selectWorkspaceTotals(
  db: Queryable,
  workspaceId: number,
  { from, to }: DayWindow,
  slots: readonly number[],
): Promise<SlotTotal[]> {
  if (slots.length === 0) return [];
  const at = (slot: number) => `d.vals[${Math.trunc(slot) + 1}]`;
  const own = slots.map((slot, place) => `sum(${at(slot)}) AS s${place}, count(${at(slot)}) AS c${place}`).join(', ');
  const all = slots
    .map((_, place) => `sum(s.s${place})::float8 AS s${place}, sum(s.c${place})::int AS c${place}`)
    .join(', ');
  const [row = {}] = await db.execute<Record<string, number | null>>(sql`
    SELECT ${sql.raw(all)} FROM external_accounts e
    CROSS JOIN LATERAL (
      SELECT ${sql.raw(own)} FROM usage_days d
      WHERE d.workspace_id = ${workspaceId} AND d.external_account = e.number
        AND d.day BETWEEN ${from}::date AND ${to}::date OFFSET 0) s
    WHERE e.workspace_id = ${workspaceId}`);
  return slots.map((_, place) => ({ sum: row[`s${place}`] ?? null, values: row[`c${place}`] ?? 0 }));
}
