import type { Ctx } from '../kit/ctx.ts';
import type { Backtest } from './model.ts';
import { selectBacktest } from './store/backtests.ts';

/** Null when this workspace has none of that id. */
export const findBacktest = (ctx: Ctx, id: string): Promise<Backtest | null> =>
  selectBacktest(ctx.db.orm, ctx.actor.workspaceId, id);
