import { expect, test } from 'vitest';
import { retryDelayMs } from '../../../src/features/sources/domain/retry.ts';

test.each([
  // failed tries, Retry-After, random, seconds
  [1, null, 1, 30],
  [2, null, 1, 60],
  [3, null, 1, 120],
  [1, null, 0.5, 15],
  [1, null, 0, 5],
  [3, null, 0.01, 5],
  [10, null, 1, 900],
  [1, 120, 0.5, 120],
  [3, 10, 1, 120],
  [1, 3_600, 0, 3_600],
  [1, 86_400, 0, 3_600],
  [1, 0, 0.5, 15],
])('after %i failed tries, Retry-After %s, at random %s: %i s', (failed, retryAfter, random, seconds) => {
  expect(retryDelayMs(failed, retryAfter, random)).toBe(seconds * 1000);
});
