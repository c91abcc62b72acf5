import { err, ok } from '../../lib/result.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome, Refusal } from '../kit/refusal.ts';
import { listMetrics } from '../usage/index.ts';
import { checkModel } from './domain/check-model.ts';
import { type ModelInput, mergeModel } from './domain/merge-model.ts';
import type { HealthModel } from './model.ts';

/** The model that comes of putting what a caller gave over `base`, when it can be scored by. */
export async function draftModel(
  ctx: Ctx,
  base: HealthModel,
  input: ModelInput,
): Promise<Outcome<HealthModel, 'INVALID_INPUT'>> {
  const model = mergeModel(base, input);
  const names = (await listMetrics(ctx)).map(({ name }) => name);
  const refusals = checkModel(model, input, names).map(({ path, message }): Refusal<'INVALID_INPUT'> => {
    return { code: 'INVALID_INPUT', message, field: ['input', 'model', ...path] };
  });
  return refusals.length > 0 ? err(refusals) : ok(model);
}
