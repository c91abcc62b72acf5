import { describe, expect, test } from 'vitest';
import { buildRequest, type Endpoint, type RequestSecrets } from '../../../src/features/sources/domain/endpoint.ts';
import {
  firstPosition,
  nextOfLinkHeader,
  nextPosition,
  type PageSeen,
  type Paging,
  type PagingStyle,
} from '../../../src/features/sources/domain/paging.ts';

const URL_HERE = 'https://api.example.com/v1/usage?day=1';
const seen = (changes: Partial<PageSeen> = {}): PageSeen => ({
  ...{ elements: 10, next: null, digest: 'x', linkHeader: null, rowsBefore: 0 },
  ...changes,
});
const paging = (style: PagingStyle): Paging => ({ ...style, maxPages: 1_000 });

describe('a link', () => {
  const follow = (next: unknown, url = URL_HERE) =>
    nextPosition(paging({ kind: 'NEXT_LINK', path: 'next' }), firstPosition(null), seen({ next }), url);

  test.each([
    ['https://api.example.com/v1/usage?page=2', 'https://api.example.com/v1/usage?page=2'],
    ['https://API.example.com:443/x', 'https://api.example.com/x'],
    ['//api.example.com/x', 'https://api.example.com/x'],
    ['/v2/x', 'https://api.example.com/v2/x'],
    ['?page=2', 'https://api.example.com/v1/usage?page=2'],
    ['more#rows', 'https://api.example.com/v1/more'],
    ['?q=a b\u00fc', 'https://api.example.com/v1/usage?q=a%20b%C3%BC'],
    [' /v2/x\n', 'https://api.example.com/v2/x'],
  ])('%j is followed', (next, link) => {
    expect(follow(next)).toEqual({ ok: true, value: { values: {}, link } });
  });

  test.each([
    ['http://api.example.com/x', 'its link leads to http://api.example.com, not to https://api.example.com'],
    [
      'https://api.example.com:8443/x',
      'its link leads to https://api.example.com:8443, not to https://api.example.com',
    ],
    ['https://api.example.com.evil.example/x', /^its link leads to https:\/\/api\.example\.com\.evil\.example, not to/],
    ['https://evil.example\\@api.example.com/', /^its link leads to https:\/\/evil\.example, not to/],
    ['https://api.example.com@evil.example/', 'its link holds a user name or a password'],
    ['https://:x@api.example.com/', 'its link holds a user name or a password'],
    ['data:text/html,x', 'data:text/html,x is not a link'],
    [`/${'x'.repeat(8_000)}?key=s3cret`, /^\/x+….* is not a link$/],
  ])('%j is not', (next, said) => {
    const found = follow(next);
    expect(found).toEqual({ ok: false, error: typeof said === 'string' ? said : expect.stringMatching(said) });
    expect(JSON.stringify(found)).not.toContain('s3cret');
  });

  test('out of plain http is not followed into TLS either: it would be another endpoint', () => {
    expect(follow('https://127.0.0.1/x', 'http://127.0.0.1/').ok).toBe(false);
  });
});

test.each([
  ['<https://a.example/2>; rel="next"', 'https://a.example/2'],
  ['<?p=2>;rel=next', '?p=2'],
  ['<?p=0>; rel="prev", <?p=2>; rel="next", <?p=9>; rel="last"', '?p=2'],
  ['<?p=0>; rel="prev",<?p=2>; REL = "prev  NEXT"', '?p=2'],
  ['< ?p=2 >; title="a, <b>; c"; rel="next"', '?p=2'],
  ['<?p=1>; title="x; rel=next"; rel="prev"', null],
  ['<?p=1>; title="\\"; rel=next"; rel="prev", <?p=2>; rel=next', '?p=2'],
  ['<?p=2>; rel="nextpage"', null],
  ['<?p=2>; relation="next"', null],
  ['<?p=2>', null],
  ['?p=2; rel=next', null],
  ['<a,b;c>; rel=next', 'a,b;c'],
  ['', null],
])('the header Link: %s', (header, expected) => {
  expect(nextOfLinkHeader(header)).toBe(expected);
});

test('a header made to be slow to read is read quickly', () => {
  const hostile = [
    `<a>${'; '.repeat(8_000)}`,
    `<a>;${' '.repeat(16_000)}`,
    `<a>; a="${'\\"'.repeat(8_000)}`,
    '<'.repeat(16_000),
  ];
  const began = performance.now();
  for (const header of hostile) expect(nextOfLinkHeader(header)).toBeNull();
  expect(performance.now() - began).toBeLessThan(1_000);
});

