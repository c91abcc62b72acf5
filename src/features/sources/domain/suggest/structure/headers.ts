import { firstKeys } from '../../find-lists.ts';
import { isObject } from '../../recipe.ts';
import { wordsOf } from '../words.ts';
import { isDayKey } from './keys.ts';
import { own, type Place } from './survey.ts';

/** A list of names somewhere in the answer, which may be those of cells. */
export type Header = { readonly field: string; readonly names: readonly string[]; readonly list: unknown };

const NAME_FIELD =
  /^(?:(?:col|column|field|display)?_?(?:name|title|label|header|heading|key)|id|field|column|caption)$/i;
const MAX_VISITED = 1_500;
const MAX_HEADERS = 40;

export function headersOf(answer: unknown): Header[] {
  const found: Header[] = [];
  const todo: { value: unknown; field: string; depth: number }[] = [{ value: answer, field: '', depth: 0 }];
  for (let at = 0; at < todo.length && at < MAX_VISITED && found.length < MAX_HEADERS; at++) {
    const { value, field, depth } = todo[at] as (typeof todo)[number];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      const names = namesIn(value);
      if (names) found.push({ field, names, list: value });
      if (depth < 8) for (const inner of value.slice(0, 3)) todo.push({ value: inner, field, depth: depth + 1 });
    } else if (depth < 8) {
      for (const key of firstKeys(value, 60)) todo.push({ value: own(value, key), field: key, depth: depth + 1 });
    }
  }
  return found;
}

function namesIn(list: readonly unknown[]): string[] | null {
  if (list.length === 0 || list.length > 60) return null;
  const first = list[0];
  const field = isObject(first)
    ? firstKeys(first, 20).find((key) => NAME_FIELD.test(key) && isName(own(first, key)))
    : undefined;
  if (isObject(first) && field === undefined) return null;
  const names = list.map((element) => (field === undefined ? element : own(element, field)));
  return names.every(isName) && new Set(names).size === names.length ? names : null;
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length > 0 &&
  value.length <= 100 &&
  !isDayKey(value) &&
  !/^-?[\d.,]+%?$/.test(value);

const HEADINGS = /column|field|header|schema|meta|rowtype|heading|keys|names/i;

/** The header that a list of so many cells most likely has. */
export function headerFor(headers: readonly Header[], place: Place, width: number): readonly string[] | null {
  // A cell is a value with little around it; what has more fields is a record.
  const isRecord = (inner: unknown) =>
    isObject(inner) &&
    (firstKeys(inner, 4).length > 3 || firstKeys(inner, 3).some((key) => Array.isArray(own(inner, key))));
  if (place.values.some((value) => Array.isArray(value) && value.some(isRecord))) return null;
  const field = place.names.at(-1) ?? '';
  const words = new Set(wordsOf(field));
  let best: Header | null = null;
  let most = 0;
  for (const header of headers) {
    if (header.names.length !== width || place.values.includes(header.list)) continue;
    const likeness =
      (field !== '' && header.field === field ? 3 : 0) +
      (wordsOf(header.field).some((word) => words.has(word)) ? 2 : 0) +
      (HEADINGS.test(header.field) ? 1.5 : 0) +
      (width > 2 ? 0.4 : 0);
    if (likeness > most) {
      most = likeness;
      best = header;
    }
  }
  const least = place.values.some((value) => Array.isArray(value) && isObject(value[0])) ? 1.5 : 0.4;
  return best && most >= least ? best.names : null;
}

/** Whether the first of several rows names the cells of the others. */
export function headRow(rows: readonly unknown[]): readonly string[] | null {
  const [first, ...others] = rows.map(cellsOf);
  if (!first || first.length < 2 || others.length === 0) return null;
  if (!first.every(isName) || new Set(first).size < first.length) return null;
  const isValue = (cell: unknown) =>
    typeof cell === 'number' || (typeof cell === 'string' && (isDayKey(cell) || /^-?[\d.,]+%?$/.test(cell)));
  return others.some((cells) => cells?.some(isValue)) ? (first as string[]) : null;
}

/** Of a row that is a list, or that holds one of single values: `{"Data": [{"VarCharValue": "day"}]}`. */
function cellsOf(row: unknown): readonly unknown[] | null {
  const list = Array.isArray(row)
    ? row
    : isObject(row) && firstKeys(row, 2).length === 1
      ? own(row, firstKeys(row, 1)[0] as string)
      : null;
  if (!Array.isArray(list)) return null;
  return list.map((cell) => (isObject(cell) ? own(cell, firstKeys(cell, 1)[0] ?? '') : cell));
}
