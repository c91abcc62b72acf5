import { noonOf, type Shape } from './shape.ts';

/** Columns beside rows, and numbers written as text. */
export const TABLE_SHAPES: readonly Shape[] = [
  {
    // Google Analytics Data API v1beta, "RunReportResponse": headers beside rows, every value a text, days as YYYYMMDD.
    name: 'headers and rows, texts throughout (Google Analytics 4 report)',
    answer: {
      dimensionHeaders: [{ name: 'date' }, { name: 'customEvent:account_id' }],
      metricHeaders: [
        { name: 'activeUsers', type: 'TYPE_INTEGER' },
        { name: 'engagementRate', type: 'TYPE_FLOAT' },
      ],
      rows: [
        {
          dimensionValues: [{ value: '20260308' }, { value: 'acme' }],
          metricValues: [{ value: '31' }, { value: '0.5' }],
        },
        {
          dimensionValues: [{ value: '20260309' }, { value: 'acme' }],
          metricValues: [{ value: '29' }, { value: '0.25' }],
        },
        {
          dimensionValues: [{ value: '20260309' }, { value: '(not set)' }],
          metricValues: [{ value: '2' }, { value: '1' }],
        },
      ],
      rowCount: 3,
      metadata: { currencyCode: 'USD', timeZone: 'Etc/UTC' },
      kind: 'analyticsData#runReport',
    },
    mapping: {
      rowsPath: "rows[?dimensionValues[1].value != '(not set)']",
      datePath: 'dimensionValues[0].value',
      dateFormat: 'YYYYMMDD',
      accountIdPath: 'dimensionValues[1].value',
      metrics: [
        { name: 'active_users', path: 'to_number(metricValues[0].value)', aggregation: 'MAX' },
        { name: 'engagement_rate', path: 'to_number(metricValues[1].value)', aggregation: 'LAST' },
      ],
    },
    expected: {
      acme: {
        active_users: { '2026-03-08': 31, '2026-03-09': 29 },
        engagement_rate: { '2026-03-08': 0.5, '2026-03-09': 0.25 },
      },
    },
  },
  {
    // PostHog API, "Query" endpoint (HogQLQuery): column names beside rows that are lists.
    name: 'columns and rows of lists (PostHog query)',
    answer: {
      columns: ['day', 'organization_id', 'events', 'people'],
      types: ['Date', 'String', 'UInt64', 'UInt64'],
      results: [
        ['2026-03-07', '0190-a', 120, 7],
        ['2026-03-07', '0190-b', 0, 0],
        ['2026-03-08', '0190-a', 90, 6],
      ],
      hasMore: false,
    },
    mapping: {
      rowsPath: 'results',
      datePath: '[0]',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: '[1]',
      metrics: [
        { name: 'events', path: '[2]' },
        { name: 'people', path: '[3]', aggregation: 'MAX' },
      ],
    },
    expected: {
      '0190-a': { events: { '2026-03-07': 120, '2026-03-08': 90 }, people: { '2026-03-07': 7, '2026-03-08': 6 } },
      '0190-b': { events: { '2026-03-07': 0 }, people: { '2026-03-07': 0 } },
    },
  },
  {
    // Snowflake SQL API, "Handling responses": every cell a text, SQL NULL as null, an integer key with leading blanks.
    name: 'a table of texts with nulls (Snowflake SQL API)',
    answer: {
      resultSetMetaData: {
        numRows: 3,
        format: 'jsonv2',
        rowType: [
          { name: 'DAY', type: 'text' },
          { name: 'CUSTOMER_ID', type: 'fixed' },
          { name: 'CREDITS', type: 'real' },
          { name: 'SEATS', type: 'fixed' },
        ],
      },
      data: [
        ['2026-03-06', '1001', '1.25', '12'],
        ['2026-03-06', '1002', null, '3'],
        ['2026-03-07', '1001', '2.5e1', null],
      ],
      code: '090001',
      sqlState: '00000',
      message: 'Statement executed successfully.',
    },
    mapping: {
      rowsPath: 'data',
      datePath: '[0]',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: '[1]',
      metrics: [
        { name: 'credits', path: '[2] && to_number([2])' },
        { name: 'seats', path: '[3] && to_number([3])', aggregation: 'LAST' },
      ],
    },
    expected: {
      '1001': { credits: { '2026-03-06': 1.25, '2026-03-07': 25 }, seats: { '2026-03-06': 12 } },
      '1002': { seats: { '2026-03-06': 3 } },
    },
  },
  {
    // Twilio REST API, "Usage Records: daily subresource": one row a category, counts as text.
    name: 'long format, a row for each metric (Twilio usage records)',
    answer: {
      first_page_uri: '/2010-04-01/Accounts/AC1/Usage/Records/Daily.json?PageSize=50&Page=0',
      usage_records: [
        {
          category: 'sms',
          account_sid: 'AC1',
          start_date: '2026-03-08',
          end_date: '2026-03-08',
          count: '7',
          usage: '7',
          usage_unit: 'messages',
        },
        {
          category: 'calls',
          account_sid: 'AC1',
          start_date: '2026-03-08',
          end_date: '2026-03-08',
          count: '3',
          usage: '14',
          usage_unit: 'minutes',
        },
        {
          category: 'calls',
          account_sid: 'AC2',
          start_date: '2026-03-09',
          end_date: '2026-03-09',
          count: '0',
          usage: '0',
          usage_unit: 'minutes',
        },
        {
          category: 'totalprice',
          account_sid: 'AC1',
          start_date: '2026-03-08',
          end_date: '2026-03-08',
          count: null,
          usage: '0.31',
          usage_unit: 'usd',
        },
      ],
    },
    mapping: {
      rowsPath: "usage_records[?category == 'sms' || category == 'calls']",
      datePath: 'start_date',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'account_sid',
      metrics: [
        { name: 'messages', path: "category == 'sms' && to_number(count) || `null`" },
        { name: 'call_minutes', path: "category == 'calls' && to_number(usage) || `null`" },
      ],
    },
    expected: {
      AC1: { messages: { '2026-03-08': 7 }, call_minutes: { '2026-03-08': 14 } },
      AC2: { call_minutes: { '2026-03-09': 0 } },
    },
  },
  {
    // Google Workspace Admin SDK, Reports API, "userUsageReport.get": each row a list of named parameters.
    name: 'named parameters in a list, by filter (Google Workspace usage reports)',
    answer: {
      kind: 'admin#reports#usageReports',
      usageReports: [
        {
          date: '2026-03-05',
          entity: { type: 'USER', customerId: 'C03az79cb', userEmail: 'liz@example.com' },
          parameters: [
            { name: 'gmail:num_emails_sent', intValue: '12' },
            { name: 'drive:num_items_created', intValue: '2' },
            { name: 'accounts:is_suspended', boolValue: false },
          ],
        },
        {
          date: '2026-03-05',
          entity: { type: 'USER', customerId: 'C03az79cb', userEmail: 'tom@example.com' },
          parameters: [{ name: 'gmail:num_emails_sent', intValue: '5' }],
        },
      ],
    },
    mapping: {
      rowsPath: 'usageReports',
      datePath: 'date',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'entity.customerId',
      metrics: [
        { name: 'emails_sent', path: "to_number(parameters[?name == 'gmail:num_emails_sent'].intValue | [0])" },
        {
          name: 'files_created',
          path: "(parameters[?name == 'drive:num_items_created'].intValue | [0]) && to_number(parameters[?name == 'drive:num_items_created'].intValue | [0])",
        },
      ],
    },
    expected: { C03az79cb: { emails_sent: { '2026-03-05': 17 }, files_created: { '2026-03-05': 2 } } },
  },
  {
    // Prometheus HTTP API, "Range queries": a matrix of [seconds, "text"] pairs for each label set.
    name: 'a matrix of points with values as text (Prometheus range query)',
    answer: {
      status: 'success',
      data: {
        resultType: 'matrix',
        result: [
          {
            metric: { __name__: 'api_calls', account: 'acme' },
            values: [
              [noonOf(8), '17'],
              [noonOf(9) + 0.781, '3.5'],
            ],
          },
          { metric: { __name__: 'api_calls', account: 'birch' }, values: [[noonOf(9), '0']] },
        ],
      },
    },
    mapping: {
      rowsPath:
        'data.result[*].[let $account = metric.account in values[*].{account: $account, at: [0], value: [1]}][][]',
      datePath: 'at',
      dateFormat: 'UNIX_SECONDS',
      accountIdPath: 'account',
      metrics: [{ name: 'api_calls', path: 'to_number(value)', aggregation: 'LAST' }],
    },
    expected: {
      acme: { api_calls: { '2026-03-08': 17, '2026-03-09': 3.5 } },
      birch: { api_calls: { '2026-03-09': 0 } },
    },
  },
];
