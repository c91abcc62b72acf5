import type { Day } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { PROFILE_WEEKS } from './domain/profile-days.ts';
import { type WeekMover, weekMovers } from './domain/week-movers.ts';
import { listMetrics } from './read-usage.ts';
import { selectWeekBasis, selectWeekLevels } from './store/index.ts';

export type WeekMovers = {
  /** Last day of the later week, which is the last synchronised one. */
  readonly asOf: Day;
  /** Days of the later and of the earlier week that were synchronised, 0 to 7. */
  readonly coveredDays: readonly [later: number, earlier: number];
  readonly movers: readonly WeekMover[];
};

/**
 * The accounts that moved most in the last seven synchronised days against the seven before, by the metric of a slot or, when it
 * is null, by the activity index. Null while there are no profiles yet, or none of that metric.
 */
export async function listWeekMovers(
  ctx: Ctx,
  { slot, ...asked }: { readonly slot: number | null; readonly direction: 'DOWN' | 'UP'; readonly limit: number },
): Promise<WeekMovers | null> {
  const { workspaceId } = ctx.actor;
  const [basis, metrics] = await Promise.all([selectWeekBasis(ctx.db.orm, workspaceId), listMetrics(ctx)]);
  if (!basis) return null;
  // A metric that came since has no place in the profiles yet.
  const profiled = metrics.slice(0, basis.aggregations.split(' ').length);
  const wanted = slot === null ? profiled : profiled.filter((metric) => metric.slot === slot);
  if (wanted.length === 0) return null;
  const slots = wanted.map((metric) => metric.slot);
  const levels = await selectWeekLevels(ctx.db.orm, workspaceId, slots, PROFILE_WEEKS);
  const [later = 0, earlier = 0] = basis.coveredDays;
  const movers = weekMovers(levels, wanted, slot === null ? 'INDEX' : 'METRIC', asked);
  return { asOf: basis.asOf, coveredDays: [later, earlier], movers };
}
