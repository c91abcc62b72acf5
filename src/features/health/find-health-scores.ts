import type { Day } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { readTrail, type TrailPillar } from './domain/trail.ts';
import type { HealthBand } from './model.ts';
import { selectScores } from './store/scores.ts';

/** An account's score as it stands, with what it is made of. */
export type HealthScore = {
  readonly accountId: string;
  readonly score: number | null;
  readonly band: HealthBand | null;
  /** Of an earlier day of computation. */
  readonly previousScore: number | null;
  /** Points since `previousScore`; null when either is missing. */
  readonly change: number | null;
  readonly asOfDay: Day | null;
  readonly modelVersion: number;
  readonly computedAt: Date;
  readonly pillars: readonly TrailPillar[];
};

/** By account, in their order; null where none was computed yet. */
export async function findHealthScores(ctx: Ctx, accountIds: readonly string[]): Promise<(HealthScore | null)[]> {
  const rows = await selectScores(ctx.db.orm, ctx.actor.workspaceId, accountIds);
  return accountIds.map((id) => {
    const row = rows.get(id);
    if (!row) return null;
    const { asOf, trail, ...rest } = row;
    const { score, previousScore } = rest;
    const change = score === null || previousScore === null ? null : score - previousScore;
    return { ...rest, change, asOfDay: asOf, pillars: readTrail(trail) };
  });
}
