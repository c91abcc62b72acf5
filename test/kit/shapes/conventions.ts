import type { Shape } from './shape.ts';

/** More envelopes: JSON:API with measurements, OData, streamed batches, typed values. */
export const CONVENTION_SHAPES: readonly Shape[] = [
  {
    // Datadog API v2, "Get hourly usage by product family" (JSON:API): hours of a day, measurements as a list of name and value.
    name: 'hours of a day and a list of measurements (Datadog usage metering, JSON:API)',
    answer: {
      meta: { pagination: { next_record_id: null } },
      data: [
        {
          type: 'usage_timeseries',
          id: 'a1',
          attributes: {
            org_name: 'Acme',
            public_id: 'acme01',
            product_family: 'infra_hosts',
            timestamp: '2026-03-08T00:00:00+00:00',
            measurements: [
              { usage_type: 'agent_host_count', value: 12 },
              { usage_type: 'container_count', value: 3 },
            ],
          },
        },
        {
          type: 'usage_timeseries',
          id: 'a2',
          attributes: {
            org_name: 'Acme',
            public_id: 'acme01',
            product_family: 'infra_hosts',
            timestamp: '2026-03-08T01:00:00+00:00',
            measurements: [
              { usage_type: 'agent_host_count', value: 9 },
              { usage_type: 'container_count', value: 4 },
            ],
          },
        },
        {
          type: 'usage_timeseries',
          id: 'b1',
          attributes: {
            org_name: 'Birch',
            public_id: 'birch02',
            product_family: 'infra_hosts',
            timestamp: '2026-03-09T23:00:00+00:00',
            measurements: [{ usage_type: 'agent_host_count', value: 1 }],
          },
        },
      ],
    },
    mapping: {
      rowsPath: 'data[].attributes',
      datePath: 'timestamp',
      dateFormat: 'ISO_8601',
      accountIdPath: 'public_id',
      metrics: [
        { name: 'hosts', path: "measurements[?usage_type == 'agent_host_count'].value | [0]", aggregation: 'MAX' },
        { name: 'host_hours', path: "measurements[?usage_type == 'agent_host_count'].value | [0]" },
        { name: 'containers', path: "measurements[?usage_type == 'container_count'].value | [0]", aggregation: 'LAST' },
      ],
    },
    expected: {
      acme01: { hosts: { '2026-03-08': 12 }, host_hours: { '2026-03-08': 21 }, containers: { '2026-03-08': 4 } },
      birch02: { hosts: { '2026-03-09': 1 }, host_hours: { '2026-03-09': 1 } },
    },
  },
  {
    // Microsoft Graph (OData), "reportRoot: getOffice365ActiveUserCounts": keys with @ and dots, counts that may be null.
    name: 'OData values about one account (Microsoft 365 active users)',
    answer: {
      '@odata.context': 'https://graph.microsoft.com/beta/$metadata#Collection(office365ActiveUserCounts)',
      value: [
        { reportRefreshDate: '2026-03-09', office365: 120, exchange: 110, teams: 80, reportDate: '2026-03-08' },
        { reportRefreshDate: '2026-03-09', office365: 118, exchange: null, teams: 79, reportDate: '2026-03-07' },
      ],
    },
    mapping: {
      rowsPath: 'value',
      datePath: 'reportDate',
      dateFormat: 'YYYY_MM_DD',
      accountId: 'contoso',
      metrics: [
        { name: 'active_users', path: 'office365', aggregation: 'MAX' },
        { name: 'mail_users', path: 'exchange', aggregation: 'MAX' },
      ],
    },
    expected: {
      contoso: { active_users: { '2026-03-07': 118, '2026-03-08': 120 }, mail_users: { '2026-03-08': 110 } },
    },
  },
  {
    // Google Ads API, "googleAds:searchStream" over REST: a list of batches, each with results; micros, ids within names.
    name: 'batches of results, millionths, an id within a name (Google Ads search stream)',
    request: {
      method: 'POST',
      body: '{"query":"SELECT ... WHERE segments.date BETWEEN \'{start_date}\' AND \'{end_date}\'"}',
    },
    answer: [
      {
        results: [
          {
            customer: { resourceName: 'customers/4242' },
            metrics: { clicks: '12', costMicros: '2500000' },
            segments: { date: '2026-03-08' },
          },
          {
            customer: { resourceName: 'customers/4343' },
            metrics: { clicks: '1' },
            segments: { date: '2026-03-08' },
          },
        ],
        fieldMask: 'customer.resourceName,metrics.clicks,metrics.costMicros,segments.date',
        requestId: 'r1',
      },
      {
        results: [
          {
            customer: { resourceName: 'customers/4242' },
            metrics: { clicks: '3', costMicros: '0' },
            segments: { date: '2026-03-09' },
          },
        ],
        requestId: 'r1',
      },
    ],
    mapping: {
      rowsPath: '[].results[]',
      datePath: 'segments.date',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: "replace(customer.resourceName, 'customers/', '')",
      metrics: [
        { name: 'clicks', path: 'to_number(metrics.clicks)' },
        { name: 'cost', path: 'metrics.costMicros && to_number(metrics.costMicros) / `1000000`' },
      ],
    },
    expected: {
      '4242': { clicks: { '2026-03-08': 12, '2026-03-09': 3 }, cost: { '2026-03-08': 2.5, '2026-03-09': 0 } },
      '4343': { clicks: { '2026-03-08': 1 } },
    },
  },
  {
    // Amazon DynamoDB, low-level API, "Query": each value wrapped in its type, numbers as text.
    name: 'values wrapped in their types (Amazon DynamoDB query)',
    request: { method: 'POST', body: '{"TableName":"usage","KeyConditionExpression":"#d BETWEEN :a AND :b"}' },
    answer: {
      Count: 2,
      ScannedCount: 2,
      Items: [
        {
          'tenant#id': { S: 'acme' },
          day: { S: '2026-03-08' },
          stats: { M: { calls: { N: '17' }, ms: { N: '1.5e3' } } },
        },
        {
          'tenant#id': { S: 'birch' },
          day: { S: '2026-03-09' },
          stats: { M: { calls: { N: '0' }, ms: { NULL: true } } },
        },
      ],
    },
    mapping: {
      rowsPath: 'Items',
      datePath: 'day.S',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: '"tenant#id".S',
      metrics: [
        { name: 'calls', path: 'to_number(stats.M.calls.N)' },
        { name: 'seconds', path: 'stats.M.ms.N && to_number(stats.M.ms.N) / `1000`' },
      ],
    },
    expected: {
      acme: { calls: { '2026-03-08': 17 }, seconds: { '2026-03-08': 1.5 } },
      birch: { calls: { '2026-03-09': 0 } },
    },
  },
  {
    // Cloud Firestore REST API, "projects.databases.documents.runQuery": a list of answers, some without a document; account and
    // day stand in the document's name.
    name: 'account and day both cut out of a name (Cloud Firestore query)',
    request: { method: 'POST', body: '{"structuredQuery":{"from":[{"collectionId":"usage"}]}}' },
    answer: [
      {
        document: {
          name: 'projects/p/databases/(default)/documents/usage/acme_2026-03-08',
          fields: { logins: { integerValue: '8' }, ratio: { doubleValue: 0.5 } },
        },
        readTime: '2026-03-10T00:00:00.000000Z',
      },
      {
        document: {
          name: 'projects/p/databases/(default)/documents/usage/birch_2026-03-09',
          fields: { logins: { integerValue: '2' }, ratio: { nullValue: null } },
        },
        readTime: '2026-03-10T00:00:00.000000Z',
      },
      { readTime: '2026-03-10T00:00:00.000000Z', skippedResults: 0 },
    ],
    mapping: {
      rowsPath: '[].document',
      datePath: "split(name, '_')[-1]",
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: "split(split(name, '/')[-1], '_')[0]",
      metrics: [
        { name: 'logins', path: 'to_number(fields.logins.integerValue)' },
        { name: 'ratio', path: 'fields.ratio.doubleValue', aggregation: 'LAST' },
      ],
    },
    expected: {
      acme: { logins: { '2026-03-08': 8 }, ratio: { '2026-03-08': 0.5 } },
      birch: { logins: { '2026-03-09': 2 } },
    },
  },
];
