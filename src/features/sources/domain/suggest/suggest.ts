import { err, ok, type Result } from '../../../../lib/result.ts';
import { checkMapping } from '../check-mapping.ts';
import { describeLists } from '../find-lists.ts';
import type { NoRowsFound, ProposedMapping, SuggestJob } from '../mapper-job.ts';
import type { Mapping } from '../mapping.ts';
import { nameScore as accountNameScore } from './account-names.ts';
import { nameScore as dateNameScore } from './dates.ts';
import { describe, describeProposed } from './describe.ts';
import { type Asked, type Draft, draftsOf } from './draft.ts';
import { type Outcome, scoreOf, tryMapping } from './judge.ts';
import { namesRead } from './read-names.ts';
import { findChains } from './structure/chain.ts';
import { headersOf } from './structure/headers.ts';
import { holdsListOfDays, holdsMapOfDays } from './structure/inner-days.ts';
import type { Chain } from './structure/level.ts';
import type { Suggestion } from './suggestion.ts';
import { notFound } from './warnings.ts';
import { affinity, wordsOf } from './words.ts';

export type Suggested = {
  readonly suggestion: Suggestion;
  /** What came next, best first. */
  readonly others: readonly Suggestion[];
  readonly candidates: { readonly tried: number; readonly proposed: number; readonly dropped: number };
};

/** Each is compiled and run over the sample; what is likeliest by its names comes first. */
const MAX_TRIED = 24;
const HOPELESS = 0.8;
const MAX_OTHERS = 3;

type Judged = { readonly suggestion: () => Suggestion; readonly score: number; readonly key: string };

/** Looks for mappings of an answer, runs them and ranks them by how well their rows come out. */
export function suggest(answer: unknown, job: Omit<SuggestJob, 'kind' | 'first'>): Result<Suggested, NoRowsFound> {
  const known = new Set(job.knownIds);
  const asked: Asked = { descriptions: job.descriptions, known, window: job.window };
  const chains = findChains(answer, headersOf(answer), known);
  const models = job.proposed.map((mapping) => judgeProposed(mapping, answer, asked));
  const found = draftsFor(chains, answer, asked);
  const judged = [...found.judged, ...models.filter((model) => model !== null)];
  // Where no field fits any description, rows with as many of their figures show what there is.
  const isUnmet = judged.length === 0 && job.descriptions.length > 0;
  if (isUnmet)
    judged.push(...draftsFor(chains, answer, { ...asked, descriptions: [], most: job.descriptions.length }).judged);
  const [best, ...rest] = judged
    .toSorted((a, b) => b.score - a.score)
    .filter(({ key }, index, all) => all.findIndex((other) => other.key === key) === index);
  if (!best) return err(noRows(answer));
  const say = ({ suggestion }: Judged) => (isUnmet ? unmet(suggestion(), job.descriptions) : suggestion());
  return ok({
    suggestion: say(best),
    others: rest.slice(0, MAX_OTHERS).map(say),
    candidates: {
      tried: found.tried,
      proposed: models.length,
      dropped: models.filter((model) => model === null).length,
    },
  });
}

function draftsFor(chains: readonly Chain[], answer: unknown, asked: Asked): { judged: Judged[]; tried: number } {
  const drafts = chains
    .flatMap((chain) => draftsOf(chain, asked))
    .map((draft, order) => ({ draft, order, promise: promiseOf(draft, asked.known.size > 0) }))
    .toSorted((a, b) => b.promise - a.promise || a.order - b.order)
    .filter(({ promise }, _, all) => promise >= (all[0]?.promise ?? 0) - HOPELESS)
    .slice(0, MAX_TRIED);
  return { judged: drafts.flatMap(({ draft }) => judgeDraft(draft, answer, asked) ?? []), tried: drafts.length };
}

const unmet = (suggestion: Suggestion, descriptions: readonly string[]): Suggestion => ({
  ...suggestion,
  warnings: [...descriptions.map((description) => notFound(description)), ...suggestion.warnings],
});

const noRows = (answer: unknown): NoRowsFound => ({
  code: 'NO_ROWS_FOUND',
  message: 'no rows of a day with a number were found in the sample',
  hint: `${describeLists(answer)} Each row needs a date and at least one number; the account may be a constant.`,
});

