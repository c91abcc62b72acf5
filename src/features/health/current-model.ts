import type { Ctx } from '../kit/ctx.ts';
import { DEFAULT_MODEL, type HealthModel } from './model.ts';

/** The model that counts; version 0 is the built-in one. */
export async function currentModel(_ctx: Ctx): Promise<{ readonly version: number; readonly model: HealthModel }> {
  return { version: 0, model: DEFAULT_MODEL };
}
