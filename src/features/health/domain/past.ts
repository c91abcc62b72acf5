import { RECENT_WEEKS } from './known-weeks.ts';
import { meanOf, median, type Series } from './series.ts';

/** An account that has fewer known weeks before the recent ones has no past to be held against. */
export const PAST_WEEKS = 4;

/** A single week counts for at most so many times what a week with use usually comes to: one spike is not a habit. */
const SPIKE = 3;

/** How an account used to do, before the recent weeks. Of those it depends on nothing but whether they have any use. */
export type Past = {
  /** A day's mean. */
  readonly usual: number;
  /** What no week counts for more than. */
  readonly cap: number;
  /** 0 to 1: how likely four weeks of it hold any use. What was seldom there is hardly missed. */
  readonly steadiness: number;
  /** The same of what falls short. Of a silent account it is as of its last use, so that silence never becomes a habit. */
  readonly missed: number;
};

/** The past of a series of which `length` weeks lie since the account's first use; null when it is too short or without use. */
export function pastOf(series: Series, length: number): Past | null {
  const to = Math.min(length, series.rates.length);
  if (to - RECENT_WEEKS < PAST_WEEKS) return null;
  const { rates } = series;
  // Loops over places, sorted as plain numbers: with lists made and thrown away this alone is a quarter of all scoring.
  let count = 0;
  for (let place = RECENT_WEEKS; place < to; place++) {
    const rate = rates[place] ?? 0;
    if (rate !== 0) SIZES[count++] = Math.abs(rate);
  }
  if (count === 0) return null;
  const cap = SPIKE * (median(SIZES.subarray(0, count).sort()) ?? 0);
  const usual = meanOf(series, RECENT_WEEKS, to, cap);
  const isUsed = (rate: number) => (usual > 0 ? rate > 0 : rate !== 0);
  let [used, silence] = [0, -1];
  for (let place = RECENT_WEEKS; place < to; place++) {
    if (!isUsed(rates[place] ?? 0)) continue;
    if (silence < 0) silence = place - RECENT_WEEKS;
    used++;
  }
  const weeks = to - RECENT_WEEKS;
  const steadiness = steadinessOf(used, weeks);
  if (usual <= 0 || isAnyAbove(rates, RECENT_WEEKS)) return { usual, cap, steadiness, missed: steadiness };
  const missed = steadinessOf(used, weeks - silence);
  return { usual: meanOf(series, RECENT_WEEKS + silence, to, cap), cap, steadiness, missed };
}

/** One after another, so that all use the same; more than a profile holds. */
const SIZES = new Float64Array(64);

function isAnyAbove(rates: readonly number[], before: number): boolean {
  for (let place = 0; place < before; place++) if ((rates[place] ?? 0) > 0) return true;
  return false;
}

const steadinessOf = (used: number, weeks: number): number => 1 - (1 - used / weeks) ** RECENT_WEEKS;

/** What is as it used to be is this good: three quarters. */
export const UNCHANGED = 75;

/**
 * How good `now` is against `usual`, as far as that can be said: nothing left is 0, as usual is 75, twice the usual and more is
 * 100, straight lines between; of something unsteady the score stays close to 75.
 */
export function againstUsual(
  now: number,
  usual: number,
  { steadiness, missed }: Pick<Past, 'steadiness' | 'missed'>,
  isUpGood: boolean,
): number {
  const distance = isUpGood ? distanceOf(now, usual) : -distanceOf(now, usual);
  const ratio = Math.max(0, Math.min(2, 1 + distance));
  return ratio >= 1
    ? UNCHANGED + steadiness * (100 - UNCHANGED) * (ratio - 1)
    : UNCHANGED - (isUpGood ? missed : steadiness) * UNCHANGED * (1 - ratio);
}

/** In units of the usual. Of a usual of 0 only up and down are known; nothing after nothing is no use. */
function distanceOf(now: number, usual: number): number {
  if (usual !== 0) return (now - usual) / Math.abs(usual);
  return now > 0 ? 1 : -1;
}
