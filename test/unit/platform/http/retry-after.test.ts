import { expect, test } from 'vitest';
import { parseRetryAfter } from '../../../../src/platform/http/retry-after.ts';

const NOW = new Date('1994-11-06T08:49:00.500Z');

test.each<[string, number | null]>([
  ['0', 0],
  ['120', 120],
  [' 7 ', 7],
  ['9999999999', 9_999_999_999],
  ['Sun, 06 Nov 1994 08:49:37 GMT', 37],
  ['Sunday, 06-Nov-94 08:49:37 GMT', 37],
  ['Sun Nov  6 08:49:37 1994', 37],
  ['Sun, 06 Nov 1994 08:00:00 GMT', 0],
  ['Mon, 07 Nov 1994 08:49:00 GMT', 86_400],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['1e3', null],
  ['0x10', null],
  ['soon', null],
  ['99999999999999999999', null],
  ['120, 60', null],
  ['1994-11-06T08:49:37Z', null],
  ['Sun, 06 Nov 1994 08:49:37 PST', null],
  ['Sun, 99 Nov 1994 08:49:37 GMT', null],
  ['Sun, 06 Nov 1994 99:49:37 GMT', null],
])('"%s" asks to wait %s s', (header, expected) => {
  expect(parseRetryAfter(header, NOW)).toBe(expected);
});
