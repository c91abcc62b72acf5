import type { ModelAnswer, ModelFailureCode, ModelRequest, ModelUsage } from '../../platform/model/model.ts';
import type { Ctx } from '../kit/ctx.ts';
import { reserveModelCall, settleModelCall } from './reserve-model-call.ts';

export type AskModelCode = ModelFailureCode | 'NOT_SET_UP' | 'BUDGET_EXHAUSTED';

/** What a model answered, or why there is no answer; `message` says it without anything of what was asked. */
export type AskedModel =
  | Extract<ModelAnswer, { ok: true }>
  | {
      readonly ok: false;
      readonly failure: { readonly code: AskModelCode; readonly message: string };
      readonly usage: ModelUsage;
    };

/** The one way to the model: within the workspace's budget, and counted against it. Never throws for what the model does. */
export async function askModel(ctx: Ctx, request: ModelRequest): Promise<AskedModel> {
  if (!ctx.model) return unasked('NOT_SET_UP', 'No model is set up: ANTHROPIC_API_KEY is not given.');
  const reserved = await reserveModelCall(ctx, { maxTokens: mostTokensOf(request) });
  if (!reserved.ok) {
    const when = reserved.resetsAt.toISOString();
    return unasked(
      'BUDGET_EXHAUSTED',
      `What is left of the workspace’s budget is too little; it begins anew at ${when}.`,
    );
  }
  const answer = await ctx.model.answer(request);
  if (!answer.ok && answer.failure.code !== 'CANCELLED')
    ctx.log.warn({ model: ctx.model.name, failure: answer.failure }, 'the model did not answer');
  await settleModelCall(ctx, reserved.reservation, answer);
  return answer;
}

const unasked = (code: AskModelCode, message: string): AskedModel => ({
  ok: false,
  failure: { code, message },
  usage: { inputTokens: 0, outputTokens: 0 },
});

/** Text in the Latin script has about four bytes to a token; what has fewer, such as figures, seldom is all of a request. */
const BYTES_PER_TOKEN = 3;

/** An estimate from above of what the request may cost. Tries of which nothing came are not billed. */
function mostTokensOf({ system, messages, tools, outputSchema, maxOutputTokens }: ModelRequest): number {
  const asked = JSON.stringify({ system, messages, tools, outputSchema });
  return Math.ceil(Buffer.byteLength(asked) / BYTES_PER_TOKEN) + maxOutputTokens;
}
