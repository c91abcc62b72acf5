import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const SITES = ['acme.example', 'birch.example', 'cobalt.example'];
const PROJECTS = ['prj_acme', 'prj_birch', 'prj_cobalt'];
const WORKSPACES = ['wsp-7f3a', 'wsp-19bc', 'wsp-c044'];
const ACCOUNTS = ['ACC-001', 'ACC-002', 'ACC-007'];

/** Records whose fields lie deeper, or in wrappers. */
export const NESTED: readonly SuggestShape[] = [
  {
    kind: 'nested',
    name: 'keys as a list in each row (Search Console)',
    source: 'Google Search Console API, "Search Analytics: query" with dimensions date and page host',
    answer: {
      rows: byDay(SITES, DAYS, ({ id, day, calls, users }) => ({
        keys: [day, id],
        clicks: users,
        impressions: calls,
        ctr: users / calls,
        position: 7.25,
      })),
      responseAggregationType: 'byProperty',
    },
    descriptions: ['times the site was shown in search results (impressions)', 'clicks from search'],
    knownIds: [...SITES, 'delta.example'],
    mapping: mapped('rows', ['keys[0]', 'YYYY_MM_DD'], 'keys[1]', 'impressions', 'clicks'),
    expected: stored(SITES, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'nested',
    name: 'metrics in an object beside three times (CircleCI insights)',
    source: 'CircleCI API v2, "Job/Workflow time series" of Insights, daily granularity',
    answer: {
      next_page_token: null,
      items: byAccount(PROJECTS, DAYS, ({ id, day, calls, users, few }) => ({
        ...{ name: id, timestamp: `${day}T00:00:00.000Z` },
        min_started_at: `${day}T00:21:14.211Z`,
        max_ended_at: `${day}T23:58:01.004Z`,
        metrics: {
          ...{ total_runs: users, failed_runs: 1, successful_runs: users - 1, throughput: 12.5 },
          ...{ median_credits_used: 30, total_credits_used: calls },
          duration_metrics: { min: 12, median: 60, max: few + 400, p95: 300, total: few * 60 },
        },
      })),
    },
    descriptions: ['number of pipeline runs', 'credits spent in total'],
    knownIds: PROJECTS,
    mapping: mapped('items', ['timestamp', 'ISO_8601'], 'name', 'metrics.total_runs', 'metrics.total_credits_used'),
    expected: stored(PROJECTS, DAYS, ({ calls, users }) => [users, calls]),
  },
  {
    kind: 'nested',
    name: 'the source of each count as an object, counts as text (Segment usage)',
    source: 'Segment Public API, "Get Daily Per Source API Calls Usage"',
    answer: {
      data: {
        dailyPerSourceAPICallsUsage: byDay(WORKSPACES, DAYS, ({ id, day, calls }) => ({
          source: { id: `src${id}`, name: 'Production', slug: 'production', workspaceId: id },
          apiCalls: String(calls),
          timestamp: `${day}T00:00:00Z`,
        })),
        pagination: { current: 'MA==', totalEntries: 15 },
      },
    },
    descriptions: ['number of calls to our API'],
    knownIds: [...WORKSPACES, 'wsp-0000'],
    mapping: mapped(
      'data.dailyPerSourceAPICallsUsage',
      ['timestamp', 'ISO_8601'],
      'source.workspaceId',
      'to_number(apiCalls)',
    ),
    expected: stored(WORKSPACES, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'nested',
    name: 'the event of each day and group (Apache Druid groupBy)',
    source: 'Apache Druid, "groupBy queries", result of granularity day',
    answer: byDay(ACCOUNTS, DAYS, ({ id, day, calls, users, bytes }) => ({
      version: 'v1',
      timestamp: `${day}T00:00:00.000Z`,
      event: { tenant: id, queries: calls, unique_users: users, bytes_scanned: bytes },
    })),
    descriptions: ['queries run', 'active users that day', 'data scanned, bytes'],
    knownIds: [],
    mapping: mapped(
      '@',
      ['timestamp', 'ISO_8601'],
      'event.tenant',
      'event.queries',
      ['event.unique_users', 'MAX'],
      'event.bytes_scanned',
    ),
    expected: stored(ACCOUNTS, DAYS, ({ calls, users, bytes }) => [calls, users, bytes]),
  },
  {
    kind: 'nested',
    name: 'fields with blanks beside when the record was made (Airtable list records)',
    source: 'Airtable Web API, "List records"',
    answer: {
      records: byDay(ACCOUNTS, DAYS, ({ id, day, calls, few }, index = DAYS.indexOf(day)) => ({
        ...{ id: `rec${id.slice(4)}${index}xUsage`, createdTime: '2026-10-11T22:10:00.000Z' },
        fields: {
          Day: day,
          'Account ID': id,
          'Emails sent': calls,
          'SMS sent': few,
          Owner: { id: 'usr1', name: 'Ada' },
        },
      })),
      offset: 'itrXYZ/recABC',
    },
    descriptions: ['text messages (SMS) sent', 'emails sent'],
    knownIds: ACCOUNTS,
    mapping: mapped(
      'records',
      ['fields.Day', 'YYYY_MM_DD'],
      'fields."Account ID"',
      'fields."SMS sent"',
      'fields."Emails sent"',
    ),
    expected: stored(ACCOUNTS, DAYS, ({ few, calls }) => [few, calls]),
  },
  {
    kind: 'nested',
    name: 'properties by type, the account as a title (Notion database query)',
    source: 'Notion API, "Query a database"',
    answer: {
      object: 'list',
      results: byDay(PROJECTS, DAYS.slice(0, 3), ({ id, day, users }) => ({
        ...{ object: 'page', id: `59833787-${users}`, created_time: '2026-10-11T03:40:00.000Z', archived: false },
        properties: {
          Customer: { id: 'title', type: 'title', title: [{ type: 'text', plain_text: id, href: null }] },
          'Usage day': { id: 'a%40', type: 'date', date: { start: day, end: null, time_zone: null } },
          'Tasks done': { id: 'b%40', type: 'number', number: users },
        },
      })),
      ...{ next_cursor: null, has_more: false, type: 'page_or_database' },
    },
    descriptions: ['tasks done'],
    knownIds: [],
    mapping: mapped(
      'results',
      ['properties."Usage day".date.start', 'YYYY_MM_DD'],
      'properties.Customer.title[0].plain_text',
      'properties."Tasks done".number',
    ),
    expected: stored(PROJECTS, DAYS.slice(0, 3), ({ users }) => [users]),
  },
];
