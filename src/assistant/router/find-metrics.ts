import { isWithin } from './edit-distance.ts';
import { isKnownWord } from './lexicon.ts';
import { plainOf, type Word } from './words.ts';

/** Parts of a metric's name that people leave out: "logins" for `login_count`. */
const GENERIC = new Set([
  'count',
  'counts',
  'total',
  'number',
  'num',
  'sum',
  'daily',
  'avg',
  'average',
  'qty',
  'per',
  'day',
  'of',
  'the',
]);

type Metric = { readonly name: string; readonly parts: readonly string[]; readonly telling: readonly string[] };

/** The words of a name in whatever way it puts them together: `api_calls`, `apiCalls`, `API calls`. */
export function partsOf(name: string): string[] {
  const spaced = name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');
  return spaced.split(/[^\p{L}\p{N}\p{M}]+/u).flatMap((part) => (part === '' ? [] : singular(plainOf(part))));
}

const metricsOf = (names: readonly string[]): Metric[] =>
  names.map((name) => {
    const parts = partsOf(name);
    const telling = parts.filter((part) => !GENERIC.has(part));
    return { name, parts, telling: telling.length > 0 ? telling : parts };
  });

export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

type Found = { readonly words: readonly Word[]; readonly metrics: readonly string[] };

/** Metrics that are named: as they are spelled or word by word; failing that by a part that tells them, or misspelled. */
export function findMetrics(words: readonly Word[], names: readonly string[]): Found {
  const metrics = metricsOf(names);
  const labelled = [...words];
  const found = new Set<string>();
  for (let at = 0; at < labelled.length; at++) {
    const hit = wholeAt(labelled, at, metrics);
    if (!hit) continue;
    for (const name of hit.names) found.add(name);
    for (let index = at; index < at + hit.length; index++) mark(labelled, index);
    at += hit.length - 1;
  }
  for (const [at, word] of labelled.entries()) {
    if (word.kind !== 'FREE' || namesSomething(labelled, at)) continue;
    const hits = partlyCalled(metrics, word.plain);
    if (hits.length === 0) continue;
    for (const name of hits) found.add(name);
    mark(labelled, at);
  }
  return { words: labelled, metrics: names.filter((name) => found.has(name)) };
}

function mark(words: Word[], index: number): void {
  const word = words[index];
  if (word) words[index] = { ...word, kind: 'METRIC' };
}

/** A capital in the midst of a sentence is a name's; so is what stands between another name and a legal form. */
const namesSomething = (words: readonly Word[], at: number): boolean => {
  const word = words[at];
  return word !== undefined && ((word.isCapital && !word.startsSentence) || word.isPossessive);
};

type Hit = { readonly names: readonly string[]; readonly length: number };

function wholeAt(words: readonly Word[], at: number, metrics: readonly Metric[]): Hit | null {
  const first = words[at];
  if (!first) return null;
  if (first.kind === 'ACCOUNT') {
    const quoted = metrics.filter(({ name }) => name === first.text || name.toLowerCase() === first.text.toLowerCase());
    return quoted.length > 0 ? { names: quoted.map(({ name }) => name), length: 1 } : null;
  }
  if (first.kind !== 'FREE' && first.kind !== 'WORD') return null;
  const verbatim = metrics.filter(({ name }) => name.toLowerCase() === first.text.toLowerCase());
  const isTelling = first.kind === 'FREE' || /by|of|in|for/.test(words[at - 1]?.plain ?? '');
  if (verbatim.length > 0 && isTelling) return { names: verbatim.map(({ name }) => name), length: 1 };
  let best: Hit | null = null;
  for (const metric of metrics) {
    for (const parts of [metric.parts, metric.telling]) {
      const length = lengthOf(words, at, parts);
      if (length === 0 || (length === 1 && !isTelling)) continue;
      if (best && best.length > length) continue;
      const names: readonly string[] = best?.length === length ? [...best.names, metric.name] : [metric.name];
      best = { names, length };
    }
  }
  return best;
}

/** How many words from here on spell these parts; 0 when they do not. One word may hold several: `api_calls`. */
function lengthOf(words: readonly Word[], at: number, parts: readonly string[]): number {
  let done = 0;
  let index = at;
  while (done < parts.length) {
    const word = words[index];
    if (!word || (word.kind !== 'FREE' && word.kind !== 'WORD')) return 0;
    const own = partsOf(word.text);
    if (own.length === 0) return 0;
    for (const part of own) {
      const wanted = parts[done];
      if (wanted === undefined || !isSame(part, wanted)) return 0;
      done++;
    }
    index++;
  }
  return index - at;
}

const isSame = (part: string, wanted: string): boolean =>
  part === wanted || (wanted.length >= 6 && !isKnownWord(part) && isWithin(part, wanted, wanted.length >= 9 ? 2 : 1));

/** Metrics of which a part is this word, unless it tells too little: the fewest that have it as it is, else misspelled. */
function partlyCalled(metrics: readonly Metric[], plain: string): string[] {
  const word = singular(plain);
  const having = (holds: (part: string, name: string) => boolean) =>
    metrics.filter(({ name, telling }) => telling.some((part) => holds(part, name))).map(({ name }) => name);
  const exactly = word.length >= 3 ? having((part) => part === word) : [];
  if (exactly.length > 0 || plain.length < 6) return exactly;
  return having(
    (part, name) =>
      isWithin(plainOf(name), plain, 1) || (part.length >= 6 && !isKnownWord(part) && isWithin(part, word, 1)),
  );
}
