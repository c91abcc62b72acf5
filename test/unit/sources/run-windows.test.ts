import { expect, test } from 'vitest';
import { daysAfter, nextWindow } from '../../../src/features/sources/domain/sync-run.ts';
import { mergeProblems } from '../../../src/features/sources/domain/tally-problems.ts';

/** The windows of a run, one after the other. */
function left(from: string, to: string, doneThrough: string | null = null, windowDays = 30): string[] {
  const window = nextWindow({ window: { from, to }, doneThrough, windowDays });
  return window ? [`${window.from}/${window.to}`, ...left(from, to, window.to, windowDays)] : [];
}

test('a run is cut into windows of at most 30 days, the oldest first', () => {
  expect(left('2026-03-09', '2026-03-09')).toEqual(['2026-03-09/2026-03-09']);
  expect(left('2026-02-08', '2026-03-09')).toEqual(['2026-02-08/2026-03-09']);
  expect(left('2026-02-07', '2026-03-09')).toEqual(['2026-02-07/2026-03-08', '2026-03-09/2026-03-09']);
  expect(left('2025-02-03', '2026-03-09')).toHaveLength(14);
});

test('an interrupted run goes on after its last stored window', () => {
  expect(left('2026-01-01', '2026-03-09', '2026-01-30')).toEqual(['2026-01-31/2026-03-01', '2026-03-02/2026-03-09']);
  expect(left('2026-01-01', '2026-03-09', '2026-03-09')).toEqual([]);
});

test('a run whose answers are too large asks for fewer days at once', () => {
  expect(left('2026-03-01', '2026-03-09', '2026-03-02', 4)).toEqual(['2026-03-03/2026-03-06', '2026-03-07/2026-03-09']);
  expect(left('2026-03-01', '2026-03-03', null, 1)).toHaveLength(3);
});

test('an endpoint that ran out of time is asked for half the days, another failure changes nothing', () => {
  const error = (code: string) => ({ code, message: '', hint: '' });
  expect(daysAfter(error('TIMEOUT'), null, 30)).toBe(15);
  expect(daysAfter(error('ENDPOINT_UNAVAILABLE'), 504, 15)).toBe(8);
  expect(daysAfter(error('ENDPOINT_UNAVAILABLE'), 503, 30)).toBe(30);
  expect(daysAfter(error('TIMEOUT'), null, 1)).toBe(1);
});

test('the problems of several windows are one list, the most frequent first', () => {
  const problem = (message: string, count: number, value: string) => {
    return { path: 'date', message, hint: '', value, count, firstRowNumber: 1 };
  };
  const before = [problem('a', 3, 'first'), problem('b', 2, 'b')];
  expect(mergeProblems(before, [problem('b', 5, 'later'), problem('c', 1, 'c')])).toEqual([
    problem('b', 7, 'b'),
    problem('a', 3, 'first'),
    problem('c', 1, 'c'),
  ]);
});
