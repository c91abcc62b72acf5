import { isObject } from '../../recipe.ts';
import { type Header, headerFor, headRow } from './headers.ts';
import { isDayKey } from './keys.ts';
import { mapKind } from './maps.ts';
import { type Place, type Survey, survey } from './survey.ts';

/** Where the elements of a level come from. Paths are on an element of the level before. */
export type Source =
  | { readonly kind: 'ROOT' }
  | { readonly kind: 'LIST'; readonly path: string; readonly skip: 0 | 1 }
  | {
      readonly kind: 'MAP';
      readonly path: string;
      readonly only: 'object' | 'array' | null;
      readonly guarded: boolean;
    }
  | { readonly kind: 'ZIP'; readonly parts: readonly ZipPart[]; readonly guarded: boolean };

export type ZipPart = { readonly level: number; readonly path: string; readonly names: readonly string[] };

/** One loop of several within each other. */
export type Level = {
  readonly source: Source;
  readonly elements: readonly unknown[];
  /** For each element the number of that of the level before which it came from. */
  readonly parents: readonly number[];
  readonly found: Survey;
};

/** Loops within loops, the answer itself first; the elements of the last are rows. */
export type Chain = readonly Level[];

const MAX_CHAINS = 48;
const MAX_LEVELS = 5;
const MAX_ELEMENTS = 400;
const MAX_BRANCHES = 14;

/** Every way to rows that an answer shows, the answer itself as the only row among them. */
export function findChains(answer: unknown, headers: readonly Header[], known: ReadonlySet<string>): Chain[] {
  const root = newLevel({ kind: 'ROOT' }, [answer], [0], headers, null);
  const chains: Chain[] = [[root]];
  for (let at = 0; at < chains.length && chains.length < MAX_CHAINS; at++) {
    const chain = chains[at] as Chain;
    if (chain.length > MAX_LEVELS) continue;
    const branches = [...zips(chain), ...maps(chain, known), ...lists(chain)].slice(0, MAX_BRANCHES);
    for (const { source, elements, parents, names } of branches) {
      if (chains.length >= MAX_CHAINS) break;
      if (elements.length > 0) chains.push([...chain, newLevel(source, elements, parents, headers, names)]);
    }
  }
  return chains;
}

function newLevel(
  source: Source,
  elements: readonly unknown[],
  parents: readonly number[],
  headers: readonly Header[],
  names: readonly string[] | null,
): Level {
  const found = survey(elements, (place, width) =>
    names && (place.path === '@' || (source.kind === 'LIST' && names.length <= width))
      ? names
      : headerFor(headers, place, width),
  );
  return { source, elements, parents, found };
}

type Branch = {
  readonly source: Source;
  readonly elements: unknown[];
  readonly parents: number[];
  /** Of the cells, where elements are lists of such. */
  readonly names: readonly string[] | null;
};

function lists(chain: Chain): Branch[] {
  const { found } = chain.at(-1) as Level;
  return found.lists.flatMap((place): Branch[] => {
    const elements: unknown[] = [];
    const parents: number[] = [];
    const sample = place.values.find((value) => Array.isArray(value) && value.length > 1);
    const head = Array.isArray(sample) ? headRow(sample.slice(0, 20)) : null;
    for (const [parent, value] of place.values.entries()) {
      if (!Array.isArray(value)) continue;
      for (const element of head ? value.slice(1) : value) {
        if (elements.length >= MAX_ELEMENTS) break;
        if (typeof element !== 'object' || element === null) continue;
        elements.push(element);
        parents.push(parent);
      }
    }
    // Cells of a row are no rows; a list within a list at the same place has a loop of its own.
    if (place.path.includes(' | ')) return [];
    if (/\[\d+\]/.test(place.path) && !isLoopOverPart(chain, place)) return [];
    return [{ source: { kind: 'LIST', path: place.path, skip: head ? 1 : 0 }, elements, parents, names: head }];
  });
}

/** `[1]` of an entry of a map is its value, and of a zipped row one of its lists; other cells belong to their row. */
function isLoopOverPart(chain: Chain, place: Place): boolean {
  const { source } = chain.at(-1) as Level;
  return (source.kind === 'MAP' || source.kind === 'ZIP') && /^\[\d+\](?!.*\[\d+\])/.test(place.path);
}

