import { describe, expect, it } from 'vitest';
import { nextOf, watchPage } from '../../../../src/features/sources/domain/next-page.ts';

const next = (nextPath: string | null, answer: unknown) => nextOf({ nextPath }, answer);

describe('the next page', () => {
  it.each([
    ['links.next', { links: { next: 'https://a.example/2' } }, 'https://a.example/2'],
    ['cursor', { cursor: 17 }, 17],
    ['cursor', { cursor: 0 }, 0],
    ['rows[-1].id', { rows: [{ id: 'z' }] }, 'z'],
    ['[-1].id', [{ id: 'z' }], 'z'],
    ['has_more && cursor', { has_more: true, cursor: 'c' }, 'c'],
    ['has_more && cursor', { has_more: false, cursor: 'c' }, null],
    ['next', { next: null }, null],
    ['next', { next: '' }, null],
    ['next', {}, null],
    ['rows[-1].id', { rows: [] }, null],
    ['constructor', {}, null],
    [null, { next: 'x' }, null],
  ])('%s of %j is %j', (path, answer, expected) => {
    expect(next(path, answer)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['next', { next: true }],
    ['next', { next: { href: 'x' } }],
    ['next', { next: ['x'] }],
    ['next', { next: Number.POSITIVE_INFINITY }],
    ['next', { next: 9_007_199_254_740_992 }],
    ['join(next, next)', { next: 'x' }],
    ['next[', {}],
  ])('%s of %j is refused and says which path it was', (path, answer) => {
    const found = next(path, answer);
    expect(found).toMatchObject({ ok: false, error: { code: 'PAGING_FAILED' } });
    expect(JSON.stringify(found)).toContain(`the path ${path} of the next page`);
  });
});

describe('a page is known again', () => {
  const bytes = Buffer.from('[{"id":1},{"id":2}]');
  const inPieces = (...cuts: readonly number[]) => {
    const watch = watchPage();
    let from = 0;
    for (const cut of [...cuts, bytes.length]) {
      watch.addBytes(bytes, from, cut);
      from = cut;
    }
    return watch.digest();
  };

  it('however its bytes are cut', () => {
    expect([inPieces(1), inPieces(3, 4, 9)]).toEqual([inPieces(), inPieces()]);
  });

  it('and told from others', () => {
    const digests = ['', '0', '00', '[]', '{}', '[{"id":2},{"id":1}]', '[{"id":1},{"id":2}]'].map((text) => {
      const watch = watchPage();
      watch.addBytes(Buffer.from(text), 0, text.length);
      return watch.digest();
    });
    expect(new Set(digests).size).toBe(digests.length);
  });
});
