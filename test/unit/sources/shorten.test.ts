import { describe, expect, it } from 'vitest';
import { shorten, visible } from '../../../src/features/sources/domain/shorten.ts';

describe('shorten', () => {
  it.each([
    [null, 'null'],
    ['5', '"5"'],
    [true, 'true'],
    [{ a: [1, { b: 'x' }] }, '{"a":[1,{"b":"x"}]}'],
    [[], '[]'],
    [Number.POSITIVE_INFINITY, '1e999'],
    ['\0\ud800', '"\\u0000\\ud800"'],
    [JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
  ])('%j is %s', (value, expected) => expect(shorten(value)).toBe(expected));

  it.each([
    ['a\u202eb', '"a\ufffdb"'],
    ['\u0085\u007f\u2028', '"\ufffd\ufffd\ufffd"'],
    ['\u{1f468}\u200d\u{1f469}', '"\u{1f468}\u200d\u{1f469}"'],
  ])('%j is %s: nothing turns or breaks the text around it', (value, expected) =>
    expect(shorten(value)).toBe(expected),
  );

  it('leaves nothing of a text that people or PostgreSQL would stumble over', () => {
    expect(visible('a\0b\ud800c\n\u001b[31m', 80)).toBe('a\ufffdb\ufffdc\ufffd\ufffd[31m');
    expect(visible('\u{1f600}'.repeat(10), 4)).toBe('\u{1f600}…');
  });

  it.each([
    ['a long text', 'x'.repeat(10_000_000)],
    ['a wide object', Object.fromEntries(Array.from({ length: 10_000 }, (_, key) => [`key${key}`, key]))],
    ['a long list', Array.from({ length: 1_000_000 }, () => 1)],
    ['a long key', { ['k'.repeat(10_000_000)]: 1 }],
    ['100,000 nested lists', JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))],
    ['100,000 nested objects', JSON.parse('{"a":'.repeat(100_000) + 1 + '}'.repeat(100_000))],
    ['emoji', '\u{1f600}'.repeat(100)],
  ])('%s takes 80 characters', (_name, value) => {
    const short = shorten(value);
    expect(short.length).toBeLessThanOrEqual(80);
    expect(short.length).toBeGreaterThan(70);
    expect(short).toMatch(/…$/);
    expect(short).not.toMatch(/[\ud800-\udfff]/u);
  });
});
