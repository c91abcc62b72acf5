import { type DayWindow, mustEpochDay } from '../../../../lib/day.ts';
import { DATE_FORMATS, type DateFormat } from '../mapping.ts';
import { dateReader } from '../parse-date.ts';
import { rewritesOf } from './date-rewrites.ts';
import type { Column } from './structure/columns.ts';
import { tellingNames, wordsOf } from './words.ts';

/** A column read as dates. */
export type DateChoice = {
  readonly column: Column;
  readonly format: DateFormat;
  /** The date path, of the path to the column. */
  readonly write: (path: string) => string;
  /** Epoch days, one for each row; null where it has none. */
  readonly days: readonly (number | null)[];
  /** How well it would do as the day that usage is of. */
  readonly score: number;
  /** Whether day and month could be the other way round as well. */
  readonly isAmbiguous: boolean;
  readonly example: string;
};

/** Columns that can be read as dates, the likeliest day of usage first. */
export function findDates(columns: readonly Column[], window: DayWindow): DateChoice[] {
  return [...columns, ...inPieces(columns)]
    .flatMap((column) => readColumn(column, window) ?? [])
    .toSorted((a, b) => b.score - a.score || a.column.path.length - b.column.path.length);
}

export function readColumn(column: Column, window: DayWindow): DateChoice | null {
  const present = column.values.filter((value) => value !== null && value !== '');
  const first = present[0];
  if (first === undefined || typeof first === 'boolean') return null;
  const span = { from: mustEpochDay(window.from), to: mustEpochDay(window.to) };
  const name = nameScore(column);
  let best: DateChoice | null = null;
  let orders = 0;
  for (const { of, write, isAmbiguous } of rewritesOf(first)) {
    for (const format of DATE_FORMATS) {
      const read = dateReader(format);
      // One that is none may stand among them, two of them may not.
      if (typeof read(of(first)) !== 'number' && typeof read(of(present[1] ?? null)) !== 'number') continue;
      const days = column.values.map((value) => {
        const day = read(of(value));
        return typeof day === 'number' ? day : null;
      });
      const good = days.reduce((sum: number, day) => sum + (day === null ? 0 : 1), 0);
      if (good < present.length * 0.9) continue;
      const inside = share(days, (day) => day >= span.from && day <= span.to);
      if (
        needsProof(format, first) &&
        !(inside > 0.5 || isNear(days, span, 60) || (name > 0.5 && isNear(days, span, 800)))
      )
        continue;
      if (format === 'UNIX_DAYS' && (name < 0.5 || !isNear(days, span, 60))) continue;
      if (isAmbiguous) orders++;
      const score = name + 0.45 * inside + spread(days, column) + 0.25 * (column.filled / column.values.length);
      if (best && best.score >= score) continue;
      best = { column, format, write, days, score, isAmbiguous, example: String(first) };
    }
    // The other order of day and month is tried as well; which of them falls into the window tells.
    if (best && !isAmbiguous) break;
  }
  return best && { ...best, isAmbiguous: orders > 1 };
}

/** Any large number is some epoch: byte counts are as many as seconds. */
const needsProof = (format: DateFormat, value: unknown): boolean =>
  format.startsWith('UNIX_') || (format === 'YYYYMMDD' && typeof value === 'number');

const isNear = (days: readonly (number | null)[], span: { from: number; to: number }, by: number): boolean =>
  share(days, (day) => day >= span.from - by && day <= span.to + by) > 0.9;

function share(days: readonly (number | null)[], fits: (day: number) => boolean): number {
  let present = 0;
  let fitting = 0;
  for (const day of days) {
    if (day === null) continue;
    present++;
    if (fits(day)) fitting++;
  }
  return present === 0 ? 0 : fitting / present;
}

