import { and, eq, sql } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { webhookDeliveries as d } from '../../../db/tables/webhooks.ts';
import type { Attempt, DeliveryState, WebhookDelivery } from '../model.ts';

/** How many calls to one endpoint are under way at a time, whoever makes them. */
export const IN_FLIGHT = 4;

export type Lease = { readonly token: string; readonly expiresAt: Date };

/** What it takes to send a delivery. */
export type ClaimedDelivery = Pick<WebhookDelivery, 'id' | 'tries' | 'event'>;

/** Longer than any lease is ever made for: what lies further ahead was written while a clock was wrong. */
const LONGEST_LEASE_MS = 60 * 60_000;

export const isLeased = (now: Date) =>
  sql`(lease_expires_at > ${now.toISOString()}::timestamptz
    AND lease_expires_at <= ${new Date(now.getTime() + LONGEST_LEASE_MS).toISOString()}::timestamptz)`;

/**
 * What is due for an endpoint, the longest due first; null when nothing is, or enough is under way. To be called with the
 * endpoint locked, so that nobody counts at the same time. What a worker left behind says so from now on.
 */
export async function claimDelivery(
  tx: Queryable,
  workspaceId: number,
  endpointId: string,
  lease: Lease,
  lost: Attempt,
  now: Date,
): Promise<ClaimedDelivery | null> {
  const rows = await tx.execute<{
    id: string;
    tries: number;
    event: string;
    type: string;
    ms: number;
    data: string;
  }>(sql`
    WITH next AS (
      SELECT id, lease_token IS NOT NULL AS was_left FROM webhook_deliveries
      WHERE workspace_id = ${workspaceId} AND endpoint_id = ${endpointId} AND state = 'PENDING'
        AND next_attempt_at <= ${now.toISOString()}::timestamptz AND NOT coalesce(${isLeased(now)}, false)
        AND ${IN_FLIGHT}::int > (
          SELECT count(*) FROM webhook_deliveries
          WHERE workspace_id = ${workspaceId} AND endpoint_id = ${endpointId} AND lease_token IS NOT NULL
            AND ${isLeased(now)})
      ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    UPDATE webhook_deliveries d SET lease_token = ${lease.token},
      lease_expires_at = ${lease.expiresAt.toISOString()}::timestamptz, tries = tries + was_left::int,
      attempts = CASE WHEN was_left THEN attempts || ${JSON.stringify([lost])}::text::jsonb ELSE attempts END
    FROM next, webhook_events e
    WHERE d.workspace_id = ${workspaceId} AND d.id = next.id AND e.workspace_id = d.workspace_id AND e.id = d.event_id
    RETURNING d.id, d.tries, e.id AS event, e.type, (extract(epoch FROM e.occurred_at) * 1000)::float8 AS ms,
      e.data::text AS data`);
  const [row] = rows;
  if (!row) return null;
  const { id, tries, event, type, ms, data } = row;
  return { id, tries, event: { id: event, type, occurredAt: new Date(ms), data: JSON.parse(data) } };
}

const heldBy = (workspaceId: number, id: string, token: string) =>
  and(eq(d.workspaceId, workspaceId), eq(d.id, id), eq(d.leaseToken, token));

export type Noted = {
  readonly attempt: Attempt;
  readonly state: DeliveryState;
  readonly nextAttemptAt: Date | null;
};

/** Notes what came of a call; false when the delivery is somebody else's by now. */
export async function noteAttempt(
  tx: Queryable,
  workspaceId: number,
  id: string,
  token: string,
  { attempt, state, nextAttemptAt }: Noted,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(d)
    .set({
      state,
      nextAttemptAt,
      attempts: sql`${d.attempts} || ${JSON.stringify([attempt])}::text::jsonb`,
      tries: sql`${d.tries} + 1`,
      finishedAt: state === 'PENDING' ? null : now,
      leaseToken: null,
      leaseExpiresAt: null,
    })
    .where(heldBy(workspaceId, id, token))
    .returning({ id: d.id });
  return rows.length === 1;
}

/** Gives a delivery back as it was, for another worker to take. */
export async function releaseDelivery(db: Queryable, workspaceId: number, id: string, token: string): Promise<void> {
  await db
    .update(d)
    .set({ leaseToken: null, leaseExpiresAt: null })
    .where(heldBy(workspaceId, id, token));
}

/** Ends a delivery without another call. */
export async function giveUpDelivery(
  tx: Queryable,
  workspaceId: number,
  id: string,
  token: string,
  now: Date,
): Promise<void> {
  await tx
    .update(d)
    .set({ state: 'FAILED', nextAttemptAt: null, finishedAt: now, leaseToken: null, leaseExpiresAt: null })
    .where(heldBy(workspaceId, id, token));
}

/** Gives up what waits for an endpoint. What is being sent at this moment ends by itself. */
export async function cancelPending(tx: Queryable, workspaceId: number, endpointId: string, now: Date): Promise<void> {
  await tx
    .update(d)
    .set({ state: 'CANCELLED', nextAttemptAt: null, finishedAt: now, leaseToken: null, leaseExpiresAt: null })
    .where(
      and(
        eq(d.workspaceId, workspaceId),
        eq(d.endpointId, endpointId),
        eq(d.state, 'PENDING'),
        sql`NOT coalesce(${isLeased(now)}, false)`,
      ),
    );
}
