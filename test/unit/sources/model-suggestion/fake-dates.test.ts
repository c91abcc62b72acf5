import { describe, expect, test } from 'vitest';
import { fakeDate, fakeInstant } from '../../../../src/features/sources/domain/model-suggestion/fake-dates.ts';
import { dateReader } from '../../../../src/features/sources/domain/parse-date.ts';

test.each([
  ['2026-03-08', '2021-04-25'],
  ['2026/3/8', '2021/4/25'],
  ['20260308', '20210425'],
  ['2026-03-08T00:00:00.000Z', '2021-04-25T00:00:00.000Z'],
  ['2026-03-08T18:30:59-08:00', '2021-04-25T12:01:30-08:00'],
  ['2026-03-08 07:15:00', '2021-04-25 12:01:30'],
  ['31/03/2026', '25/04/2021'],
  ['03/31/2026', '04/25/2021'],
  ['3/8/26', '4/5/21'],
  ['Sun, 08 Mar 2026 10:00:00 +0100', 'Sun, 25 Apr 2021 11:11:11 +0100'],
  ['March 8, 2026', 'April 25, 2021'],
  ['8 Mar 2026', '25 Apr 2021'],
  ['2026-03', '2021-04'],
  ['2026-W10', '2021-W16'],
])('%s is written as %s', (text, fake) => {
  expect(fakeDate(text, 0)).toBe(fake);
});

test.each([
  '',
  'acme',
  '4111 1111 1111 1111',
  '2026',
  '12345678',
  '99999999',
  'Jane 12',
  'May Parker 3',
  '1.2.3',
  'A-1',
  '2026-02-30',
  '10/99/2026',
  '555-2026',
])('%j is no date', (text) => {
  expect(fakeDate(text, 0)).toBeNull();
});

test('other dates are written otherwise, and no fake one is a day of ours', () => {
  const fakes = Array.from({ length: 150 }, (_, number) => fakeDate('2026-03-08', number));
  expect(new Set(fakes).size).toBe(150);
  for (const fake of fakes) expect(dateReader('YYYY_MM_DD')(fake)).toBeTypeOf('number');
});

describe('instants keep their unit', () => {
  test.each([
    ['seconds', 1_772_971_199, 1_619_353_800],
    ['seconds of a midnight', 1_772_928_000, 1_619_308_800],
    ['milliseconds', 1_772_971_199_999, 1_619_353_800_000],
    ['microseconds', 1_772_971_199_999_000, 1_619_353_800_000_000],
    ['digits of a day', 20_260_308, 20_210_425],
    ['a year', 2_026, 2_021],
    ['a fraction', 1_772_971_199.5, 1_619_353_800],
  ])('%s', (_, value, fake) => {
    expect(fakeInstant(value, 0)).toBe(fake);
  });

  test.each([0, 1, -5, 1.5, 1999, 42_000, 99_999_999, 20_261_399, 1e20, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is none',
    (value) => {
      expect(fakeInstant(value, 0)).toBeNull();
    },
  );
});
