import { describe, expect, it, test } from 'vitest';
import { dailyRound, dailyWindow, gapsOf, nextDailyAt, spreadOf } from '../../../src/features/sources/domain/daily.ts';
import { missingDays, parseDayRanges } from '../../../src/features/sources/domain/day-ranges.ts';

const at = (text: string) => new Date(`${text}Z`);
const range = (from: string, to = from) => ({ from, to });

test.each([
  ['2026-03-10T05:14:59', '2026-03-09T05:15:00', '2026-03-08', 599],
  ['2026-03-10T05:15:00', '2026-03-10T05:15:00', '2026-03-09', 0],
  ['2026-03-10T05:16:40', '2026-03-10T05:15:00', '2026-03-09', 100],
  ['2026-03-10T23:59:59', '2026-03-10T05:15:00', '2026-03-09', 599],
  ['2026-03-11T00:00:00', '2026-03-10T05:15:00', '2026-03-09', 599],
  // Neither leap days nor any zone's summer time move it.
  ['2028-02-29T05:15:00', '2028-02-29T05:15:00', '2028-02-28', 0],
  ['2026-03-29T05:14:00', '2026-03-28T05:15:00', '2026-03-27', 599],
])('at %s the round is that of %s, for %s', (now, startedAt, day, spreadSeconds) => {
  expect(dailyRound(at(now))).toEqual({ startedAt: at(startedAt), day, spreadSeconds });
});

test('600 consecutive workspaces start in 600 different seconds, neighbours about two minutes apart', () => {
  const places = Array.from({ length: 600 }, (_, index) => spreadOf(index + 1));
  expect(new Set(places).size).toBe(600);
  expect(Math.min(...places)).toBe(0);
  expect(Math.max(...places)).toBe(599);
  expect(spreadOf(2) - spreadOf(1)).toBe(119);
});

test('the next daily run is today’s as long as that is to come', () => {
  const id = 1;
  expect(nextDailyAt(id, at('2026-03-10T05:00:00'))).toEqual(at('2026-03-10T05:16:59'));
  expect(nextDailyAt(id, at('2026-03-10T05:16:00'))).toEqual(at('2026-03-10T05:16:59'));
  expect(nextDailyAt(id, at('2026-03-10T05:17:00'))).toEqual(at('2026-03-11T05:16:59'));
});

describe('the window of a daily run', () => {
  const days = (...ranges: [string, string][]) => ranges.map(([from, to]) => range(from, to));
  it.each([
    ['yesterday alone when nothing is missing', days(['2026-01-01', '2026-03-08']), range('2026-03-09')],
    [
      'yesterday once more when it was synchronised before the round',
      days(['2026-01-01', '2026-03-09']),
      range('2026-03-09'),
    ],
    ['the days since the last good one', days(['2026-01-01', '2026-03-05']), range('2026-03-06', '2026-03-09')],
    ['no more than 7 days', days(['2026-01-01', '2026-02-10']), range('2026-03-03', '2026-03-09')],
    [
      'from the first hole of the 7 days',
      days(['2026-01-01', '2026-03-04'], ['2026-03-06', '2026-03-08']),
      range('2026-03-05', '2026-03-09'),
    ],
    ['nothing from before the first synchronised day', days(['2026-03-08', '2026-03-08']), range('2026-03-09')],
    ['the whole first history when none ever came', days(), range('2026-02-08', '2026-03-09')],
    ['yesterday when a wrong clock left days of the future', days(['2027-01-01', '2027-01-02']), range('2026-03-09')],
  ])('%s', (_, synced, window) => {
    expect(dailyWindow(synced, '2026-03-09')).toEqual(window);
  });
});

test('gaps are the missing days that no daily run makes up for any more', () => {
  const synced = [range('2026-01-01', '2026-01-10'), range('2026-01-15', '2026-02-20'), range('2026-03-08')];
  expect(gapsOf(synced, at('2026-03-10T12:00:00'))).toEqual([
    range('2026-01-11', '2026-01-14'),
    range('2026-02-21', '2026-03-02'),
  ]);
  expect(gapsOf([], at('2026-03-10T12:00:00'))).toEqual([]);
  expect(gapsOf([range('2026-03-05')], at('2026-03-10T12:00:00'))).toEqual([]);
});

test('day ranges are read as PostgreSQL writes them', () => {
  expect(parseDayRanges('{}')).toEqual([]);
  expect(parseDayRanges('{[2026-02-27,2026-03-02),[2026-03-05,2026-03-06)}')).toEqual([
    range('2026-02-27', '2026-03-01'),
    range('2026-03-05'),
  ]);
});

test.each([
  [
    'before, after and between',
    '2026-03-01',
    '2026-03-09',
    [range('2026-03-01', '2026-03-02'), range('2026-03-05'), range('2026-03-09')],
  ],
  ['nothing of a window that is covered', '2026-03-03', '2026-03-04', []],
  ['all of a window beside the ranges', '2026-04-01', '2026-04-02', [range('2026-04-01', '2026-04-02')]],
  ['nothing of an empty window', '2026-03-05', '2026-03-04', []],
])('missing days: %s', (_, from, to, missing) => {
  const ranges = [range('2026-03-03', '2026-03-04'), range('2026-03-06', '2026-03-08')];
  expect(missingDays(ranges, { from, to })).toEqual(missing);
});
