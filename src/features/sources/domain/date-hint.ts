import type { DateFormat } from './mapping.ts';

/** Which format the value seems to be in, for a mapping that named another. */
export function dateHint(format: DateFormat, value: unknown): string {
  const looks = looksLike(value);
  if (looks && looks.format !== format) return `Looks like ${looks.name}: use ${looks.format}.`;
  if (typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))) return numberHint(format, value);
  if (typeof value !== 'string') return 'date_path must give a text or a number.';
  if (/^\s|\s$/.test(value)) return 'There are blanks around the date: write trim(<path>).';
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(value))
    return 'Day and month cannot be told apart: let the endpoint send YYYY-MM-DD.';
  if (/^\d{4}\/\d{2}\/\d{2}$/.test(value)) return "Write replace(<path>, '/', '-') as the path.";
  return EXPECTED[format];
}

const EXPECTED: Readonly<Record<DateFormat, string>> = {
  YYYY_MM_DD: 'Expected 2026-01-31.',
  YYYYMMDD: 'Expected 20260131, a number or a text.',
  YYYY_MM_DD_HH_MM_SS: 'Expected 2026-01-31 23:59:59, in UTC.',
  ISO_8601: 'Expected 2026-01-31 or 2026-01-31T23:59:59Z.',
  RFC_2822: 'Expected Sat, 31 Jan 2026 23:59:59 +0000.',
  UNIX_SECONDS: 'Expected a number, or a text of digits only.',
  UNIX_MILLISECONDS: 'Expected a number, or a text of digits only.',
  UNIX_DAYS: 'Expected a whole number, or a text of digits only.',
};

/** Whether a number that gives no plausible day is one in another unit. Texts are of no unit. */
export function isInAnotherUnit(format: DateFormat, value: unknown): boolean {
  if (!format.startsWith('UNIX_')) return false;
  const looks = looksLike(value);
  return looks !== null ? looks.format !== format : Number(value) >= MICROSECONDS;
}

const FORMS: readonly (readonly [RegExp, string, DateFormat])[] = [
  // 2001 to 2100 in either unit, and 2000 to 2100 in days.
  [/^[1-4]\d{9}$/, 'seconds', 'UNIX_SECONDS'],
  [/^[1-4]\d{12}$/, 'milliseconds', 'UNIX_MILLISECONDS'],
  [/^(?:1[1-9]|[23]\d|4[0-7])\d{3}$/, 'days since 1970', 'UNIX_DAYS'],
  [/^2[01]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/, 'YYYYMMDD', 'YYYYMMDD'],
  [/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD', 'YYYY_MM_DD'],
  [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:[.,]\d+)?$/, 'YYYY-MM-DD hh:mm:ss', 'YYYY_MM_DD_HH_MM_SS'],
  [/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}/, 'ISO 8601', 'ISO_8601'],
  [
    /^(?:[a-z]{3}, *)?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[a-z]{1,3})\b/i,
    'RFC 2822',
    'RFC_2822',
  ],
];

function looksLike(value: unknown): { readonly name: string; readonly format: DateFormat } | null {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(Math.floor(value)) : '';
  const [, name, format] = FORMS.find(([form]) => form.test(text)) ?? [];
  return name !== undefined && format !== undefined ? { name, format } : null;
}

/** 2001 in microseconds, and far beyond any date in milliseconds. */
const MICROSECONDS = 1e15;

function numberHint(format: DateFormat, value: number | string): string {
  if (Number(value) >= MICROSECONDS)
    return 'Looks like microseconds or finer: divide it, as in <path> / `1000`, and use UNIX_MILLISECONDS.';
  if (typeof value === 'number' && !Number.isInteger(value)) return EXPECTED[format];
  return 'The number does not fall between the years 2000 and 2100.';
}
