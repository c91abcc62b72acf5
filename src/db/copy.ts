import type { Writable } from 'node:stream';
import type { TransactionSql } from 'postgres';

/** An open `COPY … FROM STDIN`: bytes go in as they come, no faster than the server takes them. */
export type CopyIn = {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Ends the stream; rejects when the server refused what it was given. */
  readonly end: () => Promise<void>;
  /** How many rows came in; known when a statement that followed the COPY has been answered. */
  readonly rows: () => number;
  /** Gives it up. Until it has ended one way or the other, the connection takes nothing else, not even a rollback. */
  readonly abandon: () => void;
};

/** Opens a binary COPY into a table or column list, such as `staged_rows (ref, day)`. Nothing else may use `tx` until it ended. */
export async function copyInto(tx: TransactionSql, target: string): Promise<CopyIn> {
  let failure: unknown = null;
  let wake = () => {};
  const fail = (error: unknown) => {
    failure ??= error;
    wake();
  };
  const query = tx.unsafe(`COPY ${target} FROM STDIN (FORMAT binary)`);
  let rows = 0;
  hearEnd(query, fail, (count) => {
    rows = count;
  });
  const stream: Writable = await query.writable();
  stream.on('error', fail);
  // One listener for each event, however many writes wait on them.
  for (const event of ['drain', 'finish', 'close']) stream.on(event, () => wake());
  const woken = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  return {
    write: async (bytes) => {
      if (!failure && !stream.write(bytes)) await woken();
      if (failure) throw failure;
    },
    end: async () => {
      if (!failure) {
        const ended = woken();
        stream.end();
        await ended;
      }
      if (failure) throw failure;
    },
    rows: () => rows,
    abandon: () => {
      stream.destroy(new Error('the COPY was given up'));
    },
  };
}

/**
 * What the server says at the end, be it how many rows it took or that it refuses the last bytes, reaches neither the stream,
 * which postgres.js has let go of by then, nor the query's promise, which has resolved to the stream: only these methods of
 * the query are called with it.
 */
function hearEnd(query: object, fail: (error: unknown) => void, ended: (rows: number) => void): void {
  const inner = query as { resolve: (value: unknown) => void; reject: (error: unknown) => void };
  const { resolve, reject } = inner;
  inner.resolve = (value) => {
    const { command, count } = value as { command?: unknown; count?: unknown };
    if (command === 'COPY' && typeof count === 'number') ended(count);
    resolve(value);
  };
  inner.reject = (error) => {
    fail(error);
    reject(error);
  };
}
