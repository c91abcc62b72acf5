import { midnightOf, noonOf, type Shape } from './shape.ts';

/** Lists that belong together by position, and points that are lists themselves. */
export const LIST_SHAPES: readonly Shape[] = [
  {
    // Sentry API, "Retrieve Event Counts for an Organization (v2)": intervals once, a list of counts for each group.
    name: 'one list of instants, a list of counts for each group (Sentry stats)',
    answer: {
      start: '2026-03-07T00:00:00Z',
      end: '2026-03-10T00:00:00Z',
      intervals: ['2026-03-07T00:00:00Z', '2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z'],
      groups: [
        {
          by: { category: 'error', outcome: 'accepted' },
          totals: { 'sum(quantity)': 12 },
          series: { 'sum(quantity)': [5, 0, 7] },
        },
        {
          by: { category: 'error', outcome: 'filtered' },
          totals: { 'sum(quantity)': 99 },
          series: { 'sum(quantity)': [33, 33, 33] },
        },
        {
          by: { category: 'attachment', outcome: 'accepted' },
          totals: { 'sum(quantity)': 2_048 },
          series: { 'sum(quantity)': [0, 2_048, 0] },
        },
      ],
    },
    mapping: {
      rowsPath:
        'let $at = intervals in groups[?by.outcome == \'accepted\'].[let $c = by.category in zip($at, series."sum(quantity)")[*].{c: $c, at: [0], n: [1]}][][]',
      datePath: 'at',
      dateFormat: 'ISO_8601',
      accountId: 'org-acme',
      metrics: [
        { name: 'errors', path: "c == 'error' ? n : `null`" },
        { name: 'attachment_kib', path: "c == 'attachment' ? n / `1024` : `null`" },
      ],
    },
    expected: {
      'org-acme': {
        errors: { '2026-03-07': 5, '2026-03-08': 0, '2026-03-09': 7 },
        attachment_kib: { '2026-03-07': 0, '2026-03-08': 2, '2026-03-09': 0 },
      },
    },
  },
  {
    // Yandex Metrica Reports API, "Get data by time": pairs of days, a list of lists of metrics for each row.
    name: 'pairs of days, a list for each metric (Yandex Metrica data by time)',
    answer: {
      total_rows: 2,
      sampled: false,
      totals: [
        [9, 6],
        [20, 15],
      ],
      time_intervals: [
        ['2026-03-08', '2026-03-08'],
        ['2026-03-09', '2026-03-09'],
      ],
      data: [
        {
          dimensions: [{ name: 'Альфа', id: '71' }],
          metrics: [
            [8, 6],
            [18, 15],
          ],
        },
        {
          dimensions: [{ name: 'Бета', id: '72' }],
          metrics: [
            [1, 0],
            [2, 0],
          ],
        },
      ],
    },
    mapping: {
      rowsPath:
        'let $days = time_intervals[*][0] in data[*].[let $id = dimensions[0].name in zip($days, metrics[0], metrics[1])[*].{id: $id, day: [0], visits: [1], views: [2]}][][]',
      datePath: 'day',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'id',
      metrics: [
        { name: 'visits', path: 'visits' },
        { name: 'views', path: 'views' },
      ],
    },
    expected: {
      Альфа: { visits: { '2026-03-08': 8, '2026-03-09': 6 }, views: { '2026-03-08': 18, '2026-03-09': 15 } },
      Бета: { visits: { '2026-03-08': 1, '2026-03-09': 0 }, views: { '2026-03-08': 2, '2026-03-09': 0 } },
    },
  },
  {
    // Splunk REST API, "search/jobs/{search_id}/results" with output_mode=json_cols: a list for each column, all texts.
    name: 'a list for each column (Splunk search results)',
    answer: {
      preview: false,
      init_offset: 0,
      messages: [],
      fields: ['_time', 'account', 'count'],
      columns: [
        ['2026-03-08T00:00:00.000+00:00', '2026-03-08T00:00:00.000+00:00', '2026-03-09T00:00:00.000-08:00'],
        ['acme', 'birch', 'acme'],
        ['31', '4', '28'],
      ],
    },
    mapping: {
      rowsPath: 'zip(columns[0], columns[1], columns[2])',
      datePath: '[0]',
      dateFormat: 'ISO_8601',
      accountIdPath: '[1]',
      metrics: [{ name: 'events', path: 'to_number([2])' }],
    },
    expected: { acme: { events: { '2026-03-08': 31, '2026-03-09': 28 } }, birch: { events: { '2026-03-08': 4 } } },
  },
  {
    // LaunchDarkly REST API, "Get stream usage by SDK version": series numbered in each point, their names in metadata.
    name: 'numbered series named elsewhere (LaunchDarkly stream usage)',
    answer: {
      _links: { self: { href: '/api/v2/usage/streams/server/bysdkversion', type: 'application/json' } },
      metadata: [
        { sdk: 'node', version: '9.0.0' },
        { sdk: 'go', version: '7.1.0' },
      ],
      series: [
        { time: midnightOf(8) * 1000, '0': 11, '1': 5 },
        { time: midnightOf(9) * 1000, '0': 13 },
      ],
    },
    mapping: {
      rowsPath: 'series',
      datePath: 'time',
      dateFormat: 'UNIX_MILLISECONDS',
      accountIdPath: "'server'",
      metrics: [
        { name: 'node_streams', path: '"0"', aggregation: 'MAX' },
        { name: 'go_streams', path: '"1"', aggregation: 'MAX' },
        { name: 'streams', path: 'sum(["0", "1"][])', aggregation: 'MAX' },
      ],
    },
    expected: {
      server: {
        node_streams: { '2026-03-08': 11, '2026-03-09': 13 },
        go_streams: { '2026-03-08': 5 },
        streams: { '2026-03-08': 16, '2026-03-09': 13 },
      },
    },
  },
  {
    // Graphite, "The Render URL API", format=json: [value, seconds], the account one part of the target's name.
    name: 'points value first, the account cut out of a name (Graphite render)',
    answer: [
      {
        target: 'stats.counters.acme.logins.count',
        tags: { name: 'stats.counters.acme.logins.count' },
        datapoints: [
          [4, noonOf(8)],
          [null, noonOf(8) + 60],
          [2.5, noonOf(9)],
        ],
      },
      {
        target: 'stats.counters.birch.logins.count',
        tags: { name: 'stats.counters.birch.logins.count' },
        datapoints: [[1, noonOf(9)]],
      },
    ],
    mapping: {
      rowsPath: "[*].[let $id = split(target, '.')[2] in datapoints[?[0] != `null`].{id: $id, n: [0], at: [1]}][][]",
      datePath: 'at',
      dateFormat: 'UNIX_SECONDS',
      accountIdPath: 'id',
      metrics: [
        { name: 'logins', path: 'n' },
        { name: 'points', path: '`1`' },
      ],
    },
    expected: {
      acme: { logins: { '2026-03-08': 4, '2026-03-09': 2.5 }, points: { '2026-03-08': 1, '2026-03-09': 1 } },
      birch: { logins: { '2026-03-09': 1 }, points: { '2026-03-09': 1 } },
    },
  },
  {
    // Grafana HTTP API, "Query a data source" (POST /api/ds/query): frames with fields described apart from their values.
    name: 'frames of columns, labels with their schema (Grafana data source query)',
    request: { method: 'POST', body: '{"from":"{start_date:unix_ms}","to":"{end_date:+1d:unix_ms}","queries":[]}' },
    answer: {
      results: {
        A: {
          status: 200,
          frames: [
            {
              schema: {
                refId: 'A',
                fields: [
                  { name: 'Time', type: 'time' },
                  { name: 'Value', type: 'number', labels: { account: 'acme' } },
                ],
              },
              data: {
                values: [
                  [midnightOf(8) * 1000, midnightOf(9) * 1000],
                  [2.5, null],
                ],
              },
            },
            {
              schema: {
                refId: 'A',
                fields: [
                  { name: 'Time', type: 'time' },
                  { name: 'Value', type: 'number', labels: { account: 'birch' } },
                ],
              },
              data: { values: [[midnightOf(9) * 1000], [4]] },
            },
            { schema: { refId: 'A', fields: [] }, data: { values: [] } },
          ],
        },
      },
    },
    mapping: {
      rowsPath:
        'results.A.frames[?data.values].[let $id = schema.fields[1].labels.account in zip(data.values[0], data.values[1])[?[1] != `null`].{id: $id, at: [0], n: [1]}][][]',
      datePath: 'at',
      dateFormat: 'UNIX_MILLISECONDS',
      accountIdPath: 'id',
      metrics: [{ name: 'load', path: 'n', aggregation: 'LAST' }],
    },
    expected: { acme: { load: { '2026-03-08': 2.5 } }, birch: { load: { '2026-03-09': 4 } } },
  },
];
