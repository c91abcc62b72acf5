import { expect, test } from 'vitest';
import { route } from '../../../../src/assistant/router/route.ts';
import { METRICS } from './question.ts';

const periodsOf = (question: string, today: string) =>
  (route(question, { metrics: METRICS, today })[0]?.slots.periods ?? []).map(({ label, days }) =>
    days ? `${label}: ${days.from}..${days.to}` : `${label}: none`,
  );

const TUESDAY = '2026-03-10';

// biome-ignore format: a table, one period a line.
const PERIODS: readonly (readonly [text: string, today: string, ...expected: string[]])[] = [
  ['the last 7 days', TUESDAY, 'the last 7 days: 2026-03-03..2026-03-09'],
  ['the last 30 days', TUESDAY, 'the last 30 days: 2026-02-08..2026-03-09'],
  ['past ninety days', TUESDAY, 'the last 90 days: 2025-12-10..2026-03-09'],
  ['over the last 2 months', TUESDAY, 'the last 2 months: 2026-01-10..2026-03-09'],
  ['over the last month', '2026-03-31', 'last month: 2026-02-01..2026-02-28'],
  ['the last 1 months', '2026-03-31', 'the last 1 month: 2026-02-28..2026-03-30'],
  ['last week', '2026-03-08', 'last week: 2026-02-23..2026-03-01'],
  ['last week', '2026-03-09', 'last week: 2026-03-02..2026-03-08'],
  ['this week', '2026-03-09', 'this week: none'],
  ['this month', '2026-03-01', 'this month: none'],
  ['this quarter', TUESDAY, 'this quarter: 2026-01-01..2026-03-09'],
  ['last quarter', TUESDAY, 'last quarter: 2025-10-01..2025-12-31'],
  ['last year', TUESDAY, 'last year: 2025-01-01..2025-12-31'],
  ['year to date', TUESDAY, 'this year: 2026-01-01..2026-03-09'],
  ['mtd', TUESDAY, 'this month: 2026-03-01..2026-03-09'],
  ['yesterday', '2026-01-01', 'yesterday: 2025-12-31..2025-12-31'],
  ['today', TUESDAY, 'today: none'],
  ['in March', TUESDAY, 'March 2026: 2026-03-01..2026-03-09'],
  ['in april', TUESDAY, 'April 2025: 2025-04-01..2025-04-30'],
  ['in February 2024', TUESDAY, 'February 2024: 2024-02-01..2024-02-29'],
  ['in may', TUESDAY, 'May 2025: 2025-05-01..2025-05-31'],
  ['in Sept', TUESDAY, 'September 2025: 2025-09-01..2025-09-30'],
  ['in q1', TUESDAY, 'Q1 2026: 2026-01-01..2026-03-09'],
  ['in the fourth quarter of 2024', TUESDAY, 'Q4 2024: 2024-10-01..2024-12-31'],
  ['in 2025', TUESDAY, '2025: 2025-01-01..2025-12-31'],
  ['since October', TUESDAY, 'since October 2025: 2025-10-01..2026-03-09'],
  ['since monday', TUESDAY, 'since last monday: 2026-03-09..2026-03-09'],
  ['since 5 January', TUESDAY, 'since 2026-01-05: 2026-01-05..2026-03-09'],
  ['on 05.02.2026', TUESDAY, '2026-02-05: 2026-02-05..2026-02-05'],
  ['on 3rd of February', TUESDAY, '2026-02-03: 2026-02-03..2026-02-03'],
  ['on December 24', TUESDAY, '2025-12-24: 2025-12-24..2025-12-24'],
  ['on 2026-02-30', TUESDAY],
  ['on 2026-13-01', TUESDAY],
  ['since the beginning of the year', TUESDAY, 'since the start of this year: 2026-01-01..2026-03-09'],
  ['from 2026-02-01 to 2026-02-07', TUESDAY, '2026-02-01 to 2026-02-07: 2026-02-01..2026-02-07'],
  ['between February and January', TUESDAY, 'January 2026 to February 2026: 2026-01-01..2026-02-28'],
  ['on 2027-01-01', TUESDAY, '2027-01-01: none'],
  ['week over week', TUESDAY, 'the one before: 2026-02-23..2026-03-01', 'last week: 2026-03-02..2026-03-08'],
  ['last 0 days', TUESDAY],
];

for (const [text, today, ...expected] of PERIODS) {
  test(`"${text}" on ${today}`, () => {
    expect(periodsOf(`usage of "Acme" ${text}`, today)).toEqual(expected);
  });
}

test('words that are also months stay words', () => {
  expect(periodsOf('may I see the usage of "Acme"', TUESDAY)).toEqual([]);
  expect(periodsOf('march on with "Acme"', TUESDAY)).toEqual([]);
});
