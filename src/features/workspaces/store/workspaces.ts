import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { among } from '../../../db/among.ts';
import { byKey, eachOf } from '../../../db/by-key.ts';
import type { Queryable } from '../../../db/client.ts';
import { apiKeys, auditEvents, workspaces } from '../../../db/tables/workspaces.ts';
import type { Actor } from '../../kit/actor.ts';
import type { ApiKey, AuditAction, AuditEvent, AuditFilter, NewApiKey, NewAuditEvent, Workspace } from '../model.ts';

const keyColumns = {
  id: apiKeys.id,
  label: apiKeys.label,
  role: apiKeys.role,
  prefix: apiKeys.prefix,
  createdAt: apiKeys.createdAt,
  revokedAt: apiKeys.revokedAt,
};

/** Not scoped to a workspace: it finds out which one each key opens. By hash, in hexadecimal. */
export async function findActorsByKeyHash(
  db: Queryable,
  keyHashes: readonly Uint8Array[],
): Promise<Map<string, Actor>> {
  if (keyHashes.length === 0) return new Map();
  const hashes = keyHashes.map((hash) => Buffer.from(hash).toString('hex'));
  const rows = await db.execute<Actor & { hash: string }>(byKey`
    SELECT h AS hash, k.workspace_id AS "workspaceId", w.id AS workspace, k.role, k.id AS "keyId"
    FROM ${eachOf(hashes)} h
    CROSS JOIN LATERAL (
      SELECT * FROM api_keys WHERE key_hash = decode(h, 'hex') AND revoked_at IS NULL OFFSET 0) k
    CROSS JOIN LATERAL (SELECT id FROM workspaces WHERE workspace_id = k.workspace_id OFFSET 0) w`);
  return new Map(Array.from(rows, ({ hash, ...actor }) => [hash, actor]));
}

/** Serialises bootstrapping processes until the transaction ends, then says whether any workspace exists. */
export async function lockAndHasWorkspace(db: Queryable): Promise<boolean> {
  await db.execute(sql`LOCK TABLE ${workspaces} IN SHARE ROW EXCLUSIVE MODE`);
  const rows = await db.select({ id: workspaces.id }).from(workspaces).limit(1);
  return rows.length > 0;
}

export async function insertWorkspace(db: Queryable, workspace: Workspace): Promise<number> {
  const [row] = await db.insert(workspaces).values(workspace).returning({ workspaceId: workspaces.workspaceId });
  if (!row) throw new Error('the workspace was not inserted');
  return row.workspaceId;
}

export async function getWorkspace(db: Queryable, workspaceId: number): Promise<Workspace | null> {
  const columns = { id: workspaces.id, name: workspaces.name, createdAt: workspaces.createdAt };
  const [row] = await db.select(columns).from(workspaces).where(eq(workspaces.workspaceId, workspaceId));
  return row ?? null;
}

export async function findWorkspaceActor(
  db: Queryable,
  id: string,
): Promise<Pick<Actor, 'workspaceId' | 'workspace'> | null> {
  const columns = { workspaceId: workspaces.workspaceId, workspace: workspaces.id };
  const [row] = await db.select(columns).from(workspaces).where(eq(workspaces.id, id));
  return row ?? null;
}

/** Every workspace, oldest first: ids sort by time. */
export async function selectWorkspaces(db: Queryable): Promise<Workspace[]> {
  const columns = { id: workspaces.id, name: workspaces.name, createdAt: workspaces.createdAt };
  return db.select(columns).from(workspaces).orderBy(workspaces.id);
}

/** Which workspace a key is of, for the operator, who knows the key's id alone. */
export async function findKeyWorkspace(
  db: Queryable,
  id: string,
): Promise<Pick<Actor, 'workspaceId' | 'workspace'> | null> {
  const [row] = await db
    .select({ workspaceId: workspaces.workspaceId, workspace: workspaces.id })
    .from(apiKeys)
    .innerJoin(workspaces, eq(workspaces.workspaceId, apiKeys.workspaceId))
    .where(eq(apiKeys.id, id));
  return row ?? null;
}

