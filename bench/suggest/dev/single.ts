import { cell, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const days = <T>(of: (figures: ReturnType<typeof cell>) => T): T[] => DAYS.map((day) => of(cell('one', day)));

/** Answers about one account, which they do not name. */
export const SINGLE: readonly SuggestShape[] = [
  {
    kind: 'single',
    name: 'totals beside the days of the same names (GitHub traffic)',
    source: 'GitHub REST API, "Get page views" of repository traffic',
    answer: {
      ...{ count: 14_850, uniques: 3_782 },
      views: days(({ day, calls, users }) => ({ timestamp: `${day}T00:00:00Z`, count: calls, uniques: users })),
    },
    descriptions: ['page views', 'unique visitors'],
    knownIds: ['acme', 'birch'],
    mapping: mapped('views', ['timestamp', 'ISO_8601'], { only: 'acme' }, 'count', ['uniques', 'MAX']),
    expected: stored(['one'], DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'single',
    name: 'counts as text, a day with its midnight (Fathom aggregation)',
    source: 'Fathom Analytics API, "Aggregation" with date_grouping day',
    answer: days(({ day, calls, users }) => ({
      ...{ visits: String(users), pageviews: String(calls), avg_duration: '63.0000', bounce_rate: 0.42 },
      date: `${day} 00:00:00`,
    })),
    descriptions: ['pageviews', 'visits'],
    knownIds: [],
    mapping: mapped(
      '@',
      ['date', 'YYYY_MM_DD_HH_MM_SS'],
      { only: 'acme' },
      'to_number(pageviews)',
      'to_number(visits)',
    ),
    expected: stored(['one'], DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'single',
    name: 'start and end on the same day, two kinds of hours (Deepgram usage)',
    source: 'Deepgram API, "Get project usage summary"',
    answer: {
      ...{ start: '2026-10-05', end: '2026-10-09', resolution: { units: 'day', amount: 1 } },
      results: days(({ day, calls, amount, few }) => ({
        ...{ start: day, end: day, hours: amount, total_hours: amount + few, requests: calls },
      })),
    },
    descriptions: ['requests', 'total hours of audio'],
    knownIds: ['p-1', 'p-2'],
    mapping: mapped('results', ['start', 'YYYY_MM_DD'], { only: 'p-1' }, 'requests', 'total_hours'),
    expected: stored(['one'], DAYS, ({ calls, amount, few }) => [calls, amount + few]),
  },
  {
    kind: 'single',
    name: 'a list of points for each metric (Umami pageviews)',
    source: 'Umami API, "GET /api/websites/:websiteId/pageviews", unit day',
    answer: {
      pageviews: days(({ day, calls }) => ({ x: `${day}T00:00:00Z`, y: calls })),
      sessions: days(({ day, users }) => ({ x: `${day}T00:00:00Z`, y: users })),
    },
    descriptions: ['sessions', 'page views'],
    knownIds: [],
    mapping: mapped(
      '[sessions[*].{x: x, s: y}, pageviews[*].{x: x, p: y}][]',
      ['x', 'ISO_8601'],
      { only: 'acme' },
      's',
      'p',
    ),
    expected: stored(['one'], DAYS, ({ users, calls }) => [users, calls]),
  },
  {
    kind: 'single',
    name: 'summaries in seconds, of one customer (Stripe meter event summaries)',
    source: 'Stripe API, "List billing meter event summaries", value_grouping_window day',
    answer: {
      object: 'list',
      data: days(({ seconds, calls }) => ({
        ...{ id: `mtrusg_test_${seconds}`, object: 'billing.meter_event_summary', aggregated_value: calls },
        ...{ end_time: seconds + 86_400, start_time: seconds, livemode: false, meter: 'mtr_test_61' },
      })),
      ...{ has_more: false, url: '/v1/billing/meters/mtr_test_61/event_summaries' },
    },
    descriptions: ['metered usage'],
    knownIds: ['cus_1', 'cus_2'],
    mapping: mapped('data', ['start_time', 'UNIX_SECONDS'], { only: 'cus_1' }, 'aggregated_value'),
    expected: stored(['one'], DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'single',
    name: 'capitals, a total of the same name (Postmark outbound opens)',
    source: 'Postmark API, "Get email open counts"',
    answer: {
      Days: days(({ day, calls, users }) => ({ Date: day, Opens: calls, Unique: users })),
      ...{ Opens: 24_010, Unique: 170 },
    },
    descriptions: ['email opens', 'unique opens'],
    knownIds: [],
    mapping: mapped('Days', ['Date', 'YYYY_MM_DD'], { only: 'acme' }, 'Opens', 'Unique'),
    expected: stored(['one'], DAYS, ({ calls, users }) => [calls, users]),
  },
];
