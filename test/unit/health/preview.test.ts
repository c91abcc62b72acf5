import { expect, test } from 'vitest';
import { createPreview, type Outlook } from '../../../src/features/health/domain/preview.ts';

const outlook = (score: number | null, adoption = 0): Outlook => ({
  score,
  band: score === null ? null : score < 50 ? 'POOR' : score < 70 ? 'STABLE' : 'HEALTHY',
  points: { ADOPTION: adoption, SUPPORT: (score ?? 0) - adoption },
});

test('counts bands before and after, and who goes where', () => {
  const preview = createPreview();
  preview.add('a', outlook(40), outlook(60));
  preview.add('b', outlook(45), outlook(45));
  preview.add('c', outlook(80), outlook(65));
  preview.add('d', outlook(null), outlook(10));
  preview.add('e', outlook(null), outlook(null));
  expect(preview.read()).toMatchObject({
    scoredCount: 4,
    bandChangeCount: 3,
    meanChange: 5 / 3,
    bands: [
      { band: 'POOR', before: 2, after: 2 },
      { band: 'STABLE', before: 0, after: 2 },
      { band: 'HEALTHY', before: 1, after: 0 },
      { band: null, before: 2, after: 1 },
    ],
    moves: [
      { before: 'POOR', after: 'POOR', count: 1 },
      { before: 'POOR', after: 'STABLE', count: 1 },
      { before: 'HEALTHY', after: 'STABLE', count: 1 },
      { before: null, after: 'POOR', count: 1 },
      { before: null, after: null, count: 1 },
    ],
  });
});

test('the largest movers are the 20 largest of however many, ties by id, with the pillar that moved most', () => {
  const preview = createPreview();
  for (let number = 0; number < 1_000; number++) {
    const id = String(number).padStart(4, '0');
    preview.add(id, outlook(50, 10), outlook(50 + ((number * 7) % 41) - 20, number % 2 === 0 ? 10 : 60));
  }
  const { largestMovers } = preview.read();
  expect(largestMovers).toHaveLength(20);
  expect(largestMovers.every(({ scoreBefore, scoreAfter }) => Math.abs(scoreAfter - scoreBefore) === 20)).toBe(true);
  const ids = largestMovers.map(({ accountId }) => accountId);
  expect(ids).toEqual([...ids].sort());
  for (const { accountId, pillar } of largestMovers) {
    // Odd ones gain 50 points by adoption and lose 30 or 70 by support.
    if (Number(accountId) % 2 === 0) expect(pillar).toBe('SUPPORT');
  }
});

test('of nothing there is nothing to tell', () => {
  expect(createPreview().read()).toMatchObject({ scoredCount: 0, meanChange: null, moves: [], largestMovers: [] });
});
