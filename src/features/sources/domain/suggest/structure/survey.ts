import { firstKeys } from '../../find-lists.ts';
import { isObject, type PlainObject } from '../../recipe.ts';
import { isDayKey } from './keys.ts';
import { fieldName, joined, textLiteral } from './path.ts';

/** Something that stands at one place in each of several elements. */
export type Place = {
  /** JMESPath on the element. */
  readonly path: string;
  /** Of the fields on the way, from the outside in. */
  readonly names: readonly string[];
  /** In the order of the elements; null where an element has nothing there. */
  readonly values: readonly unknown[];
};

/** What a number of like elements hold. */
export type Survey = {
  /** Texts, numbers, truths. */
  readonly scalars: readonly Place[];
  readonly lists: readonly Place[];
  readonly objects: readonly Place[];
};

const MAX_PLACES = 220;
const MAX_DEPTH = 7;
const MAX_KEYS = 60;
/** A longer list is of rows; a shorter one may as well be of cells. */
const MAX_CELLS = 24;
const MAX_NAMED = 24;

/** What the cells of a list are called that holds one of each. */
export type NameCells = (place: Place, width: number) => readonly string[] | null;

/** Walks through objects and short lists of all elements together, breadth first. */
export function survey(elements: readonly unknown[], nameCells: NameCells): Survey {
  const scalars: Place[] = [];
  const lists: Place[] = [];
  const objects: Place[] = [];
  const todo: { place: Place; depth: number }[] = [{ place: { path: '@', names: [], values: elements }, depth: 0 }];
  for (let at = 0; at < todo.length && at < MAX_PLACES; at++) {
    const { place, depth } = todo[at] as (typeof todo)[number];
    const kinds = kindsOf(place.values);
    if (kinds.scalars > 0) scalars.push(place);
    const next: Place[] = [];
    if (kinds.lists > 0) {
      const cells = cellsOf(place, nameCells);
      // Cells with a name each are fields of their row, not rows.
      if (cells.length < 2 || !place.values.some((value) => Array.isArray(value) && value.some(isObject)))
        lists.push(place);
      next.push(...cells, ...namedOf(place));
    }
    if (kinds.objects > 0) {
      objects.push(place);
      next.push(...fieldsOf(place));
    }
    if (depth < MAX_DEPTH) for (const inner of next) todo.push({ place: inner, depth: depth + 1 });
  }
  return { scalars, lists, objects };
}

function kindsOf(values: readonly unknown[]): { scalars: number; lists: number; objects: number } {
  const kinds = { scalars: 0, lists: 0, objects: 0 };
  for (const value of values) {
    if (value === null || value === undefined) continue;
    if (typeof value !== 'object') kinds.scalars++;
    else if (Array.isArray(value)) kinds.lists++;
    else kinds.objects++;
  }
  return kinds;
}

function fieldsOf(place: Place): Place[] {
  const keys = new Set<string>();
  for (const value of place.values) {
    if (!isObject(value)) continue;
    const own = firstKeys(value, MAX_KEYS);
    // Keyed by day it is no record, and its fields are none.
    if (own.length > 0 && own.every(isDayKey)) continue;
    for (const key of own) {
      if (keys.size >= MAX_KEYS) break;
      if (key.length <= 200) keys.add(key);
    }
  }
  return [...keys].map((key) => ({
    path: joined(place.path, fieldName(key)),
    names: [...place.names, key],
    values: place.values.map((value) => own(value, key)),
  }));
}

export const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? ((value as PlainObject)[key] ?? null) : null;

/** The n-th of each list, where lists are cells of a row rather than rows. */
function cellsOf(place: Place, nameCells: NameCells): Place[] {
  let width = 0;
  for (const value of place.values) {
    if (!Array.isArray(value)) continue;
    if (value.length > MAX_CELLS) return [];
    width = Math.max(width, value.length);
  }
  const names = nameCells(place, width);
  // Without names for them they are rows of their own, and the n-th of each is none of theirs.
  if (!names && width > 1 && place.values.some((value) => Array.isArray(value) && value.some(isObject))) return [];
  return Array.from({ length: width }, (_, index) => ({
    path: joined(place.path, `[${index}]`),
    names: names?.[index] === undefined ? place.names : [...place.names, names[index]],
    values: place.values.map((value) => (Array.isArray(value) ? (value[index] ?? null) : null)),
  }));
}

const NAME_KEYS =
  /^(?:name|key|type|metric|metric_?name|field|label|usage_?type|category|kind|code|slug|title|property|event)$/i;

/** Lists of {name, value}: what stands under each name, as `list[?name == 'x'].value | [0]`. */
function namedOf(place: Place): Place[] {
  const first = place.values.find((value) => Array.isArray(value) && value.length > 0 && value.every(isObject));
  if (!Array.isArray(first) || !isObject(first[0])) return [];
  const key = namingKey(place, first[0]);
  if (key === undefined) return [];
  const names = new Set<string>();
  for (const list of place.values)
    for (const element of Array.isArray(list) ? list.slice(0, MAX_CELLS) : []) {
      const name = at(element, key);
      if (typeof name === 'string' && names.size < MAX_NAMED && name.length <= 100) names.add(name);
    }
  return [...names].flatMap((name) => {
    const found = place.values.map((list) =>
      Array.isArray(list) ? (list.find((element) => at(element, key) === name) ?? null) : null,
    );
    const picked = `${place.path === '@' ? '@' : place.path}[?${key.map(fieldName).join('.')} == ${textLiteral(name)}]`;
    return fieldsOf({ path: '', names: [...place.names, name], values: found })
      .filter(({ names: path }) => path.at(-1) !== key[0])
      .map(({ path, names: of, values }) => ({
        path: `${picked}.${path.replace(/^\./, '')} | [0]`,
        names: [...of.slice(0, -2), ...of.slice(-1), name],
        values,
      }));
  });
}

const at = (value: unknown, key: readonly string[]): unknown => key.reduce(own, value);

/** The field that names the elements, or one of an object within them: `column.title`. */
function namingKey(place: Place, first: PlainObject): readonly string[] | undefined {
  const keys = firstKeys(first, MAX_KEYS);
  const direct = keys.find((field) => NAME_KEYS.test(field) && isNaming(place, [field]));
  if (direct !== undefined) return [direct];
  return keys
    .flatMap((field) =>
      isObject(first[field]) ? firstKeys(first[field] as object, 10).map((inner) => [field, inner]) : [],
    )
    .find((path) => NAME_KEYS.test(path[1] ?? '') && isNaming(place, path));
}

/** Whether the field tells the elements of each list apart. */
function isNaming(place: Place, key: readonly string[]): boolean {
  let lists = 0;
  let longest = 0;
  const all = new Set<unknown>();
  for (const list of place.values) {
    if (!Array.isArray(list)) continue;
    const names = list.slice(0, MAX_CELLS).map((element) => at(element, key));
    if (names.some((name) => typeof name !== 'string') || new Set(names).size < names.length) return false;
    lists++;
    longest = Math.max(longest, names.length);
    for (const name of names) all.add(name);
  }
  // Rows have names as well, of which each list has others.
  return lists > 0 && longest <= MOST_IN_ONE && all.size <= 2 * longest;
}

const MOST_IN_ONE = 16;
