import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, refuse } from '../kit/refusal.ts';
import { isTimeZone } from './domain/next-daily.ts';
import { findEvaluation } from './find-evaluation.ts';
import type { Evaluation } from './model.ts';
import { recordChange } from './record-change.ts';
import { dispatchEvaluation, requestEvaluation } from './request-evaluation.ts';
import { saveSchedule } from './store/index.ts';

export type UpdateEvaluationScheduleCode = 'FORBIDDEN' | 'INVALID_INPUT';

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Says when the workspace is evaluated each day. What is left out stays. */
export async function updateEvaluationSchedule(
  ctx: Ctx,
  input: { readonly timeZone: string | null; readonly dailyTime: string | null },
): Promise<Outcome<Evaluation, UpdateEvaluationScheduleCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const { timeZone, dailyTime: dailyAt } = input;
  // Some versions of Node take offsets such as `+02:00` for zones, others do not.
  if (timeZone !== null && !(/^[A-Za-z][\w+/-]*$/.test(timeZone) && isTimeZone(timeZone))) {
    const message = 'timeZone is an IANA name, such as `Europe/Berlin` or `UTC`.';
    return refuse('INVALID_INPUT', message, ['input', 'timeZone']);
  }
  if (dailyAt !== null && !TIME_OF_DAY.test(dailyAt))
    return refuse('INVALID_INPUT', 'dailyTime is a time of day, `00:00` to `23:59`.', ['input', 'dailyTime']);
  await ctx.db.orm.transaction(async (tx) => {
    const { before, after } = await saveSchedule(tx, ctx.actor.workspaceId, { timeZone, dailyAt });
    const subject = ctx.actor.workspace;
    await recordChange(tx, ctx, { action: 'EVALUATION_SCHEDULE_UPDATED', subject, details: { before, after } });
    // It notes when it is due next, which may be before the daily time.
    await requestEvaluation(tx, ctx);
  });
  await dispatchEvaluation(ctx);
  return ok(await findEvaluation(ctx));
}
