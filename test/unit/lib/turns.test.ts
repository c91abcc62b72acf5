import { expect, test } from 'vitest';
import { createTurns } from '../../../src/lib/turns.ts';

test('one at a time for each key, in order, whatever becomes of the one before', async () => {
  const takeTurn = createTurns<string>();
  const told: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      told.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      told.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const all = [takeTurn('a', work('a1', true)), takeTurn('a', work('a2')), takeTurn('b', work('b1'))];
  expect(await Promise.allSettled(all)).toMatchObject([
    { status: 'rejected', reason: { message: 'a1' } },
    { status: 'fulfilled', value: 'a2' },
    { status: 'fulfilled', value: 'b1' },
  ]);
  expect(told.filter((what) => what.startsWith('a'))).toEqual(['a1 begins', 'a1 ends', 'a2 begins', 'a2 ends']);
  expect(told.slice(0, 2)).toEqual(['a1 begins', 'b1 begins']);
  expect(await takeTurn('a', work('a3'))).toBe('a3');
});
