import { type Fitting, isGeneric, tellingParent, wordsApart } from './figure-fit.ts';
import type { Figure } from './figures.ts';
import { MEANINGS_OF } from './meanings.ts';
import { hasUnit } from './units.ts';

/** The figure for a description, and what else it could be. */
export type Pick = {
  readonly description: string | null;
  readonly figure: Figure;
  /** How well the two fit, 0 to 1. */
  readonly fit: number;
  readonly others: readonly Figure[];
};

const GUESSED_FIT = 0.22;

/** A figure for each description, or null where none fits; each figure is used once. */
export function matchAll(
  descriptions: readonly string[],
  fitting: readonly (readonly Fitting[])[],
  figures: readonly Figure[],
  isFree: (figure: Figure) => boolean,
): (Pick | null)[] {
  const fits = fitting.map((list) => list.filter(({ figure }) => isFree(figure)).slice(0, 30));
  const picks: (Pick | null)[] = descriptions.map(() => null);
  const used = new Set<string>();
  const pairs = fits
    .flatMap((list, index) => list.map((entry) => ({ ...entry, index })))
    .toSorted((a, b) => b.fit - a.fit || a.index - b.index || a.order - b.order);
  for (const { figure, fit, index } of pairs) {
    const key = `${figure.key} ${peakOf(descriptions[index])}`;
    if (picks[index] || used.has(key)) continue;
    used.add(key).add(figure.key);
    const others = (fits[index] ?? []).filter((other) => other.figure !== figure).slice(0, 3);
    picks[index] = {
      description: descriptions[index] ?? null,
      figure,
      fit,
      others: others.map((other) => other.figure),
    };
  }
  const rows = figures.find(({ kind }) => kind === 'ROWS');
  return guessLast(descriptions, swapped(picks, fits), figures.filter(isFree), used, rows);
}

/** Two that took each other's figures: one fits the first nearly as well, and the second much better. */
function swapped(picks: readonly (Pick | null)[], fits: readonly (readonly Fitting[])[]): (Pick | null)[] {
  const found = [...picks];
  const fitOfPick = (at: number, { figure }: Pick) => fits[at]?.find((one) => one.figure === figure)?.fit ?? 0;
  for (let a = 0; a < found.length; a++)
    for (let b = a + 1; b < found.length; b++) {
      const [one, other] = [found[a], found[b]];
      if (!one || !other) continue;
      const [first, second] = [fitOfPick(a, other), fitOfPick(b, one)];
      if (first === 0 || second === 0 || first + second <= one.fit + other.fit + 0.1) continue;
      found[a] = { ...one, figure: other.figure, fit: first };
      found[b] = { ...other, figure: one.figure, fit: second };
    }
  return found;
}

/** The same figure may be asked for twice: added up, and the largest of the day. */
const peakOf = (description = ''): string => PEAK.exec(description)?.[0].toLowerCase() ?? '';
const PEAK = /\b(?:peak|largest|biggest|highest|max(?:imum)?|last|latest|current)\b/i;

/**
 * When one description is left and one figure, or one that could be anything, they belong together. One that asks how many there
 * are of something is met by the rows, where each of them is one.
 */
function guessLast(
  descriptions: readonly string[],
  picks: (Pick | null)[],
  figures: readonly Figure[],
  used: ReadonlySet<string>,
  allRows: Figure | undefined,
): (Pick | null)[] {
  const open = picks.flatMap((pick, at) => (pick ? [] : [at]));
  if (open.length === 0) return picks;
  const fields = figures.filter(
    ({ key, kind, worth }) => !used.has(key) && worth >= 0.9 && (kind === 'FIELD' || kind === 'TEXT'),
  );
  const generic = fields.filter(isGeneric);
  // Who asks for rows by that name is told their number, even where there is one a day.
  const isOfRecords = open.some((at) => RECORDS.test(descriptions[at] ?? ''));
  const rows =
    figures.find(({ kind, key }) => kind === 'ROWS' && !used.has(key)) ??
    (isOfRecords && allRows && !used.has(allRows.key) ? allRows : undefined);
  const guessed = (at: number, figure: Figure): Pick => ({
    ...{ description: descriptions[at] ?? null, figure, others: [] },
    fit: GUESSED_FIT + (open.length === 1 && isGeneric(figure) ? 0.1 : 0),
  });
  const [index] = open;
  if (open.length === 1 && index !== undefined) {
    const description = descriptions[index] ?? '';
    const counts = COUNTS.test(description);
    const lone = fields.length === 1 ? fields[0] : undefined;
    const isEvents = PLURAL.test(description) && !hasUnit(description) && (rows?.worth ?? 0) >= ROWS_WITH_IDS;
    const [value] = generic.length === 1 ? generic : [];
    const only =
      value && !(isEvents && tellingParent(value) !== null)
        ? value
        : lone && !counts && (descriptions.length === 1 || !saysOther(lone))
          ? lone
          : undefined;
    const figure =
      only ??
      (counts || isEvents || fields.length === 0 ? rows : undefined) ??
      (!rows && descriptions.length === 1 && fields.length === 1 ? fields[0] : undefined);
    return figure ? picks.with(index, guessed(index, figure)) : picks;
  }
  // As many figures as descriptions are most likely in their order.
  if (open.length === picks.length && open.length === fields.length)
    return picks.map((_, at) => guessed(at, fields[at] as Figure));
  const counting =
    open.find((at) => RECORDS.test(descriptions[at] ?? '')) ??
    open.find((at) => COUNTS.test(descriptions[at] ?? '') || PLURAL.test(descriptions[at] ?? ''));
  return rows && counting !== undefined ? picks.with(counting, guessed(counting, rows)) : picks;
}

/** Such rows are things that happened, each with an id of its own. */
export const ROWS_WITH_IDS = 0.75;
const PLURAL = /^\s*(?:\w+ )?\w+s(?: \w+ed)?\s*$/;

/** Its name has a meaning, and that is not the one asked for. */
const saysOther = (figure: Figure): boolean => wordsApart(figure).some((word) => MEANINGS_OF.has(word));
const RECORDS = /\b(?:number|count|how many)\b.*\b(?:records?|rows?|entr(?:y|ies)|lines?)\b/i;
const COUNTS = /\b(?:number|count|how many|how often|times|#|no\.)(?:\b|\s)/i;
