import { ok } from '../../lib/result.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { Outcome } from '../kit/refusal.ts';
import { dispatchEvaluation, type Evaluation, findEvaluation, requestEvaluation } from '../workspaces/index.ts';

export type RunSignalsNowCode = 'FORBIDDEN';

/** Asks for an evaluation of the workspace; while one waits or runs, for one after it. */
export async function runSignalsNow(ctx: Ctx): Promise<Outcome<Evaluation, RunSignalsNowCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  await requestEvaluation(ctx.db.orm, ctx);
  await dispatchEvaluation(ctx);
  return ok(await findEvaluation(ctx));
}
