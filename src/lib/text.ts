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

/** Cut to `max` characters, with a sign in place of what nobody would see, or what turns the text around it. */
export function visible(text: string, max: number): string {
  const shown = text.slice(0, max).replace(UNSEEN, '\ufffd');
  return text.length <= max ? shown : `${shown.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Controls (NUL, which PostgreSQL does not store, among them), lone surrogates, line ends and marks of direction. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
