import { MEANINGS_OF } from './meanings.ts';

/** A text as comparable words: `dailyActiveUsers_v2` is daily, active, user, v2. */
export function wordsOf(text: string): readonly string[] {
  const known = remembered.get(text);
  if (known) return known;
  const words = split(text);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, words);
  return words;
}

/** Names are asked for again and again, for each description and each way to rows. */
const remembered = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 2_000;

function split(text: string): string[] {
  return text
    .slice(0, LONGEST)
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/\b(\d{2})(?:th|st|nd|rd)[\s_-]+percentile/g, ' p$1 ')
    .replaceAll(/(?<!\p{L})sign(?:ed)?[\s_-]*ups?(?!\p{L})/gu, ' signup ')
    .replaceAll(/(?<!\p{L})(?:sign|log)(?:ged|ed)?[\s_-]*(?:ins?|ons?)(?!\p{L})/gu, ' login ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => COMPOUNDS[word] ?? [word])
    .slice(0, MOST_WORDS)
    .map(stem);
}

/** Names come from strangers: a long one is compared by its beginning. */
export const LONGEST = 200;
const MOST_WORDS = 24;

const COMPOUNDS: Readonly<Record<string, readonly string[]>> = Object.assign(Object.create(null), {
  dau: ['daily', 'active', 'user'],
  wau: ['weekly', 'active', 'user'],
  mau: ['monthly', 'active', 'user'],
  pageviews: ['page', 'view'],
  apicalls: ['api', 'call'],
  runtime: ['run', 'time'],
  filesize: ['file', 'size'],
  hostname: ['host', 'name'],
  mrr: ['monthly', 'recurring', 'revenue'],
  arr: ['annual', 'recurring', 'revenue'],
  ltv: ['lifetime', 'value'],
  csat: ['customer', 'satisfaction', 'score'],
});

