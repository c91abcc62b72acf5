/** Takes a place for one of somebody's, and returns what gives it back; null when there is none. */
export type Slots = { readonly take: (whose: string) => (() => void) | null };

/** So many at a time in all, one for each. */
export function createSlots(most: number): Slots {
  const taken = new Set<string>();
  return {
    take: (whose) => {
      if (taken.size >= most || taken.has(whose)) return null;
      taken.add(whose);
      return () => {
        taken.delete(whose);
      };
    },
  };
}
