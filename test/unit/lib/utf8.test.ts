import { describe, expect, it } from 'vitest';
import { utf8Gate } from '../../../src/lib/utf8.ts';

/** Whether all of it passes, in pieces of so many bytes. */
function passes(bytes: Uint8Array, size: number): boolean {
  const gate = utf8Gate();
  for (let at = 0; at < bytes.length; at += size) if (!gate.take(bytes.subarray(at, at + size))) return gate.end();
  return gate.end();
}

describe.each([1, 2, 3, 1_000])('in pieces of %i bytes', (size) => {
  it.each([
    '',
    'plain',
    'ü',
    'a漢b',
    '😀',
    '😀😀ü漢x',
    '\ufeff{}',
    '\u0000\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}',
  ])('%j is UTF-8', (text) => {
    expect(passes(Buffer.from(text), size)).toBe(true);
  });

  it.each([
    ['a byte that goes on where nothing began', [0x61, 0x80]],
    ['a byte no text has', [0xff]],
    ['two such at the end', [0x61, 0xfe, 0xff]],
    ['a character in more bytes than it needs', [0xc0, 0xaf]],
    ['and of three', [0xe0, 0x80, 0xaf]],
    ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['beyond the last character', [0xf4, 0x90, 0x80, 0x80]],
    ['cut off after one byte of two', [0x61, 0xc3]],
    ['cut off after two of three', [0xe6, 0xbc]],
    ['cut off after three of four', [0xf0, 0x9f, 0x98]],
    ['begun and not gone on', [0xe6, 0xbc, 0x61]],
    ['too many that go on', [0xc3, 0xbc, 0xbc]],
    ['Latin-1', [0x4d, 0xfc, 0x6c, 0x6c]],
  ])('%s is not', (_, bytes) => {
    expect(passes(Uint8Array.from(bytes), size)).toBe(false);
  });
});

it('knows whether all so far was ASCII', () => {
  const gate = utf8Gate();
  gate.take(Buffer.from('plain'));
  expect(gate.isAscii()).toBe(true);
  gate.take(Buffer.from('ü').subarray(0, 1));
  expect(gate.isAscii()).toBe(false);
  gate.take(Buffer.from('ü').subarray(1));
  gate.take(Buffer.from('plain'));
  expect([gate.isAscii(), gate.end()]).toEqual([false, true]);
});

it('stays closed once a byte was wrong', () => {
  const gate = utf8Gate();
  expect([gate.take(Uint8Array.of(0xff, 0x61)), gate.take(Buffer.from('fine')), gate.end()]).toEqual([
    false,
    false,
    false,
  ]);
});
