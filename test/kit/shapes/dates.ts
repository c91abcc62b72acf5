import { midnightOf, type Shape } from './shape.ts';

/** Days as the world writes them. */
export const DATE_SHAPES: readonly Shape[] = [
  {
    // AdMob API v1, "networkReport.generate": a stream as a list, header first and footer last; YYYYMMDD; millionths as text.
    name: 'YYYYMMDD, between a header and a footer (AdMob network report)',
    request: { method: 'POST', body: '{"reportSpec":{"dimensions":["DATE","APP"],"metrics":["CLICKS"]}}' },
    answer: [
      {
        header: {
          dateRange: { startDate: { year: 2026, month: 3, day: 8 }, endDate: { year: 2026, month: 3, day: 9 } },
        },
      },
      {
        row: {
          dimensionValues: { DATE: { value: '20260308' }, APP: { value: 'ca-app~1', displayLabel: 'Acme' } },
          metricValues: { CLICKS: { integerValue: '65' }, ESTIMATED_EARNINGS: { microsValue: '6500000' } },
        },
      },
      {
        row: {
          dimensionValues: { DATE: { value: '20260309' }, APP: { value: 'ca-app~1', displayLabel: 'Acme' } },
          metricValues: { CLICKS: { integerValue: '0' }, ESTIMATED_EARNINGS: { microsValue: '0' } },
        },
      },
      { footer: { matchingRowCount: '2' } },
    ],
    mapping: {
      rowsPath: '[].row',
      datePath: 'dimensionValues.DATE.value',
      dateFormat: 'YYYYMMDD',
      accountIdPath: 'dimensionValues.APP.value',
      metrics: [
        { name: 'clicks', path: 'to_number(metricValues.CLICKS.integerValue)' },
        { name: 'earnings', path: 'to_number(metricValues.ESTIMATED_EARNINGS.microsValue) / `1000000`' },
      ],
    },
    expected: {
      'ca-app~1': { clicks: { '2026-03-08': 65, '2026-03-09': 0 }, earnings: { '2026-03-08': 6.5, '2026-03-09': 0 } },
    },
  },
  {
    // Wikimedia Analytics API, "Page views: per article": an hour written as YYYYMMDDHH.
    name: 'YYYYMMDDHH, its first eight digits (Wikimedia page views)',
    answer: {
      items: [
        { project: 'en.wikipedia', article: 'Acme', granularity: 'daily', timestamp: '2026030800', views: 35 },
        { project: 'de.wikipedia', article: 'Acme', granularity: 'daily', timestamp: '2026030823', views: 5 },
        { project: 'en.wikipedia', article: 'Birch', granularity: 'daily', timestamp: '2026030900', views: 1 },
      ],
    },
    mapping: {
      rowsPath: 'items',
      datePath: 'timestamp[:8]',
      dateFormat: 'YYYYMMDD',
      accountIdPath: 'article',
      metrics: [{ name: 'views', path: 'views' }],
    },
    expected: { Acme: { views: { '2026-03-08': 40 } }, Birch: { views: { '2026-03-09': 1 } } },
  },
  {
    // Twilio REST API, "Message resource: read multiple": RFC 2822 dates, segments as text.
    name: 'RFC 2822 dates (Twilio messages)',
    answer: {
      page: 0,
      page_size: 50,
      next_page_uri: null,
      messages: [
        { sid: 'SM1', account_sid: 'AC1', date_sent: 'Sun, 08 Mar 2026 23:59:59 +0000', num_segments: '2' },
        { sid: 'SM2', account_sid: 'AC1', date_sent: 'Sun, 08 Mar 2026 00:00:00 +0000', num_segments: '1' },
        { sid: 'SM3', account_sid: 'AC2', date_sent: 'Mon, 09 Mar 2026 08:15:00 +0000', num_segments: '1' },
        { sid: 'SM4', account_sid: 'AC2', date_sent: null, num_segments: '0' },
      ],
    },
    mapping: {
      rowsPath: 'messages[?date_sent]',
      datePath: 'date_sent',
      dateFormat: 'RFC_2822',
      accountIdPath: 'account_sid',
      metrics: [
        { name: 'messages', path: '`1`' },
        { name: 'segments', path: 'to_number(num_segments)' },
      ],
    },
    expected: {
      AC1: { messages: { '2026-03-08': 2 }, segments: { '2026-03-08': 3 } },
      AC2: { messages: { '2026-03-09': 1 }, segments: { '2026-03-09': 1 } },
    },
  },
  {
    // Mailgun API v3, "Stats: totals for entire domain": RFC 2822 with a named zone; what did not happen is left out.
    name: 'RFC 2822 dates in a named zone (Mailgun stats)',
    answer: {
      start: 'Sat, 07 Mar 2026 00:00:00 UTC',
      end: 'Mon, 09 Mar 2026 00:00:00 UTC',
      resolution: 'day',
      stats: [
        {
          time: 'Sat, 07 Mar 2026 00:00:00 UTC',
          accepted: { incoming: 0, outgoing: 12, total: 12 },
          delivered: { smtp: 8, http: 2, optimized: 0, total: 10 },
        },
        { time: 'Sun, 08 Mar 2026 00:00:00 UTC', accepted: { incoming: 0, outgoing: 0, total: 0 } },
      ],
    },
    mapping: {
      rowsPath: 'stats',
      datePath: 'time',
      dateFormat: 'RFC_2822',
      accountId: 'mg.example.com',
      metrics: [
        { name: 'accepted', path: 'accepted.total' },
        { name: 'delivered', path: 'delivered.total' },
        { name: 'by_smtp', path: 'delivered && delivered.smtp + delivered.optimized' },
      ],
    },
    expected: {
      'mg.example.com': {
        accepted: { '2026-03-07': 12, '2026-03-08': 0 },
        delivered: { '2026-03-07': 10 },
        by_smtp: { '2026-03-07': 8 },
      },
    },
  },
  {
    // Pipedrive API v1, "Get all activities": instants in UTC without saying so, the organization a number or null.
    name: 'YYYY-MM-DD hh:mm:ss (Pipedrive activities)',
    answer: {
      success: true,
      data: [
        { id: 8, type: 'call', done: true, org_id: 5, add_time: '2026-03-08 23:59:59', duration: '00:30' },
        { id: 9, type: 'call', done: false, org_id: 5, add_time: '2026-03-09 00:00:00', duration: '' },
        { id: 10, type: 'email', done: true, org_id: null, add_time: '2026-03-09 07:00:00', duration: '' },
      ],
      additional_data: { pagination: { start: 0, limit: 100, more_items_in_collection: false } },
    },
    mapping: {
      rowsPath: 'data[?org_id]',
      datePath: 'add_time',
      dateFormat: 'YYYY_MM_DD_HH_MM_SS',
      accountIdPath: 'org_id',
      metrics: [
        { name: 'activities', path: '`1`' },
        { name: 'done', path: 'done && `1` || `0`' },
        {
          name: 'minutes',
          path: "duration != '' ? to_number(trim_left(split(duration, ':')[0], '0') || '0') * `60` + to_number(trim_left(split(duration, ':')[1], '0') || '0') : `null`",
        },
      ],
    },
    expected: {
      '5': {
        activities: { '2026-03-08': 1, '2026-03-09': 1 },
        done: { '2026-03-08': 1, '2026-03-09': 0 },
        minutes: { '2026-03-08': 30 },
      },
    },
  },
  {
    // Snowflake SQL API, "Handling responses": DATE as the number of days since 1970, as text; TIMESTAMP_NTZ in seconds.
    name: 'days since 1970 (Snowflake SQL API, DATE columns)',
    answer: {
      resultSetMetaData: {
        numRows: 2,
        rowType: [
          { name: 'DAY', type: 'date' },
          { name: 'ACCOUNT', type: 'text' },
          { name: 'QUERIES', type: 'fixed' },
        ],
      },
      data: [
        [String(midnightOf(8) / 86_400), 'acme', '14'],
        [String(midnightOf(9) / 86_400), 'acme', '9'],
      ],
    },
    mapping: {
      rowsPath: 'data',
      datePath: '[0]',
      dateFormat: 'UNIX_DAYS',
      accountIdPath: '[1]',
      metrics: [{ name: 'queries', path: 'to_number([2])' }],
    },
    expected: { acme: { queries: { '2026-03-08': 14, '2026-03-09': 9 } } },
  },
  {
    // Xero Accounting API, "Invoices": instants as /Date(milliseconds+offset)/, the customer an object, wrapped in a name.
    name: 'milliseconds within a text (Xero invoices)',
    answer: {
      Id: 'a',
      Status: 'OK',
      DateTimeUTC: `/Date(${midnightOf(10) * 1000})/`,
      Invoices: [
        {
          Type: 'ACCREC',
          Contact: { ContactID: 'c-1', Name: 'Acme' },
          Date: `/Date(${midnightOf(8) * 1000}+0000)/`,
          Status: 'AUTHORISED',
          SubTotal: 100.5,
          TotalTax: 19.5,
        },
        {
          Type: 'ACCPAY',
          Contact: { ContactID: 'c-2', Name: 'Supplier' },
          Date: `/Date(${midnightOf(8) * 1000}+0000)/`,
          Status: 'AUTHORISED',
          SubTotal: 5,
          TotalTax: 0,
        },
      ],
    },
    mapping: {
      rowsPath: "Invoices[?Type == 'ACCREC']",
      datePath: "split(split(Date, '(')[1], '+')[0]",
      dateFormat: 'UNIX_MILLISECONDS',
      accountIdPath: 'Contact.ContactID',
      metrics: [
        { name: 'invoiced', path: 'SubTotal + TotalTax' },
        { name: 'tax_share', path: 'TotalTax / (SubTotal + TotalTax)', aggregation: 'LAST' },
      ],
    },
    expected: { 'c-1': { invoiced: { '2026-03-08': 120 }, tax_share: { '2026-03-08': 0.1625 } } },
  },
];
