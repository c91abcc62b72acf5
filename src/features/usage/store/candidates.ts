import { sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import type { Candidate, CandidateKeys } from '../domain/suggest.ts';

/** More accounts than these under one key: no suggestion among so many is worth making. */
const UNDER_ONE_KEY = 10;
/** How many names before and after the id in the alphabet are compared with it. */
const NEIGHBOURS = 15;

/**
 * For each of the keys, by its place, the accounts that may be meant. Found by index entries alone, a bounded number for
 * each key, so that the work does not grow with the number of accounts.
 */
export async function selectCandidates(
  db: Queryable,
  workspaceId: number,
  keys: readonly CandidateKeys[],
): Promise<Candidate[][]> {
  const asked = JSON.stringify(keys.map((one, place) => ({ place, ...one })));
  const accountsWhere = (condition: ReturnType<typeof sql>, order = sql`a.id`, limit = UNDER_ONE_KEY) => sql`
    (SELECT a.id FROM accounts a WHERE a.workspace_id = ${workspaceId} AND ${condition} ORDER BY ${order} LIMIT ${limit})`;
  const rows = await db.execute<Candidate & { place: number }>(sql`
    SELECT k.place, a.id AS "accountId", a.external_crm_id AS "externalCrmId", a.name,
      EXISTS (SELECT 1 FROM external_accounts e
        WHERE e.workspace_id = ${workspaceId} AND e.external_id = a.external_crm_id) AS "hasUsage"
    FROM jsonb_to_recordset(${asked}::jsonb) AS k (place int, bare text, tail text, name text, "start" text, "end" text)
    CROSS JOIN LATERAL (
      ${accountsWhere(sql`a.id_key = k.bare`)} UNION
      ${accountsWhere(sql`a.id_key = k.tail`)} UNION
      ${accountsWhere(sql`a.id_tail_key = k.bare`)} UNION
      ${accountsWhere(sql`a.name_key = k.name`)} UNION
      ${accountsWhere(sql`a.name_key > k.name AND a.name_key < k.end`, sql`a.name_key, a.id`, NEIGHBOURS)} UNION
      ${accountsWhere(sql`a.name_key < k.name AND a.name_key >= k.start`, sql`a.name_key DESC, a.id DESC`, NEIGHBOURS)}
    ) found
    JOIN accounts a ON a.workspace_id = ${workspaceId} AND a.id = found.id`);
  const candidates = keys.map((): Candidate[] => []);
  for (const { place, ...candidate } of rows) candidates[place]?.push(candidate);
  return candidates;
}
