import { describe, expect, test } from 'vitest';
import { conditional, isTag } from '../../../src/features/sources/domain/conditional.ts';
import { isRepeatable, type LastAnswer, READER } from '../../../src/features/sources/domain/last-answer.ts';

const WINDOW = { from: '2026-03-01', to: '2026-03-09' };
const NOW = new Date('2026-03-10T12:00:00Z');

const last = (changes: Partial<LastAnswer> = {}): LastAnswer => ({
  reader: READER,
  configVersion: 3,
  window: WINDOW,
  synced: '2026-03-08',
  stored: 1,
  tag: null,
  blocks: ['digest'],
  read: {
    bytes: 1,
    counts: { rows: 1, mapped: 1, skipped: 0, errors: 0, outsideWindow: 0, accounts: 1 },
    problems: [],
    shape: { present: [1], fields: [] },
    lastDay: '2026-03-08',
    notices: [],
  },
  ...changes,
});
const asked = { configVersion: 3, window: WINDOW, now: NOW };

describe('the last answer, come again, changes nothing', () => {
  test('for the same window and configuration', () => {
    expect(isRepeatable(last(), asked)).toBe(true);
  });

  test.each([
    ['another first day', { ...asked, window: { ...WINDOW, from: '2026-03-02' } }],
    ['another last day', { ...asked, window: { ...WINDOW, to: '2026-03-08' } }],
    ['another configuration', { ...asked, configVersion: 4 }],
    [
      'a week on, when the day that brought nothing counts as synchronised',
      { ...asked, now: new Date('2026-03-18T12:00Z') },
    ],
  ])('but not for %s', (_, other) => {
    expect(isRepeatable(last(), other)).toBe(false);
  });

  test('and not when answers were read otherwise then', () => {
    expect(isRepeatable(last({ reader: READER - 1 }), asked)).toBe(false);
  });
});

describe('a condition', () => {
  const headers = { accept: 'application/json' };

  test('is sent with GET, and 304 is then welcome', () => {
    const sent = { headers: { ...headers, 'if-none-match': 'W/"1"' }, alsoRead: [304] };
    expect(conditional('GET', headers, 'W/"1"')).toEqual(sent);
  });

  test.each<[string, 'GET' | 'POST', Record<string, string>, string | null]>([
    ['without a tag', 'GET', headers, null],
    ['with POST, where it means something else', 'POST', headers, '"1"'],
    ['beside one of the customer', 'GET', { 'If-Modified-Since': 'x' }, '"1"'],
    ['where there is no room', 'GET', { 'x-long': 'x'.repeat(9_000) }, '"1"'],
  ])('is not sent %s', (_, method, given, tag) => {
    expect(conditional(method, given, tag)).toEqual({ headers: given });
  });

  test.each(['"a"', 'W/"a"', '""', '"a/b+c="'])('%s is a tag', (tag) => {
    expect(isTag(tag)).toBe(true);
  });

  test.each(['a', '"a', '"a" "b"', '"a"\n', 'w/"a"', `"${'x'.repeat(200)}"`, '"a\r\nx: y"'])('%j is none', (tag) => {
    expect(isTag(tag)).toBe(false);
  });
});
