import { addDays, type Day, type DayWindow, mustEpochDay } from '../../../lib/day.ts';

const DATE_NAMES = ['start_date', 'end_date'] as const;
const PAGE_NAMES = ['cursor', 'page', 'offset'] as const;
type DateName = (typeof DATE_NAMES)[number];
export type PageName = (typeof PAGE_NAMES)[number];

export type Placeholder =
  | ({ readonly kind: 'DATE'; readonly text: string; readonly name: DateName } & DateParts)
  | { readonly kind: 'PAGE'; readonly text: string; readonly name: PageName }
  /** `why` is null where the name itself is unknown. */
  | { readonly kind: 'MALFORMED'; readonly text: string; readonly why: string | null };

/** A format is `unix`, `unix_ms`, `iso`, a pattern such as `%Y%m%d`, or null for YYYY-MM-DD. */
type DateParts = { readonly offsetDays: number; readonly format: string | null };

export type PlaceholderValues = {
  readonly window: DayWindow;
  /** What stands for the page's names; those without a value stay as they are. */
  readonly page?: Readonly<Partial<Record<PageName, string>>>;
};

/** In a URL every brace is meant as a placeholder; headers and bodies hold JSON and GraphQL. */
export type PlaceholderContext = 'URL' | 'TEXT';

export const PLACEHOLDER_HELP =
  '{start_date} and {end_date} can be filled in, with days added and a format if need be: {end_date:+1d}, ' +
  '{start_date:unix}, unix_ms, iso, or a pattern of %Y %m %d %y %j %H %M %S, as in {start_date:%Y%m%d}.';

const IN_URL = /\{[^{}]*\}/g;
/**
 * `{page: 1}`, `{start_date: $from}` and `{start_date end_date}` are ordinary GraphQL, so a name counts only where it is
 * closed at once, or where parts follow without a blank or a quote.
 */
const IN_TEXT = /\{(?:cursor|page|offset|(?:start|end)_date(?:[+-][^{}]*|:(?![\s"'$[])[^{}]*)?)\}/g;

/** Every placeholder of a text, in its order. */
export const placeholdersOf = (text: string, context: PlaceholderContext): Placeholder[] =>
  Array.from(text.matchAll(context === 'URL' ? IN_URL : IN_TEXT), ([found]) => parsePlaceholder(found));

/** What is no placeholder, or a malformed one, stays as it is: `checkEndpoint` has refused it where that matters. */
export function fillPlaceholders(text: string, values: PlaceholderValues, context: PlaceholderContext): string {
  return text.replace(context === 'URL' ? IN_URL : IN_TEXT, (found) => {
    const placeholder = parsePlaceholder(found);
    switch (placeholder.kind) {
      case 'MALFORMED':
        return found;
      case 'PAGE': {
        const value = values.page?.[placeholder.name];
        return value === undefined ? found : context === 'URL' ? encodeURIComponent(value) : value;
      }
      case 'DATE': {
        const filled = written(addDays(dayOf(placeholder.name, values.window), placeholder.offsetDays), placeholder);
        return context === 'URL' ? encodeURIComponent(filled).replace(/%(?:3A|2F|2C)/g, decodeURIComponent) : filled;
      }
    }
  });
}

const dayOf = (name: DateName, window: DayWindow): Day => (name === 'start_date' ? window.from : window.to);

function parsePlaceholder(text: string): Placeholder {
  const [, name = '', rest = ''] = /^\{([a-z_]*)(.*)\}$/s.exec(text) ?? [];
  const page = PAGE_NAMES.find((known) => known === name);
  if (page) return rest === '' ? { kind: 'PAGE', text, name: page } : malformed(text, `{${page}} takes no parts.`);
  const date = DATE_NAMES.find((known) => known === name);
  if (!date) return malformed(text, null);
  if (rest === '') return { kind: 'DATE', text, name: date, offsetDays: 0, format: null };
  const parts = parseParts(rest);
  return typeof parts === 'string' ? malformed(text, parts) : { kind: 'DATE', text, name: date, ...parts };
}

const malformed = (text: string, why: string | null): Placeholder => ({ kind: 'MALFORMED', text, why });

const MOST_DAYS = 400;
const NAMED_FORMATS = ['unix', 'unix_ms', 'iso'];
const PATTERN = /^(?:%[YmdyjHMS%]|[A-Za-z0-9 ._:/,T+-])+$/;

/** What follows the name, or why it cannot be read. */
function parseParts(rest: string): DateParts | string {
  const [, sign, days, format] = /^:(?:([+-])(\d{1,6})d(?::|$))?(.*)$/s.exec(rest) ?? [];
  if (days === undefined && /^:?[+-]/.test(rest)) return 'Days are added with a colon before and a d behind: :+1d.';
  if (format === undefined) return 'The parts begin with a colon.';
  if (Number(days ?? 0) > MOST_DAYS) return `At most ${MOST_DAYS} days are added or taken away.`;
  // Adding 0 turns -0 into 0.
  const offsetDays = Number(days ?? 0) * (sign === '-' ? -1 : 1) + 0;
  if (format === '' && days !== undefined && !rest.endsWith(':')) return { offsetDays, format: null };
  if (NAMED_FORMATS.includes(format)) return { offsetDays, format };
  if (/:[+-]\d+d$/.test(format)) return 'The days come before the format.';
  if (!/%[YmdyjHMS]/.test(format)) return 'The format is unknown.';
  return PATTERN.test(format) ? { offsetDays, format } : 'The pattern holds a character or a % that is unknown.';
}

const SECONDS_PER_DAY = 86_400;

/** The moment is always 00:00:00 UTC of its day. */
function written(day: Day, { format }: DateParts): string {
  switch (format) {
    case null:
      return day;
    case 'unix':
      return String(mustEpochDay(day) * SECONDS_PER_DAY);
    case 'unix_ms':
      return String(mustEpochDay(day) * SECONDS_PER_DAY * 1_000);
    case 'iso':
      return `${day}T00:00:00Z`;
    default:
      return format.replace(/%([YmdyjHMS%])/g, (_, directive: string) => directiveOf(directive, day));
  }
}

function directiveOf(directive: string, day: Day): string {
  const year = day.slice(0, 4);
  switch (directive) {
    case 'Y':
      return year;
    case 'y':
      return year.slice(2);
    case 'm':
      return day.slice(5, 7);
    case 'd':
      return day.slice(8);
    case 'j':
      return String(mustEpochDay(day) - mustEpochDay(`${year}-01-01`) + 1).padStart(3, '0');
    case '%':
      return '%';
    default:
      return '00';
  }
}
