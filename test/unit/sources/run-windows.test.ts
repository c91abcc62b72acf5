import { expect, test } from 'vitest';
import { windowsLeft } from '../../../src/features/sources/domain/sync-run.ts';
import { mergeProblems } from '../../../src/features/sources/domain/tally-problems.ts';

const left = (from: string, to: string, doneThrough: string | null = null) =>
  windowsLeft({ window: { from, to }, doneThrough }).map((window) => `${window.from}/${window.to}`);

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
