import type { Node } from './expression-syntax.ts';
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
    /** Object.assign would take an own key `__proto__` for the prototype to set. */
    merge: (objects: object[]) => {
      const merged = {};
      for (const object of objects) for (const [name, value] of Object.entries(object)) setOwn(merged, name, value);
      return merged;
    },
    /** The library sorts numbers by their text: 10 before 9. */
    sort: ([list]: [unknown[]]) =>
      typeof list[0] === 'number'
        ? (list as number[]).toSorted((a, b) => a - b)
        : (list as string[]).toSorted(byCodePoint),
    /** The specification takes JSON numbers only; the library's answers 0 for '' and 16 for '0x10': missing read as zero. */
    to_number: ([value]: [unknown]) => {
      if (typeof value === 'number') return value;
      return typeof value === 'string' && JSON_NUMBER.test(value) ? Number(value) : null;
    },
  };
}

function byCodePoint(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; ) {
    const left = a.codePointAt(at) ?? 0;
    const right = b.codePointAt(at) ?? 0;
    if (left !== right) return left - right;
    at += left > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}
