import { describe, expect, it } from 'vitest';
import { createGate } from '../../../src/app/gate.ts';
import type { Ctx } from '../../../src/features/kit/ctx.ts';
import { createRateLimits } from '../../../src/graphql/rates/rate-limits.ts';

const ctx = { actor: { workspace: 'ws_1' } } as Ctx;
const RATE = { perSecond: 1, burst: 3 };

function startGate() {
  let now = 0;
  const working = new Set(['Bearer good', 'Bearer other']);
  const looked: unknown[] = [];
  const rates = createRateLimits({ key: RATE, workspace: RATE, calls: RATE, strangers: RATE }, () => now);
  const gate = createGate(async (authorization) => {
    looked.push(authorization);
    return working.has(String(authorization)) ? ctx : null;
  }, rates);
  const enter = async (authorization: unknown, address = '10.0.0.1') => {
    const entry = await gate.enter(authorization, address);
    return entry.kind === 'closed' ? entry.error.extensions['code'] : entry.ctx ? 'in' : 'stranger';
  };
  const guess = async (times: number, address?: string) => {
    for (let time = 0; time < times; time++) await enter(`Bearer guess ${time}`, address);
  };
  return { enter, guess, looked, working, advance: (ms: number) => (now += ms) };
}

describe('the gate', () => {
  it('lets keys in without counting, and strangers a few times', async () => {
    const { enter } = startGate();
    for (let time = 0; time < 10; time++) expect(await enter('Bearer good')).toBe('in');
    const others = [undefined, 'Bearer wrong', { Bearer: 'x' }, undefined];
    const seen = [];
    for (const one of others) seen.push(await enter(one));
    expect(seen).toEqual(['stranger', 'stranger', 'stranger', 'RATE_LIMITED']);
  });

  it('does not look keys up for an address that has guessed enough', async () => {
    const { enter, guess, looked } = startGate();
    await guess(3);
    looked.length = 0;
    expect(await enter('Bearer other')).toBe('RATE_LIMITED');
    expect(looked).toEqual([]);
  });

  it('still knows a key that worked before, beside a guesser', async () => {
    const { enter, guess } = startGate();
    await enter('Bearer good');
    await guess(20);
    expect(await enter('Bearer good')).toBe('in');
    expect(await enter('Bearer other')).toBe('RATE_LIMITED');
  });

  it('forgets a key that was revoked', async () => {
    const { enter, guess, working } = startGate();
    await enter('Bearer good');
    await guess(2);
    working.delete('Bearer good');
    expect(await enter('Bearer good')).toBe('stranger');
    expect(await enter('Bearer good')).toBe('RATE_LIMITED');
  });

  it('opens again after a while', async () => {
    const { enter, guess, advance } = startGate();
    await guess(5);
    advance(1_000);
    expect(await enter('Bearer other')).toBe('in');
  });

  it.each([
    ['10.0.0.1', '::ffff:10.0.0.1', true],
    ['10.0.0.1', '10.0.0.2', false],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['2001:db8::1', '2001:db8:0:0:9::', true],
    ['::1', '::1', true],
  ])('takes %s and %s for one network: %s', async (one, other, same) => {
    const { enter, guess } = startGate();
    await guess(3, one);
    expect(await enter(undefined, other)).toBe(same ? 'RATE_LIMITED' : 'stranger');
  });
});
