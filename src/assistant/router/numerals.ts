const NUMERALS = new Map(
  Object.entries({
    ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
    ...{
      eleven: 11,
      twelve: 12,
      thirteen: 13,
      fourteen: 14,
      fifteen: 15,
      twenty: 20,
      thirty: 30,
      sixty: 60,
      ninety: 90,
    },
    ...{ couple: 2, dozen: 12, hundred: 100 },
  }),
);

export const NUMERAL_WORDS: readonly string[] = [...NUMERALS.keys()];

/** A number of a question, in digits or as a word. */
export function numberOf(word: string): number | null {
  const known = NUMERALS.get(word);
  if (known !== undefined) return known;
  return /^\d{1,4}$/.test(word) ? Number(word) : null;
}
