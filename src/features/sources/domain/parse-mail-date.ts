import { epochDayOf } from '../../../lib/day.ts';

/** The UTC day; which rule a date in the right form breaks; or null when the form is another. */
export type MailDate = number | 'NO_SUCH_DAY' | 'NO_SUCH_TIME' | { readonly hint: string } | null;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** RFC 5322, section 3.3, with the zones of section 4.3 and, behind the zone, the comment that mail servers write. */
const MAIL_DATE =
  /^(?:(sun|mon|tue|wed|thu|fri|sat),[ \t]*)?(\d{1,2})[ \t]+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[ \t]+(\d{4})[ \t]+(\d{2}):(\d{2})(?::(\d{2}))?[ \t]+(?:([+-])(\d{2})(\d{2})|([a-z]{1,3}))(?:[ \t]+\([^()]{0,20}\))?$/i;

/**
 * Hours from UTC. The other letters of the alphabet were given with the wrong sign in RFC 822 and mean nothing since; UTC is
 * in no RFC and in many dates.
 */
const ZONES: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};
const MINUTES_PER_DAY = 1_440;

export function readMailDate(text: string): MailDate {
  const match = MAIL_DATE.exec(text);
  if (!match) return null;
  const [, weekday, day = '', month = '', year = '', hour = '', minute = '', second = '0', sign, ...zone] = match;
  const offset = offsetOf(sign, zone);
  if (offset === null) return null;
  const written = epochDayOf(Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day));
  if (written === null) return 'NO_SUCH_DAY';
  if (+hour > 23 || +minute > 59 || +second > 59 || Number.isNaN(offset)) return 'NO_SUCH_TIME';
  // 1970-01-01 was a Thursday.
  const actual = (((written + 4) % 7) + 7) % 7;
  if (weekday && WEEKDAYS.indexOf(weekday.toLowerCase()) !== actual)
    return { hint: `${day} ${month} ${year} is a ${WEEKDAY_NAMES[actual]}: one of the two is wrong.` };
  return written + Math.floor((+hour * 60 + +minute - offset) / MINUTES_PER_DAY);
}

/** Minutes from UTC; NaN where a clock has none such, null where the name is no zone. */
function offsetOf(sign: string | undefined, [hours = '0', minutes = '0', name]: readonly (string | undefined)[]) {
  if (name !== undefined) {
    const zone = name.toUpperCase();
    return Object.hasOwn(ZONES, zone) ? (ZONES[zone] ?? 0) * 60 : null;
  }
  if (+hours > 23 || +minutes > 59) return Number.NaN;
  return (+hours * 60 + +minutes) * (sign === '-' ? -1 : 1);
}
