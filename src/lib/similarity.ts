/** Longer texts are compared by their beginnings: the work grows with the product of the lengths. */
const LONGEST = 64;
/** Winkler's: how much an equal beginning counts, and how much of it. */
const PREFIX_WEIGHT = 0.1;
const PREFIX_LENGTH = 4;

/**
 * How alike two texts are, from 0 to 1, by Jaro and Winkler: characters they share at about the same place, their order, and
 * an equal beginning. W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules" (1990).
 */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  const [a, b] = [charactersOf(one), charactersOf(other)];
  const [sharedA, sharedB] = shared(a, b);
  const count = sharedA.length;
  if (count === 0) return 0;
  const transposed = sharedA.filter((character, index) => character !== sharedB[index]).length / 2;
  const jaro = (count / a.length + count / b.length + (count - transposed) / count) / 3;
  let prefix = 0;
  while (prefix < PREFIX_LENGTH && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

const charactersOf = (text: string): string[] => [...text.slice(0, 2 * LONGEST)].slice(0, LONGEST);

/** The characters that both have no farther apart than half the longer one's length, each in its own order. */
function shared(a: readonly string[], b: readonly string[]): [string[], string[]] {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const ofA: string[] = [];
  for (const [index, character] of a.entries()) {
    const end = Math.min(b.length, index + reach + 1);
    for (let at = Math.max(0, index - reach); at < end; at++) {
      if (taken[at] || b[at] !== character) continue;
      taken[at] = true;
      ofA.push(character);
      break;
    }
  }
  return [ofA, b.filter((_, index) => taken[index])];
}

const SHORTEST_NAME = 3;

/** Names of as many words are as alike as their least alike pair of words: "North Store" is not "South Store". */
export function nameSimilarity(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [a.join(''), b.join('')];
  if (one.length < SHORTEST_NAME || other.length < SHORTEST_NAME) return 0;
  if (one === other) return 1;
  // Numbers tell accounts apart: "Store 12" is not "Store 13", however alike they look.
  if (digitsOf(one) !== digitsOf(other)) return 0;
  if (a.length !== b.length) return jaroWinkler(one, other);
  return Math.min(...a.map((word, index) => jaroWinkler(word, b[index] ?? '')));
}

const digitsOf = (text: string): string => text.replace(/[^\p{N}]/gu, '');
