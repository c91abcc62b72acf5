import type { ModelAnswer, ModelFailureCode } from '../../platform/model/model.ts';
import type { Ctx } from '../kit/ctx.ts';
import { modelDay, modelDayEnd } from './domain/model-day.ts';
import type { ModelReservation } from './model.ts';
import { reserveSpending, settleSpending } from './store/index.ts';

export type ModelCallReserved =
  | { readonly ok: true; readonly reservation: ModelReservation }
  /** `resetsAt`: when the budget begins anew. */
  | { readonly ok: false; readonly resetsAt: Date };

/**
 * Takes one call, and the most tokens that it may cost, from what is left of today's budget. However many ask at once, they
 * never get more than is left. A process that dies in between leaves its reservation counted until the day is over.
 */
export async function reserveModelCall(
  ctx: Ctx,
  { maxTokens }: { readonly maxTokens: number },
): Promise<ModelCallReserved> {
  const reservation = { day: modelDay(ctx.clock.now()), tokens: Math.ceil(maxTokens) };
  const isReserved = await reserveSpending(ctx.db.orm, ctx.actor.workspaceId, reservation, ctx.modelLimits);
  return isReserved ? { ok: true, reservation } : { ok: false, resetsAt: modelDayEnd(reservation.day) };
}

/** What nobody answered and nobody bills. */
const FREE: readonly ModelFailureCode[] = ['UNREACHABLE', 'OVERLOADED', 'RATE_LIMITED', 'KEY_REFUSED'];
/** What was cut short is billed as far as it got, and how far that was is not said. */
const CUT_SHORT: readonly ModelFailureCode[] = ['TIMEOUT', 'CANCELLED'];

/** Puts what a call really cost in the place of what was set aside for it, on the day it was made. */
export async function settleModelCall(ctx: Ctx, reservation: ModelReservation, answer: ModelAnswer): Promise<void> {
  const { inputTokens, outputTokens } = answer.usage;
  const known = inputTokens + outputTokens;
  const failed = answer.ok ? null : answer.failure.code;
  const isCutShort = failed !== null && CUT_SHORT.includes(failed);
  await settleSpending(ctx.db.orm, ctx.actor.workspaceId, reservation.day, {
    ...{ inputTokens, outputTokens },
    released: isCutShort ? Math.min(known, reservation.tokens) : reservation.tokens,
    counts: failed === null || known > 0 || !FREE.includes(failed),
  });
}
