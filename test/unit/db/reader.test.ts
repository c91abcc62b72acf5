import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Asking, Line } from '../../../src/db/line.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { openReader } from '../../../src/db/snapshot.ts';

/** A pool of one connection with one statement on it, which ends when the test says so, as does the word to cancel it. */
function fakePool() {
  const log: string[] = [];
  const ends = { answer: () => {}, fail: (_: Error) => {}, heard: () => {} };
  const ask = (_: string, __: readonly unknown[], { running }: Asking = {}) => {
    const canceller = () => {
      log.push('cancel is sent');
      return new Promise<void>((resolve) => {
        ends.heard = resolve;
      });
    };
    const mine = { active: true, canceller };
    running?.add(mine);
    return new Promise<unknown>((resolve, reject) => {
      ends.answer = () => resolve([]);
      ends.fail = reject;
    }).finally(() => running?.delete(mine));
  };
  const line = { ask, say: async () => {}, commit: () => {} } as unknown as Line;
  const pool = { lend: async () => ({ line, giveBack: () => log.push('given back') }) } as unknown as Pool;
  return Object.assign(ends, { pool, log });
}

type Fake = ReturnType<typeof fakePool>;
const CANCELED = Object.assign(new Error('canceled'), { code: '57014' });

test.each([
  ['it came to its end meanwhile', (fake: Fake) => fake.answer()],
  ['it was cancelled', (fake: Fake) => fake.fail(CANCELED)],
])('a connection is not given back before the server has heard what to cancel, also when %s', async (_, end) => {
  const fake = fakePool();
  const reader = openReader(fake.pool, 'BEGIN');
  const told = reader.run('SELECT 1', [], false).catch(() => {});
  await sleep(5);
  reader.end();
  await nextTurn();
  end(fake);
  await told;
  // Whoever asked tidies up as well.
  reader.end();
  await sleep(50);
  expect(fake.log).toEqual(['cancel is sent']);
  fake.heard();
  await sleep(50);
  expect(fake.log).toEqual(['cancel is sent', 'given back']);
});

test('with nothing under way it is given back at once, and once', async () => {
  const fake = fakePool();
  const reader = openReader(fake.pool, 'BEGIN');
  const told = reader.run('SELECT 1', [], false);
  await sleep(5);
  fake.answer();
  await told;
  reader.end();
  reader.end();
  await nextTurn();
  expect(fake.log).toEqual(['given back']);
});
