import type { Ctx } from '../kit/ctx.ts';
import { insertMissingStandings } from './store/index.ts';

/** Gives a row of the account table to every account that has none: a server of the version before makes accounts without. */
export const completeStandings = (ctx: Ctx): Promise<void> => insertMissingStandings(ctx.db.orm, ctx.actor.workspaceId);
