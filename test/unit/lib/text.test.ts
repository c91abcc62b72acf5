import { describe, expect, it } from 'vitest';
import { isLongerThan, isStorable, trimAsciiBlanks } from '../../../src/lib/text.ts';

describe('what PostgreSQL can store', () => {
  it.each(['', 'a', '\u0001', '\u007f', '\u{1f600}', '\uffff', '\ud7ff', '\ue000', 'e\u0301', '\ufeff'])('%j', (text) =>
    expect(isStorable(text)).toBe(true),
  );
});

describe('what it cannot', () => {
  it.each(['\0', 'a\0b', '\ud800', '\udfff', 'a\ud83d', '\ude00\ud83d', '\ud83d\ud83d\ude00'])('%j', (text) =>
    expect(isStorable(text)).toBe(false),
  );
});

describe('trimAsciiBlanks', () => {
  it.each([
    [' a ', 'a'],
    ['\t\n\v\f\r a b \r\n', 'a b'],
    ['\u00a0a\u2003', '\u00a0a\u2003'],
    ['\ufeffa', '\ufeffa'],
    ['\0a', '\0a'],
    [' ', ''],
    ['', ''],
  ])('%j becomes %j', (text, expected) => expect(trimAsciiBlanks(text)).toBe(expected));

  it('takes no time over blanks in the middle', () => {
    const text = `a${' '.repeat(100_000)}b`;
    const started = performance.now();
    expect(trimAsciiBlanks(text)).toBe(text);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('isLongerThan', () => {
  it.each([
    ['abc', 3, false],
    ['abcd', 3, true],
    ['\u{1f600}'.repeat(3), 3, false],
    ['\u{1f600}'.repeat(4), 3, true],
    ['\u{1f600}ab', 3, false],
    ['\ud800'.repeat(4), 3, true],
    ['', 0, false],
  ])('%j against %i', (text, limit, expected) => expect(isLongerThan(text, limit)).toBe(expected));
});
