import { firstKeys } from '../../find-lists.ts';
import { isObject, type PlainObject } from '../../recipe.ts';
import { isDayKey } from './keys.ts';
import { own, type Place } from './survey.ts';

export type MapKind = {
  /** The type that values have which count; null where all have the same, or none matters. */
  readonly only: 'object' | 'array' | null;
  /** Whether some element has none there, or an empty list instead. */
  readonly guarded: boolean;
  /** Its keys are days: it cannot be a record. */
  readonly isSure: boolean;
};

const MAX_KEYS = 400;

/** Whether objects at a place are keyed by data (days, accounts, metrics) rather than by names of fields. */
export function mapKind(place: Place, known: ReadonlySet<string>): MapKind | null {
  const objects = place.values.filter(isObject);
  const keys = new Set<string>();
  const values: unknown[] = [];
  for (const object of objects)
    for (const key of firstKeys(object, MAX_KEYS)) {
      keys.add(key);
      const value = (object as PlainObject)[key];
      if (value !== null && values.length < MAX_KEYS) values.push(value);
    }
  if (keys.size === 0 || values.length === 0) return null;
  const guarded = place.path !== '@' && place.values.some((value) => !isObject(value));
  const containers = values.filter((value) => typeof value === 'object');
  if ([...keys].every(isDayKey)) return { only: onlyOf(values), guarded, isSure: true };
  const hits = [...keys].filter((key) => known.has(key)).length;
  if (hits > 0 && hits * 3 >= Math.min(keys.size, 30)) return { only: onlyOf(values), guarded, isSure: false };
  if (containers.length === 0)
    return values.every(isNumeric) &&
      keys.size > 1 &&
      keys.size <= 60 &&
      ((place.path === '[1]' && !objects.every((object) => firstKeys(object, 2).length === 1)) ||
        areData(keys, objects))
      ? { only: null, guarded, isSure: false }
      : null;
  const filled = containers.filter((value) => !(Array.isArray(value) && value.length === 0));
  if (filled.length === containers.length && containers.length < values.length) {
    const series = filled.filter(isSeries);
    // One list beside other fields is a field, and so are lists of different things; days are days, however few.
    return series.some(isDated) || (areSeveral(objects, keys) && haveSameFields(series))
      ? { only: Array.isArray(series[0]) ? 'array' : 'object', guarded, isSure: false }
      : null;
  }
  if (keys.size < 2 && !filled.some(isDated)) return null;
  return areAlike(filled) ? { only: onlyOf(values), guarded, isSure: false } : null;
}

/** Whether lists stand under several keys that records would not have in common. */
function areSeveral(objects: readonly PlainObject[], keys: ReadonlySet<string>): boolean {
  const listed = [...keys].filter((key) => objects.some((object) => isSeries(own(object, key))));
  if (listed.length < 2) return false;
  return objects.length === 1 || areData(new Set(listed), objects);
}

function haveSameFields(series: readonly unknown[]): boolean {
  const shapes = series.map((value) => {
    const head = Array.isArray(value) ? value[0] : value;
    return Array.isArray(head)
      ? `list ${head.length}`
      : firstKeys(head as object, 50)
          .toSorted()
          .join('\0');
  });
  const [first, ...rest] = shapes;
  return rest.every((shape) => shape === first);
}

/** Names of fields are words, and the same in each record. */
const areData = (keys: ReadonlySet<string>, objects: readonly PlainObject[]): boolean =>
  isOddOne(
    [...keys].filter((key) => !/^[A-Za-z_][\w. ]*$/.test(key) || /\d{3}/.test(key)),
    keys.size,
  ) ||
  // One field each, of several types, is how a value says its type.
  (objects.some((object) => firstKeys(object, 2).length > 1) &&
    objects.length > 1 &&
    objects.some((object) => firstKeys(object, MAX_KEYS).length * 2 <= keys.size));

/** Beside names of fields, "0" is the number of a series. */
const isOddOne = (odd: readonly string[], all: number): boolean =>
  odd.length > 0 && !(odd.length < all && odd.every((key) => /^\d{1,2}$/.test(key)));

const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^-?[\d,. ]*\d%?$/.test(value));

function onlyOf(values: readonly unknown[]): MapKind['only'] {
  const lists = values.filter(Array.isArray).length;
  const objects = values.filter(isObject).length;
  if (lists === values.length || objects === values.length || lists + objects === 0) return null;
  return objects >= lists ? 'object' : 'array';
}

const isDated = (value: unknown): boolean => {
  if (!isObject(value)) return false;
  const keys = firstKeys(value, 50);
  return keys.length > 0 && keys.every(isDayKey);
};

const isSeries = (value: unknown): boolean =>
  isDated(value) ||
  (Array.isArray(value) && value.length > 0 && value.every((inner) => isObject(inner) || Array.isArray(inner)));

/** They have fields in common, or are of days, or lists of such. */
function areAlike(values: readonly unknown[]): boolean {
  if (values.length === 0) return false;
  if (values.every((value) => isDated(value) || isEmpty(value))) return true;
  if (values.every((value) => Array.isArray(value) && value.every((inner) => typeof inner !== 'object'))) {
    const lengths = new Set(values.map((value) => (value as unknown[]).length));
    return lengths.size === 1;
  }
  const heads = values
    .flatMap((value) => (Array.isArray(value) ? value.slice(0, 1) : [value]))
    .filter((value) => !isEmpty(value));
  const [first, ...rest] = heads;
  if (Array.isArray(first)) return rest.every(Array.isArray);
  if (!isObject(first)) return false;
  const fields = new Set(firstKeys(first, 50));
  // One alone is like nothing.
  if (rest.length === 0) return false;
  // Two lists of records may well have a field in common, and be of different things.
  const least = values.every(Array.isArray) ? fields.size / 2 : 0.5;
  const sharing = rest.filter(
    (value) => isObject(value) && firstKeys(value, 50).filter((key) => fields.has(key)).length >= least,
  );
  if (sharing.length * 2 >= rest.length) return true;
  // Keyed by account within: no field in common, but all numbers.
  return heads.every((value) => isObject(value) && Object.values(value).slice(0, 50).every(isNumeric));
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && firstKeys(value, 1).length === 0;
