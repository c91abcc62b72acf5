import { sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { accounts, accountStandings as standings } from '../../../db/tables/accounts.ts';
import type { BandSummary } from '../model.ts';

/**
 * Accounts and their ARR by band of health. Both tables are read whole, and joined in full, which PostgreSQL can only do by
 * hashing or merging: ten thousand rows of a young workspace it takes for fifty, and would look up one by one. A sum of the
 * largest numbers there are would be an error: what is beyond the bound is nobody's ARR.
 */
export async function selectBandSummaries(db: Queryable, workspaceId: number): Promise<BandSummary[]> {
  const rows = await db.execute<BandSummary>(sql`
    SELECT o.band, count(*)::int AS "accountCount", count(k.arr)::int AS "accountsWithArr",
      sum(k.arr) FILTER (WHERE abs(k.arr) < 1e290) AS arr
    FROM (SELECT ${accounts.id} AS id, ${accounts.arr} AS arr FROM ${accounts}
        WHERE ${accounts.workspaceId} = ${workspaceId} OFFSET 0) k
    FULL JOIN (SELECT ${standings.accountId} AS id, ${standings.healthBand} AS band FROM ${standings}
        WHERE ${standings.workspaceId} = ${workspaceId} OFFSET 0) o ON o.id = k.id
    WHERE k.id IS NOT NULL GROUP BY o.band`);
  return [...rows];
}
