import type { ProfileBasis, UsageProfile } from '../model.ts';
import { knownWeeks, RECENT_WEEKS, weeksSince } from './known-weeks.ts';
import { fadingMean, meanOf, median, usageSeries } from './series.ts';

/** An account that is younger than a quarter is compared as if it had had one: a first good week proves little. */
const LEAST_PEER_WEEKS = 12;

/** By how many weeks an account is compared with others: those of its history before the recent ones, and these. */
export const peerWeeks = (length: number): number => Math.max(LEAST_PEER_WEEKS, length > RECENT_WEEKS ? length : 0);

/** What is known of all accounts together that ever used anything: what one of them is compared with. */
export type Population = {
  readonly accounts: number;
  /** By slot, a day's fading mean, ascending. */
  readonly levels: readonly Float64Array[];
  /** The same of the days used. */
  readonly activeDays: Float64Array;
  /** Days used of a day before the recent weeks, as the account in the middle has it; null where none has a past. */
  readonly rhythm: number | null;
  /** By slot, the known weeks in which any account has a value, as places from the latest; null without any. */
  readonly spans: readonly ({ readonly latest: number; readonly oldest: number } | null)[];
};

/** Takes in profile after profile, in whatever order; holds a few numbers of each. */
export function collectPopulation(basis: ProfileBasis): {
  readonly add: (profile: UsageProfile) => void;
  readonly finish: () => Population;
} {
  const known = knownWeeks(basis);
  const { metrics } = basis;
  const levels = metrics.map(() => numbers());
  const activeDays = numbers();
  const rhythms: number[] = [];
  const hasValue = metrics.map(() => new Uint8Array(known.weeks.length));
  const add = (profile: UsageProfile) => {
    if (profile.firstUsedOn === null) return;
    const length = weeksSince(known, profile.firstUsedOn);
    const { bySlot, active } = usageSeries(profile, metrics, known);
    for (const [slot, one] of bySlot.entries()) {
      levels[slot]?.push(fadingMean(one, peerWeeks(length)));
      for (const [place, week] of known.weeks.entries()) {
        if ((profile.weeks[slot]?.[week] ?? null) !== null) hasValue[slot]?.fill(1, place, place + 1);
      }
    }
    activeDays.push(fadingMean(active, peerWeeks(length)));
    const rhythm = meanOf(active, RECENT_WEEKS, length);
    if (rhythm > 0) rhythms.push(rhythm);
  };
  const finish = () => {
    const seen = hasValue.map((of) => ({ latest: of.indexOf(1), oldest: of.lastIndexOf(1) }));
    // Weeks in which no metric of any account has a value are weeks without use, not metrics that are tracked no more.
    const latest = Math.min(...seen.flatMap((span) => (span.latest < 0 ? [] : [span.latest])));
    return {
      accounts: activeDays.length(),
      levels: levels.map((one) => one.sorted()),
      activeDays: activeDays.sorted(),
      rhythm: median(rhythms),
      spans: seen.map((span) =>
        span.latest < 0 ? null : { ...span, latest: span.latest === latest ? 0 : span.latest },
      ),
    };
  };
  return { add, finish };
}

/**
 * Which share of the accounts an account with this value is better than, 0 to 100, where those with the same value, itself
 * among them, count as half: the mid-rank percentile. An account that never used anything is not among `sorted`.
 */
export function percentile(sorted: Float64Array, value: number, isMember: boolean): number {
  const below = firstWhere(sorted, (other) => other >= value);
  const equal = firstWhere(sorted, (other) => other > value) - below + (isMember ? 0 : 1);
  return (100 * (below + equal / 2)) / (sorted.length + (isMember ? 0 : 1));
}

/** Place of the first for which `holds`, which holds for all after it. */
function firstWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(sorted[middle] ?? 0)) to = middle;
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
