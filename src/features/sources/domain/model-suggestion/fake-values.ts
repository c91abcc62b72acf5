import { fakeDate, fakeInstant } from './fake-dates.ts';

const LONGEST_RUN = 8;
const LONGEST_TEXT = 48;
const DIGITS = '1234567890123456789012345678901234567890';

/** A number of the same magnitude, sign and decimals. */
export function fakeNumber(value: number, dateNumber: number): number {
  if (!Number.isFinite(value) || value === 0) return 0;
  return fakeInstant(value, dateNumber) ?? Number(fakeDigits(String(value)));
}

/** Figures in a text, with their signs, points and units as they are: `1,234.5`, `35%`, `$12`. */
const NUMERIC = /^[-+]?[$€£¥]?\s?\d[\d.,]{0,30}(?:[eE][-+]?\d{1,3})?\s?%?$/;

/** The shape of a text: what it is made of, and none of it. */
export function shapeOf(text: string, dateNumber: number): string {
  const date = fakeDate(text, dateNumber);
  if (date !== null) return date;
  if (NUMERIC.test(text)) {
    const instant = /^\d{8,16}$/.test(text) ? fakeInstant(Number(text), dateNumber) : null;
    return instant === null ? fakeDigits(text) : String(instant);
  }
  return text
    .slice(0, 400)
    .split(ISO_DAY)
    .map((part) => (ISO_DAY_ALONE.test(part) ? (fakeDate(part, dateNumber) ?? '9999-99-99') : letters(part)))
    .join('')
    .slice(0, LONGEST_TEXT);
}

const ISO_DAY = /(\d{4}-\d{2}-\d{2})/;
const ISO_DAY_ALONE = /^\d{4}-\d{2}-\d{2}$/;

/** Zeros stay, and so does a number that is nothing else. */
function fakeDigits(text: string): string {
  let at = 0;
  const mantissa = text.replace(/[eE].*$/, '');
  const isZero = /^[^1-9]*$/.test(mantissa);
  return isZero ? mantissa : mantissa.replace(/\d/g, () => DIGITS[at++] ?? '1');
}

const letters = (text: string): string =>
  text
    .replace(/[\p{L}\p{M}]+/gu, (run) => [...run].slice(0, LONGEST_RUN).map(letter).join(''))
    .replace(/\p{N}+/gu, (run) => '9'.repeat(Math.min(run.length, LONGEST_RUN)))
    .replace(/[^\x20-\x7e…]/gu, '?');

const letter = (character: string): string => (/\p{Lu}/u.test(character) ? 'X' : 'x');
