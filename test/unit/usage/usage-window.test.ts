import { describe, expect, it } from 'vitest';
import { MAX_DAYS, usageWindow } from '../../../src/features/usage/domain/usage-window.ts';
import { addDays } from '../../../src/lib/day.ts';

const YESTERDAY = '2026-03-09';
const windowOf = (request: Partial<Parameters<typeof usageWindow>[0]>) =>
  usageWindow({ days: 30, from: null, to: null, ...request }, YESTERDAY);

describe('a range', () => {
  it.each([
    ['of one day is yesterday', { days: 1 }, YESTERDAY, YESTERDAY],
    ['ends yesterday', { days: 9 }, '2026-03-01', YESTERDAY],
    ['may have 400 days', { days: MAX_DAYS }, addDays(YESTERDAY, -399), YESTERDAY],
    [
      'is from one day to another, whatever days says',
      { days: -1, from: '2025-01-01', to: '2025-01-02' },
      '2025-01-01',
      '2025-01-02',
    ],
    ['may be one day', { from: '2025-01-01', to: '2025-01-01' }, '2025-01-01', '2025-01-01'],
    ['may be in the future', { from: '2999-01-01', to: '2999-01-02' }, '2999-01-01', '2999-01-02'],
    ['may begin in 1900', { from: '1900-01-01', to: '1900-01-01' }, '1900-01-01', '1900-01-01'],
  ])('%s', (_, request, from, to) => expect(windowOf(request)).toEqual({ ok: true, value: { from, to } }));

  it.each([
    ['no days', { days: 0 }, 'days', 'days is 1 to 400, not 0'],
    ['too many days', { days: 401 }, 'days', 'days is 1 to 400, not 401'],
    ['no end', { from: '2025-01-01' }, 'to', '`from` is given without `to`: give both, or neither'],
    ['no beginning', { to: '2025-01-01' }, 'from', '`to` is given without `from`: give both, or neither'],
    [
      'a beginning there is not',
      { from: '2025-02-29', to: '2025-03-01' },
      'from',
      'from is not a calendar day: 2025-02-29',
    ],
    ['an end there is not', { from: '2025-02-01', to: '2025-02-29' }, 'to', 'to is not a calendar day: 2025-02-29'],
    ['its end first', { from: '2025-02-02', to: '2025-02-01' }, 'from', 'from (2025-02-02) is after to (2025-02-01)'],
    [
      'a beginning before 1900',
      { from: '1899-12-31', to: '1899-12-31' },
      'from',
      'from is 1900-01-01 or later, not 1899-12-31',
    ],
    [
      'more than 400 days',
      { from: '2024-01-01', to: '2025-02-04' },
      'from',
      '2024-01-01 to 2025-02-04 is 401 days; at most 400',
    ],
  ])('with %s is refused', (_, request, field, message) =>
    expect(windowOf(request)).toEqual({ ok: false, error: { field, message } }),
  );
});
