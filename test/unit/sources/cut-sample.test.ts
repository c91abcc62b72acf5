import { describe, expect, it } from 'vitest';
import { cutSample } from '../../../src/features/sources/domain/cut-sample.ts';

const MAX = 8_192;
const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const wide = (keys: number) =>
  Object.fromEntries(Array.from({ length: keys }, (_, key) => [`account-${key}`, { logins: key }]));
const row = (index: number, fields: number) =>
  Object.fromEntries([
    ['id', `a${index}`],
    ...Array.from({ length: fields }, (_, field) => [`field_${field}`, 'v'.repeat(20)]),
  ]);

describe('a small answer', () => {
  it('is kept whole', () => {
    const answer = { rows: [{ a: 1, b: 'x', c: null, d: [true] }] };
    expect(cutSample(answer, 50, MAX)).toEqual({ json: JSON.stringify(answer), truncated: false, fullBytes: 50 });
  });
  it.each([[5], ['text'], [null], [[]], [{}]])('such as %j is kept', (answer) => {
    expect(JSON.parse(cutSample(answer, 9, MAX).json)).toEqual(answer);
  });
});

describe('a cut', () => {
  it.each<[string, unknown]>([
    ['many rows', { meta: { page: 1 }, rows: Array.from({ length: 10_000 }, (_, index) => row(index, 5)) }],
    ['rows of 60 fields', Array.from({ length: 1_000 }, (_, index) => row(index, 60))],
    ['100,000 keys', wide(100_000)],
    ['a huge text', { note: 'é'.repeat(1_000_000) }],
    ['a huge key', { ['k'.repeat(100_000)]: 1, other: 2 }],
    ['100,000 nested lists', nested(100_000)],
    ['wide and deep', { a: Array.from({ length: 50 }, () => wide(100)), b: wide(300) }],
    ['three-byte characters', Array.from({ length: 500 }, () => ({ text: '猫'.repeat(90) }))],
    ['lists of lists', Array.from({ length: 300 }, () => Array.from({ length: 300 }, () => 12345))],
  ])('of %s is valid JSON of at most 8 KB that keeps its shape', (_name, answer) => {
    const sample = cutSample(answer, 1_000_000, MAX);
    expect(sample).toMatchObject({ truncated: true, fullBytes: 1_000_000 });
    expect(new TextEncoder().encode(sample.json).length).toBeLessThanOrEqual(MAX);
    const cut = JSON.parse(sample.json);
    expect(Array.isArray(cut)).toBe(Array.isArray(answer));
    expect(cutSample(answer, 1_000_000, MAX)).toEqual(sample);
  });

  it('keeps several rows and what stands around them', () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => row(index, 60));
    const cut = JSON.parse(cutSample({ meta: { total: 1_000 }, data: { items: rows } }, 9e9, MAX).json);
    expect(cut.meta).toEqual({ total: 1_000 });
    expect(cut.data.items.length).toBeGreaterThanOrEqual(3);
    expect(Object.keys(cut.data.items[1])).toHaveLength(61);
    expect(cut.data.items[2].id).toBe('a2');
  });

  it('fits any budget', () => {
    for (const max of [2, 20, 200, 2_000]) {
      const { json } = cutSample({ rows: Array.from({ length: 100 }, (_, index) => row(index, 9)) }, 9e9, max);
      expect(json.length).toBeLessThanOrEqual(max);
      expect(() => JSON.parse(json)).not.toThrow();
    }
  });

  it('holds only characters that jsonb takes', () => {
    const { json } = cutSample({ 'k\0': 'a\0b\ud800c', ok: '\u{1f600}'.repeat(3_000) }, 9, MAX);
    expect(json).not.toMatch(/\\u0000|\\ud8/);
    expect(Object.keys(JSON.parse(json))).toEqual(['k\ufffd', 'ok']);
  });

  it('keeps numbers that overflow as they were', () =>
    expect(cutSample(JSON.parse('[1e999]'), 9, MAX).json).toBe('[1e999]'));

  it('keeps an own key __proto__', () =>
    expect(cutSample(JSON.parse('{"__proto__":{"a":1}}'), 9, MAX).json).toBe('{"__proto__":{"a":1}}'));
});
