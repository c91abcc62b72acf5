import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const CHANNELS = ['UCacme', 'UCbirch', 'UCcobalt'];
const SUBSCRIPTIONS = ['9f1c-acme', '9f1c-birch', '9f1c-cobalt'];
const CUSTOMERS = ['A-17', 'A-18', 'A-44'];

/** Columns named in one place, rows as lists in another. */
export const TABLES: readonly SuggestShape[] = [
  {
    kind: 'tables',
    name: 'column headers beside rows (YouTube Analytics)',
    source: 'YouTube Analytics API, "reports.query" with dimensions day,channel',
    answer: {
      kind: 'youtubeAnalytics#resultTable',
      columnHeaders: [
        { name: 'day', columnType: 'DIMENSION', dataType: 'STRING' },
        { name: 'channel', columnType: 'DIMENSION', dataType: 'STRING' },
        { name: 'views', columnType: 'METRIC', dataType: 'INTEGER' },
        { name: 'likes', columnType: 'METRIC', dataType: 'INTEGER' },
        { name: 'estimatedMinutesWatched', columnType: 'METRIC', dataType: 'INTEGER' },
      ],
      rows: byDay(CHANNELS, DAYS, ({ id, day, calls, users, few }) => [day, id, calls, users, few]),
    },
    descriptions: ['video views', 'minutes watched'],
    knownIds: [...CHANNELS, 'UCdelta'],
    mapping: mapped('rows', ['[0]', 'YYYY_MM_DD'], '[1]', '[2]', '[4]'),
    expected: stored(CHANNELS, DAYS, ({ calls, few }) => [calls, few]),
  },
  {
    kind: 'tables',
    name: 'figures first, days as compact integers (Azure cost query)',
    source: 'Azure Cost Management API, "Query - Usage", granularity Daily, grouped by SubscriptionId',
    answer: {
      id: 'subscriptions/0000/providers/Microsoft.CostManagement/Query/1',
      name: '1',
      type: 'Microsoft.CostManagement/Query',
      properties: {
        nextLink: null,
        columns: [
          { name: 'PreTaxCost', type: 'Number' },
          { name: 'UsageQuantity', type: 'Number' },
          { name: 'UsageDate', type: 'Number' },
          { name: 'SubscriptionId', type: 'String' },
          { name: 'Currency', type: 'String' },
        ],
        rows: byAccount(SUBSCRIPTIONS, DAYS, ({ id, compact, calls, amount }) => [amount, calls, compact, id, 'USD']),
      },
    },
    descriptions: ['cost before tax', 'quantity used'],
    knownIds: SUBSCRIPTIONS,
    mapping: mapped('properties.rows', ['[2]', 'YYYYMMDD'], '[3]', '[0]', '[1]'),
    expected: stored(SUBSCRIPTIONS, DAYS, ({ amount, calls }) => [amount, calls]),
  },
  {
    kind: 'tables',
    name: 'a schema deep in a manifest, cells as text (Databricks SQL statement)',
    source: 'Databricks REST API, "Statement Execution: get result", format JSON_ARRAY, disposition INLINE',
    answer: {
      statement_id: '01ef-8c1a',
      status: { state: 'SUCCEEDED' },
      manifest: {
        format: 'JSON_ARRAY',
        schema: {
          column_count: 4,
          columns: [
            { name: 'customer_id', position: 0, type_name: 'STRING', type_text: 'STRING' },
            { name: 'event_date', position: 1, type_name: 'DATE', type_text: 'DATE' },
            { name: 'dbu_hours', position: 2, type_name: 'DOUBLE', type_text: 'DOUBLE' },
            { name: 'job_runs', position: 3, type_name: 'LONG', type_text: 'BIGINT' },
          ],
        },
        ...{ total_chunk_count: 1, total_row_count: 15, truncated: false },
      },
      result: {
        ...{ chunk_index: 0, row_offset: 0, row_count: 15 },
        data_array: byAccount(CUSTOMERS, DAYS, ({ id, day, amount, users }) => [id, day, String(amount), `${users}`]),
      },
    },
    descriptions: ['DBU hours', 'jobs that ran'],
    knownIds: [...CUSTOMERS, 'A-99'],
    mapping: mapped('result.data_array', ['[1]', 'YYYY_MM_DD'], '[0]', 'to_number([2])', 'to_number([3])'),
    expected: stored(CUSTOMERS, DAYS, ({ amount, users }) => [amount, users]),
  },
  {
    kind: 'tables',
    name: 'names and types side by side (Apache Pinot broker)',
    source: 'Apache Pinot, "Broker query API" response, resultTable with dataSchema',
    answer: {
      resultTable: {
        dataSchema: {
          columnNames: ['day', 'accountId', 'searches', 'distinctcount(userId)'],
          columnDataTypes: ['STRING', 'STRING', 'LONG', 'INT'],
        },
        rows: byDay(CUSTOMERS, DAYS, ({ id, day, calls, users }) => [day, id, calls, users]),
      },
      exceptions: [],
      ...{ numServersQueried: 2, numServersResponded: 2, numDocsScanned: 84_112, totalDocs: 900_000, timeUsedMs: 9 },
    },
    descriptions: ['searches', 'distinct users'],
    knownIds: [],
    mapping: mapped('resultTable.rows', ['[0]', 'YYYY_MM_DD'], '[1]', '[2]', ['[3]', 'MAX']),
    expected: stored(CUSTOMERS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'tables',
    name: 'cells within cells, fields named in a schema (BigQuery query)',
    source: 'BigQuery REST API, "jobs.query" response',
    answer: {
      kind: 'bigquery#queryResponse',
      schema: {
        fields: [
          { name: 'event_date', type: 'DATE', mode: 'NULLABLE' },
          { name: 'workspace_id', type: 'STRING', mode: 'NULLABLE' },
          { name: 'dashboards_viewed', type: 'INTEGER', mode: 'NULLABLE' },
          { name: 'avg_load_ms', type: 'FLOAT', mode: 'NULLABLE' },
          { name: 'exports', type: 'INTEGER', mode: 'NULLABLE' },
        ],
      },
      jobReference: { projectId: 'p', jobId: 'job_1', location: 'US' },
      ...{ totalRows: '15', totalBytesProcessed: '88211', jobComplete: true, cacheHit: false },
      rows: byAccount(CUSTOMERS, DAYS, ({ id, day, calls, amount, few }) => ({
        f: [{ v: day }, { v: id }, { v: String(calls) }, { v: String(amount) }, { v: String(few) }],
      })),
    },
    descriptions: ['exports', 'dashboards viewed'],
    knownIds: CUSTOMERS,
    mapping: mapped('rows', ['f[0].v', 'YYYY_MM_DD'], 'f[1].v', 'to_number(f[4].v)', 'to_number(f[2].v)'),
    expected: stored(CUSTOMERS, DAYS, ({ few, calls }) => [few, calls]),
  },
  {
    kind: 'tables',
    name: 'a first row of names, all of it text (Google Sheets values)',
    source: 'Google Sheets API, "spreadsheets.values.get"',
    answer: {
      ...{ range: 'Usage!A1:D16', majorDimension: 'ROWS' },
      values: [
        ['Customer', 'Date', 'Licences in use', 'Support requests'],
        ...byDay(CUSTOMERS, DAYS, ({ id, day, users, few }) => [id, day, String(users), String(few)]),
      ],
    },
    descriptions: ['licences in use', 'support requests'],
    knownIds: [],
    mapping: mapped('values[1:]', ['[1]', 'YYYY_MM_DD'], '[0]', ['to_number([2])', 'LAST'], 'to_number([3])'),
    expected: stored(CUSTOMERS, DAYS, ({ users, few }) => [users, few]),
  },
];
