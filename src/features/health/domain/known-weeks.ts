import { addDays, type Day, type DayWindow, mustEpochDay } from '../../../lib/day.ts';
import type { ProfileBasis } from '../model.ts';

/** Weeks that say how things are now. Everything before them is an account's past, which no new value changes. */
export const RECENT_WEEKS = 4;

/** The weeks of which any day is known, latest first. A week without a known day does not exist: those around it are neighbours. */
export type KnownWeeks = {
  readonly asOf: Day;
  /** Their places in a profile. */
  readonly weeks: readonly number[];
  /** Known days of each, 1 to 7. */
  readonly days: readonly number[];
};

export function knownWeeks({ asOf, coveredDays }: Pick<ProfileBasis, 'asOf' | 'coveredDays'>): KnownWeeks {
  const weeks = [...coveredDays.keys()].filter((week) => (coveredDays[week] ?? 0) > 0);
  return { asOf, weeks, days: weeks.map((week) => coveredDays[week] ?? 0) };
}

/** The calendar days from known week `to` through known week `from`, counted from the latest; null where there are none. */
export function windowOf({ asOf, weeks }: KnownWeeks, from: number, to: number): DayWindow | null {
  const [latest, oldest] = [weeks[from], weeks[Math.min(to, weeks.length - 1)]];
  if (latest === undefined || oldest === undefined || from > to) return null;
  return { from: addDays(asOf, -7 * oldest - 6), to: addDays(asOf, -7 * latest) };
}

/** How many known weeks there are since a day, the week of that day included. */
export function weeksSince({ asOf, weeks }: KnownWeeks, day: Day): number {
  const week = Math.floor((mustEpochDay(asOf) - mustEpochDay(day)) / 7);
  return weeks.filter((one) => one <= week).length;
}

/** How many days of `window` are known. */
export function knownDaysWithin(known: readonly DayWindow[], { from, to }: DayWindow): number {
  const [first, last] = [mustEpochDay(from), mustEpochDay(to)];
  return known.reduce((sum, range) => {
    const [start, end] = [mustEpochDay(range.from), mustEpochDay(range.to)];
    return sum + Math.max(0, Math.min(end, last) - Math.max(start, first) + 1);
  }, 0);
}
