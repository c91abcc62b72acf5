import { JSON_NUMBER } from './expression-functions.ts';
import { literalHint } from './expression-hints.ts';
import { numberRecipe } from './number-recipe.ts';
import {
  base,
  fieldWhere,
  firstEntries,
  isObject,
  LOOKED_AT,
  type PlainObject,
  quoted,
  type Recipe,
  sayRecipe,
  shown,
} from './recipe.ts';

/** What to write for a metric whose path gave something else than a number. */
export function metricHint(name: string, path: string, value: unknown): string {
  if (typeof value === 'number') return 'The number is too large to be stored.';
  if (typeof value === 'string' && isLiteralOf(path, value)) return `'${value}' is text. ${literalHint(`'${value}'`)}`;
  const recipe = metricRecipe(name, path, value);
  if (recipe) return sayRecipe(recipe);
  if (typeof value === 'string') return 'The value is a text that is no number: choose another path.';
  return 'The path must give a number.';
}

export function metricRecipe(name: string, path: string, value: unknown): Recipe | null {
  if (typeof value === 'string') return numberRecipe(path, value);
  if (typeof value === 'boolean') return flagRecipe(path);
  if (Array.isArray(value)) return listRecipe(name, path, value);
  return isObject(value) ? objectRecipe(path, value) : null;
}

/** `x || 'a.b'` gives the text a.b itself where a field of that name was meant. */
const isLiteralOf = (path: string, value: string): boolean => value !== '' && path.includes(`'${value}'`);

function flagRecipe(path: string): Recipe {
  const flag = base(path);
  if (!flag.startsWith('('))
    return { because: 'The value is true or false, which counts', write: `${flag} && \`1\` || \`0\`` };
  const because =
    'The expression gives true or false; for a value under a condition write a ? b : `null`, and to count';
  return { because, write: `${flag} && \`1\` || \`0\`` };
}

const isNumber = (value: unknown): boolean => typeof value === 'number';
const isText = (value: unknown): value is string => typeof value === 'string';

function listRecipe(name: string, path: string, whole: readonly unknown[]): Recipe {
  const list = whole.slice(0, LOOKED_AT);
  const [first] = list;
  if (list.every(isNumber)) {
    const because = `The value is a list of numbers; to count them write length(${shown(path)}), and to add them up`;
    return { because, write: `sum(${shown(path)})` };
  }
  if (list.every((element) => isText(element) && JSON_NUMBER.test(element)))
    return { because: 'The value is a list of texts', write: `sum(${base(path)}[*].to_number(@))` };
  const counted = { because: 'The value is a list, whose elements are counted', write: `length(${shown(path)})` };
  if (!isObject(first)) return counted;
  const value = fieldWhere(first, isNumber);
  if (value === null) return counted;
  const long = longRecipe(name, path, list.filter(isObject), value);
  return long ?? { because: 'The value is a list of objects', write: `sum(${base(path)}[*].${value})` };
}

/** Fields that hold the name of a metric beside its value. */
const NAMING = /^(?:name|key|metric|event|label|type|id|code|field)$/i;

/** Metrics as rows: [{"name": "logins", "value": 3}]. */
function longRecipe(name: string, path: string, list: readonly PlainObject[], value: string): Recipe | null {
  const [first] = list;
  const key = first && firstEntries(first).find(([field, held]) => NAMING.test(field) && isText(held))?.[0];
  if (key === undefined) return null;
  const names = list.map((element) => String(element[key]));
  const wanted = quoted(names.includes(name) ? name : (names[0] ?? ''));
  if (wanted === null) return null;
  const write = `${base(path)}[?${key} == ${wanted}].${value} | [0]`;
  return { because: 'The value is a list of names and values; to take one', write };
}

function objectRecipe(path: string, object: PlainObject): Recipe | null {
  const entries = firstEntries(object);
  const [only] = entries;
  if (only === undefined) return null;
  const field = fieldWhere(object, isNumber);
  if (entries.length > 1 && entries.every(([, value]) => isNumber(value)))
    return {
      because: `The value is an object of numbers; take one, such as ${base(path)}.${field}, or to add them up`,
      write: `sum(values(${shown(path)}))`,
    };
  if (field !== null) return { because: 'The value is an object', write: `${base(path)}.${field}` };
  const inner = isObject(only[1]) ? fieldWhere(only[1], isNumber) : null;
  if (inner === null) return null;
  return { because: 'The value is an object keyed by something', write: `sum(values(${shown(path)})[*].${inner})` };
}
