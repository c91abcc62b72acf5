import { idKind } from '../../lib/ids.ts';
import { ALWAYS_CAPITAL, isKnownWord, LEGAL_FORMS } from './lexicon.ts';
import type { Question, Word } from './words.ts';

const CONNECTORS = new Set(['&', 'of', 'de', 'la', 'und', 'the', 'von', 'van', 'der']);
/** What a name follows, in questions without capitals. */
const BEFORE_NAMES = new Set(
  (
    'of for at is are did does do has have was were about on by compare compared versus vs against with to from in the and or between ' +
    'show find explain link why how account customer company client search acknowledge ack tell see can will within whats let than'
  ).split(' '),
);

const isName = (word: Word | undefined): boolean => word?.kind === 'ACCOUNT';

/** Several words taken as one name, with what stood between them. */
function merged(text: string, words: readonly Word[]): Word {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) throw new Error('no words to merge');
  const own = text.slice(first.start, last.end);
  return {
    ...first,
    text: own,
    plain: own.toLowerCase(),
    kind: 'ACCOUNT',
    isPossessive: last.isPossessive,
    end: last.end,
  };
}

/** Names that are known for what they are whatever words they are made of: ids, and what ends in a legal form. */
export function protectNames({ text, words }: Question): readonly Word[] {
  const hasCapitals = capitalsTell(words);
  const found: Word[] = [];
  for (const word of words) {
    const kind = idKind(word.plain);
    if (kind === 'signal') found.push({ ...word, kind: 'SIGNAL' });
    else if (kind === 'account') found.push({ ...word, kind: 'ACCOUNT' });
    else if (LEGAL_FORMS.has(word.plain) && word.kind === 'FREE') {
      let length = 0;
      let previous = word;
      for (let at = found.length - 1; at >= 0 && !previous.isApart; at--) {
        const one = found[at];
        if (!one || !belongs(one, found[at - 1], hasCapitals)) break;
        [previous, length] = [one, length + 1];
      }
      const own = found.splice(found.length - length, length);
      found.push(own.length === 0 ? word : merged(text, [...own, word]));
    } else found.push(word);
  }
  return found;
}

function belongs(word: Word, before: Word | undefined, hasCapitals: boolean): boolean {
  if (word.isPossessive || word.kind === 'ACCOUNT' || word.kind === 'SIGNAL') return false;
  if (!hasCapitals) return !BEFORE_NAMES.has(word.plain);
  if (word.isCapital) return !(word.startsSentence && word.kind === 'WORD');
  return CONNECTORS.has(word.plain) && before?.isCapital === true && !(before.startsSentence && before.kind === 'WORD');
}

/** Whether capitals tell names from other words: not in headlines, nor where all or none are capital. */
function capitalsTell(words: readonly Word[]): boolean {
  const capitals = words.filter(({ isCapital }) => isCapital).length;
  if (words.length >= 5 && capitals >= 0.7 * words.length) return false;
  return words.some(
    (word) => word.isCapital && (word.kind === 'FREE' || !word.startsSentence) && !ALWAYS_CAPITAL.has(word.plain),
  );
}

export type Names = {
  readonly words: readonly Word[];
  readonly accounts: readonly string[];
  readonly joined: string | null;
  readonly doubtful: readonly string[];
};

/** The names among the words: by their capitals, else whatever questions are not made of. */
export function findNames({ text, words }: Question): Names {
  const byCapital = capitalsTell(words) ? runsOf(text, words, isCapitalName) : words;
  const found = byCapital.some(isName) ? byCapital : runsOf(text, words, ({ kind }) => kind === 'FREE');
  const at = found.flatMap((word, index) => (isName(word) ? [index] : []));
  const chosen = choose(found, at);
  const accounts = chosen.map((index) => found[index]?.text ?? '');
  const others = at.filter((index) => !chosen.includes(index)).map((index) => found[index]?.text ?? '');
  const bare = accounts.flatMap((name) => (/ \d{1,4}$/.test(name) ? [name.replace(/ \d+$/, '')] : []));
  const free = found.filter(({ kind }) => kind === 'FREE').map((word) => word.text);
  const corrected = found
    .filter((word) => word.kind === 'WORD' && !isKnownWord(plainish(word.text)))
    .map((word) => word.text);
  return {
    words: found,
    accounts: unique(accounts),
    joined: joinedOf(text, found, chosen),
    doubtful: unique([...bare, ...others, ...free, ...corrected]).slice(0, 3),
  };
}

const plainish = (text: string): string => text.toLowerCase();
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** `crm_42`, `C-1`: no words of a language. */
const isIdLike = ({ text, kind }: Word): boolean => kind === 'FREE' && /_|\d/.test(text) && /\p{L}/u.test(text);

const isCapitalName = (word: Word): boolean => {
  if (isIdLike(word)) return true;
  if (!word.isCapital || ALWAYS_CAPITAL.has(word.plain)) return false;
  return word.kind === 'FREE' || (word.kind === 'WORD' && !word.startsSentence);
};

/** Neighbours that are all of a name become one word. */
function runsOf(text: string, words: readonly Word[], isOfName: (word: Word) => boolean): readonly Word[] {
  const found: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    if (!isOfName(word) || word.plain === '&') {
      found.push(word);
      continue;
    }
    let end = at;
    for (let next = at + 1; next < words.length && !words[end]?.isPossessive; next++) {
      const one = words[next];
      if (!one || one.isApart) break;
      if (isOfName(one) || /^\d{1,4}$/.test(one.text)) end = next;
      else if (!(CONNECTORS.has(one.plain) && one.plain !== 'the')) break;
    }
    found.push(merged(text, words.slice(at, end + 1)));
    at = end;
  }
  return found;
}

/** Of several names those that stand where names do; a word that only begins the question is none if there are others. */
function choose(words: readonly Word[], at: readonly number[]): readonly number[] {
  if (at.length < 2) return at;
  const follows = (index: number) => {
    const [word, before] = [words[index], words[index - 1]];
    const isListed =
      words[index + 1] !== undefined && /^(and|or|vs|versus|against|with)$/.test(words[index + 1]?.plain ?? '');
    return (
      word?.isPossessive ||
      isListed ||
      (before !== undefined && BEFORE_NAMES.has(before.plain)) ||
      (word?.isApart && index > 0) ||
      word?.text.startsWith('acc_')
    );
  };
  const better = at.filter(follows);
  return better.length > 0 ? better : at;
}

/** What may be one name of two: with "and" between them and nothing else. */
function joinedOf(text: string, words: readonly Word[], at: readonly number[]): string | null {
  const [one, other] = at;
  if (at.length !== 2 || one === undefined || other !== one + 2 || words[one + 1]?.plain !== 'and') return null;
  const [first, last] = [words[one], words[other]];
  return first && last ? text.slice(first.start, last.end) : null;
}
