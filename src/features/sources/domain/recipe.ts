import { firstKeys } from './find-lists.ts';
import { visible } from './shorten.ts';

/** What a value is, and the expression that makes of it what a mapping needs. */
export type Recipe = { readonly because: string; readonly write: string };

/** A hint is stored and shown: a long path is named, not repeated. */
const LONGEST_PATH = 200;
const LONGEST_KEY = 60;
/** Enough to know the kind of an object or a list by. */
export const LOOKED_AT = 50;

export const sayRecipe = ({ because, write }: Recipe): string => `${because}: write ${write}`;

/** The path as it can stand in front of `.field` or `[0]`. */
export function base(path: string): string {
  const text = shown(path);
  return /^(?:[A-Za-z_]\w*|"(?:[^"\\]|\\.)*"|@)(?:\.(?:[A-Za-z_]\w*|"(?:[^"\\]|\\.)*")|\[-?\d+\])*$/.test(text)
    ? text
    : `(${text})`;
}

/** The path as it can stand between brackets or commas. */
export function shown(path: string): string {
  const text = path.trim();
  return text.length > LONGEST_PATH ? '<path>' : text;
}

/** One step further from a path; from `@` it is the step alone. */
export const step = (path: string, name: string): string => (path === '@' ? name : `${base(path)}.${name}`);

/** A key as JMESPath writes it, or null where it could not be shown as it is. */
export function keyName(key: string): string | null {
  if (key.length > LONGEST_KEY || visible(key, LONGEST_KEY) !== key) return null;
  return /^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key);
}

/** A text as JMESPath writes it, or null where it could not be shown as it is. */
export function quoted(text: string): string | null {
  if (text.length > LONGEST_KEY || visible(text, LONGEST_KEY) !== text) return null;
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

export type PlainObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first keys of an object with their values. */
export const firstEntries = (object: PlainObject): (readonly [string, unknown])[] =>
  firstKeys(object, LOOKED_AT).map((key) => [key, object[key]]);

/** The first field that fits, by the name an expression calls it. */
export function fieldWhere(object: PlainObject, fits: (value: unknown, key: string) => boolean): string | null {
  for (const [key, value] of firstEntries(object)) {
    const name = fits(value, key) ? keyName(key) : null;
    if (name !== null) return name;
  }
  return null;
}
