import { byDay, cell, DAYS, daysFrom, mapOf, mapped, type SuggestShape, stored } from '../shape.ts';

const HOSTS = ['acme.example.com', 'bolt.example.com', 'cube.example.com'];
const COMPANIES = ['Acme Corp', 'Bolt Industries', 'Cube GmbH'];
const AD_ACCOUNTS = ['104523671', '104523688', '210044127'];
const SHORT = daysFrom(5, 8);

/** Product, web and advertising analytics. */
export const THIRD_ANALYTICS: readonly SuggestShape[] = [
  {
    kind: 'tables',
    name: 'metrics and dimensions as two lists (Plausible)',
    source: 'Plausible Stats API v2, "POST /api/v2/query" with time:day and event:hostname',
    answer: {
      results: byDay(HOSTS, DAYS, ({ id, day, calls, users }) => ({ metrics: [users, calls], dimensions: [day, id] })),
      meta: {},
      query: {
        ...{ site_id: 'dummy.site', metrics: ['visitors', 'pageviews'], filters: [], include: {} },
        ...{ date_range: ['2026-10-05T00:00:00+00:00', '2026-10-09T23:59:59+00:00'], order_by: [['time:day', 'asc']] },
        dimensions: ['time:day', 'event:hostname'],
      },
    },
    descriptions: ['visitors', 'page views'],
    knownIds: HOSTS,
    mapping: mapped('results', ['dimensions[0]', 'YYYY_MM_DD'], 'dimensions[1]', 'metrics[0]', 'metrics[1]'),
    expected: stored(HOSTS, DAYS, ({ users, calls }) => [users, calls]),
  },
  {
    kind: 'tables',
    name: 'HogQL results beside columns and types (PostHog)',
    source: 'PostHog API, "Query" endpoint, kind HogQLQuery',
    answer: {
      ...{ cache_key: 'cache_58f', is_cached: false, error: null, hasMore: false, limit: 100, offset: 0 },
      columns: ['day', 'organization', 'active_users', 'events'],
      results: byDay(COMPANIES, DAYS, ({ id, day, users, calls }) => [day, id, users, calls]),
      types: [
        ['day', 'Date'],
        ['organization', 'Nullable(String)'],
        ['active_users', 'UInt64'],
        ['events', 'UInt64'],
      ],
      hogql: 'SELECT toDate(timestamp) AS day, properties.organization AS organization LIMIT 100',
    },
    descriptions: ['Active users', 'Events captured'],
    knownIds: [],
    mapping: mapped('results', ['[0]', 'YYYY_MM_DD'], '[1]', ['[2]', 'MAX'], '[3]'),
    expected: stored(COMPANIES, DAYS, ({ users, calls }) => [users, calls]),
  },
  {
    kind: 'maps',
    name: 'segments as keys, days below them (Mixpanel)',
    source: 'Mixpanel Query API, "Query Segmentation Report" segmented by a company property',
    answer: {
      data: {
        series: DAYS,
        values: mapOf(COMPANIES.map((id) => [id, mapOf(DAYS.map((day) => [day, cell(id, day).calls]))])),
      },
      legend_size: 3,
    },
    descriptions: ['number of reports exported'],
    knownIds: [],
    mapping: mapped(
      'items(data.values)[*].[let $id = [0] in items([1])[*].{id: $id, day: [0], n: [1]}][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      'n',
    ),
    expected: stored(COMPANIES, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'flat',
    name: 'insights with figures as text, actions as a list (Meta Marketing API)',
    source: 'Meta Marketing API, "Insights" with time_increment=1 and level=account',
    answer: {
      data: byDay(AD_ACCOUNTS, SHORT, ({ id, day, calls, users, amount }) => ({
        ...{ account_id: id, account_name: `Shop ${id.slice(-2)}`, impressions: String(calls), clicks: String(users) },
        ...{ spend: amount.toFixed(2), date_start: day, date_stop: day },
        actions: [{ action_type: 'link_click', value: String(users - 1) }],
      })),
      paging: { cursors: { before: 'MAZDZD', after: 'MjQZD' } },
    },
    descriptions: ['ad spend', 'impressions', 'clicks'],
    knownIds: AD_ACCOUNTS,
    mapping: mapped(
      'data',
      ['date_start', 'YYYY_MM_DD'],
      'account_id',
      'to_number(spend)',
      'to_number(impressions)',
      'to_number(clicks)',
    ),
    expected: stored(AD_ACCOUNTS, SHORT, ({ amount, calls, users }) => [amount, calls, users]),
  },
  {
    kind: 'nested',
    name: 'dimensions and metrics as objects (TikTok)',
    source: 'TikTok API for Business, "Run a synchronous report" (/report/integrated/get/), BASIC, by advertiser',
    answer: {
      ...{ code: 0, message: 'OK', request_id: '20261012020000' },
      data: {
        list: byDay(AD_ACCOUNTS, DAYS, ({ id, day, amount, calls, few }) => ({
          dimensions: { advertiser_id: id, stat_time_day: `${day} 00:00:00` },
          metrics: { spend: amount.toFixed(2), impressions: String(calls), conversion: String(few) },
        })),
        page_info: { page: 1, page_size: 20, total_number: 15, total_page: 1 },
      },
    },
    descriptions: ['conversions', 'money spent on ads'],
    knownIds: [],
    mapping: mapped(
      'data.list',
      ['dimensions.stat_time_day', 'YYYY_MM_DD_HH_MM_SS'],
      'dimensions.advertiser_id',
      'to_number(metrics.conversion)',
      'to_number(metrics.spend)',
    ),
    expected: stored(AD_ACCOUNTS, DAYS, ({ few, amount }) => [few, amount]),
  },
  {
    kind: 'dates',
    name: 'year, month and day as an object, accounts as URNs (LinkedIn)',
    source: 'LinkedIn Marketing API, "adAnalytics" finder analytics, pivot ACCOUNT, timeGranularity DAILY',
    answer: {
      paging: { start: 0, count: 10, links: [] },
      elements: byDay(['urn:li:sponsoredAccount:502840441', 'urn:li:sponsoredAccount:502840602'], DAYS, (one) => {
        const date = { month: 10, day: Number(one.day.slice(8)), year: 2026 };
        return {
          ...{ impressions: one.calls, clicks: one.users, costInLocalCurrency: String(one.amount) },
          ...{ dateRange: { start: date, end: date }, pivotValues: [one.id] },
        };
      }),
    },
    descriptions: ['clicks', 'cost in local currency'],
    knownIds: [],
    mapping: mapped(
      'elements',
      [
        "join('-', [to_string(dateRange.start.year), pad_left(to_string(dateRange.start.month), `2`, '0'), pad_left(to_string(dateRange.start.day), `2`, '0')])",
        'YYYY_MM_DD',
      ],
      'pivotValues[0]',
      'clicks',
      'to_number(costInLocalCurrency)',
    ),
    expected: stored(['urn:li:sponsoredAccount:502840441', 'urn:li:sponsoredAccount:502840602'], DAYS, (one) => [
      one.users,
      one.amount,
    ]),
  },
  {
    kind: 'nested',
    name: 'a table of objects below columns, figures as text (ShopifyQL)',
    source: 'Shopify GraphQL Admin API, "shopifyqlQuery": tableData with columns and rows',
    answer: {
      data: {
        shopifyqlQuery: {
          tableData: {
            columns: [
              { name: 'day', dataType: 'DAY_TIMESTAMP', displayName: 'Day' },
              { name: 'shop_name', dataType: 'STRING', displayName: 'Store' },
              { name: 'orders', dataType: 'INTEGER', displayName: 'Orders' },
              { name: 'total_sales', dataType: 'MONEY', displayName: 'Total sales' },
            ],
            rows: byDay(COMPANIES, DAYS, ({ id, day, users, amount }) => ({
              ...{ day, shop_name: id, orders: String(users), total_sales: amount.toFixed(2) },
            })),
          },
          parseErrors: [],
        },
      },
      extensions: { cost: { requestedQueryCost: 10, actualQueryCost: 10 } },
    },
    descriptions: ['Total sales', 'Orders placed'],
    knownIds: COMPANIES,
    mapping: mapped(
      'data.shopifyqlQuery.tableData.rows',
      ['day', 'YYYY_MM_DD'],
      'shop_name',
      'to_number(total_sales)',
      'to_number(orders)',
    ),
    expected: stored(COMPANIES, DAYS, ({ amount, users }) => [amount, users]),
  },
  {
    kind: 'flat',
    name: 'fields with dots in their names (Looker)',
    source: 'Looker API 4.0, "Run inline query", result_format json',
    answer: byDay(COMPANIES, DAYS, ({ id, day, users, calls, few }) => ({
      ...{ 'events.created_date': day, 'organizations.name': id, 'users.count_distinct': users },
      ...{ 'events.count': calls, 'dashboards.viewed_count': few },
    })),
    descriptions: ['Distinct users', 'Dashboards viewed', 'Events'],
    knownIds: [],
    mapping: mapped(
      '@',
      ['"events.created_date"', 'YYYY_MM_DD'],
      '"organizations.name"',
      ['"users.count_distinct"', 'MAX'],
      '"dashboards.viewed_count"',
      '"events.count"',
    ),
    expected: stored(COMPANIES, DAYS, ({ users, few, calls }) => [users, few, calls]),
  },
];
