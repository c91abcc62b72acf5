import { and, asc, count, desc, eq, gt, or, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { keyIdIn } from '../../../db/sealed.ts';
import { webhookEndpoints as e } from '../../../db/tables/webhooks.ts';
import { workspaces } from '../../../db/tables/workspaces.ts';

// Across all workspaces: which master keys the secrets of webhooks are sealed under.

/** How many sealed values of webhooks are under each key: two for each endpoint. */
export async function countSealedWebhooks(db: Queryable): Promise<{ keyId: string; secrets: number }[]> {
  const both = sql`(SELECT ${keyIdIn(e.sealedUrl)} AS key_id FROM ${e} UNION ALL SELECT ${keyIdIn(e.sealedSecrets)} FROM ${e}) sealed`;
  return db
    .select({ keyId: sql<string>`key_id`, secrets: count() })
    .from(both)
    .groupBy(sql`key_id`)
    .orderBy(desc(count()), asc(sql`key_id`));
}

export type SealedWebhook = {
  readonly workspaceId: number;
  readonly workspace: string;
  readonly id: string;
  readonly sealedUrl: Uint8Array;
  readonly sealedSecrets: Uint8Array;
};

/** Endpoints with anything sealed under another key than this one, locked until the transaction ends, in the order of their ids. */
export async function lockWebhooksUnderOthers(
  tx: Queryable,
  current: string,
  after: string,
  limit: number,
): Promise<SealedWebhook[]> {
  return tx
    .select({
      workspaceId: e.workspaceId,
      workspace: workspaces.id,
      id: e.id,
      sealedUrl: e.sealedUrl,
      sealedSecrets: e.sealedSecrets,
    })
    .from(e)
    .innerJoin(workspaces, eq(workspaces.workspaceId, e.workspaceId))
    .where(
      and(
        gt(e.id, after),
        or(sql`${keyIdIn(e.sealedUrl)} <> ${current}`, sql`${keyIdIn(e.sealedSecrets)} <> ${current}`),
      ),
    )
    .orderBy(e.id)
    .limit(limit)
    .for('no key update', { of: e });
}

export async function saveResealedWebhook(
  tx: Queryable,
  { workspaceId, id, sealedUrl, sealedSecrets }: Omit<SealedWebhook, 'workspace'>,
): Promise<void> {
  await tx
    .update(e)
    .set({ sealedUrl, sealedSecrets })
    .where(and(eq(e.workspaceId, workspaceId), eq(e.id, id)));
}
