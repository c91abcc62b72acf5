// Texts that people and programs write in more ways than one, reduced to what they have in common.

/** What a text is once some of how it is written is left aside, more of it from field to field; empty when nothing is left. */
export type Spelling = {
  /** Whatever the case. */
  readonly caseless: string;
  /** Whatever the accents, and the code points that characters are put together from. */
  readonly plain: string;
  /** Letters and digits alone. */
  readonly squashed: string;
  /** The same; of a number, what follows its leading zeros. */
  readonly bare: string;
  /** What follows a prefix such as `crm_`, `sf-` or `A`, and whether something stands between; null without a prefix. */
  readonly tail: { readonly bare: string; readonly separated: boolean } | null;
};

/** Accents of Latin, Greek and Cyrillic. Marks of other scripts are letters of their own and stay. */
const ACCENTS = /[\u0300-\u036f]/g;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const NUMBER = /^[0-9]+$/;

export function spellingOf(text: string): Spelling {
  const plain = plainOf(text);
  const squashed = wordsOf(plain).join('');
  return { caseless: caseless(text), plain, squashed, bare: bareOf(squashed), tail: tailOf(plain) };
}

/** By way of upper case, where `ß` and `SS` meet. */
const caseless = (text: string): string => text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');

/** Nobody writes a longer one twice by hand. A single character may become 18 that look like it: time counts with that, too. */
const LONGEST = 128;

function plainOf(text: string): string {
  const characters = text.length > LONGEST ? '' : text.normalize('NFKD');
  return characters.length > 2 * LONGEST ? '' : caseless(characters).replace(ACCENTS, '');
}

const wordsOf = (plain: string): string[] => plain.match(WORD) ?? [];
const bareOf = (squashed: string): string => (NUMBER.test(squashed) ? squashed.replace(/^0+(?=.)/, '') : squashed);

const SEPARATED = /^\p{L}[\p{L}\p{N}]{0,15}[^\p{L}\p{N}\p{M}]+(.*)$/su;
const LETTERS_THEN_DIGITS = /^\p{L}{1,16}([0-9]+)$/u;
/** Without a digit, what is shorter says nothing: `acme-ag` is not `ag`. */
const SHORTEST_TAIL = 3;

function tailOf(plain: string): Spelling['tail'] {
  const separated = SEPARATED.exec(plain)?.[1];
  const rest = separated ?? LETTERS_THEN_DIGITS.exec(plain)?.[1];
  if (rest === undefined) return null;
  const bare = bareOf(wordsOf(rest).join(''));
  const telling = bare.length >= SHORTEST_TAIL || /\p{N}/u.test(bare);
  return telling ? { bare, separated: separated !== undefined } : null;
}

const LEGAL_FORMS = new Set(
  (
    'inc incorporated llc ltd limited corp corporation co company plc pty gmbh ag kg ug ' +
    'sa sas sarl srl spa bv nv ab as aps oy kk'
  ).split(' '),
);

/** The words of a company's name, without the legal forms at its end. None of a name that is very long. */
export function nameWords(name: string): string[] {
  const words = wordsOf(plainOf(name));
  const letters = words.length - 1 - words.findLastIndex((word) => word.length > 1);
  // `S.A.` is two words of one letter each.
  if (letters > 1) words.push(words.splice(-letters).join(''));
  while (words.length > 1 && LEGAL_FORMS.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/** As long as an index entry may well be, in code points: keys only find candidates, which are then compared in full. */
const KEY_LENGTH = 64;

/** What of a text goes into an index. */
export const toKey = (text: string): string =>
  text.length > KEY_LENGTH ? [...text.slice(0, 2 * KEY_LENGTH)].slice(0, KEY_LENGTH).join('') : text;
