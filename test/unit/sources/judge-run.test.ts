import { describe, expect, it, test } from 'vitest';
import { type GoodShape, hasVanished, toGoodShape, whatChanged } from '../../../src/features/sources/domain/drift.ts';
import { judgeAnswer, type Mapped, runWarning } from '../../../src/features/sources/domain/judge-run.ts';

const counts = (changes: Partial<Mapped['counts']> = {}) => ({
  rows: 100,
  mapped: 100,
  skipped: 0,
  errors: 0,
  outsideWindow: 0,
  accounts: 10,
  ...changes,
});
const problem = {
  path: 'date',
  message: 'date: not a date',
  hint: 'Mend it.',
  value: '1',
  count: 60,
  firstRowNumber: 3,
};
const mapped = (changes: Partial<Mapped> = {}): Mapped => ({
  counts: counts(),
  problems: [],
  shape: { present: [100, 40], fields: ['calls', 'day', 'id', 'seats'] },
  ...changes,
});
const GOOD: GoodShape = {
  runId: 'run_1',
  day: '2026-03-08',
  rows: 200,
  metrics: { calls: 200, seats: 80 },
  fields: ['calls', 'day', 'id', 'seats'],
};
const judge = (answer: Mapped, good: GoodShape | null = GOOD) => judgeAnswer(answer, ['calls', 'seats'], good);

describe('an answer is stored', () => {
  it.each([
    ['that looks like the last good one', mapped(), GOOD],
    ['with nothing to compare with, whatever its errors', mapped({ counts: counts({ mapped: 1, errors: 99 }) }), null],
    ['with half of its rows in error', mapped({ counts: counts({ mapped: 50, errors: 50 }) }), GOOD],
    [
      'without rows: that is a warning',
      mapped({ counts: counts({ rows: 0, mapped: 0 }), shape: { present: [0, 0], fields: [] } }),
      GOOD,
    ],
    [
      'whose rare metric is missing from a few rows',
      mapped({ counts: counts({ rows: 5, mapped: 5 }), shape: { present: [5, 0], fields: [] } }),
      GOOD,
    ],
    [
      'with a metric that was never there',
      mapped({ shape: { present: [100, 0], fields: [] } }),
      { ...GOOD, metrics: { calls: 200 } },
    ],
  ])('%s', (_, answer, good) => {
    expect(judge(answer, good)).toBeNull();
  });
});

describe('an answer that changed its shape is refused, and says what changed', () => {
  it('when a metric vanished from every row', () => {
    const shape = { present: [0, 40], fields: ['call_count', 'day', 'id', 'seats'] };
    expect(judge(mapped({ shape }))).toEqual({
      code: 'SHAPE_CHANGED',
      message:
        'Metric calls has no value in any of 100 rows; it had one in 200 of 200 before. Fields of the rows since the last good run (run_1, up to 2026-03-08): gone: calls; new: call_count.',
      hint: expect.stringContaining('save the mapping again'),
    });
  });

  it('when more than half of the rows are in error', () => {
    const answer = mapped({ counts: counts({ mapped: 49, errors: 51 }), problems: [problem] });
    expect(judge(answer)).toMatchObject({
      code: 'SHAPE_CHANGED',
      message:
        '51 of 100 rows have errors (most often: date: not a date). Rows have the same fields as in the last good run (run_1, up to 2026-03-08).',
    });
  });

  it('when none of its rows can be stored', () => {
    const answer = mapped({ counts: counts({ mapped: 0, errors: 100 }), problems: [problem] });
    expect(judge(answer)).toMatchObject({
      code: 'NO_ROWS_MAPPED',
      message: expect.stringMatching(/^None of 100 rows can be stored: date: not a date \(60 rows\)\. Rows have/),
      hint: 'Mend it.',
    });
    expect(judge(answer, null)?.message).toBe('None of 100 rows can be stored: date: not a date (60 rows).');
  });

  it('when all of its rows are of other days', () => {
    expect(judge(mapped({ counts: counts({ mapped: 0, outsideWindow: 100 }) }), null)?.code).toBe('NO_ROWS_IN_WINDOW');
  });
});

test.each([
  // with a value before, rows before, rows now, gone?
  [200, 200, 1, true],
  [100, 200, 9, false],
  [100, 200, 10, true],
  [10, 200, 134, false],
  [10, 200, 135, true],
  [0, 200, 1_000, false],
  [200, 200, 0, false],
])('%i of %i rows had it, none of %i has: gone is %s', (before, rowsBefore, rows, gone) => {
  expect(hasVanished(before, rowsBefore, rows)).toBe(gone);
});

test('a good shape leaves out metrics that had no value', () => {
  const shape = { present: [3, 0], fields: ['a'] };
  expect(toGoodShape('run_2', '2026-03-09', 3, ['calls', 'seats'], shape)).toEqual({
    runId: 'run_2',
    day: '2026-03-09',
    rows: 3,
    metrics: { calls: 3 },
    fields: ['a'],
  });
});

test('what changed is told in one sentence, however much it is', () => {
  const fields = Array.from({ length: 12 }, (_, index) => `field_${index}`);
  expect(whatChanged(GOOD, { present: [], fields })).toMatch(
    /gone: calls, day, id, seats; new: (field_\d+, ){7}field_\d+ and 4 more\.$/,
  );
  expect(whatChanged(GOOD, null)).toBe(
    'In the last good run (run_1, up to 2026-03-08) it gave 200 rows that could be stored.',
  );
});

test('a warning names everything that was left out', () => {
  expect(runWarning(counts(), [])).toBeNull();
  expect(runWarning(counts({ rows: 0 }), [])).toMatch(/zero rows/);
  expect(runWarning(counts({ errors: 2, skipped: 3, outsideWindow: 4 }), [problem])).toBe(
    '2 of 100 rows have errors (most often: date: not a date); 3 of 100 rows name no account; 4 of 100 rows are outside the window: they were left out.',
  );
});
