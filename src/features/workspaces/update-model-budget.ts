import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { findModelBudget } from './find-model-budget.ts';
import type { ModelBudget, ModelBudgetSettings } from './model.ts';
import { recordChange } from './record-change.ts';
import { saveModelBudget } from './store/index.ts';

export type UpdateModelBudgetCode = 'FORBIDDEN' | 'INVALID_INPUT' | 'NOT_SET_UP';

/** Says how much of the model the workspace may use each day. What is left out stays; 0 turns the model off. */
export async function updateModelBudget(
  ctx: Ctx,
  input: ModelBudgetSettings,
): Promise<Outcome<ModelBudget | null, UpdateModelBudgetCode>> {
  const no = forbidden(ctx.actor, 'OWNER');
  if (no) return no;
  if (!ctx.model) return refuse('NOT_SET_UP', 'The operator of this server has set up no model.');
  for (const field of ['callsPerDay', 'tokensPerDay'] as const) {
    const [value, most] = [input[field], ctx.modelLimits[field]];
    if (value === null || (Number.isInteger(value) && value >= 0 && value <= most)) continue;
    return refuse('INVALID_INPUT', `${field} is a whole number from 0 to ${most}.`, ['input', field]);
  }
  await ctx.db.orm.transaction(async (tx) => {
    const details = await saveModelBudget(tx, ctx.actor.workspaceId, input);
    await recordChange(tx, ctx, { action: 'MODEL_BUDGET_UPDATED', subject: ctx.actor.workspace, details });
  });
  return ok(await findModelBudget(ctx));
}
