/** Text functions of expressions whose cost grows with the text, where the library's grows with its square or a count. */

/** What the library's pattern `[\\s\\x85]` takes for a blank. */
const BLANK = /[\s\x85]/;

/** A visible ASCII character. */
const isPlain = (code: number): boolean => code > 0x20 && code < 0x7f;

/** The library tries a regular expression at every character: 100,000 blanks inside a text take it seconds. */
export function trimmed(text: string, characters: string | null | undefined, ends: 'both' | 'left' | 'right'): string {
  // Most texts have nothing to trim, and each row is asked.
  if (!characters && isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1))) return text;
  const listed = characters ? new Set(characters) : null;
  const isTrimmed = (character: string) => (listed ? listed.has(character) : BLANK.test(character));
  let start = 0;
  let end = text.length;
  while (ends !== 'right' && start < end) {
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
    if (!isTrimmed(character)) break;
    start += character.length;
  }
  while (ends !== 'left' && end > start) {
    const pair = end - start > 1 && (text.codePointAt(end - 2) ?? 0) > 0xffff;
    const character = text.slice(end - (pair ? 2 : 1), end);
    if (!isTrimmed(character)) break;
    end -= character.length;
  }
  return text.slice(start, end);
}

/** The library runs through a list of `count` numbers, and takes `$&` in the replacement for a pattern. */
export function replaced(text: string, search: string, by: string, count: number | null | undefined): string {
  if (count === null || count === undefined) return text.split(search).join(by);
  if (count < 0 || !Number.isInteger(count)) throw new Error('replace() needs a whole number as its count');
  const parts = text.split(search);
  const times = Math.min(count, parts.length - 1);
  return [parts.slice(0, times + 1).join(by), ...parts.slice(times + 1)].join(search);
}

export function byCodePoint(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; ) {
    const left = a.codePointAt(at) ?? 0;
    const right = b.codePointAt(at) ?? 0;
    if (left !== right) return left - right;
    at += left > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}
