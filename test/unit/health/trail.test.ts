import { expect, test } from 'vitest';
import { sameTrail } from '../../../src/features/health/domain/trail.ts';

const trail = (value: number | null, window = '2026-03-01') => [
  [[window, '2026-03-28']],
  [['ADOPTION', 'SCORED', 30, 100, 75, 75, null, [['LEVEL_PAST', 'calls', 0, value, 1, 75, 100, 75, null]]]],
];

test('a trail is the same as the one that was stored of it, and no other', () => {
  for (const value of [0, -0, 12.5, null, Number.POSITIVE_INFINITY, Number.NaN]) {
    const stored = JSON.parse(JSON.stringify(trail(value)));
    expect(sameTrail(trail(value), stored), String(value)).toBe(true);
  }
  expect(sameTrail(trail(1), trail(2))).toBe(false);
  expect(sameTrail(trail(0), trail(null))).toBe(false);
  expect(sameTrail(trail(null), trail(0))).toBe(false);
  expect(sameTrail(trail(1), trail(1, '2026-03-02'))).toBe(false);
  expect(sameTrail([1, 2], [1, 2, 3])).toBe(false);
  expect(sameTrail(trail(1), null)).toBe(false);
});
