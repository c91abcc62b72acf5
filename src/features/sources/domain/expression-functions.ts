import type { Node } from './expression-syntax.ts';
import { byCodePoint, replaced, trimmed } from './expression-text.ts';
import { setOwn } from './own-field.ts';

type Visit = (node: Node, value: unknown) => unknown;

/** What `to_number` reads. */
export const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Functions of the library that answer wrongly or unsafely, answered again. Argument types were checked before. */
export function safeFunctions(visit: Visit): Record<string, (args: never) => unknown> {
  return {
    /** The library assigns into a plain object: a group called `constructor` or `__proto__` would throw. */
    group_by: ([list, key]: [unknown[], Node]) => {
      const groups = new Map<string, unknown[]>();
      for (const element of list) {
        const name = visit(key, element ?? {});
        if (typeof name !== 'string') throw new Error('group_by() needs a text as the key of every element');
        const group = groups.get(name);
        if (group) group.push(element);
        else groups.set(name, [element]);
      }
      return Object.fromEntries(groups);
    },
    /** The library hands a list to Math.max as arguments, of which the stack takes 120,000; texts it orders by language. */
    max: ([list]: [Ordered[]]) => extreme(list, 1),
    min: ([list]: [Ordered[]]) => extreme(list, -1),
    /** Object.assign would take an own key `__proto__` for the prototype to set. */
    merge: (objects: object[]) => {
      checkRest('merge', 'object', objects, (value) => isObject(value) || isEmptyList(value));
      const merged = {};
      for (const object of objects) for (const [name, value] of Object.entries(object)) setOwn(merged, name, value);
      return merged;
    },
    items: ([object]: [object]) => Object.entries(checkObject('items', object)),
    keys: ([object]: [object]) => Object.keys(checkObject('keys', object)),
    values: ([object]: [object]) => Object.values(checkObject('values', object)),
    replace: ([text, search, by, count]: [string, string, string, number?]) => replaced(text, search, by, count),
    /** Its characters, too, are handed over as arguments. */
    reverse: ([value]: [string | unknown[]]) =>
      typeof value === 'string' ? [...value].toReversed().join('') : value.toReversed(),
    /** The library sorts numbers by their text: 10 before 9. */
    sort: ([list]: [unknown[]]) =>
      typeof list[0] === 'number'
        ? (list as number[]).toSorted((a, b) => a - b)
        : (list as string[]).toSorted(byCodePoint),
    /** The library turns elements with the same text around, and LAST would take the wrong one of two rows. */
    sort_by: ([list, key]: [unknown[], Node]) => {
      const keyed = list.map((element) => ({ element, key: visit(key, element) }));
      const kind = typeof keyed[0]?.key;
      if (keyed.length > 0 && !(['number', 'string'].includes(kind) && keyed.every((one) => typeof one.key === kind)))
        throw new Error('sort_by() needs a number as the key of every element, or a text as the key of every one');
      return keyed.toSorted((a, b) => compare(a.key as Ordered, b.key as Ordered)).map(({ element }) => element);
    },
    /** The specification takes JSON numbers only; the library's answers 0 for '' and 16 for '0x10': missing read as zero. */
    to_number: ([value]: [unknown]) => {
      if (typeof value === 'number') return value;
      return typeof value === 'string' && JSON_NUMBER.test(value) ? Number(value) : null;
    },
    trim: ([text, characters]: [string, string?]) => trimmed(text, characters, 'both'),
    trim_left: ([text, characters]: [string, string?]) => trimmed(text, characters, 'left'),
    trim_right: ([text, characters]: [string, string?]) => trimmed(text, characters, 'right'),
    zip: (lists: unknown[][]) => {
      checkRest('zip', 'array', lists, Array.isArray);
      const shortest = Math.min(...lists.map((list) => list.length));
      return Array.from({ length: shortest }, (_, index) => lists.map((list) => list[index]));
    },
  };
}

/** PHP writes an object that has nothing in it as an empty list: no usage, and no reason for a run to fail. */
export const ALSO_EMPTY_LISTS = ['items', 'keys', 'merge', 'values'];

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

function checkObject(name: string, object: object): object {
  checkRest(name, 'object', [object], (value) => isObject(value) || isEmptyList(value));
  return object;
}

/** Where a function takes any number of arguments, the library checks the first: a text would be zipped by its letters. */
function checkRest(name: string, type: string, values: readonly unknown[], fits: (value: unknown) => boolean): void {
  const wrong = values.findIndex((value) => !fits(value));
  if (wrong < 0) return;
  const value = values[wrong];
  const received = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  throw new Error(
    `Invalid type: ${name}() expected argument ${wrong + 1} to be type (${type}) but received type ${received} instead.`,
  );
}

type Ordered = number | string;

/** The element that comes first by the sign given: -1 for the least, 1 for the greatest. Null of an empty list. */
function extreme(list: readonly Ordered[], sign: number): Ordered | null {
  let best: Ordered | null = null;
  for (const element of list) if (best === null || compare(element, best) * sign > 0) best = element;
  return best;
}

const compare = (a: Ordered, b: Ordered): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : byCodePoint(String(a), String(b));