export async function insertApiKey(db: Queryable, workspaceId: number, key: NewApiKey): Promise<ApiKey> {
  const [row] = await db
    .insert(apiKeys)
    .values({ workspaceId, ...key })
    .returning(keyColumns);
  if (!row) throw new Error('the key was not inserted');
  return row;
}

export async function listApiKeys(db: Queryable, workspaceId: number): Promise<ApiKey[]> {
  return db.select(keyColumns).from(apiKeys).where(eq(apiKeys.workspaceId, workspaceId)).orderBy(desc(apiKeys.id));
}

export async function selectKeyLabels(
  db: Queryable,
  workspaceId: number,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: apiKeys.id, label: apiKeys.label })
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), among(apiKeys.id, ids)));
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** The workspace's working OWNER keys, locked until the transaction ends so that two revocations cannot both spare the other. */
export async function lockOwnerKeyIds(db: Queryable, workspaceId: number): Promise<string[]> {
  const rows = await db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.role, 'OWNER'), isNull(apiKeys.revokedAt)))
    .orderBy(apiKeys.id)
    .for('update');
  return rows.map((row) => row.id);
}

/** Revokes the key; null when there is none that still works. */
export async function markRevoked(db: Queryable, workspaceId: number, id: string, at: Date): Promise<ApiKey | null> {
  const [row] = await db
    .update(apiKeys)
    .set({ revokedAt: at })
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning(keyColumns);
  return row ?? null;
}

export async function getApiKey(db: Queryable, workspaceId: number, id: string): Promise<ApiKey | null> {
  const [row] = await db
    .select(keyColumns)
    .from(apiKeys)
    .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.id, id)));
  return row ?? null;
}

export async function insertAuditEvent(db: Queryable, workspaceId: number, event: NewAuditEvent): Promise<void> {
  await db.insert(auditEvents).values({ workspaceId, ...event });
}

const eventColumns = {
  id: auditEvents.id,
  at: auditEvents.at,
  action: sql<AuditAction>`${auditEvents.action}`,
  subject: auditEvents.subject,
  details: auditEvents.details,
  apiKey: keyColumns,
};

const selectAuditEvents = (db: Queryable) =>
  db
    .select(eventColumns)
    .from(auditEvents)
    .leftJoin(apiKeys, and(eq(apiKeys.workspaceId, auditEvents.workspaceId), eq(apiKeys.id, auditEvents.apiKeyId)));

export async function getAuditEvent(db: Queryable, workspaceId: number, id: string): Promise<AuditEvent | null> {
  const [row] = await selectAuditEvents(db).where(
    and(eq(auditEvents.workspaceId, workspaceId), eq(auditEvents.id, id)),
  );
  return row ?? null;
}

/** At most `limit` changes that were made before the one given, newest first: ids sort by time. */
export async function selectAuditPage(
  db: Queryable,
  workspaceId: number,
  { actions, subject, apiKeyId, from, to }: AuditFilter,
  before: string | null,
  limit: number,
): Promise<AuditEvent[]> {
  const day = sql`(${auditEvents.at} AT TIME ZONE 'UTC')::date`;
  return selectAuditEvents(db)
    .where(
      and(
        eq(auditEvents.workspaceId, workspaceId),
        before === null ? undefined : lt(auditEvents.id, before),
        actions === null ? undefined : inArray(auditEvents.action, [...new Set(actions)]),
        subject === null ? undefined : eq(auditEvents.subject, subject),
        apiKeyId === null ? undefined : eq(auditEvents.apiKeyId, apiKeyId),
        from === null ? undefined : sql`${day} >= ${from}::date`,
        to === null ? undefined : sql`${day} <= ${to}::date`,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(limit);
}
