import type { Ctx } from '../kit/ctx.ts';
import { DEFAULT_MODEL, type HealthModel } from './model.ts';
import { selectModel } from './store/models.ts';

/** The model that counts; version 0 is the built-in one. */
export async function currentModel(ctx: Ctx): Promise<{ readonly version: number; readonly model: HealthModel }> {
  return (await selectModel(ctx.db.orm, ctx.actor.workspaceId, null)) ?? { version: 0, model: DEFAULT_MODEL };
}
