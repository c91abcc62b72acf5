import { LARGEST } from '../read-row.ts';
import { BYTE } from './bytes.ts';
import { type RowTemplate, TARGET } from './learn-template.ts';

/** A value's place in the bytes; a text's without its quotes. */
export type Span = { from: number; to: number; isText: boolean };

/** What a matched row gives. The same object serves every row. */
export type MatchedRow = {
  readonly account: Span;
  readonly date: Span;
  /** By metric; what the row does not have is left as it was. */
  readonly values: Float64Array;
  /** By metric: 1 where a number may be written as text. */
  readonly inTexts: Uint8Array;
};

export const MISS = 0;
export const NEEDS_MORE = -1;

/** Powers of ten that are exact: a number of 15 digits divided by one of them is rounded once, as JSON.parse rounds it. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);
const EXACT_DIGITS = 15;
/** Nearer to 0 it is stored as 0: such a row is read the slow way. */
const SMALLEST = 1 / LARGEST;

/**
 * Reads the row that begins at `at` if it is as the template says: every byte between its scalars is compared, every scalar is
 * checked against JSON's grammar. Gives the position behind it, `MISS` when anything differs or needs a closer look (then the
 * row is parsed), or `NEEDS_MORE` when the bytes end first.
 */
export function matchRow(template: RowTemplate, bytes: Buffer, from: number, end: number, row: MatchedRow): number {
  const { fixed, lengths, targets } = template;
  const gaps = targets.length;
  const { values } = row;
  let at = from;
  let compared = 0;
  for (let gap = 0; gap <= gaps; gap++) {
    const stop = compared + (lengths[gap] as number);
    if (at + stop - compared > end) return beginsLike(fixed, compared, bytes, at, end) ? NEEDS_MORE : MISS;
    while (compared < stop) if (bytes[at++] !== fixed[compared++]) return MISS;
    if (gap === gaps) return at;
    const target = targets[gap] as number;
    if (at >= end) return NEEDS_MORE;
    let byte = bytes[at] as number;
    const quoted = byte === BYTE.quote && target >= 0;
    if (quoted) {
      if (row.inTexts[target] === 0) return MISS;
      if (++at >= end) return NEEDS_MORE;
      byte = bytes[at] as number;
      if (byte !== BYTE.minus && (byte < BYTE.zero || byte > BYTE.nine)) return MISS;
    }
    if (byte === BYTE.quote) {
      const textFrom = ++at;
      for (;;) {
        if (at >= end) return NEEDS_MORE;
        byte = bytes[at] as number;
        if (byte === BYTE.quote) break;
        if (byte < BYTE.blank) return MISS;
        if (byte === BYTE.backslash) {
          if (target !== TARGET.none) return MISS;
          const length = escapeLength(bytes, at, end);
          if (length <= 0) return length;
          at += length;
        } else at++;
      }
      if (target < TARGET.none) setSpan(target === TARGET.account ? row.account : row.date, textFrom, at, true);
      at++;
    } else if (byte === BYTE.minus || (byte >= BYTE.zero && byte <= BYTE.nine)) {
      const numberFrom = at;
      const negative = byte === BYTE.minus;
      if (negative) byte = bytes[++at] as number;
      const digitsFrom = at;
      let number = 0;
      while (at < end && byte >= BYTE.zero && byte <= BYTE.nine) {
        number = number * 10 + (byte - BYTE.zero);
        byte = bytes[++at] as number;
      }
      if (at >= end) return NEEDS_MORE;
      const whole = at - digitsFrom;
      if (whole === 0 || (whole > 1 && bytes[digitsFrom] === BYTE.zero)) return MISS;
      let digits = whole;
      if (byte === BYTE.point) {
        const decimalsFrom = ++at;
        byte = bytes[at] as number;
        while (at < end && byte >= BYTE.zero && byte <= BYTE.nine) {
          number = number * 10 + (byte - BYTE.zero);
          byte = bytes[++at] as number;
        }
        if (at >= end) return NEEDS_MORE;
        const decimals = at - decimalsFrom;
        if (decimals === 0) return MISS;
        digits += decimals;
        if (digits <= EXACT_DIGITS) number /= POWERS[decimals] as number;
      }
      const hasExponent = byte === BYTE.smallE || byte === BYTE.bigE;
      if (hasExponent) {
        at = endOfExponent(bytes, at, end);
        if (at <= 0) return at;
      }
      const numberTo = at;
      if (quoted && bytes[at++] !== BYTE.quote) return MISS;
      if (target >= 0) {
        if (hasExponent || digits > EXACT_DIGITS) {
          number = Number(bytes.toString('latin1', digitsFrom, numberTo));
          if (number > LARGEST || (number < SMALLEST && number > 0)) return MISS;
        }
        values[target] = negative && number !== 0 ? -number : number;
      } else if (target < TARGET.none) {
        setSpan(target === TARGET.account ? row.account : row.date, numberFrom, numberTo, false);
      }
    } else {
      if (target < TARGET.none) return MISS;
      const length = wordLength(bytes, at, end);
      if (length <= 0) return length;
      // Only null is no value; true and false are for the slow way to complain about.
      if (target >= 0 && byte !== 0x6e) return MISS;
      if (target >= 0) values[target] = Number.NaN;
      at += length;
    }
  }
  return MISS;
}

/** Of a shorter row than the template's, all may be there: more bytes are asked for only where nothing differs so far. */
function beginsLike(fixed: Uint8Array, fixedFrom: number, bytes: Buffer, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (bytes[at] !== fixed[fixedFrom + at - from]) return false;
  return true;
}

function setSpan(span: Span, from: number, to: number, isText: boolean): void {
  span.from = from;
  span.to = to;
  span.isText = isText;
}

/** Behind the exponent that begins at `at`; MISS or NEEDS_MORE otherwise. */
function endOfExponent(bytes: Buffer, from: number, end: number): number {
  let at = from + 1;
  if (at < end && (bytes[at] === BYTE.plus || bytes[at] === BYTE.minus)) at++;
  const digitsFrom = at;
  while (at < end && (bytes[at] as number) >= BYTE.zero && (bytes[at] as number) <= BYTE.nine) at++;
  if (at >= end) return NEEDS_MORE;
  return at === digitsFrom ? MISS : at;
}

const WORDS = ['null', 'true', 'false'].map((word) => Buffer.from(word));

function wordLength(bytes: Buffer, at: number, end: number): number {
  for (const word of WORDS) {
    if (bytes[at] !== word[0]) continue;
    for (let index = 1; index < word.length; index++) {
      if (at + index >= end) return NEEDS_MORE;
      if (bytes[at + index] !== word[index]) return MISS;
    }
    return word.length;
  }
  return MISS;
}

function escapeLength(bytes: Buffer, at: number, end: number): number {
  if (at + 1 >= end) return NEEDS_MORE;
  const kind = bytes[at + 1] as number;
  if (kind !== 0x75) return ESCAPED.includes(kind) ? 2 : MISS;
  for (let index = 2; index < 6; index++) {
    if (at + index >= end) return NEEDS_MORE;
    if (!isHex(bytes[at + index] as number)) return MISS;
  }
  return 6;
}

/** `" \ / b f n r t` */
const ESCAPED = [0x22, 0x5c, 0x2f, 0x62, 0x66, 0x6e, 0x72, 0x74];

const isHex = (byte: number) =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
