import { addDays, type Day, type DayWindow, dayFromEpoch, epochDayOf, mustEpochDay } from '../../lib/day.ts';

export type CalendarUnit = 'week' | 'month' | 'quarter' | 'year';

const parts = (day: Day) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) });

/** Months beyond December are of the next year, those before January of the one before. */
export function firstOfMonth(year: number, month: number): Day {
  const months = 12 * year + month - 1;
  return dayFromEpoch(epochDayOf(Math.floor(months / 12), (months % 12) + 1, 1) ?? 0);
}

const months = (year: number, month: number, length: number): DayWindow => ({
  from: firstOfMonth(year, month),
  to: addDays(firstOfMonth(year, month + length), -1),
});

export const monthOf = (year: number, month: number): DayWindow => months(year, month, 1);
export const quarterOf = (year: number, quarter: number): DayWindow => months(year, 3 * quarter - 2, 3);
export const yearOf = (year: number): DayWindow => months(year, 1, 12);

/** The week (from Monday), month, quarter or year that a day is in, or so many later. */
export function around(day: Day, unit: CalendarUnit, later = 0): DayWindow {
  const { year, month } = parts(day);
  switch (unit) {
    case 'week': {
      const monday = addDays(day, -((mustEpochDay(day) + 3) % 7) + 7 * later);
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'month':
      return monthOf(year, month + later);
    case 'quarter':
      return months(year, 3 * Math.floor((month - 1) / 3) + 1 + 3 * later, 3);
    case 'year':
      return yearOf(year + later);
  }
}

/** The first day after the same day so many months ago, or the end of that month where it is shorter. */
export function monthsBack(day: Day, count: number): Day {
  const { year, month } = parts(day);
  const last = Number(monthOf(year, month - count).to.slice(8));
  return addDays(firstOfMonth(year, month - count), Math.min(Number(day.slice(8)), last) - 1);
}
