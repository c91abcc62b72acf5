import { once } from 'node:events';
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
  stream.on('error', (error) => {
    failure ??= error;
  });
  return {
    write: async (bytes) => {
      if (failure) throw failure;
      if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
      if (failure) throw failure;
    },
    end: async () => {
      if (!failure) {
        await new Promise<void>((resolve) => {
          stream.once('close', resolve);
          stream.once('finish', resolve);
          stream.end();
        });
      }
      if (failure) throw failure;
    },
  };
}
