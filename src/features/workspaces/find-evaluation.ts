import type { Ctx } from '../kit/ctx.ts';
import type { Evaluation } from './model.ts';
import { selectEvaluation } from './store/index.ts';

/** How what is derived from the workspace's data stands. */
export const findEvaluation = (ctx: Ctx): Promise<Evaluation> =>
  selectEvaluation(ctx.db.orm, ctx.actor.workspaceId, ctx.clock.now());
