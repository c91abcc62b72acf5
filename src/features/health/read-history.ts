import { addDays, dayOfInstant } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { HistoryPoint } from './model.ts';
import { selectHistory } from './store/history.ts';

/** For each of these accounts, in this order, its scores of the last `days` days, today included; the first first. */
export async function readHistory(ctx: Ctx, accountIds: readonly string[], days: number): Promise<HistoryPoint[][]> {
  const from = addDays(dayOfInstant(ctx.clock.now().getTime()), 1 - days);
  const history = await selectHistory(ctx.db.orm, ctx.actor.workspaceId, accountIds, from);
  return accountIds.map((id) => history.get(id) ?? []);
}
