import { setImmediate } from 'node:timers/promises';
import type { Sql, TransactionSql } from 'postgres';

/** `mode` goes behind BEGIN; `settings`, statements without parameters, travel together with the first of the work. */
export type Start = { readonly mode: string; readonly settings: string };

/** The connection went away under a transaction, or before it: `cause` is what the caller is told. */
export class ConnectionLost extends Error {
  readonly client: Sql;
  /** Whether the work had begun. */
  readonly begun: boolean;
  constructor(cause: unknown, client: Sql, begun: boolean) {
    super('the connection was lost', { cause });
    this.client = client;
    this.begun = begun;
  }
}

/**
 * `client.begin`, for a database that may go away. Left alone, postgres.js writes to the socket that is gone, be it the
 * caller's next statement or its own ROLLBACK: that throws where nobody can catch it and ends the process, and what was
 * queued behind a running statement waits for ever. Here the caller hears of the loss, and no statement follows it.
 */
export async function runGuarded<T>(
  client: Sql,
  { mode, settings }: Start,
  work: (tx: TransactionSql) => Promise<T>,
): Promise<T> {
  const guard = createGuard();
  let begun = false;
  try {
    const done = await client.begin(mode, async (tx) => {
      begun = true;
      const guarded = guard.wrap(tx);
      // Not waited for. Should it fail, the transaction takes nothing else.
      if (settings !== '') tx.unsafe(settings).execute();
      return { value: await guard.settle(() => work(guarded)) };
    });
    guard.close(new Error('the transaction has ended'));
    return done.value;
  } catch (error) {
    guard.close(error);
    if (guard.wasThrown(error) || isOrdinary(error)) throw error;
    throw new ConnectionLost(error, client, begun);
  }
}

/** What the server says of a statement, and goes on. */
export const isOrdinary = (error: unknown): boolean =>
  error instanceof Error && 'severity' in error && error.severity !== 'FATAL' && error.severity !== 'PANIC';

/** The part of postgres.js's queries that tells whether one was sent, and ends it. */
type Sent = { executed: boolean; resolve: (value: unknown) => void; reject: (error: unknown) => void };

function createGuard() {
  const waiting = new Set<Sent>();
  const thrown = new Set<unknown>();
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
      if (!over) {
        thrown.add(error);
        throw error;
      }
    }
    return new Promise<never>(() => {});
  };

  const close = (reason: unknown) => {
    over = { reason };
    for (const sent of waiting) if (sent.executed) sent.reject(reason);
    waiting.clear();
  };
  return { wrap, settle, close, wasThrown: (error: unknown) => thrown.has(error) };
}
