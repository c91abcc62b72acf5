import type { Figure } from './figures.ts';
import { affinity, tellingNames, wordsAsked, wordsOf } from './words.ts';

/** The figure for a description, and what else it could be. */
export type Pick = {
  readonly description: string | null;
  readonly figure: Figure;
  /** How well the two fit, 0 to 1. */
  readonly fit: number;
  readonly others: readonly Figure[];
};

/** Below it a field has hardly more than a filler in common with the description. */
const PEAKS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['peak', 'largest', 'highest', 'most'].map((word) => [word, ['max', 'maximum']] as const),
  ...['lowest', 'smallest'].map((word) => [word, ['min', 'minimum']] as const),
  ...['estimate', 'estimated'].map((word) => [word, ['estimate', 'estimated']] as const),
]);
const LEAST_FIT = 0.27;
const GUESSED_FIT = 0.22;

export type Fitting = { readonly figure: Figure; readonly order: number; readonly fit: number };

/** For each description the figures that fit it, best first. */
export const fitAll = (descriptions: readonly string[], figures: readonly Figure[]): Fitting[][] => {
  const constant = new Set(figures.filter(isConstant));
  return descriptions.map((description) => {
    const words = wordsAsked(description);
    const known = new Map<string, number>();
    const affine: Affine = (names) => {
      const key = names.join('\0');
      const fit = known.get(key) ?? affinity(words, names);
      known.set(key, fit);
      return fit;
    };
    const said = new Set(words.flatMap((word) => [word, ...(PEAKS.get(word) ?? [])]));
    const isAll = /\b(?:in total|overall|altogether|of all kinds|in all)\b/i.test(description);
    const weight = (figure: Figure) =>
      isPerOne(said, figure) ? 0.5 : isAside(said, figure) ? 0.75 : isAll && figure.kind === 'EVENT' ? 0.5 : 1;
    const rows = figures.find(({ kind }) => kind === 'ROWS')?.names ?? [];
    const isOfRows = rows.length > 0 && affine(rows) >= 0.6;
    // "Payments" are how many there are, unless a field is called so as well.
    const byRowsAlone = (figure: Figure) =>
      isOfRows &&
      (figure.kind === 'FIELD' || figure.kind === 'TEXT') &&
      (!isGeneric(figure) || figure.names.some((name) => /amount/i.test(name))) &&
      affine(tellingNames(figure.names).filter((name) => !rows.includes(name))) < 0.3;
    return figures
      .map((figure, order) => ({
        figure,
        order,
        fit:
          fitOf(affine, figure) *
          weight(figure) *
          (byRowsAlone(figure) ? 0.6 : 1) *
          (constant.has(figure) ? 0.93 : 1),
      }))
      .filter(({ fit }) => fit >= LEAST_FIT)
      .toSorted((a, b) => b.fit - a.fit || a.order - b.order);
  });
};

/** The same in all rows: a price for one, a limit. */
const isConstant = ({ kind, values }: Figure): boolean =>
  (kind === 'FIELD' || kind === 'TEXT') &&
  values.length > 2 &&
  values.every((value) => value === null || value === values[0]);

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
      if (first === 0 || second === 0 || first + second <= one.fit + other.fit + 0.02) continue;
      found[a] = { ...one, figure: other.figure, fit: first };
      found[b] = { ...other, figure: one.figure, fit: second };
    }
  return found;
}

/** The same figure may be asked for twice: added up, and the largest of the day. */
const peakOf = (description = ''): string => PEAK.exec(description)?.[0].toLowerCase() ?? '';
const PEAK = /\b(?:peak|largest|biggest|highest|max(?:imum)?|last|latest|current)\b/i;

const GENERIC = new Set(
  'value v y n count cnt total amount quantity usage number num sum val metric data measure result aggregated aggregate c q'.split(
    ' ',
  ),
);

/** Of its last name; that it is of a day goes without saying. */
const wordsApart = ({ names }: Pick['figure']): string[] =>
  wordsOf(names.at(-1) ?? '')
    .join(' ')
    .replaceAll(/\b(?:(?:per|by) (?:day|date)|daily)\b/g, '')
    .split(' ')
    .filter((word) => word !== '');

