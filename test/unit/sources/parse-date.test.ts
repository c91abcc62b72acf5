import { describe, expect, it } from 'vitest';
import type { DateFormat } from '../../../src/features/sources/domain/mapping.ts';
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

describe.each<DateFormat>(['YYYY_MM_DD', 'ISO_8601', 'UNIX_SECONDS', 'UNIX_MILLISECONDS'])('%s', (format) => {
  it.each([[null], [undefined], ['']])('%j is missing', (value) => expect(read(format, value)).toBe('date: missing'));
  it.each([[true], [{}], [[]], ['soon'], [Number.NaN], [Number.POSITIVE_INFINITY], [{ valueOf: 1 }]])(
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
    ['9999-12-31T23:59:59Z', '9999-12-31'],
    ['9999-12-31T23:59:59-00:01', 'date: no such day'],
    ['0001-01-01T00:00:00Z', '0001-01-01'],
    ['0001-01-01T00:00:00+00:01', 'date: no such day'],
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

describe('Unix times are UTC', () => {
  it.each<[DateFormat, unknown, string]>([
    ['UNIX_SECONDS', 1782863999, '2026-06-30'],
    ['UNIX_SECONDS', 1782864000, '2026-07-01'],
    ['UNIX_SECONDS', '1782863999', '2026-06-30'],
    ['UNIX_SECONDS', 1782863999.9, '2026-06-30'],
    ['UNIX_SECONDS', 946684800, '2000-01-01'],
    ['UNIX_SECONDS', 946684799, 'date: not Unix seconds'],
    ['UNIX_SECONDS', 4133980799, '2100-12-31'],
    ['UNIX_SECONDS', 4133980800, 'date: not Unix seconds'],
    ['UNIX_SECONDS', 0, 'date: not Unix seconds'],
    ['UNIX_SECONDS', -5, 'date: not Unix seconds'],
    ['UNIX_SECONDS', '1782863999.5', 'date: not Unix seconds'],
    ['UNIX_SECONDS', '1e9', 'date: not Unix seconds'],
    ['UNIX_MILLISECONDS', 1782863999999, '2026-06-30'],
    ['UNIX_MILLISECONDS', '1782863999999', '2026-06-30'],
    ['UNIX_MILLISECONDS', 1782863999, 'date: not Unix milliseconds'],
  ])('%s %j is %s', (format, value, expected) => expect(read(format, value)).toBe(expected));
});

describe('the hint names what the value looks like', () => {
  it.each<[DateFormat, unknown, string]>([
    ['YYYY_MM_DD', '2026-06-30T00:00:00Z', 'use ISO_8601'],
    ['YYYY_MM_DD', 1782863999, 'use UNIX_SECONDS'],
    ['YYYY_MM_DD', '1782863999999', 'use UNIX_MILLISECONDS'],
    ['YYYY_MM_DD', '30/06/2026', 'Day and month'],
    ['YYYY_MM_DD', '2026/06/30', 'replace('],
    ['YYYY_MM_DD', '20260630', 'join('],
    ['YYYY_MM_DD', '2026-06-30 ', 'trim('],
    ['ISO_8601', 1782863999, 'use UNIX_SECONDS'],
    ['UNIX_SECONDS', 1782863999999, 'Looks like milliseconds: use UNIX_MILLISECONDS'],
    ['UNIX_MILLISECONDS', 1782863999, 'Looks like seconds: use UNIX_SECONDS'],
    ['UNIX_MILLISECONDS', 1782863999999999, 'microseconds'],
    ['UNIX_SECONDS', '2026-06-30', 'use YYYY_MM_DD'],
  ])('%s %j: %s', (format, value, expected) => expect(hint(format, value)).toContain(expected));
});
