import { expect, test } from 'vitest';
import { createPreparing } from '../../../src/db/preparing.ts';

test('prepares what comes a third time, and goes on preparing it', () => {
  const { isWorthIt } = createPreparing();
  expect([1, 2, 3, 4].map(() => isWorthIt('SELECT 1'))).toEqual([false, false, true, true]);
  expect(isWorthIt('SELECT 2')).toBe(false);
});

test('prepares no text that is very long', () => {
  const { isWorthIt } = createPreparing();
  const long = `SELECT ${'$1, '.repeat(3_000)} 1`;
  expect([1, 2, 3, 4].map(() => isWorthIt(long))).toEqual([false, false, false, false]);
});

test('prepares so many and no more, and keeps those', () => {
  const { isWorthIt } = createPreparing();
  const often = (number: number) => [1, 2, 3].map(() => isWorthIt(`SELECT ${number}`)).at(-1);
  const prepared = Array.from({ length: 300 }, (_, number) => often(number)).filter(Boolean);
  expect(prepared).toHaveLength(200);
  expect(isWorthIt('SELECT 0')).toBe(true);
});

test('forgets what came once, however many there are of it', () => {
  const { isWorthIt } = createPreparing();
  isWorthIt('SELECT now()');
  isWorthIt('SELECT now()');
  for (let number = 0; number < 5_000; number++) isWorthIt(`SELECT ${number}`);
  expect(isWorthIt('SELECT now()')).toBe(false);
});
