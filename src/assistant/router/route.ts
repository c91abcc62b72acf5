import { findMetrics } from './find-metrics.ts';
import { findNames, protectNames } from './find-names.ts';
import { findPeriods } from './find-periods.ts';
import type { Intent, IntentKind, Slots, Vocabulary } from './intent.ts';
import { correctionOf, isKnownWord } from './lexicon.ts';
import { numberOf } from './numerals.ts';
import { type Scored, scoreIntents } from './score-intents.ts';
import { severitiesOf, typesOf } from './signal-words.ts';
import { LONGEST_QUESTION, sentenceOf, type Word, wordsOf } from './words.ts';

/** What a question may be about, the likeliest first; never empty. The same question is always understood alike. */
export function route(question: string, { metrics, today }: Vocabulary): Intent[] {
  const asked = wordsOf(gistOf(question), isKnownWord);
  const measured = findMetrics(protectNames(asked), metrics);
  const dated = findPeriods(measured.words.map(corrected), today);
  const named = findNames({ text: asked.text, words: dated.words });
  const sentence = sentenceOf(named.words).replace(/(@[pm])(?: \1)+/g, '$1');
  const isOwner = OWNED.test(sentence) || (OWNS.test(sentence) && named.words.some(isOwnersName));
  const slots: Slots = {
    accounts: isOwner ? named.accounts.slice(1) : named.accounts,
    joined: isOwner ? null : named.joined,
    owner: isOwner ? (named.accounts[0] ?? null) : null,
    doubtful: named.doubtful,
    metrics: measured.metrics,
    periods: dated.periods,
    limit: limitOf(sentence),
    direction: RISING.test(sentence) && !FALLING.test(sentence) ? 'UP' : 'DOWN',
    severities: severitiesOf(sentence),
    types: typesOf(sentence),
    band: bandOf(sentence),
    signalIds: named.words.filter(({ kind }) => kind === 'SIGNAL').map(({ plain }) => plain),
    refersBack:
      /\b(?:it|its|they|their|them|theirs|that account|this account|same|the account|this customer|that customer)\b/.test(
        sentence,
      ),
    isOfAll:
      /\b(?:we|our|us|all|total|overall|everyone|everybody|altogether|across|together|whole|entire|in total|workspace)\b/.test(
        sentence,
      ),
    isOfRisk: /\b(?:risks?|risky|churn\w*|leav\w+|worr\w+|danger\w*|concern\w*|cancel\w*|endangered)\b/.test(sentence),
    asksWhy: /\b(?:why|reasons?|explain|how come)\b/.test(sentence),
  };
  const scored = scoreIntents(sentence, {
    namesAccount: slots.accounts.length > 0,
    namesPeriods: dated.periods.length > 1,
  });
  const kinds: readonly { readonly kind: IntentKind; readonly score: number }[] =
    scored.length > 0 && !isFollowUp(sentence, scored, slots)
      ? scored.map((one) => suited(one, slots))
      : [fallback(sentence, slots)];
  return kinds.map(({ kind, score }) => ({ kind, score, slots }));
}

/** Whose accounts: the name is that of who looks after them. */
const OWNED = /\b(?:accounts|customers|clients) (?:of|owned by|managed by) @a/;
const OWNS = /@a (?:(?:open|at|risk|unhealthy|worst|biggest|top) )*(?:accounts|customers|clients)\b/;
const isOwnersName = ({ kind, isPossessive }: Word): boolean => kind === 'ACCOUNT' && isPossessive;

/** Of a long text what it ends with, which is where people ask. */
const LONG = 600;
function gistOf(question: string): string {
  if (question.length <= LONG) return question;
  const sentences = question.slice(0, LONGEST_QUESTION).split(/(?<=[.?!\n])\s+/);
  return sentences.findLast((sentence) => sentence.trim().endsWith('?')) ?? sentences.at(-1) ?? '';
}

const RISING =
  /\b(?:grow|grows|grew|grown|growing|growth|gain|gains|gained|gaining|gainers?|rise|rises|rose|risen|rising|increas\w+|climb\w*|jump\w*|surge\w*|up|upward|improv\w+)\b/;
const FALLING =
  /\b(?:drop\w*|fall\w*|fell|declin\w+|decreas\w+|lose|loses|lost|losing|losers?|shrink\w*|shrank|shrunk|down|downward)\b/;

const BEFORE_NAMES = new Set(['of', 'for', 'did', 'does', 'about', 'vs', 'versus', 'find']);

