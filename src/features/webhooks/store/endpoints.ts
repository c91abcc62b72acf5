import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { webhookEndpoints } from '../../../db/tables/webhooks.ts';
import type { DisabledReason, EventType, WebhookEndpoint } from '../model.ts';

/** An endpoint with what it is called with, as it is stored. */
export type StoredEndpoint = WebhookEndpoint & { readonly sealedUrl: Uint8Array; readonly sealedSecrets: Uint8Array };

const toEndpoint = (row: typeof webhookEndpoints.$inferSelect): StoredEndpoint => {
  const { workspaceId: _, eventTypes, disabledReason, ...rest } = row;
  return {
    ...rest,
    eventTypes: (eventTypes as EventType[] | null) ?? [],
    disabledReason: disabledReason as DisabledReason | null,
  };
};

const one = (workspaceId: number, id: string) =>
  and(eq(webhookEndpoints.workspaceId, workspaceId), eq(webhookEndpoints.id, id));

/** Oldest first. */
export async function selectEndpoints(db: Queryable, workspaceId: number): Promise<StoredEndpoint[]> {
  const rows = await db
    .select()
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.workspaceId, workspaceId))
    .orderBy(asc(webhookEndpoints.id));
  return rows.map(toEndpoint);
}

export async function getEndpoint(db: Queryable, workspaceId: number, id: string): Promise<StoredEndpoint | null> {
  const [row] = await db.select().from(webhookEndpoints).where(one(workspaceId, id));
  return row ? toEndpoint(row) : null;
}

/** Locked until the transaction ends, against everybody but who only refers to it. Before its deliveries, always. */
export async function lockEndpoint(tx: Queryable, workspaceId: number, id: string): Promise<StoredEndpoint | null> {
  const [row] = await tx.select().from(webhookEndpoints).where(one(workspaceId, id)).for('no key update');
  return row ? toEndpoint(row) : null;
}

/** How many endpoints there are. Nobody makes another until the transaction ends. */
export async function lockAndCount(tx: Queryable, workspaceId: number): Promise<number> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('tributary.webhook-endpoints'), ${workspaceId}::int)`);
  const [row] = await tx
    .select({ count: count() })
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.workspaceId, workspaceId));
  return row?.count ?? 0;
}

export type NewEndpoint = Pick<
  StoredEndpoint,
  'id' | 'host' | 'description' | 'eventTypes' | 'sealedUrl' | 'sealedSecrets' | 'createdAt'
>;

const typesColumn = (eventTypes: readonly EventType[]) => (eventTypes.length === 0 ? null : [...eventTypes]);

export async function insertEndpoint(tx: Queryable, workspaceId: number, endpoint: NewEndpoint): Promise<void> {
  await tx.insert(webhookEndpoints).values({
    ...endpoint,
    workspaceId,
    eventTypes: typesColumn(endpoint.eventTypes),
    enabled: true,
    updatedAt: endpoint.createdAt,
  });
}

export type EndpointChange = Partial<
  Pick<
    StoredEndpoint,
    | 'host'
    | 'description'
    | 'eventTypes'
    | 'sealedUrl'
    | 'sealedSecrets'
    | 'enabled'
    | 'disabledReason'
    | 'failingSince'
    | 'lastDeliveredAt'
    | 'lastFailedAt'
    | 'updatedAt'
  >
>;

export async function updateEndpoint(
  tx: Queryable,
  workspaceId: number,
  id: string,
  { eventTypes, ...change }: EndpointChange,
): Promise<void> {
  const set = { ...change, ...(eventTypes ? { eventTypes: typesColumn(eventTypes) } : {}) };
  await tx.update(webhookEndpoints).set(set).where(one(workspaceId, id));
}

export async function deleteEndpoint(tx: Queryable, workspaceId: number, id: string): Promise<void> {
  await tx.delete(webhookEndpoints).where(one(workspaceId, id));
}
