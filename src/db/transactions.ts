import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import type { Sql, TransactionSql } from 'postgres';

/** A client that gives its connections out for transactions. */
export type Pool = {
  readonly client: Sql;
  /** `mode` goes behind BEGIN; `settings`, statements without parameters, travel together with the first of `work`. */
  readonly begin: <T>(start: Start, work: (tx: TransactionSql) => Promise<T>) => Promise<T>;
};
export type Start = { readonly mode: string; readonly settings: string };

/** What a chain of calls holds. Connections are only ever waited for upwards, so that no two can wait for each other. */
type Held = { readonly rank: number; open: boolean };
const holding = new AsyncLocalStorage<Held>();

/** `rank` orders the pools: whoever is in a transaction may begin another in a pool of lower rank only. */
export function createPool(client: Sql, rank: number): Pool {
  return {
    client,
    begin: async (start, work) => {
      const held = holding.getStore();
      if (held?.open && held.rank <= rank) {
        throw new Error('a transaction is open: go on with it, since waiting for a second connection could never end');
      }
      return beginGuarded(client, start, (tx) => {
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
  };
}

/**
 * `client.begin`, for a database that may go away. Left alone, postgres.js writes to the socket that is gone, be it the
 * caller's next statement or its own ROLLBACK: that throws where nobody can catch it and ends the process, and what was
 * queued behind a running statement waits for ever. Here the caller hears of the loss, and no statement follows it.
 */
async function beginGuarded<T>(
  client: Sql,
  start: Start,
  work: (tx: TransactionSql) => Promise<T>,
  tries = 0,
): Promise<T> {
  const guard = createGuard();
  let begun = false;
  try {
    const done = await client.begin(start.mode, async (tx) => {
      begun = true;
      const guarded = guard.wrap(tx);
      // Not waited for. Should it fail, the transaction takes nothing else.
      tx.unsafe(start.settings).execute();
      return { value: await guard.settle(() => work(guarded)) };
    });
    guard.close(new Error('the transaction has ended'));
    return done.value;
  } catch (error) {
    guard.close(error);
    if (!begun && isOfTheDead(error) && tries < client.options.max) return beginGuarded(client, start, work, tries + 1);
    throw error;
  }
}

/** How the server takes leave: shut down, crashed, or tired of waiting. */
const LAST_WORDS = ['57P01', '57P02', '57P05', '25P03'];

/** postgres.js fails the first statement of a new connection with the last words of the one before in its place. */
const isOfTheDead = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && LAST_WORDS.includes(String(error.code));

/** The part of postgres.js's queries that tells whether one was sent, and ends it. */
type Sent = { executed: boolean; resolve: (value: unknown) => void; reject: (error: unknown) => void };

function createGuard() {
  const waiting = new Set<Sent>();
  let over: { readonly reason: unknown } | null = null;

  const track = <Q>(query: Q): Q => {
    if (over) throw over.reason;
    // Fragments and lists of values come through here, too.
    if (!(query instanceof Promise)) return query;
    const sent = query as unknown as Sent;
    const { resolve, reject } = sent;
    sent.resolve = (value) => {
      waiting.delete(sent);
      resolve(value);
    };
    sent.reject = (error) => {
      waiting.delete(sent);
      reject(error);
    };
    waiting.add(sent);
    return query;
  };

  const wrap = (tx: TransactionSql): TransactionSql => {
    const template = (...args: Parameters<TransactionSql>) => track(tx(...args));
    return Object.assign(template, tx, {
      unsafe: (...args: Parameters<TransactionSql['unsafe']>) => track(tx.unsafe(...args)),
      savepoint: (inner: (savepoint: TransactionSql) => Promise<unknown>) =>
        tx.savepoint((savepoint) => settle(() => inner(wrap(savepoint)))),
    }) as unknown as TransactionSql;
  };

  /** Never settles once the connection is lost: postgres.js would go on with COMMIT or ROLLBACK. It tells the caller itself. */
  const settle = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      const value = await work();
      if (!over) return value;
    } catch (error) {
      // A broken connection fails its statement first and is known to be broken a moment later.
      await setImmediate();
      if (!over) throw error;
    }
    return new Promise<never>(() => {});
  };

  const close = (reason: unknown) => {
    over = { reason };
    for (const sent of waiting) if (sent.executed) sent.reject(reason);
    waiting.clear();
  };
  return { wrap, settle, close };
}
