/** A UTC calendar day as `YYYY-MM-DD`. */
export type Day = string;

/** An inclusive range of UTC days. */
export type DayWindow = { readonly from: Day; readonly to: Day };

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whole days since 1970-01-01, or null when the text is not a real calendar day (2026-02-30 is not one). */
export function epochDay(text: string): number | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  return epochDayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The same from numbers; month counts from 1. Null when the calendar has no such day; its years begin with 1. */
export function epochDayOf(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real =
    year >= 1 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? Math.floor(date.getTime() / MS_PER_DAY) : null;
}

export const isDay = (text: string): text is Day => epochDay(text) !== null;

/** Texts of days up to the year 2079, once they were needed: each answer shows the same few. */
const WRITTEN_UNTIL = 40_000;
const written = new Map<number, Day>();

export function dayFromEpoch(days: number): Day {
  const known = written.get(days);
  if (known !== undefined) return known;
  const day = new Date(days * MS_PER_DAY).toISOString().slice(0, 10);
  if (days >= 0 && days < WRITTEN_UNTIL) written.set(days, day);
  return day;
}

/** The UTC day of an instant given in milliseconds. */
export const dayOfInstant = (milliseconds: number): Day => dayFromEpoch(Math.floor(milliseconds / MS_PER_DAY));

/** The day `count` days later (earlier when negative). Throws on a text that is not a day: that is a bug, not input. */
export function addDays(day: Day, count: number): Day {
  return dayFromEpoch(mustEpochDay(day) + count);
}

/** Number of days in an inclusive window; 0 or less when it is empty. */
export const windowLength = (window: DayWindow): number => mustEpochDay(window.to) - mustEpochDay(window.from) + 1;

/** The `length` days that end on `to`. */
export const windowEnding = (to: Day, length: number): DayWindow => ({ from: addDays(to, 1 - length), to });

/** Each account of a page shows the same days: by the window, for as long as that is in somebody's hands. */
const listed = new WeakMap<DayWindow, readonly Day[]>();

/** Every day of the window, in order. */
export function daysOf(window: DayWindow): readonly Day[] {
  let days = listed.get(window);
  if (!days) {
    const first = mustEpochDay(window.from);
    days = Array.from({ length: Math.max(0, windowLength(window)) }, (_, index) => dayFromEpoch(first + index));
    listed.set(window, days);
  }
  return days;
}

export function mustEpochDay(day: Day): number {
  const days = epochDay(day);
  if (days === null) throw new RangeError(`not a calendar day: ${day}`);
  return days;
}
