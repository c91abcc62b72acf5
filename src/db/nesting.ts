import { AsyncLocalStorage } from 'node:async_hooks';

/** Keeps a chain of calls from waiting for a connection while it holds one that others like it may wait for. */
export type Nesting = {
  /** Throws when the chain of calls holds a connection that does not allow a second one of this pool. */
  readonly refuse: () => void;
  readonly hold: <T>(work: () => Promise<T>) => Promise<T>;
};

type Held = { readonly rank: number; open: boolean };
const holding = new AsyncLocalStorage<Held>();

/**
 * `rank` orders the pools: whoever is in a transaction may begin another in a pool of lower rank only. Connections are only ever
 * waited for downwards, so that no two can wait for each other.
 */
export const watchedNesting = (rank: number): Nesting => ({
  refuse: () => {
    const held = holding.getStore();
    if (held?.open && held.rank <= rank) {
      throw new Error('a transaction is open: go on with it, since waiting for a second connection could never end');
    }
  },
  hold: (work) => {
    const mine: Held = { rank, open: true };
    return holding.run(mine, async () => {
      try {
        return await work();
      } finally {
        mine.open = false;
      }
    });
  },
});

/** To know what a chain of calls holds makes every promise of the process slower: a sixth of an answer's time. */
export const unwatchedNesting: Nesting = { refuse: () => {}, hold: (work) => work() };
