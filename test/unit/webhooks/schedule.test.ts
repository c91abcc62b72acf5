import { describe, expect, test } from 'vitest';
import { judgeFailing, MAX_TRIES, pauseMs } from '../../../src/features/webhooks/domain/schedule.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SCHEDULE = [5_000, 300_000, HOUR / 2, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, DAY];

describe('pauses', () => {
  test.each(SCHEDULE.map((pause, index) => [index + 1, pause] as const))(
    'after %i failed tries: %i ms',
    (tries, pause) => {
      expect(pauseMs(tries, null, 0)).toBe(pause);
      expect(pauseMs(tries, null, 1)).toBe(Math.round(pause * 1.1));
    },
  );

  test('the tenth is the last; in all it takes 75:35:05, as the specification says', () => {
    expect([MAX_TRIES, pauseMs(10, null, 0), pauseMs(10, 60, 0)]).toEqual([10, null, null]);
    expect(SCHEDULE.reduce((sum, pause) => sum + pause, 0)).toBe(75 * HOUR + 35 * 60_000 + 5_000);
  });

  test.each([
    ['longer than the schedule', 1, 60, 60_000],
    ['shorter than the schedule', 2, 60, 300_000],
    ['longer than a day', 1, 1_000_000, DAY],
    ['longer than a day, when the schedule says a day', 9, 1_000_000, DAY],
    ['nothing', 1, 0, 5_000],
  ])('Retry-After that asks for %s', (_, tries, seconds, expected) => {
    expect(pauseMs(tries, seconds, 0)).toBe(expected);
  });
});

describe('an endpoint that fails', () => {
  const now = new Date('2026-03-10T12:00:00Z');
  const ago = (ms: number) => new Date(now.getTime() - ms);

  test.each([
    ['for the first time', null, null, 500, { failingSince: now, disable: null }],
    ['for four days', ago(4 * DAY), ago(HOUR), 500, { failingSince: ago(4 * DAY), disable: null }],
    ['for five days', ago(5 * DAY), ago(HOUR), 500, { failingSince: ago(5 * DAY), disable: 'FAILING' }],
    [
      'for five days without an answer',
      ago(5 * DAY),
      ago(DAY),
      null,
      { failingSince: ago(5 * DAY), disable: 'FAILING' },
    ],
    ['with a month of silence in between', ago(60 * DAY), ago(30 * DAY), 500, { failingSince: now, disable: null }],
    ['with 410', null, null, 410, { failingSince: now, disable: 'GONE' }],
    ['with 404', null, null, 404, { failingSince: now, disable: null }],
  ])('%s', (_, failingSince, lastFailedAt, httpStatus, expected) => {
    expect(judgeFailing({ failingSince, lastFailedAt }, httpStatus, now)).toEqual(expected);
  });
});
