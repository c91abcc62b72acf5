import type { Survey } from './survey.ts';

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
  | {
      readonly kind: 'ZIP';
      readonly parts: readonly ZipPart[];
      readonly guarded: boolean;
      /** One of the lists is of days, so that what comes of it are rows. */
      readonly dated: boolean;
    };

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

export type Branch = {
  readonly source: Source;
  readonly elements: unknown[];
  readonly parents: number[];
  /** Of the cells, where elements are lists of such. */
  readonly names: readonly string[] | null;
};

/** Of one level; a sample has fewer. */
export const MAX_ELEMENTS = 400;

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
