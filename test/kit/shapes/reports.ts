import { midnightOf, type Shape } from './shape.ts';

/** Tables as reporting products send them: columns said once, cells wrapped, texts throughout. */
export const REPORT_SHAPES: readonly Shape[] = [
  {
    // Google BigQuery REST API, "jobs.query": a cell is { v }, a row { f }, all values texts, TIMESTAMP as seconds in
    // scientific notation.
    name: 'cells within cells, seconds with an exponent (BigQuery jobs.query)',
    request: { method: 'POST', body: '{"query":"SELECT ... BETWEEN \'{start_date}\' AND \'{end_date}\'"}' },
    answer: {
      kind: 'bigquery#queryResponse',
      schema: {
        fields: [
          { name: 'day', type: 'TIMESTAMP', mode: 'NULLABLE' },
          { name: 'account', type: 'STRING', mode: 'NULLABLE' },
          { name: 'bytes', type: 'INTEGER', mode: 'NULLABLE' },
        ],
      },
      totalRows: '3',
      rows: [
        { f: [{ v: '1.772928E9' }, { v: 'acme' }, { v: '1536000000' }] },
        { f: [{ v: '1.7730144E9' }, { v: 'acme' }, { v: null }] },
        { f: [{ v: '1.7730144E9' }, { v: 'birch' }, { v: '0' }] },
      ],
      jobComplete: true,
      cacheHit: false,
    },
    mapping: {
      rowsPath: 'rows[?f[2].v]',
      datePath: 'to_number(f[0].v)',
      dateFormat: 'UNIX_SECONDS',
      accountIdPath: 'f[1].v',
      metrics: [{ name: 'megabytes', path: 'to_number(f[2].v) / `1000000`' }],
    },
    expected: { acme: { megabytes: { '2026-03-08': 1536 } }, birch: { megabytes: { '2026-03-09': 0 } } },
  },
  {
    // Amazon Athena API, "GetQueryResults": the first row repeats the column names, a null is a cell without a value.
    name: 'a first row of names, nulls as empty cells (Amazon Athena results)',
    request: { method: 'POST', body: '{"QueryExecutionId":"1f3c","MaxResults":1000}' },
    answer: {
      ResultSet: {
        ResultSetMetadata: { ColumnInfo: [{ Name: 'day', Type: 'date' }] },
        Rows: [
          { Data: [{ VarCharValue: 'day' }, { VarCharValue: 'account' }, { VarCharValue: 'jobs' }] },
          { Data: [{ VarCharValue: '2026-03-08' }, { VarCharValue: 'acme' }, { VarCharValue: '17' }, {}] },
          { Data: [{ VarCharValue: '2026-03-09' }, { VarCharValue: 'birch' }, {}, { VarCharValue: '2.5' }] },
        ],
      },
      UpdateCount: 0,
    },
    mapping: {
      rowsPath: 'ResultSet.Rows[1:].{c: Data}',
      datePath: 'c[0].VarCharValue',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'c[1].VarCharValue',
      metrics: [
        { name: 'jobs', path: 'to_number(c[2].VarCharValue)' },
        { name: 'hours', path: 'to_number(c[3].VarCharValue)' },
      ],
    },
    expected: { acme: { jobs: { '2026-03-08': 17 } }, birch: { hours: { '2026-03-09': 2.5 } } },
  },
  {
    // Google Sheets API v4, "spreadsheets.values.get": a sheet as lists of texts; empty cells at the end of a row are left out.
    name: 'a sheet: header, short rows, thousands with commas (Google Sheets values)',
    answer: {
      range: "'Usage 2026'!A1:D5",
      majorDimension: 'ROWS',
      values: [
        ['Day', 'Customer', 'Logins', 'Seats'],
        ['2026-03-07', 'Acme', '1,204', '25'],
        ['2026-03-08', 'Acme', '988'],
        [],
        ['2026-03-08', 'Birch', '', '3'],
      ],
    },
    mapping: {
      rowsPath: 'values[1:] | [?[0]]',
      datePath: '[0]',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: '[1]',
      metrics: [
        { name: 'logins', path: "to_number(replace([2], ',', ''))" },
        { name: 'seats', path: 'to_number([3])', aggregation: 'LAST' },
      ],
    },
    expected: {
      Acme: { logins: { '2026-03-07': 1204, '2026-03-08': 988 }, seats: { '2026-03-07': 25 } },
      Birch: { seats: { '2026-03-08': 3 } },
    },
  },
  {
    // Plausible Stats API v2, "POST /api/v2/query": two short lists a row, in the order of the question asked.
    name: 'dimensions and metrics as two lists (Plausible stats)',
    request: {
      method: 'POST',
      body: '{"site_id":"example.com","metrics":["visitors","events"],"date_range":["{start_date}","{end_date}"],"dimensions":["time:day","event:props:account"]}',
    },
    answer: {
      results: [
        { metrics: [12, 40], dimensions: ['2026-03-08', 'acme'] },
        { metrics: [3, 3], dimensions: ['2026-03-08', '(none)'] },
        { metrics: [1, null], dimensions: ['2026-03-09', 'acme'] },
      ],
      meta: {},
      query: { metrics: ['visitors', 'events'], dimensions: ['time:day', 'event:props:account'] },
    },
    mapping: {
      rowsPath: "results[?dimensions[1] != '(none)']",
      datePath: 'dimensions[0]',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'dimensions[1]',
      metrics: [
        { name: 'visitors', path: 'metrics[0]', aggregation: 'MAX' },
        { name: 'events', path: 'metrics[1]' },
      ],
    },
    expected: {
      acme: { visitors: { '2026-03-08': 12, '2026-03-09': 1 }, events: { '2026-03-08': 40 } },
    },
  },
  {
    // ClickHouse, "Formats: JSONCompact": names in meta, rows as lists, 64-bit integers as text. Columns found by name, so that
    // a new one in the query moves nothing.
    name: 'columns by name instead of position (ClickHouse JSONCompact)',
    answer: {
      meta: [
        { name: 'region', type: 'String' },
        { name: 'day', type: 'Date' },
        { name: 'count()', type: 'UInt64' },
        { name: 'account.id', type: 'UInt32' },
      ],
      data: [
        ['eu', '2026-03-08', '12', 42],
        ['us', '2026-03-08', '30', 42],
        ['us', '2026-03-09', '5', 43],
      ],
      rows: 3,
      statistics: { elapsed: 0.001, rows_read: 3, bytes_read: 24 },
    },
    mapping: {
      rowsPath: 'let $names = meta[*].name in data[*].[from_items(zip($names, @))][]',
      datePath: 'day',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: '"account.id"',
      metrics: [
        { name: 'events', path: 'to_number("count()")' },
        { name: 'busiest_region', path: 'to_number("count()")', aggregation: 'MAX' },
        { name: 'last_region', path: 'to_number("count()")', aggregation: 'LAST' },
      ],
    },
    expected: {
      '42': {
        events: { '2026-03-08': 42 },
        busiest_region: { '2026-03-08': 30 },
        last_region: { '2026-03-08': 30 },
      },
      '43': { events: { '2026-03-09': 5 }, busiest_region: { '2026-03-09': 5 }, last_region: { '2026-03-09': 5 } },
    },
  },
  {
    // Amazon CloudWatch API, "GetMetricData": two lists a result, newest first, instants in seconds, the label ours to choose.
    name: 'two lists for each label, newest first (Amazon CloudWatch GetMetricData)',
    request: {
      method: 'POST',
      body: '{"StartTime":"{start_date:unix}","EndTime":"{end_date:+1d:unix}","MetricDataQueries":[]}',
    },
    answer: {
      MetricDataResults: [
        {
          Id: 'm1',
          Label: 'acme calls',
          StatusCode: 'Complete',
          Timestamps: [midnightOf(9), midnightOf(8)],
          Values: [7, 5.5],
        },
        { Id: 'm2', Label: 'birch calls', StatusCode: 'Complete', Timestamps: [], Values: [] },
        { Id: 'm3', Label: 'cedar calls', StatusCode: 'Complete', Timestamps: [midnightOf(9)], Values: [0] },
      ],
      Messages: [],
    },
    mapping: {
      rowsPath:
        'MetricDataResults[*].[let $label = Label in zip(Timestamps, Values)[*].{l: $label, at: [0], n: [1]}][][]',
      datePath: 'at',
      dateFormat: 'UNIX_SECONDS',
      accountIdPath: "split(l, ' ')[0]",
      metrics: [{ name: 'calls', path: 'n' }],
    },
    expected: { acme: { calls: { '2026-03-08': 5.5, '2026-03-09': 7 } }, cedar: { calls: { '2026-03-09': 0 } } },
  },
];
