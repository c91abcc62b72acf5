import { and, eq, type SQL, sql } from 'drizzle-orm';
import { eachOf } from '../../../db/by-key.ts';
import type { Queryable, Scope } from '../../../db/client.ts';
import { copyInto } from '../../../db/copy.ts';
import { externalAccountLinks } from '../../../db/tables/usage.ts';
import type { ExternalAccount } from '../model.ts';
import { idsOf } from './history.ts';

/** Whose an external id is: the linked account's, otherwise that of the account with exactly this externalCrmId. */
const OWNER = sql`
  LEFT JOIN external_account_links l ON l.workspace_id = e.workspace_id AND l.external_id = e.external_id
  LEFT JOIN accounts a ON a.workspace_id = e.workspace_id AND a.external_crm_id = e.external_id`;

/** The accounts that these external ids belong to, as id by external id. */
export async function selectOwners(
  db: Queryable,
  workspaceId: number,
  externalIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.execute<{ externalId: string; accountId: string }>(sql`
    SELECT e.external_id AS "externalId", coalesce(l.account_id, a.id) AS "accountId"
    FROM (SELECT ${workspaceId}::int AS workspace_id, t.external_id
      FROM ${eachOf(externalIds)} t (external_id)) e ${OWNER}
    WHERE coalesce(l.account_id, a.id) IS NOT NULL`);
  return new Map(rows.map(({ externalId, accountId }) => [externalId, accountId]));
}

/** How many of the ids in a binary COPY stream of (ref int4, external_id text) belong to an account. */
export async function countStagedMatches(
  db: Scope['sql'],
  workspaceId: number,
  ids: readonly Uint8Array[],
): Promise<number> {
  return db.begin(async (tx) => {
    await tx`CREATE TEMP TABLE staged_ids (ref int4, external_id text COLLATE "C") ON COMMIT DROP`;
    const copy = await copyInto(tx, 'staged_ids (ref, external_id)');
    for (const piece of ids) await copy.write(piece);
    await copy.end();
    const [row] = await tx<{ count: number }[]>`
      SELECT count(*)::int AS count FROM staged_ids s WHERE EXISTS (
        SELECT 1 FROM accounts a WHERE a.workspace_id = ${workspaceId} AND a.external_crm_id = s.external_id)
      OR EXISTS (
        SELECT 1 FROM external_account_links l WHERE l.workspace_id = ${workspaceId} AND l.external_id = s.external_id)`;
    return row?.count ?? 0;
  });
}

type Row = Omit<ExternalAccount, 'linkedAt'> & { readonly linkedAt: number | null };

const columns = (linkedAt: SQL) => sql`r.first_day::text AS "firstSeenOn", r.last_day::text AS "lastSeenOn",
  coalesce(r.day_count, 0) AS "rowCount", (extract(epoch FROM ${linkedAt}) * 1000)::float8 AS "linkedAt"`;
const fromRow = <T extends Row>(row: T): Omit<T, 'linkedAt'> & ExternalAccount => ({
  ...row,
  linkedAt: row.linkedAt === null ? null : new Date(row.linkedAt),
});

/** Null when no usage ever came under the id. */
export async function selectExternalAccount(
  db: Queryable,
  workspaceId: number,
  externalId: string,
): Promise<ExternalAccount | null> {
  const rows = await db.execute<Row>(sql`
    SELECT e.external_id AS "externalId", coalesce(l.account_id, a.id) AS "accountId", ${columns(sql`l.linked_at`)}
    FROM external_accounts e ${OWNER}
    LEFT JOIN usage_rollups r ON r.workspace_id = e.workspace_id AND r.external_account = e.number
    WHERE e.workspace_id = ${workspaceId} AND e.external_id = ${externalId}`);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** The ids that usage comes under for each account: its own, then those linked to it, the latest first. */
export async function selectExternalAccountsOf(
  db: Queryable,
  workspaceId: number,
  accountIds: readonly string[],
): Promise<ExternalAccount[]> {
  const rows = await db.execute<Row>(sql`
    SELECT i.external_id AS "externalId", i.account_id AS "accountId", ${columns(sql`i.linked_at`)}
    FROM (${idsOf(workspaceId, accountIds)}) i
    LEFT JOIN external_accounts e ON e.workspace_id = ${workspaceId} AND e.external_id = i.external_id
    LEFT JOIN usage_rollups r ON r.workspace_id = ${workspaceId} AND r.external_account = e.number
    ORDER BY i.rank`);
  return rows.map(fromRow);
}

/** Serialises whoever links or unlinks in the workspace until the transaction ends. */
export async function lockLinks(db: Queryable, workspaceId: number): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(hashtext('tributary.links'), ${workspaceId})`);
}

export async function upsertLink(
  db: Queryable,
  workspaceId: number,
  link: { readonly externalId: string; readonly accountId: string; readonly linkedAt: Date },
): Promise<void> {
  const { accountId, linkedAt } = link;
  await db
    .insert(externalAccountLinks)
    .values({ workspaceId, ...link })
    .onConflictDoUpdate({
      target: [externalAccountLinks.workspaceId, externalAccountLinks.externalId],
      set: { accountId, linkedAt },
    });
}

export async function deleteLink(db: Queryable, workspaceId: number, externalId: string): Promise<void> {
  await db
    .delete(externalAccountLinks)
    .where(and(eq(externalAccountLinks.workspaceId, workspaceId), eq(externalAccountLinks.externalId, externalId)));
}
