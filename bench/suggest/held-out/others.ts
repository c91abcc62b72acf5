import { byAccount, byDay, cell, DAYS, daysFrom, mapOf, mapped, type SuggestShape, stored } from '../shape.ts';

const ACCOUNTS = ['acme', 'birch', 'cobalt'];
const TENANTS = ['8801', '8802', '8803'];
const MANY = ['w-11', 'w-12', 'w-13', 'w-14', 'w-15', 'w-16'];

/** One account, traps, in-house. */
export const OTHERS: readonly SuggestShape[] = [
  {
    kind: 'single',
    name: 'days with a list of models in each (Langfuse daily metrics)',
    source: 'Langfuse API, "GET /api/public/metrics/daily"',
    answer: {
      data: DAYS.map((day) => {
        const { calls, users, amount } = cell('one', day);
        return {
          ...{ date: day, countTraces: users, countObservations: calls, totalCost: amount },
          usage: ['gpt-4o', 'claude-sonnet'].map((model, index) => ({
            ...{ model, inputUsage: 700 + index, outputUsage: 90, totalUsage: 790 + index },
            ...{ countTraces: users - index, countObservations: 17, totalCost: 0.5 },
          })),
        };
      }),
      meta: { page: 1, limit: 50, totalItems: 5, totalPages: 1 },
    },
    descriptions: ['traces', 'total cost in dollars'],
    knownIds: ['acme', 'birch'],
    mapping: mapped('data', ['date', 'YYYY_MM_DD'], { only: 'acme' }, 'countTraces', 'totalCost'),
    expected: stored(['one'], DAYS, ({ users, amount }) => [users, amount]),
  },
  {
    kind: 'single',
    name: 'fields named beside rows (WordPress.com stats)',
    source: 'WordPress.com REST API 1.1, "Get a site\'s views and visitors" (stats/visits)',
    answer: {
      ...{ date: '2026-10-09', unit: 'day', fields: ['period', 'views', 'visitors', 'likes'] },
      data: DAYS.map((day) => {
        const { calls, users, few } = cell('one', day);
        return [day, calls, users, few];
      }),
    },
    descriptions: ['views', 'likes'],
    knownIds: [],
    mapping: mapped('data', ['[0]', 'YYYY_MM_DD'], { only: 'acme' }, '[1]', '[3]'),
    expected: stored(['one'], DAYS, ({ calls, few }) => [calls, few]),
  },
  {
    kind: 'traps',
    name: 'a row for all accounts together, a list of days without figures before',
    source: 'In-house endpoint modelled on BI exports with a subtotal row "TOTAL" for each day',
    answer: {
      calendar: daysFrom(1, 24).map((day) => ({ day, isBusinessDay: true, isoWeek: 41 })),
      report: {
        lines: byDay(['TOTAL', ...ACCOUNTS], DAYS.slice(0, 4), ({ id, day, calls, users, amount }) => ({
          ...{
            account: id,
            day,
            sessions: calls,
            avgSessionMinutes: amount,
            sessionsPerUser: 3.1,
            signedInUsers: users,
          },
        })),
      },
    },
    descriptions: ['sessions', 'signed-in users'],
    knownIds: [...ACCOUNTS, 'delta'],
    mapping: mapped("report.lines[?account != 'TOTAL']", ['day', 'YYYY_MM_DD'], 'account', 'sessions', [
      'signedInUsers',
      'MAX',
    ]),
    expected: stored(ACCOUNTS, DAYS.slice(0, 4), ({ calls, users }) => [calls, users]),
    sentinels: ['TOTAL'],
  },
  {
    kind: 'traps',
    name: 'sums, averages and limits of the same thing, three dates, rows of nobody',
    source: 'In-house endpoint modelled on telephony reports: numbers that look alike',
    answer: {
      total: 20,
      limit: 100,
      results: byAccount([...TENANTS, ''], DAYS, ({ id, day, next, calls, users, few }) => ({
        ...{ reportId: calls, accountId: id === '' ? null : Number(id), periodStart: day, periodEnd: next },
        ...{ exportedAt: '2026-10-12T02:00:00Z', callCountLimit: 10_000, callCount: users, callDurationAvg: 62.5 },
        ...{ callDurationTotal: calls, missedCallCount: few, missedCallRate: 0.04 },
      })),
    },
    descriptions: ['number of calls', 'total duration of calls', 'missed calls'],
    knownIds: [...TENANTS, '8810'],
    mapping: mapped(
      'results',
      ['periodStart', 'YYYY_MM_DD'],
      'accountId',
      'callCount',
      'callDurationTotal',
      'missedCallCount',
    ),
    expected: stored(TENANTS, DAYS, ({ users, calls, few }) => [users, calls, few]),
  },
  {
    kind: 'in-house',
    name: 'one day, named at the top, and everybody in a map',
    source: 'In-house endpoint in the manner of a nightly snapshot file',
    answer: {
      ...{ reportDate: '2026-10-09', version: 3 },
      accounts: mapOf(
        MANY.map((id) => {
          const { calls, users, amount } = cell(id, '2026-10-09');
          return [id, { name: `Workspace ${id}`, loginsToday: users, docs: { created: calls }, storageGb: amount }];
        }),
      ),
    },
    descriptions: ['logins', 'documents created', 'storage in GB'],
    knownIds: [...MANY, 'w-99'],
    mapping: mapped(
      'let $day = reportDate in items(accounts)[*].{day: $day, id: [0], v: [1]}',
      ['day', 'YYYY_MM_DD'],
      'id',
      'v.loginsToday',
      'v.docs.created',
      ['v.storageGb', 'LAST'],
    ),
    expected: stored(MANY, ['2026-10-09'], ({ users, calls, amount }) => [users, calls, amount]),
  },
  {
    kind: 'in-house',
    name: 'milliseconds, minutes wanted of seconds, a deep account',
    source: 'In-house endpoint in the manner of a Java service: epoch milliseconds, DTOs within DTOs',
    answer: {
      response: {
        resultSet: {
          entries: byDay(TENANTS, DAYS, ({ id, ms, calls, users }) => ({
            ...{ bucketStart: ms, bucketEnd: ms + 86_399_999, owner: { account: { id: Number(id), tier: 'GOLD' } } },
            ...{ playbackSeconds: calls * 6, playCount: users },
          })),
        },
      },
      ...{ code: 0, message: 'SUCCESS' },
    },
    descriptions: ['minutes played', 'plays'],
    knownIds: [],
    mapping: mapped(
      'response.resultSet.entries',
      ['bucketStart', 'UNIX_MILLISECONDS'],
      'owner.account.id',
      'playbackSeconds / `60`',
      'playCount',
    ),
    expected: stored(TENANTS, DAYS, ({ calls, users }) => [calls / 10, users]),
  },
  {
    kind: 'single',
    name: 'plays, loads and hours watched of a day (Wistia stats)',
    source: 'Wistia Stats API, "Show media stats by date"',
    answer: DAYS.map((day) => {
      const { calls, users, amount } = cell('one', day);
      return { date: day, load_count: calls, play_count: users, hours_watched: amount };
    }),
    descriptions: ['hours watched', 'number of plays'],
    knownIds: ['m-1'],
    mapping: mapped('@', ['date', 'YYYY_MM_DD'], { only: 'm-1' }, 'hours_watched', 'play_count'),
    expected: stored(['one'], DAYS, ({ amount, users }) => [amount, users]),
  },
  {
    kind: 'traps',
    name: 'an organisation, its parent and its people as ids; counts so far beside those of the day',
    source: 'In-house endpoint modelled on usage exports of a learning platform',
    answer: {
      export: { id: 77, createdAt: '2026-10-12T01:00:00Z', rows: 15 },
      usage: byDay(TENANTS, DAYS, ({ id, day, calls, users }, index = DAYS.indexOf(day)) => ({
        ...{ orgId: Number(id), orgName: `School ${id}`, parentOrgId: 8_000, adminUserId: 300 + users },
        ...{ activityDay: day, lastLoginAt: `${day}T21:00:00Z`, lessonsCompleted: calls },
        ...{ lessonsCompletedTotal: 100_000 + index * 9_000 + calls, activeLearners: users, learnersEnrolled: 400 },
      })),
    },
    descriptions: ['lessons completed on the day', 'active learners'],
    knownIds: [],
    mapping: mapped('usage', ['activityDay', 'YYYY_MM_DD'], 'orgId', 'lessonsCompleted', ['activeLearners', 'MAX']),
    expected: stored(TENANTS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'in-house',
    name: 'accounts, each with days, each with a map of events',
    source: 'In-house endpoint in the manner of a Python service over an event store',
    answer: {
      result: ACCOUNTS.map((id) => ({
        account: id,
        stats: byDay([id], DAYS, ({ day, calls, users }) => ({
          ...{ date: day, events: { login: users, export: calls, share: 1 } },
        })),
      })),
      elapsed_ms: 41,
    },
    descriptions: ['logins', 'exports', 'shares'],
    knownIds: [...ACCOUNTS, 'zeta'],
    mapping: mapped(
      'result[*].[let $id = account in stats[*].{id: $id, s: @}][][]',
      ['s.date', 'YYYY_MM_DD'],
      'id',
      's.events.login',
      's.events.export',
      's.events.share',
    ),
    expected: stored(ACCOUNTS, DAYS, ({ users, calls }) => [users, calls, 1]),
  },
];
