import type { TransactionSql } from '../../db/client.ts';
import type { Day } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { PROFILE_WEEKS, type ProfileDays, profileDays } from './domain/profile-days.ts';
import type { Metric, ProfileBasis, UsageCoverage, UsageProfile } from './model.ts';
import { listMetrics } from './read-usage.ts';
import {
  deleteProfiles,
  lockProfiles,
  makeProfiles,
  type StoredProfileBasis,
  selectMadeFrom,
  selectProfileBasis,
  selectProfiles,
  storeProfiles,
  upsertProfileBasis,
} from './store/index.ts';

/** How many profiles are read at once: some milliseconds of parsing. */
const BATCH = 250;

/**
 * Brings every account's profile up to the last synchronised day; null when nothing was ever synchronised. Days are read only
 * when days, links, accounts, metrics or what is known of the calendar changed since.
 */
export async function refreshProfiles(ctx: Ctx, coverage: UsageCoverage): Promise<ProfileBasis | null> {
  const { workspaceId } = ctx.actor;
  const metrics = await listMetrics(ctx);
  const days = profileDays(coverage, null);
  return ctx.db.sql.begin(async (tx) => {
    await lockProfiles(tx, workspaceId);
    if (!days || metrics.length === 0) {
      await deleteProfiles(tx, workspaceId);
      return null;
    }
    const before = await selectProfileBasis(tx, workspaceId);
    const now = await toStored(tx, workspaceId, metrics, days);
    if (before?.madeFrom !== now.madeFrom) {
      await makeProfiles(tx, workspaceId, metrics, days);
      await storeProfiles(tx, workspaceId);
      await upsertProfileBasis(tx, workspaceId, now, ctx.clock.now());
    }
    return { ...basisOf(days, metrics), madeFrom: now.madeFrom };
  });
}

/** What the profiles are of; null before the first were made. */
export async function readProfileBasis(ctx: Ctx): Promise<ProfileBasis | null> {
  const metrics = await listMetrics(ctx);
  const stored = await ctx.db.sql.begin((tx) => selectProfileBasis(tx, ctx.actor.workspaceId));
  if (!stored) return null;
  const { asOf, coveredDays, aggregations } = stored;
  // A metric that came since has no place in them yet.
  return { asOf, coveredDays, metrics: metrics.slice(0, aggregations.split(' ').length) };
}

/** All profiles behind an account, in order of account id, some hundreds at a time. */
export async function* readProfiles(ctx: Ctx, after = ''): AsyncGenerator<UsageProfile[]> {
  const { workspaceId } = ctx.actor;
  yield* inBatches(after, (from) => ctx.db.sql.begin((tx) => selectProfiles(tx, { workspaceId }, from, BATCH)));
}

/**
 * The profiles as they were on an earlier day, from what is known of the days up to it: for trying models on the past. The
 * stored ones stay. `use` may read them as often as it likes, while it runs; its basis is null when nothing was known by then.
 */
export async function profilesAsOf<T>(
  ctx: Ctx,
  day: Day,
  coverage: UsageCoverage,
  use: (basis: ProfileBasis | null, profiles: (after?: string) => AsyncGenerator<UsageProfile[]>) => Promise<T>,
): Promise<T> {
  const metrics = await listMetrics(ctx);
  const days = profileDays(coverage, day);
  if (!days || metrics.length === 0) return use(null, async function* () {});
  return ctx.db.sql.begin(async (tx) => {
    await makeProfiles(tx, ctx.actor.workspaceId, metrics, days);
    const profiles = (after = '') => inBatches(after, (from) => selectProfiles(tx, 'PROFILED', from, BATCH));
    return use(basisOf(days, metrics), profiles);
  });
}

async function* inBatches(
  from: string,
  read: (after: string) => ReturnType<typeof selectProfiles>,
): AsyncGenerator<UsageProfile[], void, undefined> {
  for (let after = from; ; ) {
    const rows = await read(after);
    if (rows.length > 0) yield rows.map((row) => ({ ...row, weeks: bySlot(row.weeks) }));
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.accountId;
  }
}

const bySlot = (weeks: readonly (number | null)[]): (number | null)[][] =>
  Array.from({ length: weeks.length / PROFILE_WEEKS }, (_, slot) =>
    weeks.slice(slot * PROFILE_WEEKS, (slot + 1) * PROFILE_WEEKS),
  );

const basisOf = ({ asOf, coveredDays }: ProfileDays, metrics: readonly Metric[]): ProfileBasis => ({
  asOf,
  coveredDays,
  metrics,
});

async function toStored(
  tx: TransactionSql,
  workspaceId: number,
  metrics: readonly Metric[],
  { asOf, coveredDays, known }: ProfileDays,
): Promise<StoredProfileBasis> {
  const aggregations = metrics.map(({ aggregation }) => aggregation).join(' ');
  const days = known.map(({ from, to }) => `${from}/${to}`).join(' ');
  const madeFrom = [aggregations, days, await selectMadeFrom(tx, workspaceId)].join('; ');
  return { asOf, coveredDays, aggregations, madeFrom };
}
