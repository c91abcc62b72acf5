import { addDays, type Day, type DayWindow } from '../../../lib/day.ts';

/** Ranges of days, ascending, neither overlapping nor touching: as PostgreSQL keeps a `datemultirange`. */
export type DayRanges = readonly DayWindow[];

/** Reads the text form, such as `{[2026-03-01,2026-03-05)}`: PostgreSQL writes dates with an exclusive end. */
export const parseDayRanges = (text: string): DayRanges =>
  [...text.matchAll(/\[([\d-]+),([\d-]+)\)/g)].map(([, from = '', end = '']) => ({ from, to: addDays(end, -1) }));

/** The days of `window` that no range holds. */
export function missingDays(ranges: DayRanges, window: DayWindow): DayWindow[] {
  const missing: DayWindow[] = [];
  let next: Day = window.from;
  for (const { from, to } of ranges) {
    if (to < next) continue;
    if (from > window.to) break;
    if (from > next) missing.push({ from: next, to: addDays(from, -1) });
    next = addDays(to, 1);
  }
  if (next <= window.to) missing.push({ from: next, to: window.to });
  return missing;
}