/** Misspelled words of questions; a capital within a sentence is a name's, whatever it resembles. */
function corrected(word: Word, index: number, words: readonly Word[]): Word {
  if (word.kind !== 'FREE' || (word.isCapital && !word.startsSentence) || word.isPossessive) return word;
  const [before, after] = [words[index - 1], words[index + 1]];
  if (before && BEFORE_NAMES.has(before.plain)) return word;
  if (after && /^\d+$/.test(after.text) && after.kind === 'WORD') return word;
  const plain = correctionOf(word.plain);
  return plain === null ? word : { ...word, plain, kind: 'WORD' };
}

/** Words by which a question takes up the one before: without one of its own it is about the same. */
function isFollowUp(sentence: string, scored: readonly Scored[], { accounts, metrics, periods }: Slots): boolean {
  if (/^(?:and )?(?:but )?why(?: (?:is|was|did) (?:that|it|this|so|they))?(?: so)?$/.test(sentence)) return true;
  if (!/^(?:(?:ok|okay|so|hm|but) )?(?:and|what about|how about|or|same for|the same for)\b/.test(sentence))
    return false;
  const [best] = scored;
  return (
    accounts.length + metrics.length + periods.length > 0 && (best?.kind === 'ACCOUNT_USAGE' || (best?.score ?? 0) < 5)
  );
}

function suited({ kind, score }: Scored, slots: Slots): { readonly kind: IntentKind; readonly score: number } {
  const { accounts, joined, periods, metrics, isOfAll, refersBack, types } = slots;
  // Which of all went silent is what signals tell.
  if (kind === 'LAST_ACTIVE' && accounts.length === 0 && !refersBack && types.length > 0)
    return { kind: 'SIGNALS', score };
  if (kind === 'HEALTH' && accounts.length === 0 && isOfAll && !refersBack) return { kind: 'OVERVIEW', score };
  if (kind === 'ACCOUNT_USAGE' && accounts.length > 1 && joined !== null) return { kind: 'COMPARE_ACCOUNTS', score };
  if (kind === 'ACCOUNT_USAGE' && accounts.length === 0 && isOfAll && !refersBack)
    return { kind: 'WORKSPACE_USAGE', score };
  if (kind === 'COMPARE_ACCOUNTS' && periods.length > 1 && accounts.length < 2)
    return { kind: 'COMPARE_PERIODS', score };
  if (kind === 'COMPARE_PERIODS' && periods.length + metrics.length === 0) return { kind: 'UNKNOWN', score: 0 };
  return { kind, score };
}

/** Nothing says what is asked; what is named may. */
function fallback(
  sentence: string,
  { accounts, metrics, periods, refersBack, asksWhy }: Slots,
): { kind: IntentKind; score: number } {
  const isBare = sentence.split(' ').length <= 8;
  const isFragment =
    /^(?:and|what about|how about|or|but|same|ok|okay|so)\b/.test(sentence) ||
    /^(?:(?:@[amp]|in|for|of|the|by|on|at|over|during|please|account|customer)(?: |$))+$/.test(sentence);
  if (
    isBare &&
    (isFragment || asksWhy || refersBack) &&
    (accounts.length + metrics.length + periods.length > 0 || asksWhy)
  ) {
    return { kind: 'FOLLOW_UP', score: 2 };
  }
  return { kind: 'UNKNOWN', score: 0 };
}

const LIMITS = [
  /\b(?:top|first|worst|bottom|best|biggest|largest|lowest|last) ([a-z]+|\d{1,4})\b/,
  /\b([a-z]+|\d{1,4}) (?:(?:most|worst|biggest|largest|lowest|least|top|steepest|sharpest|fastest|unhealthiest|unhealthy|healthy|healthiest|open|critical|at risk|risky|growing|declining|unmatched|health|score) )*(?:scores|accounts|customers|clients|companies|gainers|losers|drops|movers|signals|alerts|falls|declines|ids|rises|changes)\b/,
  /\b(?:list|show|name|give|get)(?: me)?(?: the)? ([a-z]+|\d{1,4})\b/,
  /\bwhich ([a-z]+|\d{1,4})\b/,
];

function limitOf(sentence: string): number | null {
  for (const shape of LIMITS) {
    const word = shape.exec(sentence)?.[1];
    const number = word === undefined || word === 'a' || word === 'an' ? null : numberOf(word);
    if (number !== null && number > 0) return number;
  }
  return null;
}

function bandOf(sentence: string): Slots['band'] {
  if (/\b(?:poor|red)\b/.test(sentence)) return 'POOR';
  if (/\b(?:stable|yellow)\b/.test(sentence)) return 'STABLE';
  return /\b(?:healthy|healthiest|green)\b/.test(sentence) && !/\b(?:least|not|un|how) healthy\b/.test(sentence)
    ? 'HEALTHY'
    : null;
}
