import { dayFromEpoch, epochDay, epochDayOf } from '../../../../lib/day.ts';

/** Sunday, 25 April 2021: whatever the order, 25 is no month. */
const FIRST = 18_742;
/** They end before 2022, so that the year stays. */
const MOST_DAYS = 200;
const SECONDS_PER_DAY = 86_400;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTH = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b/i;
const WEEKDAY = /\b(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*\b/i;
const TIME = String.raw`(?:[T ]\d{1,2}(?::?\d{2}){0,2}(?:[.,]\d{1,9})?)?\s?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(${TIME})$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(${TIME})$`);
const PARTS = /^(\d{4})([-/]?)(W|Q)?(\d{1,2})$/;

/** A date that never was, written as this one is; null where the text is none. Others for another `number`, from 0. */
export function fakeDate(text: string, number: number): string | null {
  if (text.length > 60) return null;
  const [year = '', month = '', day = ''] = dayFromEpoch(FIRST + (number % MOST_DAYS)).split('-');
  const like = (old: string, now: string) => (old.length === 1 ? String(Number(now)) : now);
  const first = YEAR_FIRST.exec(text);
  if (first && epochDayOf(Number(first[1]), Number(first[3]), Number(first[4])) !== null)
    return `${year}${first[2]}${like(first[3] ?? '', month)}${first[2]}${like(first[4] ?? '', day)}${fakeTime(first[5] ?? '')}`;
  if (/^\d{8}$/.test(text) && isCompact(text)) return `${year}${month}${day}`;
  const last = YEAR_LAST.exec(text);
  if (last) {
    const [, left = '', mark = '', right = '', years = '', time = ''] = last;
    if (Number(left) > 31 || Number(right) > 31) return null;
    const dayFirst = Number(left) > 12;
    const [one, two] = dayFirst ? [day, month] : [month, Number(right) > 12 ? day : '05'];
    return `${like(left, one)}${mark}${like(right, two)}${mark}${years.length === 2 ? year.slice(2) : year}${fakeTime(time)}`;
  }
  if (MONTH.test(text) && /\d/.test(text) && text.split(/[^A-Za-z]+/).every(isDateWord))
    return inWords(text, Number(month), day, number);
  const parts = PARTS.exec(text);
  if (parts && /^(?:19|20)/.test(parts[1] ?? '') && (parts[2] !== '' || parts[3] !== undefined))
    return `${year}${parts[2]}${parts[3] ?? ''}${parts[3] === 'Q' ? '2' : parts[3] === 'W' ? '16' : like(parts[4] ?? '', month)}`;
  return null;
}

/** An instant that never was, in the unit of this one; null where the number is no likely one. */
export function fakeInstant(value: number, number: number): number | null {
  if (!Number.isFinite(value)) return null;
  if (!Number.isInteger(value)) return value < 1e9 ? null : fakeInstant(Math.floor(value), number);
  // A year that stands by itself.
  if (value >= 2_000 && value <= 2_100) return 2_021;
  const day = FIRST + (number % MOST_DAYS);
  if (value >= 20_000_101 && value <= 21_001_231 && isCompact(String(value)))
    return Number(dayFromEpoch(day).replaceAll('-', ''));
  for (const perSecond of [1, 1_000, 1_000_000]) {
    const seconds = value / perSecond;
    if (seconds < 946_684_800 || seconds > 4_133_980_799) continue;
    // Midnights tell days from instants.
    return (day * SECONDS_PER_DAY + (seconds % SECONDS_PER_DAY === 0 ? 0 : 45_000)) * perSecond;
  }
  return null;
}

const isCompact = (digits: string): boolean =>
  /^(?:19|20|21)/.test(digits) && epochDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`) !== null;

/** Zones say nothing about anybody. */
const fakeTime = (time: string): string => {
  const clock = /^[T ]\d{1,2}(?::?\d{2}){0,2}(?:[.,]\d{1,9})?/.exec(time)?.[0] ?? '';
  return (
    clock.replace(/\d/g, (digit, at: number) => (/^[T 0:.,]*$/.test(clock) ? digit : ('0123'[at % 4] ?? '0'))) +
    time.slice(clock.length)
  );
};

const isDateWord = (word: string): boolean =>
  word === '' || /^(?:T|Z|UTC|GMT|AM|PM|st|nd|rd|th|[ECMP][SD]T)$/i.test(word) || NAMES.has(word.toLowerCase());

const NAMES: ReadonlySet<string> = new Set(
  [...MONTHS, ...WEEKDAYS]
    .flatMap((name) => [name, name.slice(0, 3), name.slice(0, 4)])
    .map((name) => name.toLowerCase()),
);

function inWords(text: string, month: number, day: string, number: number): string {
  const named = (old: string, name: string) => (old.length <= 4 ? name.slice(0, 3) : name);
  return text
    .replace(MONTH, (old) => named(old, MONTHS[month - 1] ?? ''))
    .replace(WEEKDAY, (old) => named(old, WEEKDAYS[number % 7] ?? ''))
    .replace(/(?<=\s)[+-]\d{2}:?\d{2}$|\d+/g, (part, at: number) => {
      // A zone says nothing about anybody.
      if (/^[+-]/.test(part)) return part;
      const isTime = text[at - 1] === ':' || text[at + part.length] === ':';
      if (isTime || (part.length > 2 && part.length !== 4)) return part.replace(/\d/g, '1');
      return part.length === 4 ? '2021' : String(Number(day)).padStart(part.length, '0');
    });
}
