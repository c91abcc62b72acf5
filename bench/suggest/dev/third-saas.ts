import { byDay, type Cell, cell, DAYS, daysFrom, mapOf, mapped, type SuggestShape, stored } from '../shape.ts';

const SPACES = ['yadj1kx9rmg0', 'pl0u9bmq4e2c', 'x3tz81ovw7ka'];
const PROJECTS = ['proj_a1B2c3', 'proj_d4E5f6', 'proj_g7H8i9'];
const ORGS = ['acme', 'bolt', 'cube'];
const HOSTS = ['GBGBDCAADAEDCRZ2', 'AAAAAAAAAAAAAAAA'].map((user) => `https://api.calendly.com/users/${user}`);
const SHORT = daysFrom(5, 7);

/** Search, content, video, models, flags, identity, time. */
export const THIRD_SAAS: readonly SuggestShape[] = [
  {
    kind: 'parallel',
    name: 'a list of t and v for each statistic (Algolia)',
    source: 'Algolia Usage API, "Retrieve usage by statistic" (/1/usage), granularity daily',
    answer: mapOf(
      [
        ['search_operations', ({ calls }: Cell) => calls] as const,
        ['records', ({ bytes }: Cell) => bytes] as const,
      ].map(([name, of]) => [name, byDay(['app'], DAYS, (one) => ({ t: one.ms, v: of(one) }))]),
    ),
    descriptions: ['search operations', 'records stored in the index'],
    knownIds: [],
    mapping: mapped(
      "[search_operations[*].{m: 's', p: @}, records[*].{m: 'r', p: @}][]",
      ['p.t', 'UNIX_MILLISECONDS'],
      { only: 'app' },
      "m == 's' ? p.v : `null`",
      ["m == 'r' ? p.v : `null`", 'LAST'],
    ),
    expected: stored(['app'], DAYS, ({ calls, bytes }) => [calls, bytes]),
  },
  {
    kind: 'maps',
    name: 'usage per day as keys, the space in sys (Contentful)',
    source: 'Contentful Usage API, "Space periodic usages"',
    answer: {
      ...{ sys: { type: 'Array' }, total: 3, skip: 0, limit: 100 },
      items: SPACES.map((id) => ({
        sys: {
          ...{ type: 'SpacePeriodicUsage', id: `usage-${id}` },
          space: { sys: { type: 'Link', linkType: 'Space', id } },
        },
        ...{
          unitOfMeasure: 'apiRequestsCount',
          metric: 'cda',
          dateRange: { startAt: '2026-10-05', endAt: '2026-10-09' },
        },
        usage: DAYS.reduce((sum, day) => sum + cell(id, day).calls, 0),
        usagePerDay: mapOf(DAYS.map((day) => [day, cell(id, day).calls])),
      })),
    },
    descriptions: ['content delivery API requests'],
    knownIds: SPACES,
    mapping: mapped(
      'items[*].[let $id = sys.space.sys.id in items(usagePerDay)[*].{id: $id, day: [0], n: [1]}][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      'n',
    ),
    expected: stored(SPACES, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'tables',
    name: 'time, value and views by position (Mux)',
    source: 'Mux Data API, "Get metric timeseries data" (/metrics/playing_time/timeseries), group_by day',
    answer: {
      ...{ total_row_count: 5, timeframe: [cell('', '2026-10-05').seconds, cell('', '2026-10-10').seconds] },
      data: byDay(['env'], DAYS, ({ day, bytes, calls }) => [`${day}T00:00:00Z`, bytes, calls]),
      meta: { aggregation: 'sum', granularity: 'day' },
    },
    descriptions: ['playing time in hours (the value is in milliseconds)', 'video views'],
    knownIds: [],
    mapping: mapped('data', ['[0]', 'ISO_8601'], { only: 'env' }, '[1] / `3600000`', '[2]'),
    expected: stored(['env'], DAYS, ({ bytes, calls }) => [bytes / 3_600_000, calls]),
  },
  {
    kind: 'single',
    name: 'a bare list of days (Wistia)',
    source: 'Wistia Stats API, "Account: by date"',
    answer: byDay(['account'], DAYS, ({ day, calls, users, amount }) => ({
      ...{ date: day, load_count: calls, play_count: users, hours_watched: amount },
    })),
    descriptions: ['hours of video watched', 'plays'],
    knownIds: [],
    mapping: mapped('@', ['date', 'YYYY_MM_DD'], { only: 'account' }, 'hours_watched', 'play_count'),
    expected: stored(['account'], DAYS, ({ amount, users }) => [amount, users]),
  },
  {
    kind: 'parents',
    name: 'buckets of results by project (OpenAI)',
    source: 'OpenAI API, "Completions usage" (/organization/usage/completions), bucket_width 1d, group_by project_id',
    answer: {
      object: 'page',
      data: SHORT.map((day) => ({
        ...{ object: 'bucket', start_time: cell('', day).seconds, end_time: cell('', day).seconds + 86_400 },
        results: byDay(PROJECTS, [day], ({ id, calls, users, bytes }) => ({
          ...{ object: 'organization.usage.completions.result', input_tokens: bytes, output_tokens: calls },
          ...{ input_cached_tokens: 0, input_audio_tokens: 0, output_audio_tokens: 0, num_model_requests: users },
          ...{ project_id: id, user_id: null, api_key_id: null, model: null, batch: null },
        })),
      })),
      ...{ has_more: false, next_page: null },
    },
    descriptions: ['input tokens', 'output tokens', 'number of requests to the model'],
    knownIds: PROJECTS,
    mapping: mapped(
      'data[*].[let $t = start_time in results[*].{t: $t, r: @}][][]',
      ['t', 'UNIX_SECONDS'],
      'r.project_id',
      'r.input_tokens',
      'r.output_tokens',
      'r.num_model_requests',
    ),
    expected: stored(PROJECTS, SHORT, ({ bytes, calls, users }) => [bytes, calls, users]),
  },
  {
    kind: 'single',
    name: 'one series with the number 0 as its name (LaunchDarkly)',
    source: 'LaunchDarkly REST API, "Get MAU usage" (/usage/mau)',
    answer: {
      _links: { self: { href: '/api/v2/usage/mau', type: 'application/json' } },
      metadata: [{ description: 'production' }],
      series: byDay(['ld'], DAYS, ({ ms, calls }) => ({ time: ms, '0': calls })),
    },
    descriptions: ['monthly active users so far'],
    knownIds: [],
    mapping: mapped('series', ['time', 'UNIX_MILLISECONDS'], { only: 'ld' }, ['"0"', 'LAST']),
    expected: stored(['ld'], DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'events',
    name: 'a log event each, outcome below (Okta)',
    source: 'Okta System Log API, "List all system log events"',
    answer: byDay(ORGS, SHORT, ({ id, day, users }) =>
      [8, 9, 17].slice(0, 2 + (users % 2)).map((hour) => ({
        ...{ uuid: `dc9fd3c0-${users}-${hour}`, published: `${day}T${String(hour).padStart(2, '0')}:43:49.180Z` },
        ...{ eventType: 'user.session.start', version: '0', severity: 'INFO', displayMessage: 'User login to Okta' },
        actor: { id: `00u${users}`, type: 'User', alternateId: 'ada@example.com' },
        outcome: { result: hour === 8 ? 'FAILURE' : 'SUCCESS', reason: null },
        target: [{ id: `00o-${id}`, type: 'Organization', displayName: id }],
      })),
    ).flat(),
    descriptions: ['sign-ins', 'failed sign-ins'],
    knownIds: ORGS,
    mapping: mapped(
      '@',
      ['published', 'ISO_8601'],
      'target[0].displayName',
      '`1`',
      "outcome.result == 'FAILURE' ? `1` : `0`",
    ),
    expected: stored(ORGS, SHORT, ({ users }) => [2 + (users % 2), 1]),
  },
  {
    kind: 'events',
    name: 'worklogs with seconds, the account in attributes (Tempo)',
    source: 'Tempo REST API v4, "Retrieve worklogs"',
    answer: {
      metadata: { count: 18, offset: 0, limit: 50 },
      results: byDay(ORGS, SHORT, ({ id, day, users, calls }) =>
        [0, 1].map((index) => ({
          ...{ tempoWorklogId: calls * 10 + index, issue: { id: 10_000 + users }, description: 'Work' },
          ...{ timeSpentSeconds: users * 60 + index * 600, billableSeconds: users * 60, startDate: day },
          ...{ startTime: '20:06:00', createdAt: `${day}T21:00:00Z`, author: { accountId: '1111aaaa' } },
          attributes: { values: [{ key: '_Account_', value: id }] },
        })),
      ).flat(),
    },
    descriptions: ['hours logged', 'billable hours'],
    knownIds: ORGS,
    mapping: mapped(
      'results',
      ['startDate', 'YYYY_MM_DD'],
      'attributes.values[0].value',
      'timeSpentSeconds / `3600`',
      'billableSeconds / `3600`',
    ),
    expected: stored(ORGS, SHORT, ({ users }) => [(users * 120 + 600) / 3_600, users / 30]),
  },
  {
    kind: 'events',
    name: 'a collection of scheduled events (Calendly)',
    source: 'Calendly API v2, "List Events" of an organization',
    answer: {
      collection: byDay(HOSTS, SHORT, ({ id, day, users }) =>
        [9, 11, 15].slice(0, 2 + (users % 2)).map((hour) => ({
          ...{ uri: `https://api.calendly.com/scheduled_events/${users}${hour}`, name: '15 minute meeting' },
          ...{
            status: hour === 9 ? 'canceled' : 'active',
            start_time: `${day}T${String(hour).padStart(2, '0')}:30:00Z`,
          },
          ...{ end_time: `${day}T${hour + 1}:00:00Z`, invitees_counter: { total: 1, active: 1, limit: 1 } },
          ...{ created_at: '2026-10-01T08:00:00Z', updated_at: '2026-10-02T08:00:00Z' },
          event_memberships: [{ user: id }],
        })),
      ).flat(),
      pagination: { count: 15, next_page: null },
    },
    descriptions: ['meetings booked', 'meetings canceled'],
    knownIds: [],
    mapping: mapped(
      'collection',
      ['start_time', 'ISO_8601'],
      'event_memberships[0].user',
      '`1`',
      "status == 'canceled' ? `1` : `0`",
    ),
    expected: stored(HOSTS, SHORT, ({ users }) => [2 + (users % 2), 1]),
  },
];
