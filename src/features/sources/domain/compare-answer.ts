import { type BlockDigests, blockDigests } from '../../../lib/block-digests.ts';
import { ok } from '../../../lib/result.ts';
import type { CompareJob, CompareResult } from './mapper-job.ts';

/** Of an answer of a gigabyte; the digests of a longer one are not kept. */
const MAX_BLOCKS = 1_024;

export type KeptBlocks = Pick<BlockDigests, 'add'> & {
  /** Null when there are more than are kept. */
  readonly end: () => readonly string[] | null;
};

/** The digests by which an answer is known again. */
export function keepBlocks(): KeptBlocks {
  const kept: string[] = [];
  const digests = blockDigests((digest) => kept.push(digest));
  return {
    add: (piece) => {
      if (kept.length <= MAX_BLOCKS) digests.add(piece);
    },
    end: () => {
      digests.end();
      return kept.length <= MAX_BLOCKS ? kept : null;
    },
  };
}

/** Whether an answer is the one that these digests are of, byte for byte. Holds nothing of it. */
export function compareRun({ blocks, bytes }: CompareJob) {
  let read = 0;
  let compared = 0;
  let differs = false;
  const digests = blockDigests((digest) => {
    if (digest !== blocks[compared++]) differs = true;
  });
  return {
    isPaged: false,
    evaluates: false,
    isSettled: () => differs,
    take: (piece: Uint8Array) => {
      read += piece.length;
      if (read > bytes) differs = true;
      if (!differs) digests.add(piece);
      return null;
    },
    *endBody() {
      if (!differs) digests.end();
      yield;
      return ok({ elements: 0, next: null, digest: '' });
    },
    finish: (): CompareResult => ({ ok: true, same: !differs && read === bytes && compared === blocks.length }),
    progress: () => ({ bytesRead: read, rowsMapped: 0, rowsTotal: null }),
  };
}