/** Days that differ from row to row say more than one that stands over all of them. */
function spread(days: readonly (number | null)[], { level, isKey }: Column): number {
  const distinct = new Set(days.filter((day) => day !== null)).size;
  return (
    (distinct > 1 ? 0.3 : days.length > 2 ? -0.3 : 0) + (isKey ? 0.2 : 0) - (level === 0 && days.length > 1 ? 0.25 : 0)
  );
}

const OF_USAGE = new Set(
  `date day dt d ds datum fecha jour tag dia giorno usagedate start timestamp time ts datetime period interval bucket at x t week month today xvalue label
  when key starting begin begins beginning`.split(/\s+/),
);
const DAYS = new Set('date day datum fecha jour dia giorno'.split(' '));
const OF_EVENTS = new Set(
  'created create occurred occur happened received sent logged published started committed add date'.split(' '),
);
const OF_SOMETHING_ELSE = new Set(
  `updated update modified modify last seen expire expires expiry expiration renewal renew joined join signup registered generated
  generate computed synced sync retrieved fetched until deleted due next first cancelled canceled paid processed ingested inserted load
  loaded imported import birth trial activated`.split(/\s+/),
);
const ENDS = new Set('end ending ends to until stop finish finished closed'.split(' '));

/** How much a column's name promises the day that usage is of, 0 to 1. */
export function nameScore({ names: all, isKey }: Pick<Column, 'names' | 'isKey'>): number {
  if (isKey) return 0.9;
  const names = tellingNames(all);
  const words = wordsOf(names.at(-1) ?? '');
  const outer = names.slice(-3, -1).flatMap(wordsOf);
  const has = (set: ReadonlySet<string>, list: readonly string[]) => list.some((word) => set.has(word));
  if (has(OF_SOMETHING_ELSE, words)) return has(ENDS, words) ? 0.2 : 0.15;
  if (has(ENDS, words) && !words.includes('start') && !words.includes('begin')) return 0.35;
  if (has(OF_SOMETHING_ELSE, outer)) return 0.3;
  if (words.some((word) => DAYS.has(word))) return has(OF_EVENTS, words) && words.includes('created') ? 0.7 : 1;
  if (
    ['start', 'starting', 'begin', 'begins', 'beginning'].some((word) => words.includes(word)) ||
    (words[0] === 'from' && words.length === 1)
  )
    return 0.92;
  if (has(OF_EVENTS, words)) return 0.65;
  if (has(OF_USAGE, words)) return 0.9;
  if (has(OF_USAGE, outer)) return 0.75;
  return 0.4;
}

const YEAR = /^(?:years?|yyyy|yr|y|ann[eé]e|jahr|a[nñ]o|anno)$/i;
const MONTH = /^(?:months?|mm|mon|m|mois|monat|m[eê]s|mese)$/i;
const DAY = /^(?:days?|dd|d|dayofmonth|day_of_month|date|jour|tag|d[ií]a|giorno)$/i;

/** Year, month and day as numbers side by side, made into one column. */
function inPieces(columns: readonly Column[]): Column[] {
  return columns.flatMap((year) => {
    const last = year.names.at(-1) ?? '';
    if (!YEAR.test(last)) return [];
    const base = year.path.slice(0, year.path.length - last.length);
    const beside = (name: RegExp) =>
      columns.find(
        ({ level, path }) => level === year.level && path.startsWith(base) && name.test(path.slice(base.length)),
      );
    const month = beside(MONTH);
    const day = beside(DAY);
    if (!month || !day) return [];
    const padded = (path: string) => `pad_left(to_string(${path}), \`2\`, '0')`;
    const values = year.values.map((value, row) => {
      const parts = [value, month.values[row], day.values[row]];
      if (parts.some((part) => typeof part !== 'number' && typeof part !== 'string')) return null;
      return parts.map((part) => String(part).padStart(2, '0')).join('-');
    });
    const names = [...year.names.slice(0, -1), 'date'];
    const path = `join('-', [to_string(${year.path}), ${padded(month.path)}, ${padded(day.path)}])`;
    return [{ ...year, path, names, values }];
  });
}
