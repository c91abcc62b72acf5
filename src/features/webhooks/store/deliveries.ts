import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Queryable } from '../../../db/client.ts';
import { webhookDeliveries, webhookEvents } from '../../../db/tables/webhooks.ts';
import type { Attempt, DeliveryState, WebhookDelivery, WebhookEvent } from '../model.ts';

const eventColumns = {
  id: webhookEvents.id,
  type: webhookEvents.type,
  occurredAt: webhookEvents.occurredAt,
  data: webhookEvents.data,
};

const selectDeliveries = (db: Queryable) =>
  db
    .select({ delivery: webhookDeliveries, event: eventColumns })
    .from(webhookDeliveries)
    .innerJoin(
      webhookEvents,
      and(
        eq(webhookEvents.workspaceId, webhookDeliveries.workspaceId),
        eq(webhookEvents.id, webhookDeliveries.eventId),
      ),
    );

type Row = Awaited<ReturnType<typeof selectDeliveries>>[number];

const toDelivery = ({ delivery, event }: Row): WebhookDelivery => {
  const { id, endpointId, state, attempts, tries, nextAttemptAt, createdAt, finishedAt } = delivery;
  return {
    ...{ id, endpointId, state, tries, nextAttemptAt, createdAt, finishedAt },
    attempts: attempts as Attempt[],
    event: toEvent(event),
  };
};

const toEvent = (row: Omit<WebhookEvent, 'data'> & { readonly data: unknown }): WebhookEvent => ({
  ...row,
  data: row.data as Record<string, unknown>,
});

export async function getDelivery(db: Queryable, workspaceId: number, id: string): Promise<WebhookDelivery | null> {
  const [row] = await selectDeliveries(db).where(
    and(eq(webhookDeliveries.workspaceId, workspaceId), eq(webhookDeliveries.id, id)),
  );
  return row ? toDelivery(row) : null;
}

export async function getEvent(db: Queryable, workspaceId: number, id: string): Promise<WebhookEvent | null> {
  const [row] = await db
    .select(eventColumns)
    .from(webhookEvents)
    .where(and(eq(webhookEvents.workspaceId, workspaceId), eq(webhookEvents.id, id)));
  return row ? toEvent(row) : null;
}

/** At most `limit` deliveries to an endpoint that were made before the one given, newest first: ids sort by time. */
export async function selectDeliveryPage(
  db: Queryable,
  workspaceId: number,
  endpointId: string,
  states: readonly DeliveryState[] | null,
  before: string | null,
  limit: number,
): Promise<WebhookDelivery[]> {
  const rows = await selectDeliveries(db)
    .where(
      and(
        eq(webhookDeliveries.workspaceId, workspaceId),
        eq(webhookDeliveries.endpointId, endpointId),
        states === null ? undefined : inArray(webhookDeliveries.state, [...new Set(states)]),
        before === null ? undefined : lt(webhookDeliveries.id, before),
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit);
  return rows.map(toDelivery);
}
