import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkEndpoint } from '../../../src/features/sources/domain/check-endpoint.ts';
import type { Endpoint, RequestSecrets } from '../../../src/features/sources/domain/endpoint.ts';
import type { Paging } from '../../../src/features/sources/domain/paging.ts';
import { fillPlaceholders, placeholdersOf } from '../../../src/features/sources/domain/placeholders.ts';

const window = { from: '2026-11-01', to: '2026-11-30' };
const inUrl = (text: string) => fillPlaceholders(text, { window }, 'URL');
const inText = (text: string) => fillPlaceholders(text, { window }, 'TEXT');

describe('a placeholder is filled', () => {
  it.each([
    ['{start_date}', '2026-11-01'],
    ['{end_date}', '2026-11-30'],
    ['{end_date:+1d}', '2026-12-01'],
    ['{start_date:-3d}', '2026-10-29'],
    ['{start_date:+0d}', '2026-11-01'],
    ['{start_date:-400d}', '2025-09-27'],
    ['{end_date:+400d}', '2028-01-04'],
    ['{start_date:unix}', '1793491200'],
    ['{start_date:unix_ms}', '1793491200000'],
    ['{start_date:iso}', '2026-11-01T00:00:00Z'],
    ['{end_date:+1d:unix}', '1796083200'],
    ['{end_date:-1d:%y%j}', '26333'],
    ['{start_date:%Y%m%d}', '20261101'],
    ['{start_date:%Y-%m-%dT%H:%M:%SZ}', '2026-11-01T00:00:00Z'],
    ['{start_date:%d/%m/%Y, %H.%M}', '01/11/2026, 00.00'],
    ['{start_date:%Y%%+1d}', '2026%+1d'],
    ['{start_date}{end_date}', '2026-11-012026-11-30'],
  ])('%s as %s', (text, expected) => expect(inText(text)).toBe(expected));

  it.each([
    ['{start_date:iso}', '2026-11-01T00:00:00Z'],
    ['{start_date:%Y/%m/%d,%j}', '2026/11/01,305'],
    ['{start_date:%Y-%m-%d %H:%M}', '2026-11-01%2000:00'],
    ['{start_date:%Y-%m-%dT%H:%M:%S+00:00}', '2026-11-01T00:00:00%2B00:00'],
    ['{start_date:%Y%%}', '2026%25'],
  ])('%s in a URL as %s', (text, expected) => {
    expect(inUrl(`https://x.example/u?from=${text}&a=1`)).toBe(`https://x.example/u?from=${expected}&a=1`);
    expect(new URL(inUrl(`https://x.example/u?from=${text}`)).searchParams.get('from')).toBe(inText(text));
  });

  it('with its day of a leap year', () =>
    expect(fillPlaceholders('{end_date:%j}', { window: { from: '2024-01-01', to: '2024-12-31' } }, 'TEXT')).toBe(
      '366',
    ));
});

it.each(examplesOfGuide())('the guide is right about %s: %s', (text, expected) => {
  expect(inText(text)).toBe(expected);
  expect(problems({ body: text, url: `https://x.example/${text}` })).toEqual([]);
});

/** The rows of its table, which is about November 2026. */
function examplesOfGuide(): [string, string][] {
  const guide = readFileSync(new URL('../../../docs/mapping.md', import.meta.url), 'utf8');
  const found = [...guide.matchAll(/^\| `(\{[^`]*\})` \| `([^`]*)`/gm)];
  if (found.length < 8) throw new Error('the table of placeholders is not where it was');
  return found.map(([, text = '', expected = '']) => [text, expected]);
}

describe('what belongs to pages', () => {
  const page = { cursor: 'a b&c=+/{start_date}', page: '2' };
  it('is filled in once there is a value, and is encoded in a URL', () => {
    const text = 'c={cursor}&p={page}&o={offset}';
    expect(fillPlaceholders(text, { window, page }, 'URL')).toBe('c=a%20b%26c%3D%2B%2F%7Bstart_date%7D&p=2&o={offset}');
    expect(fillPlaceholders(text, { window, page }, 'TEXT')).toBe('c=a b&c=+/{start_date}&p=2&o={offset}');
  });

  it('stays as it stands without one', () => expect(inUrl('{cursor}{page}{offset}')).toBe('{cursor}{page}{offset}'));
});

