import { ok } from '../../lib/result.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { announceTurn } from './announce.ts';
import { mayAsk } from './asker.ts';
import { deleteStoredConversation, lockConversation } from './store/index.ts';

export type DeleteConversationCode = 'FORBIDDEN' | 'NOT_FOUND';

/**
 * Deletes a conversation and all that was asked and answered in it; returns its id. What is being answered is given up. Nothing
 * says afterwards that there was one, the audit log included.
 */
export async function deleteConversation(
  ctx: Ctx,
  { id }: { readonly id: string },
): Promise<Outcome<string, DeleteConversationCode>> {
  const may = mayAsk(ctx);
  if (!may.ok) return may;
  const turns = await ctx.db.orm.transaction(async (tx) => {
    const conversation = await lockConversation(tx, may.asker, id);
    return conversation && deleteStoredConversation(tx, may.asker.workspaceId, id);
  });
  if (!turns) return refuse('NOT_FOUND', 'This key has no such conversation.', ['input', 'id']);
  await Promise.all(turns.map((turn) => announceTurn(ctx, turn)));
  return ok(id);
}
