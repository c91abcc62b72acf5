import { AsyncLocalStorage } from 'node:async_hooks';
import type { Sql, TransactionSql } from 'postgres';
import { ConnectionLost, runGuarded, type Start } from './transactions.ts';

/** Gives out connections for transactions. */
export type Pool = {
  readonly begin: <T>(start: Start, work: (tx: TransactionSql) => Promise<T>) => Promise<T>;
  /** Waits a little for the transactions under way. */
  readonly end: () => Promise<void>;
};

export type PoolOptions = {
  /** Makes a client of one connection, which it opens when it is first used. */
  readonly connect: () => Sql;
  readonly size: number;
  /** Orders the pools: whoever is in a transaction may begin another in a pool of lower rank only. */
  readonly rank: number;
};

/** What a chain of calls holds. Connections are only ever waited for downwards, so that no two can wait for each other. */
type Held = { readonly rank: number; open: boolean };
const holding = new AsyncLocalStorage<Held>();

/**
 * A client for each connection, thrown away with it: postgres.js carries what it was about to write, and the server's last
 * words, over to the connection that follows a lost one, which then fails, or hangs, for no reason of its own.
 */
export function createPool({ connect, size, rank }: PoolOptions): Pool {
  const all = new Set<Sql>();
  const idle: Sql[] = [];
  const waiting: { readonly take: (client: Sql) => void; readonly fail: (error: Error) => void }[] = [];
  let ended: Promise<void> | undefined;

  const fresh = (): Sql => {
    const client = connect();
    all.add(client);
    return client;
  };
  const take = async (): Promise<Sql> => {
    if (ended) throw new Error('the database is closed');
    const client = idle.pop() ?? (all.size < size ? fresh() : null);
    return client ?? new Promise((take, fail) => waiting.push({ take, fail }));
  };
  const give = (client: Sql): void => {
    const next = waiting.shift();
    if (next) next.take(client);
    else idle.push(client);
  };
  const replace = (lost: Sql): Sql => {
    all.delete(lost);
    void lost.end({ timeout: 0 });
    return fresh();
  };

  const begin = async <T>(start: Start, work: (tx: TransactionSql) => Promise<T>): Promise<T> => {
    let client = await take();
    try {
      return await runGuarded(client, start, work).catch((error: unknown) => {
        if (!(error instanceof ConnectionLost)) throw error;
        client = replace(client);
        if (error.begun) throw error;
        // It had been lost while nobody used it, or the database is gone: a fresh one tells.
        return runGuarded(client, start, work);
      });
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      if (all.has(error.client)) client = replace(client);
      throw error.cause;
    } finally {
      give(client);
    }
  };

  return {
    begin: async (start, work) => {
      const held = holding.getStore();
      if (held?.open && held.rank <= rank) {
        throw new Error('a transaction is open: go on with it, since waiting for a second connection could never end');
      }
      return begin(start, (tx) => {
        const mine: Held = { rank, open: true };
        return holding.run(mine, async () => {
          try {
            return await work(tx);
          } finally {
            mine.open = false;
          }
        });
      });
    },
    end: () => {
      ended ??= Promise.all([...all].map((client) => client.end({ timeout: 5 }))).then(() => {});
      for (const { fail } of waiting.splice(0)) fail(new Error('the database is closed'));
      return ended;
    },
  };
}
