import { RECENT_WEEKS } from './known-weeks.ts';
import { meanOf, median, type Series } from './series.ts';

/** An account that has fewer known weeks before the recent ones has no past to be held against. */
export const PAST_WEEKS = 4;

/** A single week counts for at most so many times what a week with use usually comes to: one spike is not a habit. */
const SPIKE = 3;

/** How an account used to do, before the recent weeks. */
export type Past = {
  /** A day's mean. */
  readonly usual: number;
  /** What no week counts for more than. */
  readonly cap: number;
  /** 0 to 1: how likely four weeks of it hold any use. What was seldom there is hardly missed. */
  readonly steadiness: number;
  /** Its weeks, as places in the series; `to` is excluded. */
  readonly from: number;
  readonly to: number;
};

/**
 * The past of a series of which `length` weeks lie since the account's first use; null when that is too little, or without any
 * use. Where the recent weeks have no use either, the past ends with the last use: silence that lasts is no new habit.
 */
export function pastOf(series: Series, length: number): Past | null {
  const to = Math.min(length, series.rates.length);
  if (to - RECENT_WEEKS < PAST_WEEKS) return null;
  const isUsed = (index: number) => series.rates[index] !== undefined && series.rates[index] !== 0;
  const places = Array.from({ length: to - RECENT_WEEKS }, (_, index) => RECENT_WEEKS + index);
  const used = places.filter(isUsed);
  const latest = used[0];
  if (latest === undefined) return null;
  const isSilent = ![...Array(RECENT_WEEKS).keys()].some(isUsed);
  const from = isSilent ? latest : RECENT_WEEKS;
  const cap = SPIKE * (median(used.map((index) => Math.abs(series.rates[index] ?? 0))) ?? 0);
  const usual = meanOf(series, from, to, cap);
  const steadiness = 1 - (1 - used.length / (to - from)) ** RECENT_WEEKS;
  return { usual, cap, steadiness, from, to };
}

/** What is as it used to be is this good: three quarters. */
export const UNCHANGED = 75;

/**
 * How good `now` is against `usual`, as far as that can be said: nothing left is 0, as usual is 75, twice the usual and more is
 * 100, straight lines between; of something unsteady the score stays close to 75.
 */
export function againstUsual(now: number, usual: number, steadiness: number, isUpGood: boolean): number {
  const ratio = Math.max(0, Math.min(2, 1 + (isUpGood ? distanceOf(now, usual) : -distanceOf(now, usual))));
  const score = ratio <= 1 ? UNCHANGED * ratio : UNCHANGED + (100 - UNCHANGED) * (ratio - 1);
  return UNCHANGED + steadiness * (score - UNCHANGED);
}

/** In units of the usual. Of a usual of 0 only up and down are known; nothing after nothing is no use. */
function distanceOf(now: number, usual: number): number {
  if (usual !== 0) return (now - usual) / Math.abs(usual);
  return now > 0 ? 1 : -1;
}
