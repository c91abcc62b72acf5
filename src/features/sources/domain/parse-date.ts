import { epochDay } from '../../../lib/day.ts';
import { dateHint, isInAnotherUnit } from './date-hint.ts';
import type { DateFormat } from './mapping.ts';
import { readMailDate } from './parse-mail-date.ts';

export type DateMistake = { readonly message: string; readonly hint: string };
/** The epoch day, or why the value is not a date in the format asked for. */
export type DateReader = (value: unknown) => number | DateMistake;

const MISSING: DateMistake = { message: 'date: missing', hint: 'date_path gives nothing on this row.' };
const NO_SUCH_DAY: DateMistake = { message: 'date: no such day', hint: 'The calendar does not have this day.' };
const NO_SUCH_TIME: DateMistake = {
  message: 'date: no such time',
  hint: 'Hours end at 23 and minutes and seconds at 59; offsets are at most 23:59.',
};
const IMPLAUSIBLE: DateMistake = {
  message: 'date: implausible year',
  hint: 'Years are 2000 to 2100. Where such a date stands for none, leave the row out with a filter in rows_path.',
};
const FORMAT_NAMES = {
  YYYY_MM_DD: 'YYYY-MM-DD',
  YYYYMMDD: 'YYYYMMDD',
  YYYY_MM_DD_HH_MM_SS: 'YYYY-MM-DD hh:mm:ss',
  ISO_8601: 'ISO 8601',
  RFC_2822: 'RFC 2822',
  UNIX_SECONDS: 'Unix seconds',
  UNIX_MILLISECONDS: 'Unix milliseconds',
  UNIX_DAYS: 'days since 1970-01-01',
} as const satisfies Record<DateFormat, string>;

/** 2000-01-01 to 2100-12-31: outside, the value is a stand-in for no date, or a number in another unit. */
const FIRST_PLAUSIBLE = 10_957;
const LAST_PLAUSIBLE = 47_846;

export function dateReader(format: DateFormat): DateReader {
  const remembered = memory();
  const read = READERS[format];
  const mistaken = (value: unknown): DateMistake => ({
    message: `date: not ${FORMAT_NAMES[format]}`,
    hint: dateHint(format, value),
  });
  return (value) => {
    if (value === null || value === undefined || value === '') return MISSING;
    const day = read(value, remembered) ?? mistaken(value);
    if (typeof day !== 'number' || (day >= FIRST_PLAUSIBLE && day <= LAST_PLAUSIBLE)) return day;
    return isInAnotherUnit(format, value) ? mistaken(value) : IMPLAUSIBLE;
  };
}

type Remembered = (text: string, dayOf: (text: string) => number | null) => number | null;
/** Null where the value is not in the format at all. */
type Read = (value: unknown, remembered: Remembered) => number | DateMistake | null;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const plainDay: Read = (value, remembered) => {
  if (typeof value !== 'string') return null;
  return remembered(value, epochDay) ?? (DAY.test(value) ? NO_SUCH_DAY : null);
};

const EIGHT_DIGITS = /^\d{8}$/;

const compactDay: Read = (value, remembered) => {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return null;
  const dayOf = () => epochDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);
  return remembered(text, dayOf) ?? (EIGHT_DIGITS.test(text) ? NO_SUCH_DAY : null);
};

/** Date, then optionally time and zone. RFC 3339 lets a space stand for the T, and databases print it so. */
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,12})?)?(?:[Zz]|([+-])(\d{2}):?(\d{2})?)?)?$/;
const MINUTES_PER_DAY = 1_440;

const isoDay: Read = (value, remembered) => {
  const match = typeof value === 'string' ? ISO.exec(value) : null;
  if (!match) return null;
  const [, date = '', hour, minute = '0', second = '0', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const day = remembered(date, epochDay);
  if (day === null) return NO_SUCH_DAY;
  if (hour === undefined) return day;
  // 24:00 names a moment of the next day and 23:59:60 of either: refused rather than guessed.
  if (+hour > 23 || +minute > 59 || +second > 59 || +offsetHour > 23 || +offsetMinute > 59) return NO_SUCH_TIME;
  const offset = (+offsetHour * 60 + +offsetMinute) * (sign === '-' ? -1 : 1);
  return day + Math.floor((+hour * 60 + +minute - offset) / MINUTES_PER_DAY);
};

const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2}) \d{2}:\d{2}:\d{2}(?:[.,]\d{1,12})?$/;

const dayAndTime: Read = (value, remembered) =>
  typeof value === 'string' && DAY_AND_TIME.test(value) ? isoDay(value, remembered) : null;

const mailDay: Read = (value, remembered) => {
  if (typeof value !== 'string') return null;
  let mistake: DateMistake | null = null;
  const day = remembered(value, () => {
    const read = readMailDate(value);
    if (read === null || typeof read === 'number') return read;
    if (read === 'NO_SUCH_DAY') mistake = NO_SUCH_DAY;
    else if (read === 'NO_SUCH_TIME') mistake = NO_SUCH_TIME;
    else mistake = { message: 'date: wrong weekday', hint: read.hint };
    return null;
  });
  return day ?? mistake;
};

function unixDay(unitsPerDay: number): Read {
  return (value) => {
    const units = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
    if (typeof units !== 'number' || !Number.isFinite(units)) return null;
    const day = units / unitsPerDay;
    // A day is whole; seconds and milliseconds may have a fraction.
    return unitsPerDay > 1 || Number.isInteger(day) ? Math.floor(day) : null;
  };
}

const READERS: Readonly<Record<DateFormat, Read>> = {
  YYYY_MM_DD: plainDay,
  YYYYMMDD: compactDay,
  YYYY_MM_DD_HH_MM_SS: dayAndTime,
  ISO_8601: isoDay,
  RFC_2822: mailDay,
  UNIX_SECONDS: unixDay(86_400),
  UNIX_MILLISECONDS: unixDay(86_400_000),
  UNIX_DAYS: unixDay(1),
};

/** An answer repeats few days over many rows; the calendar is asked once for each. */
function memory(): Remembered {
  const days = new Map<string, number>();
  return (text, dayOf) => {
    const known = days.get(text);
    if (known !== undefined) return known;
    const day = dayOf(text);
    if (day !== null && days.size < 1_000) days.set(text, day);
    return day;
  };
}
