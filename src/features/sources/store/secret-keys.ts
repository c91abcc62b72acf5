import { and, asc, count, desc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Queryable, TransactionSql } from '../../../db/client.ts';
import { keyIdIn } from '../../../db/sealed.ts';
import { customApis } from '../../../db/tables/sources.ts';
import { secretKeys, workspaces } from '../../../db/tables/workspaces.ts';

// Across all workspaces: which master keys the secrets here are sealed under.

/** Whether nobody else is turning keys; the right to do so is held until the transaction ends. */
export async function tryLockRotation(tx: TransactionSql): Promise<boolean> {
  const [row] = await tx<{ held: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('tributary.rotate-secrets'), 0) AS held`;
  return row?.held ?? false;
}

export type KnownKey = { readonly keyId: string; readonly sealedCheck: Uint8Array };

/** The keys that were ever current, the latest first. */
export const selectKeys = (db: Queryable): Promise<KnownKey[]> =>
  db
    .select({ keyId: secretKeys.keyId, sealedCheck: secretKeys.sealedCheck })
    .from(secretKeys)
    .orderBy(desc(secretKeys.createdAt));

/** Makes a key the latest, whatever the clock says. */
export async function insertKey(tx: Queryable, { keyId, sealedCheck }: KnownKey, now: Date): Promise<void> {
  const latest = sql`(SELECT max(created_at) + interval '1 millisecond' FROM secret_keys)`;
  const createdAt = sql`greatest(${now.toISOString()}::timestamptz, ${latest})`;
  await tx
    .insert(secretKeys)
    .values({ keyId, sealedCheck, createdAt: createdAt as never })
    .onConflictDoUpdate({ target: secretKeys.keyId, set: { sealedCheck, createdAt } });
}

const keyId = keyIdIn(customApis.sealedRequest);

/** How many sources' secrets are sealed under each key. */
export const countSealedSources = (db: Queryable): Promise<{ keyId: string; secrets: number }[]> =>
  db
    .select({ keyId, secrets: count() })
    .from(customApis)
    .where(isNotNull(customApis.sealedRequest))
    .groupBy(keyId)
    .orderBy(desc(count()), asc(keyId));

export type SealedSource = {
  readonly workspaceId: number;
  readonly workspace: string;
  readonly sealedRequest: Uint8Array;
};

/** Secrets sealed under another key than this one, locked until the transaction ends; in the order of their workspaces. */
export async function lockSealedUnderOthers(
  tx: Queryable,
  current: string,
  after: number,
  limit: number,
  busy: 'skip' | 'wait',
): Promise<SealedSource[]> {
  const { workspaceId, sealedRequest } = customApis;
  const rows = await tx
    .select({ workspaceId, workspace: workspaces.id, sealedRequest })
    .from(customApis)
    .innerJoin(workspaces, eq(workspaces.workspaceId, workspaceId))
    .where(and(isNotNull(sealedRequest), gt(workspaceId, after), sql`${keyId} <> ${current}`))
    .orderBy(workspaceId)
    .limit(limit)
    .for('update', { of: customApis, ...(busy === 'skip' ? { skipLocked: true } : {}) });
  return rows.flatMap((row) => (row.sealedRequest ? [{ ...row, sealedRequest: row.sealedRequest }] : []));
}

/** The same secrets under another key: the configuration did not change, so its version stays. */
export async function saveResealed(tx: Queryable, workspaceId: number, sealedRequest: Uint8Array): Promise<void> {
  await tx.update(customApis).set({ sealedRequest }).where(eq(customApis.workspaceId, workspaceId));
}
