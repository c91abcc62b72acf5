/** In a regular expression with the `u` flag, this range matches only surrogates without a partner. */
const UNSTORABLE = /[\0\uD800-\uDFFF]/u;

/** PostgreSQL stores neither NUL nor half a surrogate pair, in text or in jsonb: one such string fails a whole batch. */
export const isStorable = (text: string): boolean => !UNSTORABLE.test(text);

/** Whether the text has more characters than that: code points, as people and PostgreSQL count them. */
export const isLongerThan = (text: string, limit: number): boolean =>
  text.length > limit && (text.length > 2 * limit || [...text].length > limit);

/**
 * Trims spaces, tabs, line ends and the like, and nothing beyond ASCII: other blanks may be part of an id. Not a regular
 * expression, which would try each blank in the middle of a text as the first of its end.
 */
export function trimAsciiBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
