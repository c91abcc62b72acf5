/** Which statements are worth preparing: those that come again, and no more than a server's process should remember. */
export type Preparing = { readonly isWorthIt: (text: string) => boolean };

/** Each takes the server some ten kilobytes for each connection. */
const MAX_PREPARED = 200;
/** Lists of other lengths are other statements: callers could make up any number of them. */
const MAX_LENGTH = 10_000;
const MAX_SEEN = 1_000;
const OFTEN = 3;

/**
 * An unprepared statement with parameters goes to the server twice, first to ask for their types. Preparing costs as much once,
 * and memory for as long as the connection lives.
 */
export function createPreparing(): Preparing {
  const seen = new Map<string, number>();
  const prepared = new Set<string>();
  return {
    isWorthIt: (text) => {
      if (prepared.has(text)) return true;
      if (text.length > MAX_LENGTH || prepared.size >= MAX_PREPARED) return false;
      const times = (seen.get(text) ?? 0) + 1;
      if (times < OFTEN) {
        if (seen.size >= MAX_SEEN) seen.clear();
        seen.set(text, times);
        return false;
      }
      seen.delete(text);
      prepared.add(text);
      return true;
    },
  };
}
