import type { Queryable, TransactionSql } from '../../db/client.ts';
import { newId } from '../../lib/ids.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { NewEvent } from './model.ts';
import { insertDeliveries, insertEvents, selectListeners } from './store/index.ts';

/** Of one statement. A first evaluation may move every account at once. */
const BATCH = 1_000;

/**
 * Notes what happened, and whom to tell, in the transaction that makes it true: one does not happen without the other. Writes
 * nothing when no endpoint wants to know.
 */
export async function emitEvents(
  tx: Queryable | TransactionSql,
  ctx: Pick<Ctx, 'actor' | 'clock'>,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const { workspaceId } = ctx.actor;
  const listeners = await selectListeners(tx, workspaceId);
  const wanting = (type: NewEvent['type']) =>
    listeners.filter(({ eventTypes }) => eventTypes === null || eventTypes.includes(type));
  const wanted = events.filter(({ type }) => wanting(type).length > 0);
  const now = ctx.clock.now();
  for (let at = 0; at < wanted.length; at += BATCH) {
    const batch = wanted
      .slice(at, at + BATCH)
      .map((event) => ({ ...event, id: newId('webhookEvent', now), occurredAt: now }));
    const deliveries = batch.flatMap(({ id: eventId, type }) =>
      wanting(type).map(({ id: endpointId }) => ({ id: newId('webhookDelivery', now), endpointId, eventId })),
    );
    await insertEvents(tx, workspaceId, batch);
    await insertDeliveries(tx, workspaceId, deliveries, now);
  }
}
