import { headersOf, headRow } from '../suggest/structure/headers.ts';
import { fakeDate } from './fake-dates.ts';
import { isPublic } from './public-words.ts';

export type Told = {
  /** Ids of accounts of the workspace: data wherever they stand. */
  readonly known: ReadonlySet<string>;
  /** Words of the descriptions, which are sent as they are. */
  readonly said: ReadonlySet<string>;
};

/** The keys of an answer, told apart: names of its fields, and data such as days, accounts and people that it is keyed by. */
export type Keys = { readonly shown: ReadonlySet<string>; readonly hidden: ReadonlySet<string> };

/** What is a name in one place and data in another is data. */
export function sortKeys(answer: unknown, told: Told): Keys {
  const shown = new Set<string>();
  const hidden = new Set<string>();
  const todo: unknown[] = [answer];
  for (let at = 0; at < todo.length; at++) {
    const value = todo[at];
    if (typeof value !== 'object' || value === null) continue;
    for (const inner of Object.values(value)) todo.push(inner);
    if (Array.isArray(value)) continue;
    const entries = Object.entries(value);
    const isMap = mayBeMap(entries, told);
    for (const [key] of entries) (isFieldName(key, isMap, told) ? shown : hidden).add(key);
  }
  for (const name of headings(answer)) if (isFieldName(name, false, told)) shown.add(name);
  for (const key of hidden) shown.delete(key);
  return { shown, hidden };
}

/** Values all of a kind, under keys that for the most part could be anybody's. */
function mayBeMap(entries: readonly (readonly [string, unknown])[], { said }: Told): boolean {
  const kinds = new Set(entries.map(([, inner]) => kindOf(inner)).filter((kind) => kind !== 'null'));
  return kinds.size <= 1 && entries.filter(([key]) => isPublic(key, said)).length * 2 < entries.length;
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

const IDENTIFIER = /^[A-Za-z_$@][\w$.:@/-]{0,59}$/;
/** No word is as long; tokens are. */
const LONG_WORD = /[A-Za-z\d]{22}/;

/** Of an object that may be keyed by data only words that say nothing are names. */
function isFieldName(key: string, isMap: boolean, { known, said }: Told): boolean {
  if (known.has(key) || fakeDate(key, 0) !== null || /\d{3}/.test(key)) return false;
  if (isPublic(key, said)) return true;
  if (isMap || !IDENTIFIER.test(key) || LONG_WORD.test(key)) return false;
  // `@type` is a name, `jo@acme.example` is a person.
  return !/.@/.test(key) && !/\d.*[A-Za-z].*\d/.test(key);
}

const HEADING = /column|field|header|schema|heading|keys|names|rowtype/i;

/** Names of columns, which some answers give as values, beside rows that are lists. */
function headings(answer: unknown): string[] {
  const { widths, tables } = findTables(answer);
  const named = headersOf(answer).filter(({ field, names }) => HEADING.test(field) && widths.has(names.length));
  return [...named.flatMap(({ names }) => names), ...tables.flatMap((rows) => headRow(rows) ?? [])];
}

/** How long rows that are lists may be, and the lists that hold several such. */
function findTables(answer: unknown) {
  const widths = new Set<number>();
  const tables: (readonly unknown[])[] = [];
  const todo: unknown[] = [answer];
  for (let at = 0; at < todo.length; at++) {
    const value = todo[at];
    if (typeof value !== 'object' || value === null) continue;
    for (const inner of Object.values(value)) todo.push(inner);
    if (!Array.isArray(value)) continue;
    if (value.every(isCell)) widths.add(value.length);
    if (value.length > 1 && value.every((row) => Array.isArray(row) || isWrapped(row))) tables.push(value);
  }
  return { widths, tables };
}

/** A single value, or an object around one: `{"v": "12"}`. */
const isCell = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (!Array.isArray(value) && Object.keys(value).length === 1);

/** A row that holds a list and nothing else: `{"f": [{"v": "12"}]}`. */
const isWrapped = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && Object.keys(row).length === 1 && Array.isArray(Object.values(row)[0]);
