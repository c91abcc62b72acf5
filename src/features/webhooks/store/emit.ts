import type { Queryable, TransactionSql } from '../../../db/client.ts';
import { askIn } from '../../../db/statement.ts';
import type { EventType, WebhookEvent } from '../model.ts';

export type Listener = { readonly id: string; readonly eventTypes: readonly EventType[] | null };

/** Who wants to be told. Nobody deletes them until the transaction ends; sending to them goes on. */
export async function selectListeners(tx: Queryable | TransactionSql, workspaceId: number): Promise<Listener[]> {
  const rows = await askIn(tx)<{ id: string; types: string | null }>`
    SELECT id, event_types::text AS types FROM webhook_endpoints WHERE workspace_id = ${workspaceId} AND enabled
    ORDER BY id FOR KEY SHARE`;
  return rows.map(({ id, types }) => ({ id, eventTypes: types === null ? null : (JSON.parse(types) as EventType[]) }));
}

export async function insertEvents(
  tx: Queryable | TransactionSql,
  workspaceId: number,
  events: readonly WebhookEvent[],
): Promise<void> {
  const rows = events.map(({ id, type, occurredAt, data }) => ({ id, type, occurred_at: occurredAt, data }));
  await askIn(tx)`
    INSERT INTO webhook_events (workspace_id, id, type, occurred_at, data)
    SELECT ${workspaceId}::int, id, type, occurred_at, data
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      AS r (id text, type text, occurred_at timestamptz, data jsonb)`;
}

export type NewDelivery = { readonly id: string; readonly endpointId: string; readonly eventId: string };

/** Due at once. */
export async function insertDeliveries(
  tx: Queryable | TransactionSql,
  workspaceId: number,
  deliveries: readonly NewDelivery[],
  now: Date,
): Promise<void> {
  const rows = deliveries.map(({ id, endpointId, eventId }) => ({ id, endpoint_id: endpointId, event_id: eventId }));
  await askIn(tx)`
    INSERT INTO webhook_deliveries
      (workspace_id, id, endpoint_id, event_id, state, attempts, tries, next_attempt_at, created_at)
    SELECT ${workspaceId}::int, id, endpoint_id, event_id, 'PENDING', '[]'::jsonb, 0,
      ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS r (id text, endpoint_id text, event_id text)`;
}
