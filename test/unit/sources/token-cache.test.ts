import { expect, test } from 'vitest';
import { createTokenCache, type KeptToken } from '../../../src/features/sources/token-cache.ts';

const giving = (token: string, reusableUntil = Number.POSITIVE_INFINITY) => {
  const state = { fetches: 0 };
  const fetch = async (): Promise<KeptToken> => {
    state.fetches++;
    return { token, reusableUntil };
  };
  return { fetch, state };
};
const never = () => {
  throw new Error('nothing was to be fetched');
};

test('a token is taken again until its time is over', async () => {
  const cache = createTokenCache(10);
  expect(await cache.take('a', 0, giving('one', 100).fetch)).toEqual({ token: 'one', cached: false });
  expect(await cache.take('a', 99, never)).toEqual({ token: 'one', cached: true });
  expect(await cache.take('a', 100, giving('two').fetch)).toEqual({ token: 'two', cached: false });
  expect(await cache.take('b', 100, giving('three').fetch)).toEqual({ token: 'three', cached: false });
  expect(await cache.take('a', 1e15, never)).toEqual({ token: 'two', cached: true });
});

test('one whose time is over at once is kept by nobody', async () => {
  const cache = createTokenCache(10);
  await cache.take('a', 50, giving('one', 50).fetch);
  expect(cache.size()).toBe(0);
});

test('those who ask at once share one fetch, and its failure', async () => {
  const cache = createTokenCache(10);
  const { fetch, state } = giving('one');
  const all = await Promise.all(Array.from({ length: 20 }, () => cache.take('a', 0, fetch)));
  expect(state.fetches).toBe(1);
  expect(all).toEqual(Array(20).fill({ token: 'one', cached: false }));

  let failures = 0;
  const failing = async () => {
    failures++;
    throw new Error('down');
  };
  const failed = await Promise.allSettled(Array.from({ length: 20 }, () => cache.take('b', 0, failing)));
  expect(failures).toBe(1);
  expect(new Set(failed.map(({ status }) => status))).toEqual(new Set(['rejected']));
  // A failure is not kept.
  expect(await cache.take('b', 0, giving('two').fetch)).toEqual({ token: 'two', cached: false });
});

test('a token is forgotten only while it is the one that is kept', async () => {
  const cache = createTokenCache(10);
  await cache.take('a', 0, giving('one').fetch);
  cache.forget('a', 'zero');
  expect(await cache.take('a', 0, never)).toMatchObject({ token: 'one' });
  cache.forget('a', 'one');
  expect(await cache.take('a', 0, giving('two').fetch)).toMatchObject({ token: 'two' });
});

test('what is forgotten by its prefix while it is fetched is given out, but not kept', async () => {
  const cache = createTokenCache(10);
  await cache.take('1:x', 0, giving('kept').fetch);
  await cache.take('12:x', 0, giving('other').fetch);
  let land: (token: KeptToken) => void = () => {};
  const flying = cache.take('1:y', 0, () => new Promise((resolve) => (land = resolve)));
  cache.forgetAll('1:');
  land({ token: 'late', reusableUntil: Number.POSITIVE_INFINITY });
  expect(await flying).toEqual({ token: 'late', cached: false });
  expect(cache.size()).toBe(1);
  expect(await cache.take('12:x', 0, never)).toMatchObject({ token: 'other' });
});

test('beyond the limit, what was not taken for the longest goes; what is over goes first', async () => {
  const cache = createTokenCache(3);
  for (const key of ['a', 'b', 'c']) await cache.take(key, 0, giving(key).fetch);
  await cache.take('a', 0, never);
  await cache.take('d', 0, giving('d').fetch);
  expect(cache.size()).toBe(3);
  for (const key of ['a', 'c', 'd']) await cache.take(key, 0, never);
  expect(await cache.take('b', 0, giving('again', 10).fetch)).toMatchObject({ token: 'again', cached: false });

  await cache.take('e', 20, giving('e').fetch);
  expect(cache.size()).toBe(3);
  for (const key of ['c', 'd', 'e']) await cache.take(key, 20, never);
});