describe('counting', () => {
  const asked = (style: PagingStyle, ...pages: readonly number[]) => {
    let position = firstPosition(paging(style));
    let rowsBefore = 0;
    const values = [position.values];
    for (const elements of pages) {
      const next = nextPosition(paging(style), position, seen({ elements, rowsBefore }), URL_HERE);
      rowsBefore += elements;
      if (!next.ok || next.value === null) return [...values, 'last'];
      position = next.value;
      values.push(position.values);
    }
    return values;
  };

  test('pages ends with an empty one, or with one that is not full', () => {
    const pages = [{ page: '0' }, { page: '1' }, { page: '2' }];
    expect(asked({ kind: 'PAGE', firstPage: 0, pageSize: null }, 10, 3, 0)).toEqual([...pages, 'last']);
    expect(asked({ kind: 'PAGE', firstPage: 0, pageSize: 10 }, 10, 10, 9)).toEqual([...pages, 'last']);
    // An endpoint that gives more than was thought has not come to its end.
    expect(asked({ kind: 'PAGE', firstPage: 0, pageSize: 10 }, 12, 11)).toEqual(pages);
  });

  test('rows counts what came, not what was expected', () => {
    const offsets = [{ offset: '0' }, { offset: '10' }, { offset: '17' }];
    expect(asked({ kind: 'OFFSET', pageSize: null }, 10, 7, 0)).toEqual([...offsets, 'last']);
    expect(asked({ kind: 'OFFSET', pageSize: 7 }, 10, 7, 6)).toEqual([...offsets, 'last']);
  });
});

describe('the request for a page', () => {
  const request = (url: string, body: string | null, cursor?: string, headers: RequestSecrets['headers'] = []) => {
    const endpoint: Endpoint = {
      ...{ url, method: body === null ? 'GET' : 'POST', timeoutSeconds: 30, answerFormat: 'AUTO' },
      paging: paging({ kind: 'CURSOR', path: 'next' }),
    };
    const secrets: RequestSecrets = { auth: { kind: 'NONE' }, headers, body };
    const values = cursor === undefined ? {} : { cursor };
    return buildRequest(endpoint, secrets, { from: '2026-03-01', to: '2026-03-07' }, { values, link: null });
  };

  test.each([
    ['https://a.example/?c={cursor}', 'https://a.example/'],
    ['https://a.example/?c={cursor}&n=1', 'https://a.example/?n=1'],
    ['https://a.example/?n=1&c={cursor}', 'https://a.example/?n=1'],
    ['https://a.example/?n=1&page[after]={cursor}&m=2', 'https://a.example/?n=1&m=2'],
    ['https://a.example/{cursor}', 'https://a.example/'],
    ['https://a.example/?q=after:{cursor}', 'https://a.example/?q=after:'],
  ])('the first, of %s', (url, expected) => {
    expect(request(url, null).url).toBe(expected);
  });

  test('a cursor is written as a URL and as JSON write it', () => {
    expect(request('https://a.example/?c={cursor}', null, 'a b&c=d/\u00fc').url).toBe(
      'https://a.example/?c=a%20b%26c%3Dd%2F%C3%BC',
    );
    const body = (text: string, cursor?: string) => JSON.parse(request('https://a.example/', text, cursor).body ?? '');
    expect(body('{"after": "{cursor}"}')).toEqual({ after: null });
    expect(body('{"after": {cursor}}')).toEqual({ after: null });
    expect(body('{"after": "{cursor}"}', '"\\\n{page}')).toEqual({ after: '"\\\n{page}' });
    expect(body('{"after": {cursor}}', '17')).toEqual({ after: 17 });
    expect(body('{"after": "x-{cursor}"}')).toEqual({ after: 'x-' });
  });

  test('and in a form as a form writes it', () => {
    const form = [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded; charset=utf-8' }];
    const body = (cursor?: string) => request('https://a.example/', 'n=1&after={cursor}', cursor, form).body;
    expect(body()).toBe('n=1&after=');
    expect(body('a+b/c==&"')).toBe('n=1&after=a%2Bb%2Fc%3D%3D%26%22');
  });
});
