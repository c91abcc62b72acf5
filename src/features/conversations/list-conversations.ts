import { encodeCursor, type Page, type PageRequest, pageOf } from '../../lib/page.ts';
import { ok } from '../../lib/result.ts';
import type { Ctx } from '../kit/ctx.ts';
import { keysetAfter } from '../kit/keyset-after.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { askerOf } from './asker.ts';
import type { Conversation, Turn } from './model.ts';
import { selectConversationPage, selectTurnPages } from './store/index.ts';

const CONVERSATIONS = 'conversations';
const TURNS = 'turns';

/** One page of the key's conversations, the one last asked in first. */
export async function listConversations(
  ctx: Ctx,
  page: PageRequest,
): Promise<Outcome<Page<Conversation>, 'INVALID_INPUT'>> {
  const after = keysetAfter(page, CONVERSATIONS, ['string', 'string']);
  if (!after.ok) return after;
  const [lastTurnAt = '', id = ''] = (after.value ?? []).map(String);
  if (after.value && Number.isNaN(Date.parse(lastTurnAt)))
    return refuse('INVALID_INPUT', 'the cursor `after` is damaged: pass `endCursor` of the page before, unchanged', [
      'after',
    ]);
  const asker = askerOf(ctx);
  const behind = after.value && { lastTurnAt: new Date(lastTurnAt).toISOString(), id };
  const rows = asker ? await selectConversationPage(ctx.db.orm, asker, behind, page.first + 1) : [];
  return ok(
    pageOf(rows, page, (node) => ({
      node,
      cursor: encodeCursor(CONVERSATIONS, [node.lastTurnAt.toISOString(), node.id]),
    })),
  );
}

/** The same page of the turns of each conversation, oldest first, in the order of the conversations' ids. */
export async function listTurns(
  ctx: Ctx,
  conversationIds: readonly string[],
  page: PageRequest,
): Promise<Outcome<Page<Turn>[], 'INVALID_INPUT'>> {
  const after = keysetAfter(page, TURNS, ['integer']);
  if (!after.ok) return after;
  const asker = askerOf(ctx);
  const number = Number(after.value?.[0] ?? 0);
  const turns = asker ? await selectTurnPages(ctx.db.orm, asker, conversationIds, number, page.first + 1) : [];
  return ok(
    conversationIds.map((id) => {
      const own = turns.filter((turn) => turn.conversationId === id);
      return pageOf(own, page, (node) => ({ node, cursor: encodeCursor(TURNS, [node.number]) }));
    }),
  );
}
