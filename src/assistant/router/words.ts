/** Whatever a word turned out to be of. `FREE`: none of the words that questions are made of, so perhaps a name. */
export type WordKind = 'FREE' | 'WORD' | 'ACCOUNT' | 'METRIC' | 'PERIOD' | 'SIGNAL';

export type Word = {
  /** As it was written, without a possessive's end. */
  readonly text: string;
  /** In lower case and without accents; of a misspelled word what was meant. */
  readonly plain: string;
  readonly kind: WordKind;
  readonly isCapital: boolean;
  readonly startsSentence: boolean;
  /** "Acme's". */
  readonly isPossessive: boolean;
  /** Whether a comma or the like stands before it. */
  readonly isApart: boolean;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
};

export type Question = { readonly text: string; readonly words: readonly Word[] };

/** Beyond this nobody asks, and an answer shall not take long because of who does. */
export const LONGEST_QUESTION = 2_000;
const MOST_WORDS = 400;

const QUOTED =
  /"([^"]{1,255})"|“([^“”]{1,255})[”“]|„([^“”]{1,255})[“”]|«([^»]{1,255})»|`([^`]{1,255})`|(?<![\p{L}\p{N}])'([^']{2,255})'(?![\p{L}\p{N}])/gu;
const WORD = /[\p{L}\p{N}\p{M}]+(?:[_'’.@:&-]+[\p{L}\p{N}\p{M}]+)*|&/gu;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

export const plainOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’]/g, '');

/** The words of a question; what is quoted is one word, taken as it stands. */
export function wordsOf(question: string, isKnown: (plain: string) => boolean): Question {
  const text = question.slice(0, LONGEST_QUESTION).replace(UNSEEN, ' ');
  const words: Word[] = [];
  let from = 0;
  for (const match of text.matchAll(QUOTED)) {
    words.push(...bareWords(text, from, match.index, words.length === 0, isKnown));
    const quoted = (match.slice(1).find((part) => part !== undefined) ?? '').trim();
    from = match.index + match[0].length;
    if (quoted !== '') words.push({ ...OF_QUOTE, text: quoted, plain: plainOf(quoted), start: match.index, end: from });
  }
  words.push(...bareWords(text, from, text.length, words.length === 0, isKnown));
  return { text, words: words.slice(0, MOST_WORDS) };
}

const OF_QUOTE = {
  kind: 'ACCOUNT',
  isCapital: true,
  startsSentence: false,
  isPossessive: false,
  isApart: true,
} as const;

function bareWords(
  text: string,
  from: number,
  to: number,
  isFirst: boolean,
  isKnown: (plain: string) => boolean,
): Word[] {
  const words: Word[] = [];
  let end = from;
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const between = text.slice(end, from + match.index);
    let start = from + match.index;
    end = start + match[0].length;
    for (const [index, part] of partsOf(match[0], isKnown).entries()) {
      const isPossessive = /['’]s$/i.test(part);
      const own = isPossessive ? part.slice(0, -2) : part;
      const plain = plainOf(own);
      words.push({
        text: own,
        plain,
        kind: isKnown(plain) ? 'WORD' : 'FREE',
        isCapital: /^\p{Lu}/u.test(own),
        startsSentence: index === 0 && ((isFirst && words.length === 0) || /[.!?:;\n]\s*$/.test(between)),
        isPossessive,
        isApart: index === 0 && /[,;:.!?()]/.test(between),
        start,
        end: start + own.length,
      });
      start += part.length + 1;
    }
  }
  return words;
}

/** "week-over-week" is three words of questions, "Coca-Cola" is one name. */
function partsOf(word: string, isKnown: (plain: string) => boolean): string[] {
  const parts = word.split('-');
  return parts.length > 1 && parts.every((part) => /^\p{L}+$/u.test(part) && isKnown(plainOf(part))) ? parts : [word];
}

/** Every word that a placeholder stands for is one of them, so that positions in the sentence are positions in the list. */
export const PLACEHOLDER = { ACCOUNT: '@a', METRIC: '@m', PERIOD: '@p', SIGNAL: '@s', FREE: '@x' } as const;

export const sentenceOf = (words: readonly Word[]): string =>
  words.map(({ kind, plain }) => (kind === 'WORD' ? plain : PLACEHOLDER[kind])).join(' ');
