import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ahead } from '../../../src/lib/ahead.ts';

/** Tells when each is asked for, when it is there, and when the source was left. */
async function* source(log: string[], count: number, failsAt = Number.POSITIVE_INFINITY): AsyncGenerator<number> {
  try {
    for (let number = 1; number <= count; number++) {
      log.push(`asked ${number}`);
      await sleep(5);
      if (number === failsAt) throw new Error(`no ${number}`);
      log.push(`made ${number}`);
      yield number;
    }
  } finally {
    log.push('left');
  }
}

test('all come in their order, each asked for while the one before it is used, and no more than one', async () => {
  const log: string[] = [];
  for await (const number of ahead(source(log, 3))) {
    log.push(`used ${number}`);
    await sleep(30);
    log.push(`done ${number}`);
  }
  const used = (number: number) => [`used ${number}`, `done ${number}`];
  expect(log.filter((line) => /used|done/.test(line))).toEqual([1, 2, 3].flatMap(used));
  for (const [number, next] of [[1, 2] as const, [2, 3] as const]) {
    expect(log.indexOf(`made ${next}`)).toBeLessThan(log.indexOf(`done ${number}`));
  }
  expect(log.indexOf('asked 3')).toBeGreaterThan(log.indexOf('done 1'));
  expect(log).toContain('left');
});

test('of nothing comes nothing', async () => {
  const log: string[] = [];
  for await (const number of ahead(source(log, 0))) log.push(`used ${number}`);
  expect(log).toEqual(['left']);
});

test('what fails is told of in its turn, after those before it', async () => {
  const log: string[] = [];
  const used: number[] = [];
  const reading = (async () => {
    for await (const number of ahead(source(log, 3, 2))) {
      await sleep(20);
      used.push(number);
    }
  })();
  await expect(reading).rejects.toThrow('no 2');
  expect(used).toEqual([1]);
});

test('whoever fails himself waits for the one that is being made, fail as it may; then the source is left', async () => {
  for (const failsAt of [Number.POSITIVE_INFINITY, 2]) {
    const log: string[] = [];
    const reading = (async () => {
      for await (const number of ahead(source(log, 9, failsAt))) throw new Error(`cannot use ${number}`);
    })();
    await expect(reading).rejects.toThrow('cannot use 1');
    expect(log.filter((line) => line.startsWith('asked'))).toEqual(['asked 1', 'asked 2']);
    expect(log.at(-1)).toBe('left');
  }
});