describe('in a body or a header', () => {
  it.each([
    '{"a":{"start_date":"x"}}',
    '{start_dates}',
    '{ start_date }',
    '{start_date end_date}',
    '{start_date,end_date}',
    '{start_date: $from, end_date: $to}',
    '{start_date:$from}',
    '{start_date:"2026-01-01"}',
    '{page: 1}',
    '{offset:0,limit:10}',
    'usage{cursor}',
    '{from}',
    '{}',
  ])('%s is left as it is', (text) => {
    expect(inText(text)).toBe(text);
    expect(problems({ body: text })).toEqual([]);
  });
});

const problems = (given: { url?: string; headers?: RequestSecrets['headers']; body?: string; paging?: Paging }) => {
  const { url = 'https://x.example/u', headers = [], body = '', paging = null } = given;
  const endpoint: Endpoint = { url, method: 'POST', timeoutSeconds: 30, answerFormat: 'AUTO', paging };
  return checkEndpoint(endpoint, { auth: { kind: 'NONE' }, headers, body });
};

describe('refused, with what is possible', () => {
  it.each([
    ['{from}', /Unknown placeholder \{from\}\. \{start_date\}/],
    ['{from}{to}{page}', /^Unknown placeholder \{from\}, \{to\}\. Nothing fills \{page\}: give paging/],
    ['{}', /Unknown placeholder \{\}/],
    ['{START_DATE}', /Unknown/],
    ['{start_dates}', /Unknown/],
    ['{page:2}', /Malformed placeholder \{page:2\}\. \{page\} takes no parts/],
    ['{start_date:foo}', /Malformed placeholder \{start_date:foo\}\. The format is unknown\..*%Y%m%d/],
    ['{start_date:}', /The format is unknown/],
    ['{start_date::unix}', /The format is unknown/],
    ['{start_date:+1d:}', /The format is unknown/],
    ['{start_date:UNIX}', /The format is unknown/],
    ['{start_date:+1}', /Days are added with/],
    ['{start_date+1d}', /Days are added with/],
    ['{start_date 1}', /The parts begin with a colon/],
    ['{start_date:+401d}', /At most 400 days/],
    ['{start_date:unix:+1d}', /The days come before the format/],
    ['{start_date:%Y:+1d}', /The days come before the format/],
    ['{start_date:%B %Y}', /a % that is unknown/],
    ['{start_date:%Y%}', /a % that is unknown/],
    ['{start_date:%Y&a=1}', /a character/],
    ['{start_date:%Yü}', /a character/],
  ])('%s in a URL', (text, message) =>
    expect(problems({ url: `https://x.example/u?f=${text}` })).toEqual([
      { field: ['url'], message: expect.stringMatching(message) },
    ]),
  );

  it('in the body and in each header, at its place', () => {
    const headers = [
      { name: 'x-a', value: '{start_date:unix}' },
      { name: 'x-b', value: 'since {start_date:week}' },
    ];
    expect(problems({ headers, body: '{"a":"{start_date:foo}"}' })).toEqual([
      { field: ['headers', '1', 'value'], message: expect.stringContaining('{start_date:week}') },
      { field: ['body'], message: expect.stringContaining('{start_date:foo}') },
    ]);
  });

  it('unless paging fills it', () => {
    const paging: Paging = { kind: 'PAGE', firstPage: 1, pageSize: null, maxPages: 10 };
    expect(problems({ url: 'https://x.example/u?p={page}', paging })).toEqual([]);
    expect(problems({ url: 'https://x.example/u?p={page}&c={cursor}', paging })).toEqual([
      { field: ['url'], message: expect.stringMatching(/^Nothing fills \{cursor\}: /) },
    ]);
  });
});

it('placeholders are told apart', () => {
  expect(placeholdersOf('{start_date:-2d:unix}{page}{x}{end_date:y}', 'URL')).toEqual([
    { kind: 'DATE', text: '{start_date:-2d:unix}', name: 'start_date', offsetDays: -2, format: 'unix' },
    { kind: 'PAGE', text: '{page}', name: 'page' },
    { kind: 'MALFORMED', text: '{x}', why: null },
    { kind: 'MALFORMED', text: '{end_date:y}', why: 'The format is unknown.' },
  ]);
});
