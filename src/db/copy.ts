import type { Writable } from 'node:stream';
import type { TransactionSql } from 'postgres';

/** An open `COPY … FROM STDIN`: bytes go in as they come, no faster than the server takes them. */
export type CopyIn = {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Ends the stream; rejects when the server refused what it was given. */
  readonly end: () => Promise<void>;
};

/** Opens a binary COPY into a table or column list, such as `staged_rows (ref, day)`. Nothing else may use `tx` until it ended. */
export async function copyInto(tx: TransactionSql, target: string): Promise<CopyIn> {
  const stream: Writable = await tx.unsafe(`COPY ${target} FROM STDIN (FORMAT binary)`).writable();
  let failure: unknown = null;
  let wake = () => {};
  stream.on('error', (error) => {
    failure ??= error;
  });
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
  };
}
