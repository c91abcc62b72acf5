import type { Ctx } from '../kit/ctx.ts';
import { askerOf } from './asker.ts';
import type { Conversation, Turn } from './model.ts';
import { selectConversations, selectResults, selectTurns } from './store/index.ts';

/** In the order of the ids; null for those that this key has not. */
export async function findConversations(ctx: Ctx, ids: readonly string[]): Promise<(Conversation | null)[]> {
  const asker = askerOf(ctx);
  return asker ? selectConversations(ctx.db.orm, asker, ids) : ids.map(() => null);
}

/** The same of turns. */
export async function findTurns(ctx: Ctx, ids: readonly string[]): Promise<(Turn | null)[]> {
  const asker = askerOf(ctx);
  return asker ? selectTurns(ctx.db.orm, asker, ids) : ids.map(() => null);
}

/** What turns came to, in the order of their ids, as the assistant made it; null for those that are not answered. */
export async function findResults(ctx: Ctx, ids: readonly string[]): Promise<unknown[]> {
  const asker = askerOf(ctx);
  const found = asker && (await selectResults(ctx.db.orm, asker, ids));
  return ids.map((id) => found?.get(id) ?? null);
}
