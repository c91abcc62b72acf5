import { describe, expect, it } from 'vitest';
import { createDeadline } from '../../../src/graphql/deadline.ts';

const SHORT = { operationMs: 20, callMs: 50 };
const never = new Promise<never>(() => {});
const later = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve('done'), ms));

describe('a deadline', () => {
  it('gives what comes in time', async () => {
    const deadline = createDeadline({ ...SHORT, operationMs: 5_000 });
    expect(await deadline.race(Promise.resolve(1))).toBe(1);
    await expect(deadline.race(Promise.reject(new Error('of its own')))).rejects.toThrow('of its own');
    expect(deadline.over()).toBeNull();
  });

  it('ends what takes longer with a typed error, and tells whoever holds something', async () => {
    const deadline = createDeadline(SHORT);
    const told: string[] = [];
    deadline.whenOver(() => told.push('while it runs'));
    await expect(deadline.race(never)).rejects.toMatchObject({
      message: 'The operation took longer than 0 s. Ask for less, or try again.',
      extensions: { code: 'DEADLINE_EXCEEDED', http: { status: 504 } },
    });
    expect(deadline.over()).not.toBeNull();
    deadline.whenOver(() => told.push('afterwards'));
    deadline.abandon();
    expect(told).toEqual(['while it runs', 'afterwards']);
  });

  it('waits longer for what is known to need longer, once it runs or before', async () => {
    const before = createDeadline(SHORT);
    before.extend(5_000);
    expect(await before.race(later(60))).toBe('done');
    const during = createDeadline(SHORT);
    setTimeout(() => during.extend(5_000), 1);
    expect(await during.race(later(60))).toBe('done');
  });

  it('of a change warns that it may have been made', async () => {
    const deadline = createDeadline(SHORT);
    deadline.extend(1);
    await expect(deadline.race(never)).rejects.toThrow('A change may have been made nevertheless');
  });

  it('can be given up, also before anybody waits', async () => {
    const deadline = createDeadline({ ...SHORT, operationMs: 60_000 });
    deadline.abandon();
    await expect(deadline.race(never)).rejects.toBe(deadline.over());
  });
});
