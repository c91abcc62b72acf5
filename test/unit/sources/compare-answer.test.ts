import { describe, expect, test } from 'vitest';
import { compareRun, keepBlocks } from '../../../src/features/sources/domain/compare-answer.ts';
import { startJob } from '../../../src/features/sources/domain/run-job.ts';
import { BLOCK_BYTES } from '../../../src/lib/block-digests.ts';
import { anExtract, runBytes } from '../../kit/mappings.ts';

const PIECE_BYTES = 65_521;

function keptOf(body: Uint8Array) {
  const kept = keepBlocks();
  for (let at = 0; at < body.length; at += PIECE_BYTES) kept.add(body.subarray(at, at + PIECE_BYTES));
  return kept.end();
}

/** Compares `body` with what was kept of `before`: what comes of it, and after how many bytes that was settled. */
function compared(before: Uint8Array, body: Uint8Array) {
  const run = compareRun({ kind: 'compare', blocks: keptOf(before) ?? [], bytes: before.length });
  for (let at = 0; at < body.length; at += PIECE_BYTES) {
    run.take(body.subarray(at, at + PIECE_BYTES));
    if (run.isSettled()) return { result: run.finish(), settledAfter: at + PIECE_BYTES };
  }
  const ending = run.endBody();
  while (!ending.next().done);
  return { result: run.finish(), settledAfter: null };
}

const BODY = Buffer.alloc(3 * BLOCK_BYTES + 1_000, '{"day":"2026-06-01","id":"A","logins":1},');
const changedAt = (at: number): Buffer => {
  const copy = Buffer.from(BODY);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};
const SAME = { ok: true, same: true };
const OTHER = { ok: true, same: false };

describe('an answer', () => {
  test('is the same when every byte is', () => {
    expect(compared(BODY, Buffer.from(BODY))).toEqual({ result: SAME, settledAfter: null });
    expect(compared(Buffer.alloc(0), Buffer.alloc(0)).result).toEqual(SAME);
  });

  test.each([
    ['first byte', 0, 1],
    ['last byte of the first block', BLOCK_BYTES - 1, 1],
    ['first byte of the third', 2 * BLOCK_BYTES, 3],
  ])('whose %s differs is known to differ by the end of that block', (_, at, blocks) => {
    const { result, settledAfter } = compared(BODY, changedAt(at));
    expect(result).toEqual(OTHER);
    expect(settledAfter).toBeGreaterThanOrEqual(blocks * BLOCK_BYTES);
    expect(settledAfter).toBeLessThan(blocks * BLOCK_BYTES + PIECE_BYTES);
  });

  test('whose very last byte differs is known to differ at its end', () => {
    expect(compared(BODY, changedAt(BODY.length - 1))).toEqual({ result: OTHER, settledAfter: null });
  });

  test.each([
    ['a byte shorter', BODY.subarray(0, -1)],
    ['a block shorter', BODY.subarray(0, 2 * BLOCK_BYTES)],
    ['a byte longer', Buffer.concat([BODY, Buffer.from(' ')])],
    ['empty', Buffer.alloc(0)],
  ])('that is %s is another', (_, body) => {
    expect(compared(BODY, body).result).toEqual(OTHER);
  });
});

describe('what is kept of an answer', () => {
  const text = Buffer.from(JSON.stringify({ rows: [{ day: '2026-06-01', id: 'A', logins: 1 }] }));

  test('comes with the rows that were mapped, and is what a comparison takes', () => {
    const { blocks, bytes } = runBytes(anExtract(), text).result;
    const started = startJob({ kind: 'compare', blocks: blocks ?? [], bytes, lines: null, paging: null }, () => {});
    if (!started.ok) throw new Error(started.error.message);
    started.value.take(text);
    const ending = started.value.endBody();
    while (!ending.next().done);
    expect(started.value.finish()).toEqual(SAME);
  });

  test('is nothing when it came in pages', () => {
    expect(runBytes({ ...anExtract(), paging: { nextPath: null } }, text).result).not.toHaveProperty('blocks');
  });

  test('is nothing beyond a gigabyte', () => {
    const block = Buffer.alloc(BLOCK_BYTES);
    const kept = keepBlocks();
    for (let count = 0; count < 1_024; count++) kept.add(block);
    expect(kept.end()).toHaveLength(1_024);
    kept.add(Buffer.from('1'));
    expect(kept.end()).toBeNull();
  });
});
