import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { accountStandings as standings } from '../../../db/tables/accounts.ts';
import type { AccountMover, MoverQuery } from '../model.ts';
import { atSlot } from './conditions.ts';

/** Where equally many fell to nothing, those that had the most come first. */
export async function selectMovers(
  db: Queryable,
  workspaceId: number,
  { slot, direction, limit }: MoverQuery,
): Promise<AccountMover[]> {
  const [value, previous, change]: [SQL, SQL, SQL] =
    slot === null
      ? // The index of before is not kept: it follows from the change.
        [
          sql`${standings.activityIndex}`,
          sql`CASE WHEN ${standings.activityChange} > -1 THEN ${standings.activityIndex} / (1 + ${standings.activityChange}) END`,
          sql`${standings.activityChange}`,
        ]
      : [atSlot(standings.usage, slot), atSlot(standings.usageBefore, slot), atSlot(standings.usageChange, slot)];
  const [moved, way] = direction === 'DOWN' ? [sql`${change} < 0`, sql`ASC`] : [sql`${change} > 0`, sql`DESC`];
  const rows = await db.execute<AccountMover>(sql`
    SELECT ${standings.accountId} AS "accountId", ${value} AS value, ${previous} AS "previousValue", ${change} AS "changeRate"
    FROM ${standings} WHERE ${standings.workspaceId} = ${workspaceId} AND ${moved}
    ORDER BY ${change} ${way}, ${previous} DESC NULLS LAST, ${standings.accountId} LIMIT ${limit}`);
  return [...rows];
}
