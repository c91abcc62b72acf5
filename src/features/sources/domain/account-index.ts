export type AccountIndex = {
  /** The number of an external id; the next one when it is new. */
  readonly refOf: (externalId: string) => number;
  readonly ids: () => Iterable<string>;
  readonly size: () => number;
};

/** Distinct account ids, numbered from 0 in the order of the answer. */
export function accountIndex(): AccountIndex {
  const refs = new Map<string, number>();
  // Most answers list an account's days one after another.
  let lastId = '';
  let lastRef = -1;
  return {
    refOf: (externalId) => {
      if (externalId === lastId) return lastRef;
      const known = refs.get(externalId);
      const ref = known ?? refs.size;
      if (known === undefined) refs.set(externalId, ref);
      lastId = externalId;
      lastRef = ref;
      return ref;
    },
    ids: () => refs.keys(),
    size: () => refs.size,
  };
}

/** Has this account had this day before? One bit each, so that a million rows cost kilobytes. */
export function seenDays(windowDays: number): (ref: number, dayOfWindow: number) => boolean {
  const words = Math.max(1, Math.ceil(windowDays / 32));
  let bits = new Uint32Array(words * 1_024);
  return (ref, day) => {
    const word = ref * words + (day >>> 5);
    if (word >= bits.length) {
      const grown = new Uint32Array(Math.max(bits.length * 2, (ref + 1) * words));
      grown.set(bits);
      bits = grown;
    }
    const bit = 1 << (day & 31);
    const before = bits[word] ?? 0;
    bits[word] = before | bit;
    return (before & bit) !== 0;
  };
}
