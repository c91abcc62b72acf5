import type { Day } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { AccountIds, ScoreStanding } from './model.ts';
import { selectScoreStandings } from './store/scores.ts';

const ALL: AccountIds = { after: '', upTo: null };

/** Each account's score now and as of `day`, in order of account id. */
export const readScoreStandings = (ctx: Ctx, day: Day, ids: AccountIds = ALL): Promise<ScoreStanding[]> =>
  selectScoreStandings(ctx.db.orm, ctx.actor.workspaceId, day, ids);