function stem(word: string): string {
  if (word.length <= 3 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Said of any figure, so that they tell little. */
const LIGHT = new Set(
  `number num nb count cnt total sum of the a an in on at by per for to from with and or each how many much all daily day
  date every usage used use value metric data quantity qty statistic stat amount field it is was were our their them
  they that which made during overall we this account customer tenant organization org company team workspace measured
  figure time across any one who has have had been up point series often time get got`
    .split(/\s+/)
    .map(stem),
);

/** They say in what it is told, not what it is. */
const OF_UNITS = new Set('dollar usd euro eur cent penny micro percent currency'.split(' '));

const weightOf = (word: string): number => (LIGHT.has(word) ? 0.15 : OF_UNITS.has(word) ? 0.4 : 1);

/** How much the two words mean the same, 0 to 1. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  // Most words of names have nothing in common, not even a beginning.
  if (a.charCodeAt(0) !== b.charCodeAt(0) && !(MEANINGS_OF.has(a) && MEANINGS_OF.has(b))) return 0;
  const left = MEANINGS_OF.get(a);
  const right = MEANINGS_OF.get(b);
  if (left && right) for (const meaning of left) if (right.has(meaning)) return 0.75;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 4 && long.startsWith(short)) return 0.8;
  let common = 0;
  while (common < short.length && short[common] === long[common]) common++;
  // interrupted and interruption, submitted and submission.
  if ((common >= 5 && common * 2 >= long.length) || (common >= 4 && common * 5 >= long.length * 3)) return 0.65;
  return common >= 3 && rootOf(a) === rootOf(b) ? 0.7 : 0;
}

/** Paying and payers: who does it, and that it is done. */
const rootOf = (word: string): string => word.replace(/(?:ing|er|or|ed|ment)$/, '');

/** The words of a description that a field is looked for by: what is said to be left out is not meant. */
export function wordsAsked(description: string): readonly string[] {
  const without = /\b(after|before|excluding|without|except|minus|less|not including|net of|other than)\s+(\w+)/i.exec(
    description,
  );
  if (!without) return wordsOf(description);
  const isNet = without[1]?.toLowerCase() !== 'before' || /^(?:tax|vat)$/i.test(without[2] ?? '');
  const rest = description.replace(without[0], isNet ? 'net subtotal' : 'gross');
  return wordsOf(rest);
}

/** Words that are one in the other text: time entries and `timeentries`, time to first byte and `ttfb`. */
function togetherIn(pair: readonly string[], single: readonly string[]): { at: Set<number>; words: Set<string> } {
  const at = new Set<number>();
  const words = new Set<string>();
  for (let index = 0; index + 1 < pair.length; index++) {
    const joined = `${pair[index]}${pair[index + 1]}`;
    if (joined.length < 5 || !single.includes(joined)) continue;
    at.add(index).add(index + 1);
    words.add(joined);
  }
  for (const word of single) {
    if (word.length < 3 || word.length > 5 || word.length > pair.length) continue;
    const initials = pair.map((of) => of[0]).join('');
    const start = initials.indexOf(word);
    if (start < 0) continue;
    for (let index = start; index < start + word.length; index++) at.add(index);
    words.add(word);
  }
  return { at, words };
}

/** How well a field's names fit a description: by the words of the description found, and by the words of the name used. */
export function affinity(description: readonly string[], names: readonly string[]): number {
  // A last name such as `count` or `value` says nothing by itself: what it is of does.
  const light = names.findLastIndex((name) => wordsOf(name).some((word) => weightOf(word) === 1));
  const from = light < 0 ? names.length - 1 : light;
  const own = names.slice(from).flatMap(wordsOf);
  const outer = names.slice(0, from).flatMap(wordsOf);
  if (description.length === 0 || own.length + outer.length === 0) return 0;
  if (isSubject(description, names)) return 0.6;
  let asked = 0;
  let found = 0;
  const together = togetherIn(description, own);
  const apart = togetherIn(own, description);
  const used: number[] = own.map((word, at) => (together.words.has(word) || apart.at.has(at) ? 1 : 0));
  const usedOuter = outer.map(() => 0);
  for (const [position, word] of description.entries()) {
    let best = together.at.has(position) || apart.words.has(word) ? 1 : 0;
    for (const [at, other] of own.entries()) {
      const like = likeness(word, other);
      if (like > best) best = like;
      if (like > (used[at] ?? 0)) used[at] = like;
    }
    for (const [at, other] of outer.entries()) {
      const like = likeness(word, other);
      if (0.85 * like > best) best = 0.85 * like;
      if (like > (usedOuter[at] ?? 0)) usedOuter[at] = like;
    }
    asked += weightOf(word);
    found += weightOf(word) * best;
  }
  const weighed = (words: readonly string[], shares: readonly number[]) =>
    words.reduce((sum, word, at) => sum + weightOf(word) * (shares[at] ?? 0), 0);
  const named =
    weighed(
      own,
      own.map(() => 1),
    ) +
    0.15 *
      weighed(
        outer,
        outer.map(() => 1),
      );
  const recall = found / asked;
  const precision = named === 0 ? 0.5 : (weighed(own, used) + 0.15 * weighed(outer, usedOuter)) / named;
  // A name that the description says word for word is meant, however much else it says.
  const isSaid =
    own.some((word) => weightOf(word) === 1) && own.every((word, at) => weightOf(word) < 1 || used[at] === 1);
  // What matches by light words alone, such as "number of" and "total", is no match.
  const fit = recall < 0.2 ? 0 : 0.7 * recall + 0.3 * precision;
  if (fit === 0 && own.length > 0 && own.every((_, at) => used[at] === 1)) return 0.3;
  return isSaid ? Math.max(fit, 0.5 + 0.3 * recall) : fit;
}

/** "Paying customers" are the customers themselves; "calls by customer" are not. */
function isSubject(description: readonly string[], names: readonly string[]): boolean {
  const [word, ...more] = wordsOf(names.at(-1) ?? '');
  return (
    word !== undefined &&
    more.length === 0 &&
    description.at(-1) === word &&
    SUBJECTS.has(word) &&
    description.length <= 3 &&
    !description.some((other) => BEFORE_SUBJECTS.has(other))
  );
}

const SUBJECTS = new Set('account customer tenant organization org company team workspace'.split(' '));
const BEFORE_SUBJECTS = new Set('of in on at by per for to from with each this our'.split(' '));

/** Names without those at their end that say only how a value is written: `Customer.title[0].plain_text` is of the customer. */
export function tellingNames(names: readonly string[]): readonly string[] {
  const last = names.findLastIndex((name) => !WRAPPERS.test(name));
  return last < 0 ? names : names.slice(0, last + 1);
}

const WRAPPERS =
  /^(?:plain_?text|text|value|content|string|title|rich_text|number|display_?(?:value|label|name)|label|v|s|n|(?:int|integer|micros|float|double|string|varchar|char|long|big_?int|decimal)(?:\d*_?value)?)$/i;
