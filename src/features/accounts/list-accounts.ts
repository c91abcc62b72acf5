import { encodeCursor, type KeyType, type Page, type PageRequest, pageOf } from '../../lib/page.ts';
import { ok } from '../../lib/result.ts';
import { isLongerThan } from '../../lib/text.ts';
import type { Ctx } from '../kit/ctx.ts';
import { keysetAfter } from '../kit/keyset-after.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import type { Account, AccountFilter, AccountOrder } from './model.ts';
import { selectAccountPage, countAccounts as selectCount } from './store/index.ts';

const MAX_FILTER_TEXT = 200;
const MAX_ATTRIBUTE_FILTERS = 10;

const KEY_TYPE = {
  NAME: 'string',
  EXTERNAL_CRM_ID: 'string',
  CREATED_AT: 'number',
  ARR: 'number?',
  SEATS: 'integer?',
  RENEWAL_ON: 'string?',
} as const satisfies Record<AccountOrder['field'], KeyType>;

/** One page of the accounts that match. */
export async function listAccounts(
  ctx: Ctx,
  page: PageRequest,
  filter: AccountFilter,
  order: AccountOrder,
): Promise<Outcome<Page<Account>, 'INVALID_INPUT'>> {
  if (isLongerThan(filter.text ?? '', MAX_FILTER_TEXT)) {
    return refuse('INVALID_INPUT', `filter.text has at most ${MAX_FILTER_TEXT} characters.`, ['filter', 'text']);
  }
  if (filter.attributes.length > MAX_ATTRIBUTE_FILTERS) {
    return refuse('INVALID_INPUT', `At most ${MAX_ATTRIBUTE_FILTERS} attribute conditions.`, ['filter', 'attributes']);
  }
  const ordering = `accounts:${order.field}:${order.direction}`;
  const after = keysetAfter(page, ordering, [KEY_TYPE[order.field], 'string']);
  if (!after.ok) return after;
  const rows = await selectAccountPage(ctx.db.orm, ctx.actor.workspaceId, filter, order, after.value, page.first + 1);
  return ok(
    pageOf(rows, page, ({ key, ...account }) => ({ node: account, cursor: encodeCursor(ordering, [key, account.id]) })),
  );
}

export const countAccounts = (ctx: Ctx, filter: AccountFilter): Promise<number> =>
  selectCount(ctx.db.orm, ctx.actor.workspaceId, filter);
