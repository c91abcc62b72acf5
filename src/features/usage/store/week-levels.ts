import { sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import type { Day } from '../../../lib/day.ts';

/** What an account's metrics came to in the last two weeks of the profiles, by slot. */
export type WeekLevels = {
  readonly accountId: string;
  readonly now: readonly (number | null)[];
  readonly before: readonly (number | null)[];
};

/** Of every account with usage, in order of id. */
export async function selectWeekLevels(
  db: Queryable,
  workspaceId: number,
  slots: readonly number[],
  weeksOfProfile: number,
): Promise<WeekLevels[]> {
  const week = (place: number) =>
    sql.raw(
      `ARRAY[${slots.map((slot) => `weeks[${Math.trunc(slot) * weeksOfProfile + place}]`).join(', ')}]::float8[]`,
    );
  const rows = await db.execute<WeekLevels>(sql`
    SELECT account_id AS "accountId", ${week(1)} AS now, ${week(2)} AS before
    FROM usage_profiles WHERE workspace_id = ${workspaceId} ORDER BY account_id`);
  return [...rows];
}

export type WeekBasis = { readonly asOf: Day; readonly coveredDays: readonly number[]; readonly aggregations: string };

/** What the profiles are of; null before the first were made. */
export async function selectWeekBasis(db: Queryable, workspaceId: number): Promise<WeekBasis | null> {
  const [row] = await db.execute<WeekBasis>(sql`
    SELECT as_of::text AS "asOf", covered_days[1:2] AS "coveredDays", aggregations
    FROM usage_profile_bases WHERE workspace_id = ${workspaceId}`);
  return row ?? null;
}
