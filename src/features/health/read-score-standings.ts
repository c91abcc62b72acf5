import type { Day } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import type { ScoreStanding } from './model.ts';

/** Every account's score now and as of `day`. */
export async function readScoreStandings(_ctx: Ctx, _day: Day): Promise<ScoreStanding[]> {
  return [];
}
