import type { DayWindow } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type DatedSignal, selectSignalsBetween } from './store/between.ts';

/** The signals of each account that were raised or resolved over these days, in the accounts' order. */
export async function readSignalsBetween(
  ctx: Ctx,
  accountIds: readonly string[],
  window: DayWindow,
): Promise<DatedSignal[][]> {
  const rows = await selectSignalsBetween(ctx.db.orm, ctx.actor.workspaceId, accountIds, window);
  const byAccount = new Map<string, DatedSignal[]>();
  for (const row of rows) {
    const { accountId } = row.signal;
    byAccount.set(accountId, [...(byAccount.get(accountId) ?? []), row]);
  }
  return accountIds.map((id) => byAccount.get(id) ?? []);
}
