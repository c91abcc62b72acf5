import { mustEpochDay } from '../../../lib/day.ts';
import type { UsageProfile } from '../model.ts';
import { RECENT_WEEKS } from './known-weeks.ts';
import type { Population } from './population.ts';
import type { UsageView, WeighedInput } from './usage-pillar.ts';

/** As long as this, nobody is missed: a weekend. */
const GRACE_DAYS = 2;
/** Silence of so many of its own intervals halves the score. */
const HALVING_INTERVALS = 2;
/** The workspace's rhythm counts like so many intervals of the account's own. */
const PRIOR_INTERVALS = 3;
/** Where no account of the workspace has a past to learn from: once a week. */
const UNKNOWN_RHYTHM = 1 / 7;

/** Known days since the last use against the account's own rhythm up to then. */
export function recency({ profile, population }: UsageView): Omit<WeighedInput, 'weight'> {
  const shared = { kind: 'RECENCY', metric: null, window: null };
  if (!profile || profile.lastUsedOn === null) return { ...shared, value: null, comparison: null, score: 0 };
  const last = mustEpochDay(profile.lastUsedOn);
  const silent = population.known.within(last + 1, mustEpochDay(population.known.asOf));
  const interval = 1 / rhythm(profile, population, last);
  const missed = Math.max(0, silent - GRACE_DAYS) / interval;
  return { ...shared, value: silent, comparison: interval, score: 100 * 2 ** (-missed / HALVING_INTERVALS) };
}

/**
 * Days used of a day, before the recent weeks and up to the last use, mixed with the workspace's: of an account that was seldom seen
 * its own rhythm says little (a Gamma prior, as BG/NBD has it). Recent days do not count, so that using the product never makes
 * the next silence look longer.
 */
function rhythm(
  { firstUsedOn, usedDays, weekDays }: UsageProfile,
  { rhythm, known }: Population,
  last: number,
): number {
  const usual = rhythm ?? UNKNOWN_RHYTHM;
  const recent = known.window(0, RECENT_WEEKS - 1);
  const before = usedDays - known.weeks.slice(0, RECENT_WEEKS).reduce((sum, week) => sum + (weekDays[week] ?? 0), 0);
  if (before <= 0 || !recent || firstUsedOn === null) return usual;
  const since = known.within(mustEpochDay(firstUsedOn), Math.min(last, mustEpochDay(recent.from) - 1));
  return (before - 1 + PRIOR_INTERVALS) / (since + PRIOR_INTERVALS / usual);
}
