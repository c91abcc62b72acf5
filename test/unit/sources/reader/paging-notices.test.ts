import { describe, expect, it } from 'vitest';
import { pagingNotices } from '../../../../src/features/sources/domain/paging-notices.ts';

describe('an answer seems to be one page of several', () => {
  it.each([
    [{ next: 'https://a.example/2' }, 'next is set'],
    [{ links: { next: '/2' } }, 'links.next is set'],
    [{ _links: { next: { href: '/2' } } }, '_links.next is set'],
    [{ meta: { 'Next-Page': 2 } }, 'meta.Next-Page is set'],
    [{ '@odata.nextLink': 'x' }, '@odata.nextLink is set'],
    [
      { page_info: { has_next_page: true, endCursor: 'x' } },
      'page_info.has_next_page is true, page_info.endCursor is set',
    ],
    [{ hasMore: 'true' }, 'hasMore is true'],
    [{ total_pages: 3 }, 'total_pages is 3'],
    [{ total: 11 }, 'total is 11 where 10 came'],
    [{ total: '11' }, 'total is 11 where 10 came'],
    [{ a: { b: { c: { d: { next: 'x' } } } } }, 'a.b.c.d.next is set'],
  ])('%j: %s', (answer, sign) => {
    expect(pagingNotices(answer, 10)).toEqual([
      `The answer seems to be one page of several (${sign}): set paging, or the rows of further pages are missing.`,
    ]);
  });
});

describe('an answer seems to be all of it', () => {
  it.each([
    [{ next: null, next_page: '', has_more: false, total: 10, pages: 1 }],
    [{ next: true }],
    [{ next: { href: '' } }],
    [{ next: {} }],
    [{ total: '10' }],
    [{ total: '11 or so' }],
    [{ total: { next_days: 3 } }],
    [{ rows: [{ next: 'x', total: 500 }] }],
    [[{ next: 'x' }]],
    [{ a: { b: { c: { d: { e: { next: 'x' } } } } } }],
    [Object.fromEntries([...Array.from({ length: 50 }, (_, index) => [`k${index}`, 1]), ['next', 'x']])],
    [null],
    ['next'],
  ])('%j', (answer) => {
    expect(pagingNotices(answer, 10)).toEqual([]);
  });

  it('when nobody knows how many came', () => {
    expect(pagingNotices({ total: 11 }, null)).toEqual([]);
  });
});

it('shows no more than three signs, and no name in full that is very long', () => {
  const many = Object.fromEntries(
    ['next', 'next_url', 'cursor', 'has_more', 'total_pages'].map((name) => [name, name]),
  );
  const [notice = ''] = pagingNotices({ ...many, [`x${'y'.repeat(5_000)}`]: { next: 'x' }, total: 99, pages: 7 }, 1);
  expect(notice).toContain('(next is set, next_url is set, total is 99 where 1 came)');
  const [long = ''] = pagingNotices({ ['y'.repeat(5_000)]: { next: 'x' } }, 1);
  expect(long.length).toBeLessThan(400);
});
