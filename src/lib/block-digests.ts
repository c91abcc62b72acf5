import { createHash, type Hash } from 'node:crypto';

/** Small enough to notice early that two bodies differ, large enough that the digests of a gigabyte are few. */
export const BLOCK_BYTES = 1024 * 1024;
/** Of SHA-256, cut short: nobody gains by two blocks with one digest, and by chance there are none. */
const DIGEST_BYTES = 16;

export type BlockDigests = {
  /** Bytes of the body, cut anywhere. */
  readonly add: (piece: Uint8Array) => void;
  /** The body has ended: what is left of it is a block, too. */
  readonly end: () => void;
};

/** The digest of each block of a body, told as soon as the block is whole. */
export function blockDigests(onBlock: (digest: string) => void): BlockDigests {
  let hash: Hash | null = null;
  let room = BLOCK_BYTES;
  const end = () => {
    if (!hash) return;
    onBlock(hash.digest().toString('base64', 0, DIGEST_BYTES));
    hash = null;
    room = BLOCK_BYTES;
  };
  return {
    add: (piece) => {
      for (let at = 0; at < piece.length; ) {
        const part = piece.subarray(at, at + room);
        hash ??= createHash('sha256');
        hash.update(part);
        at += part.length;
        room -= part.length;
        if (room === 0) end();
      }
    },
    end,
  };
}
