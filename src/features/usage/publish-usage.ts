import { setImmediate } from 'node:timers/promises';
import { publishUsageStandings, type UsageStanding } from '../accounts/index.ts';
import type { Ctx } from '../kit/ctx.ts';
import {
  activityChange,
  activityIndex,
  changeRate,
  finite,
  levelsOf,
  measureScale,
  type Scale,
} from './domain/activity.ts';
import type { Metric, ProfileBasis, UsageProfile } from './model.ts';
import { readProfiles } from './profiles.ts';

/** A statement's worth: some tens of milliseconds. */
const BATCH = 1_000;

/**
 * Usage, activity index and change of every account, for the account table. In batches of a transaction each: whoever looks at
 * the table meanwhile may see some accounts of before, and nobody waits for ten thousand. `importance` says how much a metric
 * counts, by its name; equal when nobody says.
 */
export async function publishUsage(
  ctx: Ctx,
  { metrics }: ProfileBasis,
  importance: (metric: string) => number = () => 1,
): Promise<void> {
  const { workspaceId } = ctx.actor;
  const weights = metrics.map(({ name }) => importance(name));
  const measured = measureScale(metrics);
  for await (const profiles of readProfiles(ctx)) {
    for (const profile of profiles) measured.add(levelsOf(profile, metrics));
    await setImmediate();
  }
  const scale = measured.scale();
  let after: string | null = null;
  let rows: UsageStanding[] = [];
  const publish = async (upTo: string | null) => {
    await ctx.db.sql.begin((tx) => publishUsageStandings(tx, workspaceId, rows, { after, upTo }));
    [after, rows] = [upTo, []];
  };
  for await (const profiles of readProfiles(ctx)) {
    for (const profile of profiles) rows.push(standingOf(profile, metrics, scale, weights));
    if (rows.length >= BATCH) await publish(rows.at(-1)?.accountId ?? null);
    await setImmediate();
  }
  // Of the rest, and of the accounts behind it that have no usage.
  await publish(null);
}

function standingOf(
  profile: UsageProfile,
  metrics: readonly Metric[],
  scale: Scale,
  weights: readonly number[],
): UsageStanding {
  const levels = levelsOf(profile, metrics);
  const usage = profile.recent.map(finite);
  const usageBefore = profile.before.map(finite);
  return {
    accountId: profile.accountId,
    usage,
    usageBefore,
    usageChange: usage.map((value, slot) => changeRate(value, usageBefore[slot] ?? null)),
    activityIndex: activityIndex(levels, scale, weights),
    activityChange: activityChange(levels, scale, weights),
    lastUsedOn: profile.lastUsedOn,
  };
}
