import { isDay } from '../../../lib/day.ts';
import {
  fieldWhere,
  firstEntries,
  isObject,
  keyName,
  LOOKED_AT,
  type PlainObject,
  type Recipe,
  shown,
  step,
} from './recipe.ts';

/** How rows come out of an object that holds them in another form than a list; null when it holds them in none we know. */
export function rowsRecipe(path: string, object: PlainObject): Recipe | null {
  const at = shown(path);
  return tableRecipe(at, object) ?? parallelRecipe(at, object) ?? keyedRecipe(at, object);
}

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;
const isListOf = (fits: (element: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.length > 0 && fits(value[0]);

/** {"columns": ["day", "calls"], "rows": [["2026-03-01", 3]]}: as many names as each row has cells. */
function tableRecipe(path: string, object: PlainObject): Recipe | null {
  const isRows = isListOf((element) => isListOf(isScalar)(element));
  const rows = fieldWhere(object, isRows);
  if (rows === null) return null;
  const cells = firstEntries(object).flatMap(([, value]) => (isRows(value) ? [(value as unknown[][])[0]?.length] : []));
  const names = (value: unknown): boolean =>
    Array.isArray(value) && value.length === cells[0] && nameIn(value[0]) !== null;
  const columns = fieldWhere(object, names);
  if (columns === null) return null;
  const list = firstEntries(object).find(([, value]) => names(value))?.[1] as unknown[];
  const field = nameIn(list[0]);
  const headings = `${step(path, columns)}${field ? `[*].${field}` : ''}`;
  const write = `let $c = ${headings} in ${step(path, rows)}[*].[from_items(zip($c, @))][]`;
  return { because: 'For a row with named fields of each list', write };
}

/** The field that names a column; empty when the column is its own name, null when nothing names it. */
function nameIn(column: unknown): string | null {
  if (typeof column === 'string') return '';
  return isObject(column)
    ? fieldWhere(column, (value, key) => /^(?:name|id|key|field)$/i.test(key) && isText(value))
    : null;
}
const isText = (value: unknown): boolean => typeof value === 'string';

const MOST_COLUMNS = 12;

/** {"days": ["2026-03-01"], "calls": [3]}: lists of one length, of which the n-th elements belong together. */
function parallelRecipe(path: string, object: PlainObject): Recipe | null {
  const entries = firstEntries(object);
  if (entries.some(([key]) => isDayKey(key))) return null;
  const lists = entries.flatMap(([key, value]) => {
    const name = isListOf(isScalar)(value) ? keyName(key) : null;
    return name === null ? [] : [{ name, length: (value as unknown[]).length }];
  });
  const alike = lists.filter(({ length }) => length === lists[0]?.length).slice(0, MOST_COLUMNS);
  if (alike.length < 2) return null;
  const fields = alike.map(({ name }, index) => `${name}: [${index}]`).join(', ');
  const write = `zip(${alike.map(({ name }) => step(path, name)).join(', ')})[*].{${fields}}`;
  return { because: 'For a row of each place in these lists', write };
}

const isDayKey = (key: string): boolean => isDay(key.slice(0, 10)) || /^20\d{6}$/.test(key);

/** {"2026-03-01": …}: the key of each value is a field of its row. */
function keyedRecipe(path: string, object: PlainObject): Recipe | null {
  const entries = firstEntries(object);
  const held = entries.map(([, value]) => value).filter((value) => value !== null);
  const byDay = entries.length > 0 && entries.every(([key]) => isDayKey(key));
  if (held.length === 0 || !(byDay || areAlike(held))) return null;
  const [key, other] = byDay ? ['day', 'id'] : ['id', 'day'];
  const because = byDay ? 'For rows of an object keyed by day' : 'For rows of an object keyed by account';
  const all = held.length < entries.length ? '[?[1] != `null`]' : '[*]';
  const each = `items(${path})${all}`;
  if (held.every(isScalar)) return { because, write: `${each}.{${key}: [0], value: [1]}` };
  if (held.every((value) => Array.isArray(value) && value.slice(0, LOOKED_AT).every(isObject)))
    return { because, write: `${each}.[let $k = [0] in [1][*].merge({${key}: $k}, @)][][]` };
  if (!held.every(isObject)) return null;
  const inner = held.flatMap((value) => firstEntries(value));
  const innerByDay = inner.length > 0 && inner.every(([name]) => isDayKey(name));
  const nested = inner.length > 0 && inner.every(([, value]) => isObject(value));
  if (!nested && !(innerByDay && !byDay)) return { because, write: `${each}.merge({${key}: [0]}, [1])` };
  const row = nested ? `merge({${key}: $k, ${other}: [0]}, [1])` : `{${key}: $k, ${other}: [0], value: [1]}`;
  const both = byDay ? 'keyed by day and account' : innerByDay ? 'keyed by account and day' : 'keyed twice';
  return { because: `For rows of an object ${both}`, write: `${each}.[let $k = [0] in items([1])[*].${row}][][]` };
}

/** Several objects with a field in common, or several lists of such: the keys tell them apart, as accounts would. */
function areAlike(held: readonly unknown[]): boolean {
  if (held.length < 2) return false;
  const [first, second, ...rest] = held.flatMap((value) => (Array.isArray(value) ? value.slice(0, 1) : [value]));
  if (!isObject(first) || !isObject(second) || !rest.every(isObject)) return false;
  return firstEntries(first).some(([key]) => isDayKey(key) || Object.hasOwn(second, key));
}
