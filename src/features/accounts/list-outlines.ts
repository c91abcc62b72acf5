import type { Ctx } from '../kit/ctx.ts';
import type { AccountOutline } from './model.ts';
import { selectOutlines } from './store/index.ts';

/** What conditions over all accounts ask of each: at most `limit` of them, behind `after` in order of id. */
export const listOutlines = (ctx: Ctx, after: string, limit: number): Promise<AccountOutline[]> =>
  selectOutlines(ctx.db.orm, ctx.actor.workspaceId, after, limit);
