import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayFromEpoch,
  dayOfInstant,
  daysOf,
  epochDay,
  epochDayOf,
  isDay,
  mustEpochDay,
  windowEnding,
  windowLength,
} from '../../../src/lib/day.ts';

describe('a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-11-20', 20_777],
    ['0001-01-01', -719_162],
    ['0099-12-31', -683_004],
    ['9999-12-31', 2_932_896],
  ])('%s is %i days since 1970', (day, days) => {
    expect(epochDay(day)).toBe(days);
    expect(dayFromEpoch(days)).toBe(day);
    expect(isDay(day)).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
    '0000-01-01',
    '2026-1-1',
    '20260101',
    '2026-01-01 ',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026-01-01T00:00:00Z',
    '+002026-01-01',
    '-0001-01-01',
    '٢٠٢٦-٠١-٠١',
    '',
  ])('%j is none', (text) => {
    expect(epochDay(text)).toBeNull();
    expect(isDay(text)).toBe(false);
    expect(() => mustEpochDay(text)).toThrow(`not a calendar day: ${text}`);
  });

  it('of numbers has to be in the calendar, too', () => {
    expect(epochDayOf(2024, 2, 29)).toBe(epochDay('2024-02-29'));
    expect([epochDayOf(2023, 2, 29), epochDayOf(2024, 4, 31), epochDayOf(0, 1, 1)]).toEqual([null, null, null]);
  });

  it.each([
    [0, '1970-01-01'],
    [86_399_999, '1970-01-01'],
    [86_400_000, '1970-01-02'],
    [-1, '1969-12-31'],
    [Date.UTC(2026, 2, 29, 23, 59), '2026-03-29'],
  ])('holds the instant %i', (milliseconds, day) => expect(dayOfInstant(milliseconds)).toBe(day));

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i days is %s', (day, count, expected) => expect(addDays(day, count)).toBe(expected));
});

describe('a window', () => {
  it('ends where it is told to and has as many days', () => {
    const window = windowEnding('2026-03-02', 4);
    expect(window).toEqual({ from: '2026-02-27', to: '2026-03-02' });
    expect(windowLength(window)).toBe(4);
    expect(daysOf(window)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
  });

  it('of which the end is before the beginning has no days', () => {
    const window = { from: '2026-03-02', to: '2026-02-27' };
    expect(windowLength(window)).toBeLessThan(1);
    expect(daysOf(window)).toEqual([]);
  });
});
