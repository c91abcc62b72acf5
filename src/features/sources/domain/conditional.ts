const NOT_MODIFIED = 304;
/** RFC 9110, 8.8.3; of a length that leaves room for the customer's own headers. */
const TAG = /^(?:W\/)?"[\x21\x23-\x7e]{0,128}"$/;

export const isTag = (text: string): boolean => TAG.test(text);

/** Half of what may be sent: a tag must not be what makes a request too large. */
const MOST_HEADERS = 32;
const MOST_HEADER_CHARACTERS = 8_192;

/** What makes a request one that may be answered with 304. With POST the same header means something else (412). */
export function conditional(method: 'GET' | 'POST', headers: Readonly<Record<string, string>>, tag: string | null) {
  const entries = Object.entries(headers);
  const size = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  const isRoom = entries.length < MOST_HEADERS && size < MOST_HEADER_CHARACTERS;
  // Whoever writes conditions of his own knows what they are for.
  const isFree = entries.every(([name]) => !/^if-/i.test(name));
  if (tag === null || method !== 'GET' || !isRoom || !isFree) return { headers };
  return { headers: { ...headers, 'if-none-match': tag }, alsoRead: [NOT_MODIFIED] };
}

/** Whether an endpoint said that its answer is the one it was asked to spare. */
export const isSpared = (httpStatus: number | null): boolean => httpStatus === NOT_MODIFIED;
