import type { Mapping } from '../mapping.ts';
import type { Draft } from './draft.ts';
import { type Outcome, rounded } from './judge.ts';
import { reasonsOf } from './reasons.ts';
import type { SuggestedField, Suggestion } from './suggestion.ts';
import { warningsOf, warningsOfProposed } from './warnings.ts';

export const describe = (draft: Draft, outcome: Outcome, score: number, answer: unknown): Suggestion => ({
  mapping: draft.mapping,
  source: 'HEURISTIC',
  score: rounded(score),
  fields: reasonsOf(draft, outcome),
  warnings: warningsOf(draft, outcome, answer),
});

/** Of a mapping that somebody else made, the reason is what came out. */
export function describeProposed(
  mapping: Mapping,
  outcome: Outcome,
  judged: {
    readonly score: number;
    /** For each description; with none, for each metric. */
    readonly fits: readonly number[];
    /** For each metric. */
    readonly describes: readonly (number | null)[];
    readonly descriptions: readonly string[];
  },
  answer: unknown,
): Suggestion {
  const field = (
    name: string,
    confidence: number,
    reason: string,
    description: string | null = null,
  ): SuggestedField => ({
    ...{ field: name, description, confidence: rounded(confidence), reason, alternatives: [] },
  });
  const { rows, mapped, days, accounts, knownAccounts, present } = outcome;
  const share = mapped / Math.max(1, rows);
  return {
    mapping,
    source: 'MODEL',
    score: rounded(judged.score),
    fields: [
      field('rowsPath', share, `${mapped} of ${rows} rows of the sample were mapped.`),
      field('datePath', share, `It gives ${days} different days.`),
      field('dateFormat', share, `${mapped} of ${rows} dates can be read so.`),
      mapping.accountIdPath === null
        ? field('accountId', 0.3, 'Every row is taken to be about one account.')
        : field(
            'accountIdPath',
            knownAccounts > 0 ? knownAccounts / accounts : 0.5,
            `${knownAccounts} of ${accounts} ids are accounts of this workspace.`,
          ),
      ...mapping.metrics.map((_, index) =>
        field(
          `metrics.${index}`,
          judged.fits[judged.descriptions.length === 0 ? index : (judged.describes[index] ?? -1)] ?? 0.5,
          `${present[index] ?? 0} of ${mapped} rows have a number there.`,
          judged.descriptions[judged.describes[index] ?? -1] ?? null,
        ),
      ),
    ],
    warnings: warningsOfProposed(
      mapping,
      outcome,
      judged.descriptions.filter((_, number) => !judged.describes.includes(number)),
      answer,
    ),
  };
}
