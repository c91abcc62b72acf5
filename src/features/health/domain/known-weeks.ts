import { addDays, type Day, type DayWindow, mustEpochDay } from '../../../lib/day.ts';
import type { ProfileBasis, UsageCoverage } from '../model.ts';

/** Weeks that say how things are now. Everything before them is an account's past, which no new value changes. */
export const RECENT_WEEKS = 4;

/** The weeks of which any day is known, latest first. A week without a known day does not exist: those around it are neighbours. */
export type KnownWeeks = {
  /** Their places in a profile. */
  readonly weeks: readonly number[];
  /** Known days of each, 1 to 7. */
  readonly days: readonly number[];
  /** The calendar days from known week `to` through known week `from`, counted from the latest; null without a known week. */
  readonly window: (from: number, to: number) => DayWindow | null;
};

/** What is known of the calendar, for all accounts alike. */
export type KnownDays = KnownWeeks & {
  readonly asOf: Day;
  /** How many known weeks there are since a day, the week of that day included. */
  readonly weeksSince: (day: Day) => number;
  /** How many of the days from `from` through `to`, days since 1970, are known. */
  readonly within: (from: number, to: number) => number;
};

export function knownDays({ asOf, coveredDays }: ProfileBasis, coverage: UsageCoverage): KnownDays {
  const last = mustEpochDay(asOf);
  const ranges = coverage.days.map(({ from, to }) => [mustEpochDay(from), mustEpochDay(to)] as const);
  const weeks = [...coveredDays.keys()].filter((week) => (coveredDays[week] ?? 0) > 0);
  const days = weeks.map((week) => coveredDays[week] ?? 0);
  return {
    ...{ asOf, weeks, days, window: windows(asOf, weeks) },
    weeksSince: (day) => {
      const week = Math.floor((last - mustEpochDay(day)) / 7);
      const older = weeks.findIndex((one) => one > week);
      return older < 0 ? weeks.length : older;
    },
    within: (from, to) =>
      ranges.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from) + 1), 0),
  };
}

/** Some of the known weeks: those from place `from` on, before `to`. */
export function cutWeeks(known: KnownDays, from: number, to: number): KnownWeeks {
  const weeks = known.weeks.slice(from, to);
  return { weeks, days: known.days.slice(from, to), window: windows(known.asOf, weeks) };
}

/** Remembered: thousands of accounts ask for the same few. */
function windows(asOf: Day, weeks: readonly number[]): KnownWeeks['window'] {
  const found = new Map<number, DayWindow | null>();
  return (from, to) => {
    const key = 100 * from + to;
    const before = found.get(key);
    if (before !== undefined) return before;
    const [latest, oldest] = [weeks[from], weeks[Math.min(to, weeks.length - 1)]];
    const window =
      latest === undefined || oldest === undefined
        ? null
        : { from: addDays(asOf, -7 * oldest - 6), to: addDays(asOf, -7 * latest) };
    found.set(key, window);
    return window;
  };
}
