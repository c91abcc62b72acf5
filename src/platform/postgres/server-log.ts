import { closeSync, openSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';

export type EmbeddedLog = Pick<Logger, 'info' | 'warn' | 'error'>;

/** The server's own log. Not our standard output: it quotes statements, and those hold customers' data. */
export type ServerLog = {
  readonly descriptor: number;
  /** What was written since it was opened, at most the last 16 KB. */
  readonly tail: () => Promise<string>;
  /** Closes our descriptor; the server keeps its own. */
  readonly close: () => void;
};

const ROTATE_BYTES = 5_000_000;
const TAIL_BYTES = 16_384;

/** Opens `postgres.log`; a large one is set aside first, so at most two are kept. */
export async function openServerLog(home: string): Promise<ServerLog> {
  const file = join(home, 'postgres.log');
  let begin = (await stat(file).catch(() => null))?.size ?? 0;
  if (begin > ROTATE_BYTES) {
    await rename(file, `${file}.1`);
    begin = 0;
  }
  const descriptor = openSync(file, 'a', 0o600);
  const tail = async () => {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const from = Math.max(begin, size - TAIL_BYTES);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  };
  return { descriptor, tail, close: () => closeSync(descriptor) };
}
