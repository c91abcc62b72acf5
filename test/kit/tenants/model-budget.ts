import type { Ctx } from '../../../src/features/kit/ctx.ts';
import { askModel, updateModelBudget } from '../../../src/features/workspaces/index.ts';
import { createFakeModel } from '../fake-model.ts';

/** Sets a budget and spends some of it. Through the verbs: the server of the tests has no model. */
export async function giveModelBudget(owner: Ctx): Promise<void> {
  const ctx = { ...owner, model: createFakeModel() };
  const updated = await updateModelBudget(ctx, { callsPerDay: 100, tokensPerDay: 100_000 });
  const asked = await askModel(ctx, {
    system: 'You answer.',
    messages: [{ role: 'user', text: 'Hello?' }],
    tools: [],
    outputSchema: null,
    maxOutputTokens: 100,
    timeoutMs: 10_000,
    signal: null,
    onText: null,
  });
  if (!updated.ok || !asked.ok) throw new Error(JSON.stringify({ updated, asked }));
}