export const isGeneric = (figure: Figure): boolean => {
  const words = wordsApart(figure);
  if (words.join(' ') === 'doc count') return true;
  return words.every(
    (word) => GENERIC.has(word) || word.length === 1 || /^(?:int|float|double|string|long|decimal)?\d*$/.test(word),
  );
};

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
    const counts = COUNTS.test(descriptions[index] ?? '');
    const only =
      generic.length === 1
        ? generic[0]
        : fields.length === 1 && !counts
          ? fields[0]
          : undefined;
    const isEvents = PLURAL.test(descriptions[index] ?? '') && (rows?.worth ?? 0) >= ROWS_WITH_IDS;
    const figure =
      only ??
      (counts || isEvents || fields.length === 0 ? rows : undefined) ??
      (!rows && descriptions.length === 1 && fields.length === 1 ? fields[0] : undefined);
    return figure ? picks.with(index, guessed(index, figure)) : picks;
  }
  // As many figures as descriptions are most likely in their order.
  if (open.length === picks.length && open.length === fields.length)
    return picks.map((_, at) => guessed(at, fields[at] as Figure));
  const counting = open.find((at) => COUNTS.test(descriptions[at] ?? '') || PLURAL.test(descriptions[at] ?? ''));
  return rows && counting !== undefined ? picks.with(counting, guessed(counting, rows)) : picks;
}

/** Such rows are things that happened, each with an id of its own. */
export const ROWS_WITH_IDS = 0.75;
const PLURAL = /^\s*(?:\w+ )?\w+s\s*$/;
const RECORDS = /\b(?:number|count|how many)\b.*\b(?:records?|rows?|entr(?:y|ies)|lines?|events?)\b/i;
const COUNTS = /\b(?:number|count|how many|how often|times|#|no\.)(?:\b|\s)/i;

/** `amount_paid` beside the state `paid` is an amount. */
function besides(context: readonly string[], kind: string): string[] {
  const said = new Set(wordsOf(kind));
  return context.map((name) =>
    wordsOf(name)
      .filter((word) => !said.has(word))
      .join(' '),
  );
}

const STATES = /(?:status|state|result|outcome|priority|severity|level|type)$/i;

/** How well names fit the description at hand. Many figures bear the same. */
type Affine = (names: readonly string[]) => number;

/** Beside the figure itself there is often its limit, its price for one, or that of the time before. */
const ASIDE = new Set(
  `unit limit quota allowance included threshold target budget goal forecast previous prev prior remaining available max maximum
  min minimum limited percentile change delta diff estimate estimated projected overage expected planned excluded per`.split(
    /\s+/,
  ),
);

function isAside(asked: ReadonlySet<string>, figure: Figure): boolean {
  if (figure.kind !== 'FIELD' && figure.kind !== 'TEXT') return false;
  return wordsApart(figure).some((word) => ASIDE.has(word) && !asked.has(word));
}

const PER = new Set('per avg average mean ratio median'.split(' '));
const SAYS_PER = new Set('per avg average mean ratio rate share percent percentage median typical each'.split(' '));

function isPerOne(asked: ReadonlySet<string>, figure: Figure): boolean {
  if (figure.kind !== 'FIELD' && figure.kind !== 'TEXT') return false;
  return wordsApart(figure).some((word) => PER.has(word)) && ![...asked].some((word) => SAYS_PER.has(word));
}

function fitOf(affine: Affine, figure: Figure): number {
  const { context, kind, worth } = figure;
  const names = kind === 'LONG' || kind === 'EVENT' ? figure.names : tellingNames(figure.names);
  if (kind === 'LONG') {
    // The field that holds the value matters little beside the name that the row bears.
    const kindFit = affine(names.slice(-1));
    const generic = figure.isOnly === true || isGeneric({ ...figure, names: context });
    // What stands beside a state is not what the state says.
    if (!generic && STATES.test(names.at(-2) ?? '') && affine(besides(context, names.at(-1) ?? '')) < 0.3)
      return 0.4 * kindFit;
    return kindFit < 0.3
      ? 0
      : Math.min(
          1,
          kindFit * 0.93 +
            (generic ? (/count|cnt/i.test(context.at(-1) ?? '') ? 0.03 : 0.05) : 0) +
            affine(context) * 0.1,
        );
  }
  const own = affine(names);
  // "Completed issues": issues that have a state by that name.
  if (kind === 'EVENT')
    return affine(names.slice(-1)) < 0.4 && own < 0.4 ? 0 : Math.max(own, affine([...context, ...names])) * worth;
  const last = names.slice(-1);
  const around =
    context.length === 0 ? 0 : Math.max(...context.map((text) => Math.max(affine([text]), affine([text, ...last]))));
  return Math.max(own, (isGeneric(figure) ? 0.8 : 0.5) * around) * worth;
}
