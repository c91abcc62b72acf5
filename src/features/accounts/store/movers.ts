import { type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { accountStandings as standings } from '../../../db/tables/accounts.ts';
import type { AccountMover, MoverQuery } from '../model.ts';
import { atSlot } from './conditions.ts';

/** By how much they moved and not by the rate, or the list would be of the smallest that stopped. */
export async function selectMovers(
  db: Queryable,
  workspaceId: number,
  { slot, direction, limit }: MoverQuery,
): Promise<AccountMover[]> {
  const [value, previous, change]: [SQL, SQL, SQL] =
    slot === null
      ? [sql`${standings.activityIndex}`, sql`${standings.activityBefore}`, sql`${standings.activityChange}`]
      : [atSlot(standings.usage, slot), atSlot(standings.usageBefore, slot), atSlot(standings.usageChange, slot)];
  const [moved, way] = direction === 'DOWN' ? [sql`${change} < 0`, sql`ASC`] : [sql`${change} > 0`, sql`DESC`];
  const rows = await db.execute<AccountMover>(sql`
    SELECT ${standings.accountId} AS "accountId", ${value} AS value, ${previous} AS "previousValue", ${change} AS "changeRate"
    FROM ${standings} WHERE ${standings.workspaceId} = ${workspaceId} AND ${moved}
    ORDER BY abs(${previous}) * ${change} ${way} NULLS LAST, ${standings.accountId} LIMIT ${limit}`);
  return [...rows];
}
