import type { Metric, ProfileBasis, UsageCoverage, UsageProfile } from '../model.ts';
import { cutWeeks, type KnownDays, type KnownWeeks, knownDays, RECENT_WEEKS } from './known-weeks.ts';
import { fadingMean, meanOf, median, usageSeries } from './series.ts';

/** An account that is younger than a quarter is compared as if it had had one: a first good week proves little. */
const LEAST_PEER_WEEKS = 6;

/** By how many weeks an account is compared with others: those of its history before the recent ones, and these. */
export const peerWeeks = (length: number): number => Math.max(LEAST_PEER_WEEKS, length > RECENT_WEEKS ? length : 0);

/** A metric that anybody has values of in the recent weeks. */
export type TrackedMetric = {
  readonly metric: Metric;
  /** The weeks of it: those before it was first seen, or since it is tracked no more, say nothing. */
  readonly weeks: KnownWeeks;
  /** Where they lie among the known weeks; `to` is excluded. */
  readonly from: number;
  readonly to: number;
};

/** What is known of all accounts together that ever used anything: what one of them is compared with. */
export type Population = {
  readonly known: KnownDays;
  readonly accounts: number;
  readonly metrics: readonly Metric[];
  readonly tracked: readonly TrackedMetric[];
  /** By slot, a day's fading mean, ascending. */
  readonly levels: readonly Float64Array[];
  /** The same of the days used. */
  readonly activeDays: Float64Array;
  /** Days used of a day before the recent weeks, as the account in the middle has it; null where none has a past. */
  readonly rhythm: number | null;
};

/** Takes in profile after profile, in whatever order; holds a few numbers of each. */
export function collectPopulation(
  basis: ProfileBasis,
  coverage: UsageCoverage,
): { readonly add: (profile: UsageProfile) => void; readonly finish: () => Population } {
  const known = knownDays(basis, coverage);
  const { metrics } = basis;
  const levels = metrics.map(() => numbers());
  const [activeDays, rhythms] = [numbers(), numbers()];
  const hasValue = metrics.map(() => new Uint8Array(known.weeks.length));
  const add = (profile: UsageProfile) => {
    if (profile.firstUsedOn === null) return;
    const length = known.weeksSince(profile.firstUsedOn);
    const { bySlot, active } = usageSeries(profile, metrics, known);
    for (const [slot, one] of bySlot.entries()) {
      levels[slot]?.push(fadingMean(one, peerWeeks(length)));
      const [values, has] = [profile.weeks[slot] ?? [], hasValue[slot]];
      for (const [place, week] of known.weeks.entries()) if (has && (values[week] ?? null) !== null) has[place] = 1;
    }
    activeDays.push(fadingMean(active, peerWeeks(length)));
    const rhythm = meanOf(active, RECENT_WEEKS, length);
    if (rhythm > 0) rhythms.push(rhythm);
  };
  const finish = () => ({
    ...{ known, metrics, accounts: activeDays.length(), tracked: trackedOf(metrics, hasValue, known) },
    ...{ levels: levels.map((one) => one.sorted()), activeDays: activeDays.sorted(), rhythm: median(rhythms.sorted()) },
  });
  return { add, finish };
}

function trackedOf(metrics: readonly Metric[], hasValue: readonly Uint8Array[], known: KnownDays): TrackedMetric[] {
  const seen = hasValue.map((of) => ({ latest: of.indexOf(1), oldest: of.lastIndexOf(1) }));
  // Weeks in which no metric has any value are weeks without use, not weeks in which metrics were not tracked.
  const latest = Math.min(...seen.filter((span) => span.latest >= 0).map((span) => span.latest));
  return metrics.flatMap((metric): TrackedMetric[] => {
    const span = seen[metric.slot];
    if (!span || span.latest < 0) return [];
    const from = span.latest === latest ? 0 : span.latest;
    const to = span.oldest + 1;
    return from >= RECENT_WEEKS ? [] : [{ metric, weeks: cutWeeks(known, from, to), from, to }];
  });
}

/**
 * Which share of the accounts an account with this value is better than, 0 to 100, where those with the same value, itself
 * among them, count as half: the mid-rank percentile. An account that never used anything is not among `sorted`.
 */
export function percentile(sorted: Float64Array, value: number, isMember: boolean): number {
  const below = countBelow(sorted, value, false);
  const equal = countBelow(sorted, value, true) - below + (isMember ? 0 : 1);
  return (100 * (below + equal / 2)) / (sorted.length + (isMember ? 0 : 1));
}

/** How many are below the value, or at most as much. */
function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = sorted[middle] ?? 0;
    if (orEqual ? other > value : other >= value) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** A list of numbers that takes eight bytes for each. */
function numbers() {
  let held = new Float64Array(256);
  let length = 0;
  return {
    length: () => length,
    push: (value: number) => {
      if (length === held.length) {
        const larger = new Float64Array(2 * length);
        larger.set(held);
        held = larger;
      }
      held[length++] = value;
    },
    sorted: () => held.slice(0, length).sort(),
  };
}
