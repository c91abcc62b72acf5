import { jaroWinkler, nameSimilarity } from '../../../lib/similarity.ts';
import { nameWords, spellingOf } from '../../../lib/spelling.ts';

type Named = { readonly name: string; readonly externalCrmId: string };

/** What a text is compared by, worked out once for all accounts. */
export type Likeness = { readonly words: readonly string[]; readonly bare: string };

export const likenessOf = (text: string): Likeness => ({ words: nameWords(text), bare: spellingOf(text).bare });

/** From here on a name is worth naming; from the second, nearly everybody would say that it is the one that is meant. */
export const RESEMBLES = 0.72;
export const SURE = 0.92;

/** What counts less: the beginning of a name, an id, and a name that looks alike and differs in its numbers or in a word. */
const START = 0.97;
const ID = 0.9;
const LOOKS = 0.8;

/**
 * How much an account's name resembles a text, 0 to 1: as a whole, or by as many words of its beginning as the text has, "blue
 * harbour" for "Blue Harbor Shipping Ltd". Account 12 looks like account 13, and is never taken for it.
 */
export function resemblance(text: Likeness, account: Named): number {
  const words = nameWords(account.name);
  const whole = nameSimilarity(text.words, words);
  const start = words.length > text.words.length ? nameSimilarity(text.words, words.slice(0, text.words.length)) : 0;
  const id = sameDigits(text.bare, account.externalCrmId)
    ? jaroWinkler(text.bare, spellingOf(account.externalCrmId).bare)
    : 0;
  const looks = jaroWinkler(text.words.join(''), words.join(''));
  return Math.max(whole, START * start, ID * id, LOOKS * looks);
}

const digitsOf = (text: string): string => text.replace(/[^\p{N}]/gu, '');
const sameDigits = (one: string, other: string): boolean => digitsOf(one) === digitsOf(other);
