import { encodeCursor, type Page, type PageRequest, pageOf } from '../../lib/page.ts';
import { ok } from '../../lib/result.ts';
import type { Ctx } from '../kit/ctx.ts';
import { keysetAfter } from '../kit/keyset-after.ts';
import type { Outcome } from '../kit/refusal.ts';
import type { Signal, SignalState } from './domain/signal.ts';
import { countSignalsOfAccounts, selectSignalsById, selectSignalsOfAccounts } from './store/index.ts';

const ORDERING = 'account-signals';

/** The signals with these ids, in this order; null where there is none. */
export async function findSignals(ctx: Ctx, ids: readonly string[]): Promise<(Signal | null)[]> {
  const rows = await selectSignalsById(ctx.db.orm, ctx.actor.workspaceId, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** A page of each account's signals, the newest first. */
export async function listAccountSignals(
  ctx: Ctx,
  accountIds: readonly string[],
  page: PageRequest,
  states: readonly SignalState[],
): Promise<Outcome<Page<Signal>[], 'INVALID_INPUT'>> {
  const after = keysetAfter(page, ORDERING, ['number', 'string']);
  if (!after.ok) return after;
  const [at, id] = after.value ?? [];
  const place = after.value ? ([Math.max(0, Math.min(4e15, Number(at))), String(id)] as const) : null;
  const { workspaceId } = ctx.actor;
  const rows = await selectSignalsOfAccounts(ctx.db.orm, workspaceId, accountIds, states, place, page.first + 1);
  const pageFor = (accountId: string) => {
    const own = rows.filter((signal) => signal.accountId === accountId);
    return pageOf(own, page, (signal) => ({
      node: signal,
      cursor: encodeCursor(ORDERING, [signal.raisedAt.getTime(), signal.id]),
    }));
  };
  return ok(accountIds.map(pageFor));
}

/** How many signals in these states each account has. */
export async function countAccountSignals(
  ctx: Ctx,
  accountIds: readonly string[],
  states: readonly SignalState[],
): Promise<number[]> {
  const counts = await countSignalsOfAccounts(ctx.db.orm, ctx.actor.workspaceId, accountIds, states);
  return accountIds.map((id) => counts.get(id) ?? 0);
}
