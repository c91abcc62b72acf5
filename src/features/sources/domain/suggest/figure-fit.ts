import type { Figure } from './figures.ts';
import { affinity, tellingNames, wordsAsked, wordsOf } from './words.ts';

/** Below it a field has hardly more than a filler in common with the description. */
const PEAKS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['peak', 'largest', 'highest', 'most'].map((word) => [word, ['max', 'maximum']] as const),
  ...['lowest', 'smallest'].map((word) => [word, ['min', 'minimum']] as const),
  ...['estimate', 'estimated'].map((word) => [word, ['estimate', 'estimated']] as const),
]);
const LEAST_FIT = 0.27;

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
    // Where each key comes with a value, it is the value that is asked for, and not how often the key comes.
    const hasValue = figures.some(({ kind, columns }) => kind === 'FIELD' && columns.at(-1)?.path === '[1]');
    const isOfKey = ({ kind, columns }: Figure) => kind === 'EVENT' && columns.at(-1)?.isKey === true;
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
          (hasValue && isOfKey(figure) ? 0.6 : 1) *
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

const GENERIC = new Set(
  'value v y n count cnt total amount quantity usage number num sum val metric data measure result aggregated aggregate c q'.split(
    ' ',
  ),
);

/** Of its last name; that it is of a day goes without saying. */
export const wordsApart = ({ names }: Figure): string[] =>
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

/** `invitees.total` is of invitees, whatever the row is; `counters.total` may be of anything. */
function isOfOthers(affine: Affine, figure: Figure): boolean {
  const parent = tellingParent(figure);
  return parent !== null && affine([parent]) < 0.3;
}

export function tellingParent({ columns }: Figure): string | null {
  const parent = /(?:^|\.)"?([^."]+)"?\.[^.]+$/.exec(columns.at(-1)?.path ?? '')?.[1];
  return parent === undefined || wordsOf(parent).every((word) => NEUTRAL.test(word)) ? null : parent;
}

const NEUTRAL =
  /^(?:count|counter|measure|aggregat\w*|summary|stat|statistic|metric|usage|result|total|node|attribute|property|point|sample|field|data|value|quantity|amount|body|row|record|item|entry|detail|info|daily|day|per|sum|current|period|x|y|key)$/;

function fitOf(affine: Affine, figure: Figure): number {
  const { context, kind, worth } = figure;
  const names = kind === 'LONG' || kind === 'EVENT' ? figure.names : tellingNames(figure.names);
  if (kind === 'LONG') {
    // The field that holds the value matters little beside the name that the row bears.
    const kindFit = affine(names.slice(-1));
    const generic = figure.isOnly === true || (isGeneric({ ...figure, names: context }) && !isOfOthers(affine, figure));
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
  // What rows are is not what a list within them is.
  if (kind === 'SUM') return own * worth;
  const around =
    context.length === 0 ? 0 : Math.max(...context.map((text) => Math.max(affine([text]), affine([text, ...last]))));
  return Math.max(own, (isGeneric(figure) && !isOfOthers(affine, figure) ? 0.8 : 0.5) * around) * worth;
}
