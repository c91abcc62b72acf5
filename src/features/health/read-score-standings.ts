import type { Day } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { ScoreStanding } from './model.ts';
import { selectScoreStandings } from './store/scores.ts';

/** Every account's score now and as of `day`, in order of account id. */
export const readScoreStandings = (ctx: Ctx, day: Day): Promise<ScoreStanding[]> =>
  selectScoreStandings(ctx.db.orm, ctx.actor.workspaceId, day);
