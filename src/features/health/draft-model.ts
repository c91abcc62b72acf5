import { err, ok } from '../../lib/result.ts';
import type { Outcome, Refusal } from '../kit/refusal.ts';
import { checkModel } from './domain/check-model.ts';
import { type ModelInput, mergeModel } from './domain/merge-model.ts';
import type { HealthModel } from './model.ts';

/** The model that comes of putting what a caller gave over `base`, when it can be scored by. */
export function draftModel(
  base: HealthModel,
  input: ModelInput,
  metricNames: readonly string[],
): Outcome<HealthModel, 'INVALID_INPUT'> {
  const model = mergeModel(base, input);
  const refusals = checkModel(model, input, metricNames).map(({ path, message }): Refusal<'INVALID_INPUT'> => {
    return { code: 'INVALID_INPUT', message, field: ['input', 'model', ...path] };
  });
  return refusals.length > 0 ? err(refusals) : ok(model);
}
