import { encodeCursor, type Page, type PageRequest, pageOf } from '../../lib/page.ts';
import { ok } from '../../lib/result.ts';
import type { Ctx } from '../kit/ctx.ts';
import { keysetAfter } from '../kit/keyset-after.ts';
import type { Outcome } from '../kit/refusal.ts';
import { type Account, type AccountQuery, ORDER_KEYS } from './model.ts';
import { selectAccountPage, countAccounts as selectCount } from './store/index.ts';

/** One page of the accounts that match. */
export async function listAccounts(
  ctx: Ctx,
  page: PageRequest,
  query: AccountQuery,
): Promise<Outcome<Page<Account>, 'INVALID_INPUT'>> {
  const { field, direction, slot } = query.order;
  const ordering = `accounts:${field}${slot === null ? '' : `/${slot}`}:${direction}`;
  const after = keysetAfter(page, ordering, [ORDER_KEYS[field], 'string']);
  if (!after.ok) return after;
  const rows = await selectAccountPage(ctx.db.orm, ctx.actor.workspaceId, query, after.value, page.first + 1);
  return ok(
    pageOf(rows, page, ({ key, ...account }) => ({ node: account, cursor: encodeCursor(ordering, [key, account.id]) })),
  );
}

export const countAccounts = (ctx: Ctx, { filters }: Pick<AccountQuery, 'filters'>): Promise<number> =>
  selectCount(ctx.db.orm, ctx.actor.workspaceId, filters);
