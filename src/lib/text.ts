/** In a regular expression with the `u` flag, this range matches only surrogates without a partner. */
const UNSTORABLE = /[\0\uD800-\uDFFF]/u;

/** PostgreSQL stores neither NUL nor half a surrogate pair, in text or in jsonb: one such string fails a whole batch. */
export const isStorable = (text: string): boolean => !UNSTORABLE.test(text);

/** Whether the text has more characters than that: code points, as people and PostgreSQL count them. */
export const isLongerThan = (text: string, limit: number): boolean =>
  text.length > limit && (text.length > 2 * limit || [...text].length > limit);

/** Trims spaces, tabs, line ends and the like, and nothing beyond ASCII: other blanks may be part of an id. */
export const trimAsciiBlanks = (text: string): string => text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
