import type { Ctx } from '../kit/ctx.ts';
import { selectOwners } from './store/index.ts';

/** Which of these ids belong to an account, by a link or as its externalCrmId; in their order. */
export async function knownExternalIds(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const owners = await selectOwners(ctx.db.orm, ctx.actor.workspaceId, ids);
  return ids.filter((id) => owners.has(id));
}
