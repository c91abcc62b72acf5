import { encodeCursor, type Page, type PageRequest, pageOf } from '../../lib/page.ts';
import { ok } from '../../lib/result.ts';
import type { Ctx } from '../kit/ctx.ts';
import { keysetAfter } from '../kit/keyset-after.ts';
import type { Outcome } from '../kit/refusal.ts';
import type { Signal } from './domain/signal.ts';
import { countFeed, type FeedPlace, type SignalFilter, selectFeed } from './store/index.ts';

const ORDERING = 'signals';

/** One page of the signals that match: the worst first, then by the account's ARR, then the newest. */
export async function listSignals(
  ctx: Ctx,
  page: PageRequest,
  filter: SignalFilter,
): Promise<Outcome<Page<Signal>, 'INVALID_INPUT'>> {
  const after = keysetAfter(page, ORDERING, ['integer', 'number?', 'number', 'string']);
  if (!after.ok) return after;
  const place = after.value && placeAt(after.value as readonly [number, number | null, number, string]);
  const rows = await selectFeed(ctx.db.orm, ctx.actor.workspaceId, filter, place, page.first + 1);
  return ok(
    pageOf(rows, page, ({ signal, place: { severity, arr, raisedAt, id } }) => ({
      node: signal,
      cursor: encodeCursor(ORDERING, [severity, arr, raisedAt, id]),
    })),
  );
}

export const countSignals = (ctx: Ctx, filter: SignalFilter): Promise<number> =>
  countFeed(ctx.db.orm, ctx.actor.workspaceId, filter);

const placeAt = ([severity, arr, raisedAt, id]: readonly [number, number | null, number, string]): FeedPlace => ({
  ...{ severity: Math.max(-1, Math.min(9, severity)), arr, id },
  // What a timestamp can hold: a cursor may be anybody's.
  raisedAt: Math.max(0, Math.min(4e15, raisedAt)),
});
