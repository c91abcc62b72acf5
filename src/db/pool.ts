import type { TransactionSql } from 'postgres';
import { type Connect, type Line, openLine } from './line.ts';
import type { Nesting } from './nesting.ts';
import { ConnectionLost, runGuarded, type Start } from './transactions.ts';

/** Gives out connections for transactions. */
export type Pool = {
  readonly begin: <T>(start: Start, work: (tx: TransactionSql) => Promise<T>) => Promise<T>;
  /** A connection for as long as its taker likes: to be given back whatever happens, without an open transaction. */
  readonly lend: () => Promise<Loan>;
  /** Waits a little for the transactions under way. */
  readonly end: () => Promise<void>;
};

export type Loan = { readonly line: Line; readonly giveBack: () => void };

export type PoolOptions = {
  readonly connect: Connect;
  readonly size: number;
  readonly nesting: Nesting;
};

/**
 * A client for each connection, thrown away with it: postgres.js carries what it was about to write, and the server's last
 * words, over to the connection that follows a lost one, which then fails, or hangs, for no reason of its own.
 */
export function createPool({ connect, size, nesting }: PoolOptions): Pool {
  const all = new Set<Line>();
  const idle: Line[] = [];
  const waiting: { readonly take: (line: Line) => void; readonly fail: (error: Error) => void }[] = [];
  let ended: Promise<void> | undefined;

  const fresh = (): Line => {
    const line = openLine(connect);
    all.add(line);
    return line;
  };
  const replace = (lost: Line): Line => {
    all.delete(lost);
    void lost.client.end({ timeout: 0 });
    return fresh();
  };
  const usable = (line: Line): Line => (line.isOver() ? replace(line) : line);
  const take = async (): Promise<Line> => {
    if (ended) throw new Error('the database is closed');
    const line = idle.pop();
    if (line) return usable(line);
    return all.size < size ? fresh() : new Promise((take, fail) => waiting.push({ take, fail }));
  };
  const give = (line: Line): void => {
    const next = waiting.shift();
    if (next) next.take(usable(line));
    else idle.push(line);
  };

  const begin = async <T>(start: Start, work: (tx: TransactionSql) => Promise<T>): Promise<T> => {
    let line = await take();
    try {
      // A transaction that waits behind anything else goes over to the connection that follows a lost one, and hangs there.
      await line.settle();
      line = usable(line);
      return await runGuarded(line.client, start, work).catch((error: unknown) => {
        if (!(error instanceof ConnectionLost)) throw error;
        line = replace(line);
        if (error.begun) throw error;
        // It had been lost while nobody used it, or the database is gone: a fresh one tells.
        return runGuarded(line.client, start, work);
      });
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      if (error.client === line.client) line = replace(line);
      throw error.cause;
    } finally {
      give(line);
    }
  };

  return {
    begin: async (start, work) => {
      nesting.refuse();
      return begin(start, (tx) => nesting.hold(() => work(tx)));
    },
    lend: async () => {
      nesting.refuse();
      const line = await take();
      return { line, giveBack: () => give(line) };
    },
    end: () => {
      ended ??= Promise.all([...all].map(({ client }) => client.end({ timeout: 5 }))).then(() => {});
      for (const { fail } of waiting.splice(0)) fail(new Error('the database is closed'));
      return ended;
    },
  };
}
