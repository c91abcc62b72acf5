/** A part of a text, as `slice` takes it. */
export type Found = { readonly from: number; readonly to: number };

export type SecretWritings = { readonly value: string; readonly writings: readonly string[] };

/** Shorter writings are found as whole words only: `test` in `latest` is no secret. */
const ANYWHERE = 8;
/** So much in a row of a secret is no coincidence, unless it is made of words. */
const FRAGMENT = 8;
const MOST_FRAGMENTS = 100_000;
/** So much of a secret's beginning, before or behind a cut, still gives it away. */
const SHORTEST_EDGE = 4;

/**
 * Where a text shows a secret: whole, in any of its writings; a piece of one, where a text was cut out of a longer one; or
 * its beginning or end, at what marks a cut. Parts that touch come as one.
 */
export function secretFinder(secrets: readonly SecretWritings[]): (text: string, cuts: RegExp) => Found[] {
  const writings = [...new Set(secrets.flatMap((secret) => secret.writings))];
  const fragments = fragmentsOf(secrets);
  return (text, cuts) => {
    if (text.length < SHORTEST_EDGE) return [];
    const found: Found[] = [];
    for (const writing of writings) addWhole(found, text, writing);
    addFragments(found, text, fragments);
    for (const cut of text.matchAll(cuts)) addEdges(found, text, cut.index, writings);
    return joined(found);
  };
}

function addWhole(found: Found[], text: string, writing: string): void {
  if (writing.length < SHORTEST_EDGE) return;
  for (let from = text.indexOf(writing); from >= 0; from = text.indexOf(writing, from + 1)) {
    const to = from + writing.length;
    if (writing.length >= ANYWHERE || isWord(text, from, to)) found.push({ from, to });
  }
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const isWord = (text: string, from: number, to: number): boolean =>
  !LETTER_OR_DIGIT.test(text.charAt(from - 1)) && !LETTER_OR_DIGIT.test(text.charAt(to));

type Fragments = { readonly all: ReadonlySet<string>; readonly heads: Uint8Array };

function fragmentsOf(secrets: readonly SecretWritings[]): Fragments {
  const all = new Set<string>();
  // Most positions of a text are ruled out by two characters, without a string being made.
  const heads = new Uint8Array(4_096);
  for (const { value, writings } of secrets) {
    // Sentences and addresses share their parts with other texts.
    if (/\s|:\/\//.test(value) || /^\d{4}-\d{2}/.test(value)) continue;
    for (const writing of writings) {
      // Escapes alone say little: so much text as is secret has to be in a piece.
      if (writing.length > 2 * value.length) continue;
      for (let at = 0; at + FRAGMENT <= writing.length && all.size < MOST_FRAGMENTS; at++) {
        all.add(writing.slice(at, at + FRAGMENT));
        heads[headOf(writing, at)] = 1;
      }
    }
  }
  return { all, heads };
}

const headOf = (text: string, at: number): number => (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 4_095;

function addFragments(found: Found[], text: string, { all, heads }: Fragments): void {
  if (all.size === 0) return;
  for (let from = 0; from + FRAGMENT <= text.length; from++) {
    if (heads[headOf(text, from)] === 1 && all.has(text.slice(from, from + FRAGMENT))) {
      found.push({ from, to: from + FRAGMENT });
    }
  }
}

/** The end of a secret behind the cut, or the beginning of one before it. */
function addEdges(found: Found[], text: string, cut: number, writings: readonly string[]): void {
  const before = text.slice(Math.max(0, cut - SHORTEST_EDGE), cut);
  const behind = text.slice(cut + 1, cut + 1 + SHORTEST_EDGE);
  const longest = (candidates: Found[]) => candidates.reduce<Found | null>(longer, null);
  for (const writing of writings) {
    const ends = placesOf(writing, before).flatMap((at) => {
      const from = cut - (at + SHORTEST_EDGE);
      return from >= 0 && text.startsWith(writing.slice(0, at + SHORTEST_EDGE), from) ? [{ from, to: cut }] : [];
    });
    const starts = placesOf(writing, behind).flatMap((at) => {
      const to = cut + 1 + writing.length - at;
      return text.startsWith(writing.slice(at), cut + 1) ? [{ from: cut + 1, to }] : [];
    });
    for (const one of [longest(ends), longest(starts)]) if (one) found.push(one);
  }
}

const longer = (best: Found | null, one: Found): Found =>
  best && best.to - best.from >= one.to - one.from ? best : one;

function placesOf(writing: string, part: string): number[] {
  if (part.length < SHORTEST_EDGE) return [];
  const places: number[] = [];
  for (let at = writing.indexOf(part); at >= 0; at = writing.indexOf(part, at + 1)) places.push(at);
  return places;
}

function joined(found: readonly Found[]): Found[] {
  const parts: { from: number; to: number }[] = [];
  for (const { from, to } of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = parts.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else parts.push({ from, to });
  }
  return parts;
}

/** What marks a cut: in a text that was shortened, and in a sentence that quotes a stretch of another. */
export const SHORTENED = /…/g;
export const QUOTED = /[…"]/g;

export const MASK = '***';

/** The text without the parts found in it. */
export function masked(text: string, found: readonly Found[]): string {
  let out = '';
  let after = 0;
  for (const { from, to } of found) {
    out += text.slice(after, from) + MASK;
    after = to;
  }
  return out + text.slice(after);
}
