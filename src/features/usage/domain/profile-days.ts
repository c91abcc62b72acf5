import { addDays, type Day, type DayWindow, mustEpochDay } from '../../../lib/day.ts';
import type { UsageCoverage } from '../model.ts';

/** How many weeks a profile holds. */
export const PROFILE_WEEKS = 26;

/** The days a profile is made of: the last of them, those that are known, and how many of each week those are. */
export type ProfileDays = {
  readonly asOf: Day;
  readonly known: readonly DayWindow[];
  readonly coveredDays: readonly number[];
};

/** The days known up to `day`, `day` included; null when none is. The last of them is the profiles' `asOf`. */
export function profileDays(coverage: UsageCoverage, day: Day | null): ProfileDays | null {
  if (coverage.through === null) return null;
  const end = day === null || coverage.through < day ? coverage.through : day;
  const known = coverage.days
    .filter(({ from }) => from <= end)
    .map(({ from, to }) => ({ from, to: to < end ? to : end }));
  const asOf = known.reduce<Day | null>((last, { to }) => (last === null || to > last ? to : last), null);
  return asOf === null ? null : { asOf, known, coveredDays: coveredDays(known, asOf) };
}

function coveredDays(known: readonly DayWindow[], asOf: Day): number[] {
  const ranges = known.map(({ from, to }) => [mustEpochDay(from), mustEpochDay(to)] as const);
  const last = mustEpochDay(asOf);
  return Array.from({ length: PROFILE_WEEKS }, (_, week) => {
    const [from, to] = [last - 7 * week - 6, last - 7 * week];
    return ranges.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from) + 1), 0);
  });
}

/** First day of week `week` of profiles as of `asOf`, and its last. */
export const weekWindow = (asOf: Day, week: number): DayWindow => ({
  from: addDays(asOf, -7 * week - 6),
  to: addDays(asOf, -7 * week),
});
