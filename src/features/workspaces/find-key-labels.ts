import type { KeyCtx } from './model.ts';
import { selectKeyLabels } from './store/index.ts';

/** What the keys with these ids are called, in this order; null where there is none. Everybody may know who did something. */
export async function findKeyLabels(
  ctx: Pick<KeyCtx, 'actor' | 'db'>,
  ids: readonly string[],
): Promise<(string | null)[]> {
  const labels = await selectKeyLabels(ctx.db.orm, ctx.actor.workspaceId, ids);
  return ids.map((id) => labels.get(id) ?? null);
}
