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
import { PROFILE_WEEKS } from './domain/profile-days.ts';
import type { Metric, ProfileBasis } from './model.ts';
import { isPublished, markPublished, type StoredLevels, selectLevels } from './store/index.ts';

/** A statement's worth: some milliseconds of work here, between which others have their turn. */
const BATCH = 500;

/**
 * Usage, activity index and change of every account, for the account table. In batches of a transaction each: whoever looks at
 * the table meanwhile may see some accounts of before, and nobody waits for ten thousand. Nothing is done where the profiles are
 * those that were published last. `importance` says how much a metric
 * counts, by its name; equal when nobody says.
 */
export async function publishUsage(
  ctx: Ctx,
  { metrics, madeFrom }: ProfileBasis,
  importance: (metric: string) => number = () => 1,
): Promise<void> {
  const { workspaceId } = ctx.actor;
  if (madeFrom && (await ctx.db.sql.begin((tx) => isPublished(tx, workspaceId, madeFrom)))) return;
  const weights = metrics.map(({ name }) => importance(name));
  const measured = measureScale(metrics);
  for await (const profiles of readLevels(ctx, metrics)) {
    for (const profile of profiles) measured.add(levelsOf(profile, metrics));
    await setImmediate();
  }
  const scale = measured.scale();
  let after: string | null = null;
  const publish = async (rows: readonly UsageStanding[], upTo: string | null) => {
    await ctx.db.sql.begin((tx) => publishUsageStandings(tx, workspaceId, rows, { after, upTo }));
    after = upTo;
  };
  for await (const profiles of readLevels(ctx, metrics)) {
    const rows = profiles.map((profile) => standingOf(profile, metrics, scale, weights));
    await publish(rows, rows.at(-1)?.accountId ?? null);
  }
  // Of the accounts behind the last that has usage.
  await publish([], null);
  if (madeFrom) await ctx.db.sql.begin((tx) => markPublished(tx, workspaceId, madeFrom));
}

/** In order of account id, a batch at a time; others run in between. */
async function* readLevels(ctx: Ctx, metrics: readonly Metric[]): AsyncGenerator<StoredLevels[]> {
  const { workspaceId } = ctx.actor;
  for (let after = ''; ; ) {
    const from = after;
    const rows = await ctx.db.sql.begin((tx) => selectLevels(tx, workspaceId, metrics, PROFILE_WEEKS, from, BATCH));
    if (rows.length > 0) yield rows;
    await setImmediate();
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.accountId;
  }
}

function standingOf(
  profile: StoredLevels,
  metrics: readonly Metric[],
  scale: Scale,
  weights: readonly number[],
): UsageStanding {
  const levels = levelsOf(profile, metrics);
  const change = activityChange(levels, scale, weights);
  const usage = profile.recent.map(finite);
  const usageBefore = profile.before.map(finite);
  return {
    accountId: profile.accountId,
    usage,
    usageBefore,
    usageChange: usage.map((value, slot) => changeRate(value, usageBefore[slot] ?? null)),
    activityIndex: activityIndex(levels, scale, weights),
    activityChange: change.rate,
    activityBefore: change.before,
    lastUsedOn: profile.lastUsedOn,
  };
}
