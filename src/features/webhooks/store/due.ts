import { sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { IN_FLIGHT, isLeased } from './claims.ts';

export type DueEndpoint = { readonly workspace: string; readonly endpoint: string };

/**
 * Across all workspaces, or of one: the enabled endpoints for which something is due that may be sent now, those that wait
 * longest first. Asked for each endpoint by its index: however long a queue is, its first row tells.
 */
export async function selectDueEndpoints(
  db: Queryable,
  now: Date,
  { limit, only }: { readonly limit: number; readonly only?: number },
): Promise<DueEndpoint[]> {
  const rows = await db.execute<DueEndpoint>(sql`
    SELECT w.id AS workspace, e.id AS endpoint
    FROM webhook_endpoints e JOIN workspaces w USING (workspace_id)
    CROSS JOIN LATERAL (
      SELECT next_attempt_at FROM webhook_deliveries
      WHERE workspace_id = e.workspace_id AND endpoint_id = e.id AND state = 'PENDING'
        AND next_attempt_at <= ${now.toISOString()}::timestamptz AND NOT coalesce(${isLeased(now)}, false)
      ORDER BY next_attempt_at LIMIT 1 OFFSET 0) due
    WHERE e.enabled
      -- Who sends as much as may be sent at once goes on by himself.
      AND ${IN_FLIGHT}::int > (
        SELECT count(*) FROM webhook_deliveries
        WHERE workspace_id = e.workspace_id AND endpoint_id = e.id AND lease_token IS NOT NULL AND ${isLeased(now)})
      ${only === undefined ? sql`` : sql`AND e.workspace_id = ${only}`}
    ORDER BY due.next_attempt_at LIMIT ${limit}`);
  return [...rows];
}

/** When the next try for an endpoint is due; null when none waits. */
export async function selectNextDue(db: Queryable, workspaceId: number, endpointId: string, now: Date) {
  const rows = await db.execute<{ ms: number }>(sql`
    SELECT (extract(epoch FROM next_attempt_at) * 1000)::float8 AS ms FROM webhook_deliveries
    WHERE workspace_id = ${workspaceId} AND endpoint_id = ${endpointId} AND state = 'PENDING'
      AND NOT coalesce(${isLeased(now)}, false)
    ORDER BY next_attempt_at LIMIT 1`);
  return rows[0] ? new Date(rows[0].ms) : null;
}

/** Events of an endpoint that were given up at or after `from` and neither wait nor got there since, oldest first. */
export async function selectUndelivered(
  tx: Queryable,
  workspaceId: number,
  endpointId: string,
  from: Date,
  limit: number,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    SELECT event_id AS id FROM webhook_deliveries
    WHERE workspace_id = ${workspaceId} AND endpoint_id = ${endpointId}
    GROUP BY event_id
    HAVING bool_and(state IN ('FAILED', 'CANCELLED')) AND max(created_at) >= ${from.toISOString()}::timestamptz
    ORDER BY event_id LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}

/** Across all workspaces: deletes the oldest events that happened before `before`, with their deliveries; how many. */
export async function deleteOldEvents(db: Queryable, before: Date, limit: number): Promise<number> {
  const rows = await db.execute<{ count: number }>(sql`
    WITH old AS MATERIALIZED (
      SELECT workspace_id, id FROM webhook_events WHERE occurred_at < ${before.toISOString()}::timestamptz
      ORDER BY occurred_at LIMIT ${limit}),
    deliveries AS (
      DELETE FROM webhook_deliveries d USING old WHERE d.workspace_id = old.workspace_id AND d.event_id = old.id),
    events AS (
      DELETE FROM webhook_events e USING old WHERE e.workspace_id = old.workspace_id AND e.id = old.id RETURNING 1)
    SELECT count(*)::int AS count FROM events`);
  return rows[0]?.count ?? 0;
}
