import type { Day } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { readTrail, type TrailPillar } from './domain/trail.ts';
import type { HealthBand } from './model.ts';
import { selectScoreHeads, selectTrails } from './store/scores.ts';

/** An account's score as it stands. What it is made of is most of what is stored, and read by itself: lists do without. */
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
};

/** By account, in their order; null where none was computed yet. */
export async function findHealthScores(ctx: Ctx, accountIds: readonly string[]): Promise<(HealthScore | null)[]> {
  const rows = await selectScoreHeads(ctx.db.orm, ctx.actor.workspaceId, accountIds);
  return accountIds.map((id) => {
    const row = rows.get(id);
    if (!row) return null;
    const { asOf, ...rest } = row;
    const { score, previousScore } = rest;
    const change = score === null || previousScore === null ? null : score - previousScore;
    return { ...rest, change, asOfDay: asOf };
  });
}

/** What each account's score is made of, in their order; empty where none was computed yet. */
export async function findHealthPillars(ctx: Ctx, accountIds: readonly string[]): Promise<TrailPillar[][]> {
  const trails = await selectTrails(ctx.db.orm, ctx.actor.workspaceId, accountIds);
  return accountIds.map((id) => {
    const trail = trails.get(id);
    return trail === undefined ? [] : readTrail(trail);
  });
}
