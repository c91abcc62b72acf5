import type { Ctx } from '../kit/ctx.ts';
import { DEFAULT_MODEL, type ModelVersion } from './model.ts';
import { selectModel, selectModels } from './store/models.ts';

const BUILT_IN: ModelVersion = { version: 0, model: DEFAULT_MODEL, savedAt: null };

/** One version, or the one that counts when `version` is null; null when there is no such version. */
export async function findHealthModel(ctx: Ctx, version: number | null): Promise<ModelVersion | null> {
  if (version === 0) return BUILT_IN;
  const found = await selectModel(ctx.db.orm, ctx.actor.workspaceId, version);
  return found ?? (version === null ? BUILT_IN : null);
}

/** The newest first, at most `first`, those before version `before` when it is given; the built-in one is the last. */
export async function listHealthModels(ctx: Ctx, first: number, before: number | null): Promise<ModelVersion[]> {
  const saved = await selectModels(ctx.db.orm, ctx.actor.workspaceId, before, first);
  return saved.length < first && (before ?? 1) > 0 ? [...saved, BUILT_IN] : saved;
}
