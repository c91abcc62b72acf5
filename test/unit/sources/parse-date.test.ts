import { describe, expect, it } from 'vitest';
import { DATE_FORMATS, type DateFormat } from '../../../src/features/sources/domain/mapping.ts';
import { dateReader } from '../../../src/features/sources/domain/parse-date.ts';
import { dayFromEpoch } from '../../../src/lib/day.ts';

function read(format: DateFormat, value: unknown): string {
  const day = dateReader(format)(value);
  return typeof day === 'number' ? dayFromEpoch(day) : day.message;
}
function hint(format: DateFormat, value: unknown): string {
  const day = dateReader(format)(value);
  return typeof day === 'number' ? '' : day.hint;
}

describe.each<DateFormat>([...DATE_FORMATS])('%s', (format) => {
  it.each([[null], [undefined], ['']])('%j is missing', (value) => expect(read(format, value)).toBe('date: missing'));
  it.each([[true], [{}], [[]], ['soon'], [Number.NaN], [Number.POSITIVE_INFINITY], [{ toString: 1 }]])(
    '%j is no date',
    (value) => {
      expect(read(format, value)).toMatch(/^date: not /);
      expect(hint(format, value)).not.toBe('');
    },
  );
});

describe('YYYY_MM_DD is exact', () => {
  it.each([
    ['2026-06-30', '2026-06-30'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-30', 'date: no such day'],
    ['2026-02-29', 'date: no such day'],
    ['2026-13-01', 'date: no such day'],
    ['2026-00-10', 'date: no such day'],
    ['2026-06-00', 'date: no such day'],
    ['2026-6-3', 'date: not YYYY-MM-DD'],
    [' 2026-06-30', 'date: not YYYY-MM-DD'],
    ['2026-06-30T00:00:00Z', 'date: not YYYY-MM-DD'],
    ['1999-12-31', 'date: implausible year'],
    ['2000-01-01', '2000-01-01'],
    ['2100-12-31', '2100-12-31'],
    ['2101-01-01', 'date: implausible year'],
    ['0000-00-00', 'date: no such day'],
    ['2026/06/30', 'date: not YYYY-MM-DD'],
    ['20260630', 'date: not YYYY-MM-DD'],
    ['٢٠٢٦-٠٦-٣٠', 'date: not YYYY-MM-DD'],
    [20260630, 'date: not YYYY-MM-DD'],
  ])('%j is %s', (value, expected) => expect(read('YYYY_MM_DD', value)).toBe(expected));
});

describe('ISO_8601 becomes its UTC day', () => {
  it.each([
    ['2026-06-30', '2026-06-30'],
    ['2026-06-30T23:59:59Z', '2026-06-30'],
    ['2026-06-30T23:59:59.999999z', '2026-06-30'],
    ['2026-06-30T23:59', '2026-06-30'],
    ['2026-06-30 12:00:00', '2026-06-30'],
    ['2026-06-30T22:00:00-05:00', '2026-07-01'],
    ['2026-07-01T01:00:00+02:00', '2026-06-30'],
    ['2026-07-01T01:00+0200', '2026-06-30'],
    ['2026-07-01T01:00+02', '2026-06-30'],
    ['2026-01-01T00:00:00+00:01', '2025-12-31'],
    ['2024-02-29T23:00:00-02:00', '2024-03-01'],
    ['2026-02-30T00:00:00Z', 'date: no such day'],
    ['2100-12-31T23:59:59Z', '2100-12-31'],
    ['2100-12-31T23:59:59-00:01', 'date: implausible year'],
    ['2000-01-01T00:00:00Z', '2000-01-01'],
    ['2000-01-01T00:00:00+00:01', 'date: implausible year'],
    ['9999-12-31T23:59:59-23:59', 'date: implausible year'],
    ['0001-01-01', 'date: implausible year'],
    ['2026-06-30T24:00:00Z', 'date: no such time'],
    ['2026-06-30T23:59:60Z', 'date: no such time'],
    ['2026-06-30T23:60', 'date: no such time'],
    ['2026-06-30T00:00+24:00', 'date: no such time'],
    ['2026-06-30T', 'date: not ISO 8601'],
    ['2026-06-30T12', 'date: not ISO 8601'],
    ['2026-06-30T1:00', 'date: not ISO 8601'],
    ['2026-W27-2', 'date: not ISO 8601'],
    ['20260630T120000Z', 'date: not ISO 8601'],
    ['2026-06-30T12:00:00 Z', 'date: not ISO 8601'],
    [1782777600, 'date: not ISO 8601'],
  ])('%j is %s', (value, expected) => expect(read('ISO_8601', value)).toBe(expected));
});

describe('YYYYMMDD is eight digits', () => {
  it.each([
    ['20260630', '2026-06-30'],
    [20260630, '2026-06-30'],
    ['20240229', '2024-02-29'],
    [20260230, 'date: no such day'],
    ['20261301', 'date: no such day'],
    [19991231, 'date: implausible year'],
    [21010101, 'date: implausible year'],
    ['00000000', 'date: no such day'],
    [2026063, 'date: not YYYYMMDD'],
    [20260630.5, 'date: not YYYYMMDD'],
    [-20260630, 'date: not YYYYMMDD'],
    ['20260630 ', 'date: not YYYYMMDD'],
    ['20260630T00', 'date: not YYYYMMDD'],
  ])('%j is %s', (value, expected) => expect(read('YYYYMMDD', value)).toBe(expected));
});

describe('YYYY_MM_DD_HH_MM_SS is read as UTC', () => {
  it.each([
    ['2026-06-30 23:59:59', '2026-06-30'],
    ['2026-06-30 00:00:00.000001', '2026-06-30'],
    ['2026-06-30 23:59:59,999', '2026-06-30'],
    ['2026-02-30 00:00:00', 'date: no such day'],
    ['2026-06-30 24:00:00', 'date: no such time'],
    ['1999-12-31 23:59:59', 'date: implausible year'],
    ['2026-06-30 23:59:59Z', 'date: not YYYY-MM-DD hh:mm:ss'],
    ['2026-06-30  23:59:59', 'date: not YYYY-MM-DD hh:mm:ss'],
    ['2026-06-30 3:59:59', 'date: not YYYY-MM-DD hh:mm:ss'],
  ])('%j is %s', (value, expected) => expect(read('YYYY_MM_DD_HH_MM_SS', value)).toBe(expected));
});

describe('RFC_2822 becomes its UTC day', () => {
  it.each([
    ['Sat, 21 Nov 2026 09:55:06 -0600', '2026-11-21'],
    ['Sat, 21 Nov 2026 18:00:00 -0600', '2026-11-22'],
    ['Sat, 21 Nov 2026 05:29:59 +0530', '2026-11-20'],
    ['21 Nov 2026 09:55 GMT', '2026-11-21'],
    ['1 Jan 2026 00:00 UT', '2026-01-01'],
    ['sat, 21 nov 2026 20:00:00 est', '2026-11-22'],
    ['Sat, 21 Nov 2026 16:59:59 PDT', '2026-11-21'],
    ['Sat,  21 Nov 2026 23:59:59 +0000 (UTC)', '2026-11-21'],
    ['Fri, 21 Nov 2026 09:55:06 -0600', 'date: wrong weekday'],
    ['Mon, 30 Feb 2026 09:55:06 GMT', 'date: no such day'],
    ['Sat, 21 Nov 2026 24:00:00 GMT', 'date: no such time'],
    ['Sat, 21 Nov 2026 23:00:00 +0060', 'date: no such time'],
    ['31 Dec 1999 23:59:59 GMT', 'date: implausible year'],
    ['31 Dec 1999 23:59:59 EST', '2000-01-01'],
    ['Sat, 21 Nov 2026 09:55:06', 'date: not RFC 2822'],
    ['Sat, 21 Nov 2026 09:55:06 A', 'date: not RFC 2822'],
    ['Sat, 21 Nov 26 09:55:06 GMT', 'date: not RFC 2822'],
    ['Saturday, 21-Nov-26 09:55:06 GMT', 'date: not RFC 2822'],
    ['Sat, 21 Nov 2026 09:55:06 -600', 'date: not RFC 2822'],
    ['Sat, 21 Nov 2026 9:55:06 GMT', 'date: not RFC 2822'],
  ])('%j is %s', (value, expected) => expect(read('RFC_2822', value)).toBe(expected));

  it('a text that comes again is read as the first time', () => {
    const reader = dateReader('RFC_2822');
    for (let time = 0; time < 2; time++) {
      expect(reader('Sat, 21 Nov 2026 09:55:06 -0600')).toBe(20_778);
      expect(reader('Fri, 21 Nov 2026 09:55:06 -0600')).toMatchObject({ message: 'date: wrong weekday' });
    }
  });
});

describe('Unix times are UTC', () => {
  it.each<[DateFormat, unknown, string]>([
    ['UNIX_SECONDS', 1782863999, '2026-06-30'],
    ['UNIX_SECONDS', 1782864000, '2026-07-01'],
    ['UNIX_SECONDS', '1782863999', '2026-06-30'],
    ['UNIX_SECONDS', 1782863999.9, '2026-06-30'],
    ['UNIX_SECONDS', 946684800, '2000-01-01'],
    ['UNIX_SECONDS', 946684799, 'date: implausible year'],
    ['UNIX_SECONDS', 4133980799, '2100-12-31'],
    ['UNIX_SECONDS', 4133980800, 'date: implausible year'],
    ['UNIX_SECONDS', 0, 'date: implausible year'],
    ['UNIX_SECONDS', -5, 'date: implausible year'],
    ['UNIX_SECONDS', '1782863999.5', 'date: not Unix seconds'],
    ['UNIX_SECONDS', '1e9', 'date: not Unix seconds'],
    ['UNIX_MILLISECONDS', 1782863999999, '2026-06-30'],
    ['UNIX_MILLISECONDS', '1782863999999', '2026-06-30'],
    ['UNIX_MILLISECONDS', 1782863999, 'date: not Unix milliseconds'],
    ['UNIX_SECONDS', 20260630, 'date: not Unix seconds'],
    ['UNIX_DAYS', 20634, '2026-06-30'],
    ['UNIX_DAYS', '20634', '2026-06-30'],
    ['UNIX_DAYS', 10957, '2000-01-01'],
    ['UNIX_DAYS', 10956, 'date: implausible year'],
    ['UNIX_DAYS', 47846, '2100-12-31'],
    ['UNIX_DAYS', 47847, 'date: implausible year'],
    ['UNIX_DAYS', 20634.5, 'date: not days since 1970-01-01'],
    ['UNIX_DAYS', 1782863999, 'date: not days since 1970-01-01'],
    ['UNIX_DAYS', '+20634', 'date: not days since 1970-01-01'],
  ])('%s %j is %s', (format, value, expected) => expect(read(format, value)).toBe(expected));
});

describe('the hint names what the value looks like', () => {
  it.each<[DateFormat, unknown, string]>([
    ['YYYY_MM_DD', '2026-06-30T00:00:00Z', 'use ISO_8601'],
    ['YYYY_MM_DD', 1782863999, 'use UNIX_SECONDS'],
    ['YYYY_MM_DD', '1782863999999', 'use UNIX_MILLISECONDS'],
    ['YYYY_MM_DD', '30/06/2026', 'Day and month'],
    ['YYYY_MM_DD', '2026/06/30', 'replace('],
    ['YYYY_MM_DD', '20260630', 'Looks like YYYYMMDD: use YYYYMMDD.'],
    ['UNIX_SECONDS', 20260630, 'use YYYYMMDD'],
    ['YYYYMMDD', '2026-06-30', 'use YYYY_MM_DD'],
    ['YYYY_MM_DD', '2026-06-30 10:00:00', 'use YYYY_MM_DD_HH_MM_SS'],
    ['YYYY_MM_DD', '2026-06-30 10:00:00.123', 'use YYYY_MM_DD_HH_MM_SS'],
    ['YYYY_MM_DD_HH_MM_SS', '2026-06-30 10:00:00+02:00', 'use ISO_8601'],
    ['YYYY_MM_DD_HH_MM_SS', '2026-06-30 10:00', 'use ISO_8601'],
    ['YYYY_MM_DD_HH_MM_SS', '2026-06-30T10:00:00', 'use ISO_8601'],
    ['YYYY_MM_DD_HH_MM_SS', '2026-06-30', 'use YYYY_MM_DD'],
    ['ISO_8601', 'Tue, 30 Jun 2026 09:55:06 -0600', 'Looks like RFC 2822: use RFC_2822.'],
    ['YYYY_MM_DD', '30 Jun 2026 09:55 GMT', 'use RFC_2822'],
    ['RFC_2822', 'Tue, 31 Jun 2026 09:55:06', 'Expected Sat, 31 Jan 2026 23:59:59 +0000.'],
    ['RFC_2822', 'Fri, 30 Jun 2026 09:55:06 GMT', '30 Jun 2026 is a Tuesday'],
    ['UNIX_SECONDS', 20634, 'Looks like days since 1970: use UNIX_DAYS.'],
    ['YYYY_MM_DD', '20634', 'use UNIX_DAYS'],
    ['UNIX_DAYS', 1782863999, 'use UNIX_SECONDS'],
    ['UNIX_DAYS', 1e20, 'microseconds'],
    ['UNIX_DAYS', 20634.5, 'a whole number'],
    ['UNIX_SECONDS', 0, 'a filter in rows_path'],
    ['YYYY_MM_DD', '2026-06-30 ', 'trim('],
    ['ISO_8601', 1782863999, 'use UNIX_SECONDS'],
    ['UNIX_SECONDS', 1782863999999, 'Looks like milliseconds: use UNIX_MILLISECONDS'],
    ['UNIX_MILLISECONDS', 1782863999, 'Looks like seconds: use UNIX_SECONDS'],
    ['UNIX_MILLISECONDS', 1782863999999999, 'microseconds'],
    ['UNIX_SECONDS', '2026-06-30', 'use YYYY_MM_DD'],
  ])('%s %j: %s', (format, value, expected) => expect(hint(format, value)).toContain(expected));
});
