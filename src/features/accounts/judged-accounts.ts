import type { Ctx } from '../kit/ctx.ts';
import { type Judged, selectJudged, updateJudged } from './store/index.ts';

/** Digests of what these accounts' signals were judged by; absent where that is not known. By account id. */
export const readJudged = (ctx: Ctx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  selectJudged(ctx.db.orm, ctx.actor.workspaceId, accountIds);

/** Notes what accounts were judged by, once what came of it is written. */
export async function markJudged(ctx: Ctx, judged: readonly Judged[]): Promise<void> {
  if (judged.length > 0) await ctx.db.sql.begin((tx) => updateJudged(tx, ctx.actor.workspaceId, judged));
}
