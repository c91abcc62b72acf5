import type { Ctx } from '../kit/ctx.ts';
import { countStagedMatches } from './store.ts';

/** How many external ids belong to an account; `ids` is a binary COPY stream of (ref int4, external_id text), in pieces. */
export async function countMatchingAccounts(ctx: Ctx, ids: readonly Uint8Array[]): Promise<number> {
  return ids.length === 0 ? 0 : countStagedMatches(ctx.db.sql, ctx.actor.workspaceId, ids);
}
