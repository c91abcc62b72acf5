import { epochDay } from '../../../lib/day.ts';
import { dateHint } from './date-hint.ts';
import type { DateFormat } from './mapping.ts';

export type DateMistake = { readonly message: string; readonly hint: string };
/** The epoch day, or why the value is not a date in the format asked for. */
export type DateReader = (value: unknown) => number | DateMistake;

const MISSING: DateMistake = { message: 'date: missing', hint: 'date_path gives nothing on this row.' };
const NO_SUCH_DAY: DateMistake = { message: 'date: no such day', hint: 'The calendar does not have this day.' };
const NO_SUCH_TIME: DateMistake = {
  message: 'date: no such time',
  hint: 'Hours end at 23 and minutes and seconds at 59; offsets are at most 23:59.',
};
const FORMAT_NAMES = {
  YYYY_MM_DD: 'YYYY-MM-DD',
  ISO_8601: 'ISO 8601',
  UNIX_SECONDS: 'Unix seconds',
  UNIX_MILLISECONDS: 'Unix milliseconds',
} as const satisfies Record<DateFormat, string>;

export function dateReader(format: DateFormat): DateReader {
  const dayOf = rememberedDays();
  const mistaken = (value: unknown): DateMistake => ({
    message: `date: not ${FORMAT_NAMES[format]}`,
    hint: dateHint(format, value),
  });
  const read = {
    YYYY_MM_DD: plainDay,
    ISO_8601: isoDay,
    UNIX_SECONDS: unixDay(86_400),
    UNIX_MILLISECONDS: unixDay(86_400_000),
  }[format];
  return (value) => {
    if (value === null || value === undefined || value === '') return MISSING;
    return read(value, dayOf) ?? mistaken(value);
  };
}

type DayOf = (text: string) => number | null;
type Read = (value: unknown, dayOf: DayOf) => number | DateMistake | null;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const plainDay: Read = (value, dayOf) => {
  if (typeof value !== 'string') return null;
  return dayOf(value) ?? (DAY.test(value) ? NO_SUCH_DAY : null);
};

/** Date, then optionally time and zone. RFC 3339 lets a space stand for the T, and databases print it so. */
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,12})?)?(?:[Zz]|([+-])(\d{2}):?(\d{2})?)?)?$/;
const MINUTES_PER_DAY = 1_440;
/** 0001-01-01 and 9999-12-31, which an offset can leave: a day beyond has no four digits. */
const FIRST_DAY = -719_162;
const LAST_DAY = 2_932_896;

const isoDay: Read = (value, dayOf) => {
  const match = typeof value === 'string' ? ISO.exec(value) : null;
  if (!match) return null;
  const [, date = '', hour, minute = '0', second = '0', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const day = dayOf(date);
  if (day === null) return NO_SUCH_DAY;
  if (hour === undefined) return day;
  // 24:00 names a moment of the next day and 23:59:60 of either: refused rather than guessed.
  if (+hour > 23 || +minute > 59 || +second > 59 || +offsetHour > 23 || +offsetMinute > 59) return NO_SUCH_TIME;
  const offset = (+offsetHour * 60 + +offsetMinute) * (sign === '-' ? -1 : 1);
  const utcDay = day + Math.floor((+hour * 60 + +minute - offset) / MINUTES_PER_DAY);
  return utcDay < FIRST_DAY || utcDay > LAST_DAY ? NO_SUCH_DAY : utcDay;
};

/** 2000-01-01 to 2100-12-31: outside, the number is in another unit, not in another century. */
const FIRST_PLAUSIBLE = 10_957;
const LAST_PLAUSIBLE = 47_846;

function unixDay(unitsPerDay: number): Read {
  return (value) => {
    const units = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
    if (typeof units !== 'number') return null;
    const day = Math.floor(units / unitsPerDay);
    return day >= FIRST_PLAUSIBLE && day <= LAST_PLAUSIBLE ? day : null;
  };
}

/** An answer repeats few days over many rows; the calendar is asked once for each. */
function rememberedDays(): DayOf {
  const days = new Map<string, number>();
  return (text) => {
    const known = days.get(text);
    if (known !== undefined) return known;
    const day = epochDay(text);
    if (day !== null && days.size < 1_000) days.set(text, day);
    return day;
  };
}
