import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { BLOCK_BYTES, blockDigests } from '../../../src/lib/block-digests.ts';
import { random } from '../../kit/usage-intake.ts';

/** Digests of the body, given in pieces of these lengths. */
function digestsOf(body: Uint8Array, pieceBytes: () => number): string[] {
  const told: string[] = [];
  const digests = blockDigests((digest) => told.push(digest));
  for (let at = 0; at < body.length; ) {
    const piece = body.subarray(at, at + pieceBytes());
    digests.add(piece);
    at += piece.length;
  }
  digests.end();
  return told;
}

const expected = (body: Uint8Array): string[] =>
  Array.from({ length: Math.ceil(body.length / BLOCK_BYTES) }, (_, block) =>
    createHash('sha256')
      .update(body.subarray(block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES))
      .digest()
      .subarray(0, 16)
      .toString('base64'),
  );

const bytes = (length: number): Buffer => Buffer.alloc(length, 'Blocks are 1 MiB of what came, whatever it came in. ');

describe('the digests of a body', () => {
  test.each([0, 1, BLOCK_BYTES - 1, BLOCK_BYTES, BLOCK_BYTES + 1, 2 * BLOCK_BYTES, 3 * BLOCK_BYTES + 17])(
    'of %i bytes are those of its blocks',
    (length) => {
      const body = bytes(length);
      expect(digestsOf(body, () => 65_536)).toEqual(expected(body));
    },
  );

  test('are the same wherever it is cut', () => {
    const body = bytes(3 * BLOCK_BYTES + 17);
    const whole = expected(body);
    for (let seed = 1; seed <= 40; seed++) {
      const dice = random(seed);
      const most = [7, 1_000, 100_000, BLOCK_BYTES + 3, 4 * BLOCK_BYTES][seed % 5] as number;
      const lowest = most === 7 ? 6_000 : 0;
      const cuts: number[] = [];
      const digests = digestsOf(body, () => {
        const size = lowest + dice.below(most) + 1;
        cuts.push(size);
        return size;
      });
      expect(digests, `seed ${seed}, cut into ${cuts.slice(0, 20)}…`).toEqual(whole);
    }
  });

  test('are told as soon as a block is whole', () => {
    const told: string[] = [];
    const digests = blockDigests((digest) => told.push(digest));
    digests.add(bytes(BLOCK_BYTES - 1));
    expect(told).toHaveLength(0);
    digests.add(bytes(1));
    expect(told).toHaveLength(1);
    digests.end();
    expect(told).toHaveLength(1);
  });
});
