import { encodeCursor, type Page, type PageRequest, pageOf } from '../../lib/page.ts';
import { ok } from '../../lib/result.ts';
import type { Ctx } from '../kit/ctx.ts';
import { keysetAfter } from '../kit/keyset-after.ts';
import type { Outcome } from '../kit/refusal.ts';
import type { UnmatchedAccount } from './model.ts';
import { countUnmatched, selectUnmatchedPage } from './store/index.ts';

const ORDER = 'unmatched';

/** Account ids that usage came with and that no account has, those with the most days first. */
export async function listUnmatchedAccounts(
  ctx: Ctx,
  page: PageRequest,
): Promise<Outcome<Page<UnmatchedAccount>, 'INVALID_INPUT'>> {
  const after = keysetAfter(page, ORDER, ['integer', 'string']);
  if (!after.ok) return after;
  const rows = await selectUnmatchedPage(ctx.db.orm, ctx.actor.workspaceId, after.value, page.first + 1);
  return ok(pageOf(rows, page, (node) => ({ node, cursor: encodeCursor(ORDER, [node.rowCount, node.externalId]) })));
}

export const countUnmatchedAccounts = (ctx: Ctx): Promise<number> => countUnmatched(ctx.db.orm, ctx.actor.workspaceId);
