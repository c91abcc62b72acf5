import type { Ctx } from '../kit/ctx.ts';
import type { AccountMover, MoverQuery } from './model.ts';
import { selectMovers } from './store/index.ts';

/** The accounts that a metric or the activity index moved most of, over the 30 days that end on the last synchronised one. */
export const listMovers = (ctx: Ctx, query: MoverQuery): Promise<AccountMover[]> =>
  selectMovers(ctx.db.orm, ctx.actor.workspaceId, query);
