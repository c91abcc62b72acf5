import { isDayKey } from './keys.ts';
import { ancestors, type Chain, type Level } from './level.ts';
import type { Place } from './survey.ts';

/** A value that every row has, of its own or of what it is within. */
export type Column = {
  readonly level: number;
  /** On an element of its level. */
  readonly path: string;
  readonly names: readonly string[];
  /** One for each row; null where there is none. */
  readonly values: readonly unknown[];
  /** A key of an object is one of the data, not of the names. */
  readonly isKey: boolean;
  /** How many of the rows are not null. */
  readonly filled: number;
};

/** All columns of a chain, those of rows themselves first, then those of what they are within. */
export function columnsOf(chain: Chain): Column[] {
  return chain.toReversed().flatMap((level, index) => levelColumns(chain, level, chain.length - 1 - index));
}

function levelColumns(chain: Chain, level: Level, number: number): Column[] {
  const at = ancestors(chain, number);
  const of = sourceName(level);
  const places = level.found.scalars.slice(0, MAX_COLUMNS);
  const isAbove = number < chain.length - 1;
  return places.flatMap((place): Column[] => {
    if (isAbove && isOneOfSeries(place, places, number === 0)) return [];
    const values = at.map((index) => place.values[index] ?? null);
    const filled = values.reduce((sum: number, value) => sum + (value === null || value === '' ? 0 : 1), 0);
    if (filled === 0) return [];
    const isKey = level.source.kind === 'MAP' && place.path === '[0]';
    return [{ level: number, path: place.path, names: [...of, ...place.names], values, isKey, filled }];
  });
}

/** [0] of a list above the rows is of one of them only, and nobody says which; of a list of texts it may be one of several names. */
function isOneOfSeries({ path, names, values }: Place, places: readonly Place[], isTop: boolean): boolean {
  const at = /\[\d+\]/.exec(path);
  if (!at) return false;
  const first = values.find((value) => value !== null);
  if (!isTop && typeof first !== 'number' && !isDayKey(String(first))) return false;
  const before = path.slice(0, at.index);
  const after = path.slice(at.index + at[0].length);
  return places.some(
    (other) =>
      other.path !== path &&
      other.path.startsWith(before) &&
      other.path.slice(before.length).replace(/^\[\d+\]/, '') === after &&
      other.names.join('\0') === names.join('\0'),
  );
}

const MAX_COLUMNS = 120;

/** The field whose list or object the elements are of. */
function sourceName({ source }: Level): string[] {
  if (source.kind !== 'LIST' && source.kind !== 'MAP') return [];
  const name = source.path.match(/[\p{L}\p{N}_$ -]+(?="?(?:\[\d+\])*$)/u)?.[0];
  return name === undefined || /^\d+$/.test(name) ? [] : [name];
}
