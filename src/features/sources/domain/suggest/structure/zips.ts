import { isObject } from '../../recipe.ts';
import { isDayKey } from './keys.ts';
import { ancestors, type Branch, type Chain, MAX_ELEMENTS } from './level.ts';
import type { Place } from './survey.ts';

type Part = { readonly place: Place; readonly level: number };

const MAX_PARTS = 16;
/** More of them are rows, not cells. */
const MAX_CELLS = 6;

/** Lists of one length, of which the n-th elements belong together: one of them is of days, or each is a series beside its label. */
export function zips(chain: Chain): Branch[] {
  const { found } = chain.at(-1) ?? {};
  const last = chain.length - 1;
  // The two ends of a day are no list of days.
  const ends = chain.flatMap((level) =>
    level.found.lists.filter(({ values }) => values.some((value) => isList(value, Array.isArray) && isDays(value))),
  );
  const usable = ({ path }: Place) =>
    !path.includes(' | ') && !ends.some((end) => path.startsWith(end.path === '@' ? '[' : `${end.path}[`));
  const here = (found?.lists ?? []).filter(usable).map((place): Part => ({ place, level: last }));
  const above = chain.slice(0, -1).flatMap((level, index) =>
    level.found.lists
      .filter((place) => usable(place) && place.values.some(isDays))
      .slice(0, 2)
      .map((place): Part => ({ place: alignedTo(chain, index, place), level: index })),
  );
  const dayLists = [...above, ...here].filter(({ place }) => place.values.some(isDays));
  // Most answers have no list of days.
  if (dayLists.length === 0) return [];
  return [
    ...labelled(here, new Set(dayLists.flatMap(({ place }) => place.values.flatMap((value) => lengthOf(value) ?? [])))),
    ...dated([...above, ...here], last),
  ];
}

function dated(parts: readonly Part[], last: number): Branch[] {
  return grouped(parts.filter(({ place }) => place.values.some((value) => isList(value, isCell)))).flatMap((group) => {
    const used = group.slice(0, MAX_PARTS);
    const isDated = used.some(({ place }) => place.values.some(isDays));
    return isDated && group.length > 1 && used.some(({ level }) => level === last) ? [zipped(used, true)] : [];
  });
}

/** `series: [[1, 2], [3, 4]]` beside `labels: ["a", "b"]`, where the days of all series are a list of their own. */
function labelled(here: readonly Part[], lengths: ReadonlySet<number>): Branch[] {
  const isSeries = (value: unknown) =>
    isList(value, (inner) => isList(inner, isScalar) && lengths.has((inner as unknown[]).length));
  const isLabels = (value: unknown) => isList(value, isLabel) && !isDays(value);
  return grouped(here).flatMap((group) => {
    const series = group.filter(({ place }) => place.values.some(isSeries)).slice(0, MAX_CELLS);
    const labels = group.filter(({ place }) => place.values.some(isLabels)).slice(0, MAX_CELLS);
    return series.length > 0 && labels.length > 0 ? [zipped([...labels, ...series], false)] : [];
  });
}

function grouped(parts: readonly Part[]): Part[][] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const lengths = part.place.values.map((value) => lengthOf(value) ?? -1).join();
    groups.set(lengths, [...(groups.get(lengths) ?? []), part]);
  }
  return [...groups.values()];
}

function zipped(parts: readonly Part[], dated: boolean): Branch {
  const elements: unknown[] = [];
  const parents: number[] = [];
  for (const [parent, list] of (parts[0]?.place.values ?? []).entries()) {
    if (!Array.isArray(list)) continue;
    for (let index = 0; index < list.length && elements.length < MAX_ELEMENTS; index++) {
      elements.push(parts.map(({ place }) => (place.values[parent] as unknown[] | null)?.[index] ?? null));
      parents.push(parent);
    }
  }
  const guarded = parts.some(({ place }) => place.values.some((value) => !Array.isArray(value)));
  const zipParts = parts.map(({ place, level }) => ({ level, path: place.path, names: place.names }));
  const names = parts.map(({ place }, index) => place.names.at(-1) ?? `list ${index}`);
  return { source: { kind: 'ZIP', parts: zipParts, guarded, dated }, elements, parents, names };
}

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;
const lengthOf = (value: unknown): number | null => (Array.isArray(value) ? value.length : null);
const isList = (value: unknown, test: (inner: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(test);

/** A value, or a few side by side: the two ends of a day, or the figures of one. */
const isCell = (value: unknown): boolean =>
  isScalar(value) || (Array.isArray(value) && value.length <= MAX_CELLS && value.every(isScalar));

const isLabel = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.length <= 3 && value.some((inner) => typeof inner === 'string')) ||
  (isObject(value) && Object.values(value).slice(0, 9).every(isScalar));

const isDay = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number') && isDayKey(String(value));
const isDays = (value: unknown): boolean =>
  isList(value, (inner) => isDay(inner) || (Array.isArray(inner) && inner.length <= 2 && isList(inner, isDay)));

/** What a level above has at a place, for each element of the last level. */
function alignedTo(chain: Chain, level: number, place: Place): Place {
  const at = ancestors(chain, level);
  return { ...place, values: at.map((index) => place.values[index] ?? null) };
}
