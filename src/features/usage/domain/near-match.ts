import { nameSimilarity } from '../../../lib/similarity.ts';
import { nameWords, type Spelling, spellingOf } from '../../../lib/spelling.ts';

export type NearReason = 'CASE' | 'ACCENTS' | 'BLANKS' | 'LEADING_ZEROS' | 'PREFIX' | 'SIMILAR_NAME';

/** Why an id may be an account's, and how far that alone goes, from 0 to 1. */
export type Nearness = { readonly reason: NearReason; readonly weight: number; readonly explanation: string };

/** What there is to compare, worked out once for whatever it is compared with. */
export type Likeness = { readonly id: Spelling; readonly name: readonly string[] };

export const likenessOf = (id: string, name: string): Likeness => ({ id: spellingOf(id), name: nameWords(name) });

/** Below, two names are two names. */
const LEAST_SIMILARITY = 0.9;
/** Of names that are equal but for spelling; and the range that similar ones fill. */
const EQUAL_NAME = 0.8;
const SIMILAR_NAME = { from: 0.35, to: 0.7 };
/** Of a prefix with and without something behind it: `A-42` says more plainly than `A42` that 42 is what counts. */
const PREFIX = { separated: 0.75, joined: 0.6 };

/** How near an id that usage came with is to an account: by its externalCrmId, else by its name. Null when it is not. */
export const nearness = (external: Likeness, account: Likeness): Nearness | null =>
  nearId(external.id, account.id) ?? nearName(external.name, account.name);

function nearId(one: Spelling, other: Spelling): Nearness | null {
  if (one.caseless === other.caseless) return butFor('CASE', 0.95, 'upper and lower case');
  if (one.bare === '' || other.bare === '') return null;
  if (one.plain === other.plain) return butFor('ACCENTS', 0.9, 'accents or how characters are encoded');
  if (one.squashed === other.squashed) return butFor('BLANKS', 0.9, 'blanks or punctuation');
  if (one.bare === other.bare) return butFor('LEADING_ZEROS', 0.85, 'leading zeros');
  const tail = one.tail?.bare === other.bare ? one.tail : other.tail?.bare === one.bare ? other.tail : null;
  return tail && butFor('PREFIX', tail.separated ? PREFIX.separated : PREFIX.joined, 'a prefix');
}

const butFor = (reason: NearReason, weight: number, what: string): Nearness => ({
  reason,
  weight,
  explanation: `Equal to the account's externalCrmId but for ${what}.`,
});

function nearName(one: readonly string[], other: readonly string[]): Nearness | null {
  const similarity = nameSimilarity(one, other);
  if (similarity === 1) {
    const explanation = "Equal to the account's name but for spelling or legal form.";
    return { reason: 'SIMILAR_NAME', weight: EQUAL_NAME, explanation };
  }
  if (similarity < LEAST_SIMILARITY) return null;
  const { from, to } = SIMILAR_NAME;
  return {
    reason: 'SIMILAR_NAME',
    weight: from + ((to - from) * (similarity - LEAST_SIMILARITY)) / (1 - LEAST_SIMILARITY),
    explanation: `Resembles the account's name (similarity ${similarity.toFixed(2)}).`,
  };
}
