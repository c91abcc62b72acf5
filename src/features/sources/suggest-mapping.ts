import { err, ok, type Result } from '../../lib/result.ts';
import { isLongerThan } from '../../lib/text.ts';
import { forbidden } from '../kit/authorize.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Outcome, type Refusal, refuse } from '../kit/refusal.ts';
import { countMatchingAccounts, findMatchingAccounts } from '../usage/index.ts';
import { reasonAndCure } from './ask-endpoint.ts';
import { type CurrentSampleCode, currentSample, windowOf } from './current-sample.ts';
import { METRIC_LIMIT } from './domain/mapping.ts';
import type { Suggestion } from './domain/suggest/suggestion.ts';
import type { MappingPreview, StoredSample } from './model.ts';
import { type Found, knownIdsIn, type SearchFailure, searchSample } from './search-sample.ts';
import { type ModelNote, type Proposals, proposeMappings } from './suggest-with-model.ts';

export type SuggestMappingCode = 'FORBIDDEN' | 'INVALID_INPUT' | 'NO_ROWS_FOUND' | CurrentSampleCode;

/** A mapping that was found, what speaks for it, and what it makes of the sample. */
export type MappingSuggestion = Suggestion & {
  readonly preview: MappingPreview;
  /** What came next, best first. */
  readonly others: readonly AlternativeMapping[];
  /** Why it is not the model's; null when it is. */
  readonly modelNote: { readonly code: ModelNote; readonly message: string } | null;
};

export type AlternativeMapping = Pick<Suggestion, 'mapping' | 'source' | 'score'>;

type SuggestInput = {
  /** A line a metric; an entry may be several lines. */
  readonly metricDescriptions: readonly string[];
  readonly fresh: boolean;
  readonly first: number;
};

const MAX_DESCRIPTION = 200;

/** Finds a mapping for the endpoint's answer, judged by the rows that it makes of a sample. Saves none. */
export async function suggestMapping(
  ctx: Ctx,
  input: SuggestInput,
): Promise<Outcome<MappingSuggestion, SuggestMappingCode>> {
  const no = forbidden(ctx.actor, 'ADMIN');
  if (no) return no;
  const descriptions = linesOf(input.metricDescriptions);
  const refusals = checkInput(input, descriptions);
  if (refusals.length > 0) return err(refusals);
  const sampled = await currentSample(ctx, input.fresh);
  if (!sampled.ok) return sampled;
  const sample = sampled.value;

  const known = await knownIdsIn(ctx, sample);
  if (!known.ok) return refuseSearch(known.error);
  const job = { descriptions, knownIds: known.value, window: windowOf(sample), first: input.first };
  const [alone, proposals] = await Promise.all([
    searchSample(ctx, sample, { ...job, proposed: [] }),
    proposeMappings(ctx, sample, job),
  ]);
  const { found, modelNote } = proposals.ok
    ? await compete(alone, proposals, (proposed) => searchSample(ctx, sample, { ...job, proposed }))
    : { found: alone, modelNote: { code: proposals.note, message: proposals.message } };
  if (!found.ok) return refuseSearch(found.error);
  const { suggestion, others } = found.value;
  return ok({ ...suggestion, others, modelNote, preview: await previewOf(ctx, sample, found.value) });
}

type Searched = Result<Found, SearchFailure>;

/** One judge for all: what a model proposes is taken where its rows come out better than those found without it. */
async function compete(
  alone: Searched,
  { mappings }: Extract<Proposals, { ok: true }>,
  search: (proposed: typeof mappings) => Promise<Searched>,
): Promise<{ found: Searched; modelNote: MappingSuggestion['modelNote'] }> {
  const together = await search(mappings);
  const without = (code: ModelNote, message: string) => ({ found: alone, modelNote: { code, message } });
  // Without them the same search went well, or failed for a reason of its own.
  if (!together.ok)
    return together.error.code === 'ANSWER_TOO_COSTLY'
      ? without('TOO_COSTLY', 'What the model proposed takes more time or memory than is allowed.')
      : without('NO_CANDIDATE', 'What the model proposed makes no rows of the sample.');
  const { suggestion, candidates } = together.value;
  if (suggestion.source === 'MODEL') return { found: together, modelNote: null };
  if (candidates.dropped === candidates.proposed)
    return without('NO_CANDIDATE', 'What the model proposed makes no rows of the sample.');
  return {
    found: together,
    modelNote: { code: 'NOT_BETTER', message: 'What the model proposed comes out no better.' },
  };
}

/** Blank lines are nobody's wish. */
const linesOf = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/\r\n|[\n\r\u2028\u2029]/))
    .map((line) => line.trim())
    .filter((line) => line !== '');

function checkInput({ first }: SuggestInput, descriptions: readonly string[]): Refusal<'INVALID_INPUT'>[] {
  const refusals: Refusal<'INVALID_INPUT'>[] = [];
  const wrong = (message: string, name: string) =>
    refusals.push({ code: 'INVALID_INPUT', message, field: ['input', name] });
  if (first < 1 || first > 100) wrong(`first is 1 to 100, not ${first}.`, 'first');
  if (descriptions.length > METRIC_LIMIT)
    wrong(`At most ${METRIC_LIMIT} metrics can be described, not ${descriptions.length}.`, 'metricDescriptions');
  const long = descriptions.findIndex((line) => isLongerThan(line, MAX_DESCRIPTION));
  if (long >= 0) wrong(`Description ${long + 1} is longer than ${MAX_DESCRIPTION} characters.`, 'metricDescriptions');
  return refusals;
}

const refuseSearch = (failure: SearchFailure) => refuse(failure.code, reasonAndCure(failure));

async function previewOf(ctx: Ctx, sample: StoredSample, found: Found): Promise<MappingPreview> {
  const { counts, rows, result, problems, notices } = found.preview;
  const metricNames = found.suggestion.mapping.metrics.map(({ name }) => name);
  const accounts = await findMatchingAccounts(
    ctx,
    rows.map(({ externalId }) => externalId),
  );
  return {
    ...windowOf(sample),
    counts,
    matchedAccounts: await countMatchingAccounts(ctx, found.ids),
    rows: rows.map((row, index) => ({ ...row, metricNames, account: accounts[index] ?? null })),
    result,
    metricNames,
    problems,
    warnings: notices,
  };
}
