import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, type Keyset, type KeyType, pageOf } from '../../../src/lib/page.ts';

const raw = (text: string) => Buffer.from(text).toString('base64url');

describe('a cursor', () => {
  it.each<[Keyset, KeyType[]]>([
    [
      ['a', 'acc_1'],
      ['string', 'string'],
    ],
    [
      ['', ''],
      ['string', 'string'],
    ],
    [
      ['é\u{1f600}"\\\n', 'x'],
      ['string', 'string'],
    ],
    [
      [0.1 + 0.2, 'x'],
      ['number', 'string'],
    ],
    [
      [-1e-7, 'x'],
      ['number?', 'string'],
    ],
    [
      [5e-324, 'x'],
      ['number', 'string'],
    ],
    [
      [-(2 ** 31), 2 ** 31 - 1],
      ['integer', 'integer?'],
    ],
    [
      [null, 'x'],
      ['string?', 'string'],
    ],
    [
      [null, null, null],
      ['number?', 'integer?', 'string?'],
    ],
  ])('%j comes back', (keys, types) => {
    const cursor = encodeCursor('things', keys);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(decodeCursor(cursor, 'things', types)).toEqual({ ok: true, value: keys });
  });

  it.each<[string, string, KeyType[]]>([
    ['is empty', '', ['string']],
    ['is no JSON', raw('["things",'), ['string']],
    ['is no list', raw('{"0":"things","1":"a","length":2}'), ['string']],
    ['belongs elsewhere', encodeCursor('others', ['a']), ['string']],
    ['lacks a key', encodeCursor('things', []), ['string']],
    ['has a key too many', encodeCursor('things', ['a', 'b']), ['string']],
    ['has a number for text', encodeCursor('things', [1]), ['string']],
    ['has text for a number', encodeCursor('things', ['1']), ['number']],
    ['has null for text', encodeCursor('things', [null]), ['string']],
    ['has null for a number', encodeCursor('things', [null]), ['number']],
    ['has a fraction for an integer', encodeCursor('things', [0.5]), ['integer?']],
    ['has an integer of more than 32 bits', encodeCursor('things', [2 ** 31]), ['integer']],
    ['has an endless integer', raw('["things",1e999]'), ['integer']],
    ['has a boolean', raw('["things",true]'), ['string?']],
    ['has a list', raw('["things",["a"]]'), ['string?']],
    ['holds NUL', encodeCursor('things', ['\0']), ['string']],
    ['holds half a surrogate pair', encodeCursor('things', ['\ud800']), ['string?']],
  ])('that %s is refused', (_, cursor, types) => {
    expect(decodeCursor(cursor, 'things', types)).toEqual({ ok: false, error: expect.stringContaining('`after`') });
  });
});

describe('a page', () => {
  const page = (found: number[], first: number, after: string | null = null) =>
    pageOf(found, { first, after }, (row) => ({ node: row * 10, cursor: `c${row}` }));

  it('leaves out the row that was fetched to see whether there are more', () => {
    expect(page([1, 2, 3], 2)).toEqual({
      edges: [
        { node: 10, cursor: 'c1' },
        { node: 20, cursor: 'c2' },
      ],
      hasNextPage: true,
      hasPreviousPage: false,
    });
  });

  it.each([
    [[1, 2], 2, null, false, false],
    [[], 2, null, false, false],
    [[], 2, 'c9', false, true],
    [[1], 1, 'c9', false, true],
  ])('%j of %i after %j', (found, first, after, hasNextPage, hasPreviousPage) => {
    expect(page(found, first, after)).toMatchObject({ hasNextPage, hasPreviousPage });
  });
});
