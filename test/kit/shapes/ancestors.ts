import type { Shape } from './shape.ts';

/** More rows that lack what stands above them: on the way down, or at the very top. */
export const ANCESTOR_SHAPES: readonly Shape[] = [
  {
    // Jira Cloud platform REST API v3, "Search for issues using JQL" with the field worklog; offsets without a colon.
    name: 'work logs within issues (Jira search)',
    answer: {
      startAt: 0,
      maxResults: 50,
      total: 3,
      issues: [
        {
          id: '10002',
          key: 'ACME-1',
          fields: {
            project: { id: '1', key: 'ACME' },
            worklog: {
              total: 2,
              worklogs: [
                { started: '2026-03-05T09:00:00.000+0000', timeSpentSeconds: 5400 },
                { started: '2026-03-05T23:30:00.000-0500', timeSpentSeconds: 900 },
              ],
            },
          },
        },
        {
          id: '10003',
          key: 'BIRCH-9',
          fields: { project: { id: '2', key: 'BIRCH' }, worklog: { total: 0, worklogs: [] } },
        },
        {
          id: '10004',
          key: 'BIRCH-10',
          fields: {
            project: { id: '2', key: 'BIRCH' },
            worklog: { total: 1, worklogs: [{ started: '2026-03-06T02:00:00.000+0530', timeSpentSeconds: 3600 }] },
          },
        },
      ],
    },
    mapping: {
      rowsPath:
        'issues[*].[let $project = fields.project.key in fields.worklog.worklogs[*].{project: $project, log: @}][][]',
      datePath: 'log.started',
      dateFormat: 'ISO_8601',
      accountIdPath: 'project',
      metrics: [
        { name: 'hours', path: 'log.timeSpentSeconds / `3600`' },
        { name: 'entries', path: '`1`' },
      ],
    },
    expected: {
      ACME: { hours: { '2026-03-05': 1.5, '2026-03-06': 0.25 }, entries: { '2026-03-05': 1, '2026-03-06': 1 } },
      BIRCH: { hours: { '2026-03-05': 1 }, entries: { '2026-03-05': 1 } },
    },
  },
  {
    // PyPI Stats API, "/api/packages/<package>/overall": the package stands once, at the top; two rows a day.
    name: 'a field of the whole answer, and a filter (PyPI Stats)',
    answer: {
      data: [
        { category: 'with_mirrors', date: '2026-03-08', downloads: 120 },
        { category: 'without_mirrors', date: '2026-03-08', downloads: 90 },
        { category: 'with_mirrors', date: '2026-03-09', downloads: 80 },
        { category: 'without_mirrors', date: '2026-03-09', downloads: 70 },
      ],
      package: 'acme-sdk',
      type: 'overall_downloads',
    },
    mapping: {
      rowsPath: "data[?category == 'without_mirrors'].{package: $.package, day: date, n: downloads}",
      datePath: 'day',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'package',
      metrics: [{ name: 'downloads', path: 'n' }],
    },
    expected: { 'acme-sdk': { downloads: { '2026-03-08': 90, '2026-03-09': 70 } } },
  },
  {
    // Apache Druid, native queries, "TopN queries": an instant, then the best of that day.
    name: 'a list of instants, each with its results (Apache Druid topN)',
    request: {
      method: 'POST',
      body: '{"queryType":"topN","dataSource":"events","dimension":"account","metric":"events","threshold":1000,"granularity":"day","intervals":["{start_date}/{end_date:+1d}"]}',
    },
    answer: [
      {
        timestamp: '2026-03-08T00:00:00.000Z',
        result: [
          { account: 'acme', events: 111, users: 10.6 },
          { account: null, events: 88, users: 28 },
          { account: 'birch', events: 87, users: 2 },
        ],
      },
      { timestamp: '2026-03-09T00:00:00.000Z', result: [{ account: 'birch', events: 5, users: 1 }] },
    ],
    mapping: {
      rowsPath: '[*].[let $at = timestamp in result[?account].{at: $at, row: @}][][]',
      datePath: 'at',
      dateFormat: 'ISO_8601',
      accountIdPath: 'row.account',
      metrics: [
        { name: 'events', path: 'row.events' },
        { name: 'users', path: 'floor(row.users + `0.5`)', aggregation: 'MAX' },
      ],
    },
    expected: {
      acme: { events: { '2026-03-08': 111 }, users: { '2026-03-08': 11 } },
      birch: { events: { '2026-03-08': 87, '2026-03-09': 5 }, users: { '2026-03-08': 2, '2026-03-09': 1 } },
    },
  },
  {
    // Twilio SendGrid Web API v3, "Retrieve email statistics for your subusers": a day, a name, metrics one level further.
    name: 'the day above, the metrics below, and a ratio (SendGrid subuser statistics)',
    answer: [
      {
        date: '2026-03-08',
        stats: [
          { type: 'subuser', name: 'acme', metrics: { delivered: 40, unique_opens: 10, bounces: 1 } },
          { type: 'subuser', name: 'birch', metrics: { delivered: 0, unique_opens: 0, bounces: 2 } },
        ],
      },
      {
        date: '2026-03-09',
        stats: [{ type: 'subuser', name: 'acme', metrics: { delivered: 8, unique_opens: 6, bounces: 0 } }],
      },
    ],
    mapping: {
      rowsPath: '[*].[let $day = date in stats[*].{day: $day, name: name, m: metrics}][][]',
      datePath: 'day',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'name',
      metrics: [
        { name: 'delivered', path: 'm.delivered' },
        { name: 'open_rate', path: 'm.delivered > `0` ? m.unique_opens / m.delivered : `null`', aggregation: 'LAST' },
      ],
    },
    expected: {
      acme: {
        delivered: { '2026-03-08': 40, '2026-03-09': 8 },
        open_rate: { '2026-03-08': 0.25, '2026-03-09': 0.75 },
      },
      birch: { delivered: { '2026-03-08': 0 } },
    },
  },
  {
    // InfluxDB 1.x HTTP API, "Query data with the InfluxDB API": statements, series with tags, columns, rows of lists.
    name: 'tags above, columns beside rows (InfluxDB query)',
    answer: {
      results: [
        {
          statement_id: 0,
          series: [
            {
              name: 'requests',
              tags: { account: 'acme' },
              columns: ['time', 'sum', 'max'],
              values: [
                ['2026-03-08T00:00:00Z', 12, 3.5],
                ['2026-03-09T00:00:00Z', null, null],
              ],
            },
            {
              name: 'requests',
              tags: { account: '' },
              columns: ['time', 'sum', 'max'],
              values: [['2026-03-08T00:00:00Z', 1, 1]],
            },
          ],
        },
        {
          statement_id: 1,
          series: [
            {
              name: 'requests',
              tags: { account: 'birch' },
              columns: ['time', 'sum', 'max'],
              values: [['2026-03-09T00:00:00Z', 7, null]],
            },
          ],
        },
      ],
    },
    mapping: {
      rowsPath:
        "results[].series[?tags.account != ''][].[let $id = tags.account in values[?[1] != `null`].{id: $id, at: [0], sum: [1], max: [2]}][][]",
      datePath: 'at',
      dateFormat: 'ISO_8601',
      accountIdPath: 'id',
      metrics: [
        { name: 'requests', path: 'sum' },
        { name: 'largest', path: 'max', aggregation: 'MAX' },
      ],
    },
    expected: {
      acme: { requests: { '2026-03-08': 12 }, largest: { '2026-03-08': 3.5 } },
      birch: { requests: { '2026-03-09': 7 } },
    },
  },
];
