import type { Ctx } from '../kit/ctx.ts';
import { modelDay, modelDayEnd } from './domain/model-day.ts';
import type { ModelBudget } from './model.ts';
import { selectModelSpending } from './store/index.ts';

/** How much of the model the workspace may use today, and did; null without a model. */
export async function findModelBudget(ctx: Ctx): Promise<ModelBudget | null> {
  const { callsPerDay: mostCallsPerDay, tokensPerDay: mostTokensPerDay } = ctx.modelLimits;
  if (!ctx.model) return null;
  const day = modelDay(ctx.clock.now());
  const { settings, spending } = await selectModelSpending(ctx.db.orm, ctx.actor.workspaceId, day);
  return {
    model: ctx.model.name,
    // The operator may have lowered his limits since the workspace set its own.
    callsPerDay: Math.min(settings.callsPerDay ?? mostCallsPerDay, mostCallsPerDay),
    callsUsed: spending.calls,
    tokensPerDay: Math.min(settings.tokensPerDay ?? mostTokensPerDay, mostTokensPerDay),
    tokensUsed: spending.tokens,
    mostCallsPerDay,
    mostTokensPerDay,
    resetsAt: modelDayEnd(day),
  };
}
