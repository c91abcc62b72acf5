import type { Queryable, TransactionSql } from '../../db/client.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { NewEvent } from './model.ts';

/**
 * Notes what happened, and whom to tell, in the transaction that makes it true: one does not happen without the other. Writes
 * nothing when no endpoint wants to know.
 */
export async function emitEvents(
  _tx: Queryable | TransactionSql,
  _ctx: Pick<Ctx, 'actor' | 'clock'>,
  _events: readonly NewEvent[],
): Promise<void> {}

/** Calls a worker to deliver what was noted, once it is committed. Should that fail, the next look finds it. */
export async function dispatchEvents(_ctx: Pick<Ctx, 'actor' | 'queue' | 'log'>): Promise<void> {}
