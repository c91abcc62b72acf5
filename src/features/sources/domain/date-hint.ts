import type { DateFormat } from './mapping.ts';

/** Which format the value seems to be in, for a mapping that named another. */
export function dateHint(format: DateFormat, value: unknown): string {
  const looks = looksLike(value);
  if (looks && looks.format !== format) return `Looks like ${looks.name}: use ${looks.format}.`;
  if (typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))) return numberHint(value);
  if (typeof value !== 'string') return 'date_path must give a text or a number.';
  if (/^\s|\s$/.test(value)) return 'There are blanks around the date: write trim(<path>).';
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(value))
    return 'Day and month cannot be told apart: let the endpoint send YYYY-MM-DD.';
  if (/^\d{4}\/\d{2}\/\d{2}$/.test(value)) return "Write replace(<path>, '/', '-') as the path.";
  if (format === 'ISO_8601') return 'Expected 2026-01-31 or 2026-01-31T23:59:59Z.';
  return format === 'YYYY_MM_DD' ? 'Expected 2026-01-31.' : 'Expected a number, or a text of digits only.';
}

function looksLike(value: unknown): { readonly name: string; readonly format: DateFormat } | null {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(Math.floor(value)) : '';
  // 2001 to 2100 in either unit.
  if (/^[1-4]\d{9}$/.test(text)) return { name: 'seconds', format: 'UNIX_SECONDS' };
  if (/^[1-4]\d{12}$/.test(text)) return { name: 'milliseconds', format: 'UNIX_MILLISECONDS' };
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { name: 'YYYY-MM-DD', format: 'YYYY_MM_DD' };
  if (/^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}/.test(text)) return { name: 'ISO 8601', format: 'ISO_8601' };
  return null;
}

function numberHint(value: number | string): string {
  const digits = String(value).length;
  if (digits === 8) return "Looks like YYYYMMDD: write join('-', [<path>[:4], <path>[4:6], <path>[6:]]) on a text.";
  if (digits >= 16)
    return 'Looks like microseconds or finer: divide it, as in <path> / `1000`, and use UNIX_MILLISECONDS.';
  return 'The number does not fall between the years 2000 and 2100.';
}