function maps(chain: Chain, known: ReadonlySet<string>): Branch[] {
  const { found } = chain.at(-1) as Level;
  return found.objects.flatMap((place): Branch[] => {
    if (place.path.includes(' | ')) return [];
    const kind = mapKind(place, known);
    if (!kind) return [];
    const elements: unknown[] = [];
    const parents: number[] = [];
    for (const [parent, value] of place.values.entries()) {
      if (!isObject(value)) continue;
      for (const [key, inner] of Object.entries(value)) {
        if (elements.length >= MAX_ELEMENTS) break;
        if (kind.only === 'object' && !isObject(inner)) continue;
        if (kind.only === 'array' && !Array.isArray(inner)) continue;
        elements.push([key, inner]);
        parents.push(parent);
      }
    }
    const value = place.names.at(-1) ?? 'value';
    const { only, guarded } = kind;
    const source: Source = { kind: 'MAP', path: place.path, only, guarded };
    return [{ source, elements, parents, names: ['key', value === 'key' ? 'value' : value] }];
  });
}

/** Lists of one length, of which the n-th elements belong together, and one of which is of days. */
function zips(chain: Chain): Branch[] {
  const { found } = chain.at(-1) as Level;
  const flat = (place: Place) =>
    !place.path.includes(' | ') &&
    place.values.some((value) => Array.isArray(value) && value.length > 0 && value.every(isScalar));
  const here = found.lists.filter(flat).map((place) => ({ place, level: chain.length - 1 }));
  const above = chain.slice(0, -1).flatMap((level, index) =>
    level.found.lists
      .filter((place) => flat(place) && place.values.some(isDays))
      .slice(0, 2)
      .map((place) => ({ place: alignedTo(chain, index, place), level: index })),
  );
  const groups = new Map<string, { place: Place; level: number }[]>();
  for (const part of [...above, ...here]) {
    const lengths = part.place.values.map((value) => (Array.isArray(value) ? value.length : -1)).join();
    groups.set(lengths, [...(groups.get(lengths) ?? []), part]);
  }
  return [...groups.values()].flatMap((parts): Branch[] => {
    const days = parts.filter(({ place }) => place.values.some(isDays));
    const used = parts.slice(0, MAX_PARTS);
    if (days.length === 0 || parts.length < 2 || !used.some(({ level }) => level === chain.length - 1)) return [];
    const elements: unknown[] = [];
    const parents: number[] = [];
    const first = used[0] as (typeof used)[number];
    for (const [parent, list] of first.place.values.entries()) {
      if (!Array.isArray(list)) continue;
      for (let index = 0; index < list.length && elements.length < MAX_ELEMENTS; index++) {
        elements.push(used.map(({ place }) => (place.values[parent] as unknown[] | null)?.[index] ?? null));
        parents.push(parent);
      }
    }
    const guarded = used.some(({ place }) => place.values.some((value) => !Array.isArray(value)));
    const zipped = used.map(({ place, level }) => ({ level, path: place.path, names: place.names }));
    const names = used.map(({ place }, index) => place.names.at(-1) ?? `list ${index}`);
    return [{ source: { kind: 'ZIP', parts: zipped, guarded }, elements, parents, names }];
  });
}

const MAX_PARTS = 16;
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

const isDays = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((inner) => (typeof inner === 'string' || typeof inner === 'number') && isDayKey(String(inner)));

/** What a level above has at a place, for each element of the last level. */
function alignedTo(chain: Chain, level: number, place: Place): Place {
  const at = ancestors(chain, level);
  return { ...place, values: at.map((index) => place.values[index] ?? null) };
}

/** For each element of the last level, the number of the element of a level above that it is within. */
export function ancestors(chain: Chain, level: number): readonly number[] {
  const last = chain.at(-1) as Level;
  let at: number[] = last.elements.map((_, index) => index);
  for (let above = chain.length - 1; above > level; above--) {
    const { parents } = chain[above] as Level;
    at = at.map((index) => parents[index] ?? 0);
  }
  return at;
}
