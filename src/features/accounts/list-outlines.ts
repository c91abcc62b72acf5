import type { Ctx } from '../kit/ctx.ts';
import type { AccountOutline } from './model.ts';
import { selectOutlines } from './store/index.ts';

/** What conditions over all accounts ask of each, in order of id. */
export const listOutlines = (ctx: Ctx): Promise<AccountOutline[]> => selectOutlines(ctx.db.orm, ctx.actor.workspaceId);
