import { addDays, type Day } from '../../../lib/day.ts';
import { knownDaysWithin, RECENT_WEEKS, windowOf } from './known-weeks.ts';
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
export function recency(view: UsageView): Omit<WeighedInput, 'weight'> {
  const { profile, known, knownDays } = view;
  const shared = { kind: 'RECENCY', metric: null, window: null };
  const last = profile?.lastUsedOn ?? null;
  if (!profile || last === null) return { ...shared, value: null, comparison: null, score: 0 };
  const silent = knownDaysWithin(knownDays, { from: addDays(last, 1), to: known.asOf });
  const interval = 1 / rhythm(view, last);
  const missed = Math.max(0, silent - GRACE_DAYS) / interval;
  return { ...shared, value: silent, comparison: interval, score: 100 * 2 ** (-missed / HALVING_INTERVALS) };
}

/**
 * Days used of a day, before the recent weeks and up to the last use, mixed with the workspace's: of an account that was seldom seen
 * its own rhythm says little (a Gamma prior, as BG/NBD has it). Recent days do not count, so that using the product never makes
 * the next silence look longer.
 */
function rhythm({ profile, population, known, knownDays }: UsageView, last: Day): number {
  const usual = population.rhythm ?? UNKNOWN_RHYTHM;
  const recent = windowOf(known, 0, RECENT_WEEKS - 1);
  const recentDays = known.weeks.slice(0, RECENT_WEEKS).reduce((sum, week) => sum + (profile?.weekDays[week] ?? 0), 0);
  const before = (profile?.usedDays ?? 0) - recentDays;
  const first = profile?.firstUsedOn ?? last;
  if (before <= 0 || !recent) return usual;
  const end = last < recent.from ? last : addDays(recent.from, -1);
  const since = knownDaysWithin(knownDays, { from: first, to: end });
  return (before - 1 + PRIOR_INTERVALS) / (since + PRIOR_INTERVALS / usual);
}
