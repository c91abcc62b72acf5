import { describe, expect, it } from 'vitest';
import { createBuckets } from '../../../src/graphql/rates/token-bucket.ts';

describe('a token bucket', () => {
  it('gives its burst at once, then tells how long to wait', () => {
    const { take } = createBuckets({ perSecond: 10, burst: 3 });
    expect([take('a', 0), take('a', 0), take('a', 0), take('a', 0)]).toEqual([0, 0, 0, 100]);
    expect(take('a', 99)).toBeCloseTo(1);
    expect(take('a', 100)).toBe(0);
    expect(take('a', 100)).toBe(100);
  });

  it('takes nothing when it refuses, and nothing when it is only asked', () => {
    const { take, wait } = createBuckets({ perSecond: 1, burst: 2 });
    expect(take('a', 0, 2)).toBe(0);
    for (let time = 0; time < 900; time += 100) take('a', time);
    expect(wait('a', 1_000)).toBe(0);
    expect(wait('a', 1_000)).toBe(0);
    expect(take('a', 1_000)).toBe(0);
  });

  it('holds no more than its burst, however long it rests', () => {
    const { take } = createBuckets({ perSecond: 1_000, burst: 2 });
    take('a', 0, 2);
    expect([take('a', 1e9), take('a', 1e9), take('a', 1e9)]).toEqual([0, 0, 1]);
  });

  it('lets more than its burst through when it is full: that much can never be saved up', () => {
    const { take } = createBuckets({ perSecond: 1, burst: 2 });
    expect(take('a', 0, 50)).toBe(0);
    expect(take('a', 0)).toBe(1_000);
  });

  it('keeps keys apart', () => {
    const { take } = createBuckets({ perSecond: 1, burst: 1 });
    expect([take('a', 0), take('b', 0), take('a', 0)]).toEqual([0, 0, 1_000]);
  });

  it('survives a clock that is set back', () => {
    const { take } = createBuckets({ perSecond: 1, burst: 1 });
    take('a', 10_000);
    expect(take('a', 0)).toBe(1_000);
    expect(take('a', 11_000)).toBe(0);
  });

  it('forgets keys that rested until they were full', () => {
    const { take, size } = createBuckets({ perSecond: 1, burst: 5 });
    for (let key = 0; key < 1_000; key++) take(`key ${key}`, 0);
    expect(size()).toBe(1_000);
    take('another', 1_000);
    expect(size()).toBe(1);
  });

  it('forgets those that rested longest when there are too many', () => {
    const { take, size } = createBuckets({ perSecond: 0.001, burst: 1 }, 100);
    for (let key = 0; key < 10_000; key++) take(`key ${key}`, key);
    expect(size()).toBeLessThanOrEqual(101);
    expect(take('key 9999', 10_000)).toBeGreaterThan(0);
    expect(take('key 0', 10_000)).toBe(0);
  });

  it('keeps its promise: never more than the burst and the rate allow, in any second', () => {
    const { take } = createBuckets({ perSecond: 5, burst: 10 });
    const taken: number[] = [];
    for (let time = 0; time < 20_000; time += 7) if (take('a', time) === 0) taken.push(time);
    for (const from of taken)
      expect(taken.filter((time) => time >= from && time < from + 1_000).length).toBeLessThan(17);
    expect(taken.length).toBeGreaterThan(100);
  });
});