/** What a draft is worth before it is run: it decides only which are. */
function promiseOf({ date, account, fits, chain }: Draft, hasKnown: boolean): number {
  const fit = fits.reduce((sum, one) => sum + one, 0) / Math.max(1, fits.length);
  const who =
    account === null
      ? 0.3
      : account.known > 0
        ? account.score / 3
        : Math.max(0, account.score / 3) * (hasKnown ? 0.5 : 0.8);
  return fit + 0.6 * who + 0.25 * date.score - 0.02 * chain.length;
}

/** What the best of names and values give an account that nobody knows. */
const MOST_OF_ACCOUNT = 3.2;

const between = (value: number): number => Math.max(0, Math.min(1, value));

function judgeDraft(draft: Draft, answer: unknown, { known, window }: Asked): Judged | null {
  const checked = checkMapping(draft.mapping);
  if (!checked.ok) return null;
  const outcome = tryMapping(checked.value, answer, window, known);
  if (!outcome || outcome.mapped === 0) return null;
  const judged = scoreOf(
    outcome,
    {
      date: between(draft.date.score / 1.9),
      account: draft.account && between((draft.account.score + 0.3) / MOST_OF_ACCOUNT),
      fits: draft.fits,
      length: lengthOf(draft.mapping),
    },
    known.size,
  );
  const score = judged - (isOfPeriod(draft) ? OF_PERIOD : 0);
  return { score, key: keyOf(draft.mapping), suggestion: () => describe(draft, outcome, score, answer) };
}

/** A total that stands beside its days is not that of its first day. */
function isOfPeriod({ chain, date }: Draft): boolean {
  const rows = chain.at(-1);
  if (!rows) return false;
  return holdsMapOfDays(rows) || (new Set(date.days).size === 1 && holdsListOfDays(rows));
}

const OF_PERIOD = 0.1;

/** A model's mapping is judged by the same rows; of its fields only the names are known. */
function judgeProposed(
  proposed: ProposedMapping,
  answer: unknown,
  { known, window, descriptions }: Asked,
): Judged | null {
  const { describes = proposed.metrics.map((_, index) => index), ...mapping } = proposed;
  const checked = checkMapping(mapping);
  if (!checked.ok) return null;
  const outcome = tryMapping(checked.value, answer, window, known);
  if (!outcome || outcome.mapped === 0) return null;
  const fits = fitsOf(mapping, describes, descriptions, outcome);
  const column = (path: string) => ({ names: namesRead(path, mapping.rowsPath), isKey: false });
  const score = scoreOf(
    outcome,
    {
      date: between((dateNameScore(column(mapping.datePath)) + (outcome.days > 1 ? 0.75 : 0.45)) / 1.9),
      account:
        mapping.accountIdPath === null
          ? null
          : between(
              (accountNameScore(column(mapping.accountIdPath)) + (outcome.accounts > 1 ? 0.85 : 0.55) + 0.3) /
                MOST_OF_ACCOUNT,
            ),
      fits,
      length: lengthOf(mapping),
    },
    known.size,
  );
  return {
    score,
    key: keyOf(mapping),
    suggestion: () => describeProposed(mapping, outcome, { score, fits, describes, descriptions }, answer),
  };
}

/** That a model chose a field says as much for it as a name that fits by half. */
const CHOSEN = 0.55;

function fitsOf(
  mapping: Mapping,
  describes: readonly (number | null)[],
  descriptions: readonly string[],
  outcome: Outcome,
): number[] {
  if (descriptions.length === 0)
    return mapping.metrics.map((_, index) => ((outcome.present[index] ?? 0) > 0 ? 0.6 : 0));
  return descriptions.map((description, number) => {
    const index = describes.indexOf(number);
    const metric = mapping.metrics[index];
    if (!metric || (outcome.present[index] ?? 0) === 0) return 0;
    const names = namesRead(metric.path, mapping.rowsPath);
    const words = wordsOf(description);
    return Math.max(affinity(words, names), ...names.map((name) => affinity(words, [name])), CHOSEN);
  });
}

const lengthOf = ({ rowsPath, datePath, accountIdPath, metrics }: Mapping): number =>
  rowsPath.length +
  datePath.length +
  (accountIdPath ?? '').length +
  metrics.reduce((sum, { path }) => sum + path.length, 0) / 2;

const keyOf = ({ rowsPath, datePath, dateFormat, accountIdPath, accountId, metrics }: Mapping): string =>
  JSON.stringify([rowsPath, datePath, dateFormat, accountIdPath, accountId, metrics.map(({ path }) => path)]);
