import { setImmediate as turn } from 'node:timers/promises';

/** Work that a stop must wait for. */
export type Pending = {
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when all of it is done, and all that followed from it at once. */
  readonly idle: () => Promise<void>;
};

export function createPending(): Pending {
  const all = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      all.add(work);
      const forget = () => all.delete(work);
      work.then(forget, forget);
      return work;
    },
    idle: async () => {
      while (all.size > 0) {
        await Promise.allSettled(all);
        await turn();
      }
    },
  };
}
