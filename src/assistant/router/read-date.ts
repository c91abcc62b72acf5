import { type DayWindow, dayFromEpoch, epochDayOf } from '../../lib/day.ts';
import { monthOf, quarterOf } from './calendar.ts';

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november'],
  'december',
];
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const MONTH = `${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec`;
const DAY_OF_MONTH = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = '(?: 20\\d\\d)?';
/** A day, or a month that stands for its days. Without groups of its own, so that it may stand twice in a pattern. */
export const DATE = `20\\d\\d-\\d\\d-\\d\\d|\\d{1,2}\\.\\d{1,2}\\.20\\d\\d|(?:the )?${DAY_OF_MONTH} (?:of )?(?:${MONTH})${YEAR}|(?:${MONTH}) (?:the )?${DAY_OF_MONTH}(?: 20\\d\\d)?(?! \\d)|(?:${MONTH})${YEAR}`;

export type Dated = { readonly label: string; readonly days: DayWindow };

const monthNumber = (text: string): number => MONTHS.findIndex((month) => month.startsWith(text.slice(0, 3))) + 1;
const nameOf = (month: number): string => {
  const name = MONTHS[month - 1] ?? '';
  return name.slice(0, 1).toUpperCase() + name.slice(1);
};

/** Without a year, the last one that has begun. */
export function readMonth(match: { readonly [group: string]: string | undefined }, today: string): Dated {
  const month = monthNumber(match['month'] ?? '');
  const year = Number(match['year'] ?? lastYearOf(month, 1, today));
  return { label: `${nameOf(month)} ${year}`, days: monthOf(year, month) };
}

export function readQuarter(match: { readonly [group: string]: string | undefined }, today: string): Dated {
  const quarter = match['q']
    ? Number(match['q'].slice(1))
    : ['first', 'second', 'third', 'fourth'].indexOf(match['ordinal'] ?? '') + 1;
  const year = Number(match['year'] ?? lastYearOf(3 * quarter - 2, 1, today));
  return { label: `Q${quarter} ${year}`, days: quarterOf(year, quarter) };
}

/** A day that the calendar has, or a month; null for what it has not. */
export function readDate(text: string | undefined, today: string): Dated | null {
  const words = (text ?? '').split(' ').filter((word) => word !== 'the' && word !== 'of');
  const [first = '', second = '', third] = words;
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(first);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(first);
  if (dotted) return dayOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const isDayFirst = /^\d/.test(first);
  const month = monthNumber(isDayFirst ? second : first);
  const day = Number.parseInt(isDayFirst ? first : second, 10);
  if (month === 0) return null;
  if (Number.isNaN(day) || day > 31)
    return readMonth({ month: isDayFirst ? second : first, year: /^20\d\d$/.test(second) ? second : undefined }, today);
  return dayOf(third ? Number(third) : lastYearOf(month, day, today), month, day);
}

function dayOf(year: number, month: number, day: number): Dated | null {
  const number = epochDayOf(year, month, day);
  if (number === null) return null;
  const date = dayFromEpoch(number);
  return { label: date, days: { from: date, to: date } };
}

function lastYearOf(month: number, day: number, today: string): number {
  const year = Number(today.slice(0, 4));
  const start = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return start > today ? year - 1 : year;
}
