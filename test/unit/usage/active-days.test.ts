import { describe, expect, it } from 'vitest';
import {
  activeDays,
  averageWhenActive,
  daysWithAny,
  knownDays,
  syncedDays,
} from '../../../src/features/usage/domain/active-days.ts';

describe('an active day', () => {
  it('is one above zero', () => {
    const values = [3, 0, null, -2, 5];
    expect([activeDays(values), averageWhenActive(values)]).toEqual([2, 4]);
    expect([activeDays([0, null, -1]), averageWhenActive([0, null, -1])]).toEqual([0, null]);
  });

  it('of several metrics is one of any, counted once', () => {
    const metrics = [
      [1, null, 0, -1],
      [2, 7, 0, null],
    ];
    expect(daysWithAny(metrics)).toBe(2);
    expect(daysWithAny([])).toBe(0);
  });
});

describe('a known day', () => {
  const window = { from: '2026-02-27', to: '2026-03-03' };

  it.each([
    ['none of nothing', [], [false, false, false, false, false]],
    ['those of a range within', [{ from: '2026-02-28', to: '2026-03-01' }], [false, true, true, false, false]],
    ['all of a range around', [{ from: '2025-01-01', to: '2027-01-01' }], [true, true, true, true, true]],
    [
      'those at both ends',
      [
        { from: '2026-01-01', to: '2026-02-27' },
        { from: '2026-03-03', to: '2026-03-09' },
      ],
      [true, false, false, false, true],
    ],
    [
      'none of ranges beside',
      [
        { from: '2026-01-01', to: '2026-02-26' },
        { from: '2026-03-04', to: '2026-03-04' },
      ],
      [false, false, false, false, false],
    ],
  ])('is synchronised: %s', (_, ranges, expected) => expect(syncedDays(ranges, window)).toEqual(expected));

  it('or has a value, zero included', () => {
    const synced = syncedDays([{ from: '2026-02-27', to: '2026-02-27' }], window);
    expect(knownDays(synced, [[null, 0, null, null, null]])).toBe(2);
    expect(knownDays(synced, [])).toBe(1);
  });
});
