import { byDay, DAYS, daysFrom, mapped, type SuggestShape, stored } from '../shape.ts';

const TENANTS = ['acme', 'bolt', 'cube'];
const NUMBERS = ['10021', '10047', '10318'];
const SHORT = daysFrom(5, 8);

/** Results of warehouses and databases over HTTP. */
export const THIRD_TABLES: readonly SuggestShape[] = [
  {
    kind: 'tables',
    name: 'rows as text, days since 1970 (Snowflake)',
    source: 'Snowflake SQL API, "GET /api/v2/statements/{statementHandle}", jsonv2',
    answer: {
      resultSetMetaData: {
        ...{ numRows: 15, format: 'jsonv2', partitionInfo: [{ rowCount: 15, uncompressedSize: 620 }] },
        rowType: [
          { name: 'USAGE_DATE', type: 'date', nullable: false, database: 'PROD', scale: null },
          { name: 'TENANT_ID', type: 'text', nullable: false, database: 'PROD', scale: null },
          { name: 'QUERY_COUNT', type: 'fixed', nullable: true, database: 'PROD', scale: 0 },
          { name: 'CREDITS_USED', type: 'fixed', nullable: true, database: 'PROD', scale: 2 },
        ],
      },
      data: byDay(TENANTS, DAYS, ({ id, seconds, calls, amount }) => [
        String(seconds / 86_400),
        ...[id, String(calls), amount.toFixed(2)],
      ]),
      ...{
        code: '090001',
        sqlState: '00000',
        message: 'Statement executed successfully.',
        createdOn: 1_791_763_200_000,
      },
    },
    descriptions: ['queries run', 'credits consumed'],
    knownIds: TENANTS,
    mapping: mapped('data', ['[0]', 'UNIX_DAYS'], '[1]', 'to_number([2])', 'to_number([3])'),
    expected: stored(TENANTS, DAYS, ({ calls, amount }) => [calls, amount]),
  },
  {
    kind: 'tables',
    name: 'typed cells, columns by position (Amazon Redshift Data API)',
    source: 'Amazon Redshift Data API, "GetStatementResult"',
    answer: {
      ColumnMetadata: ['usage_date', 'account_no', 'active_seats', 'gb_scanned'].map((name, index) => ({
        ...{ name, label: name, nullable: 1, schemaName: '', tableName: 'fct_usage' },
        typeName: ['date', 'varchar', 'int8', 'float8'][index],
      })),
      Records: byDay(NUMBERS, SHORT, ({ id, day, users, amount }) => [
        ...[{ stringValue: day }, { stringValue: id }, { longValue: users }, { doubleValue: amount }],
      ]),
      TotalNumRows: 12,
    },
    descriptions: ['GB scanned', 'seats in use'],
    knownIds: NUMBERS,
    mapping: mapped('Records', ['[0].stringValue', 'YYYY_MM_DD'], '[1].stringValue', '[3].doubleValue', [
      '[2].longValue',
      'LAST',
    ]),
    expected: stored(NUMBERS, SHORT, ({ amount, users }) => [amount, users]),
  },
  {
    kind: 'tables',
    name: 'a first row of titles, every cell an object (Amazon Athena)',
    source: 'Amazon Athena API, "GetQueryResults"',
    answer: {
      ResultSet: {
        Rows: [
          ['dt', 'tenant', 'api_calls', 'errors'],
          ...byDay(TENANTS, SHORT, ({ id, day, calls, few }) => [day, id, String(calls), String(few)]),
        ].map((cells) => ({ Data: cells.map((VarCharValue) => ({ VarCharValue })) })),
        ResultSetMetadata: {
          ColumnInfo: ['dt', 'tenant', 'api_calls', 'errors'].map((Name) => ({ Name, Label: Name, Type: 'varchar' })),
        },
      },
      UpdateCount: 0,
    },
    descriptions: ['number of API calls', 'failed calls (errors)'],
    knownIds: [],
    mapping: mapped(
      'ResultSet.Rows[1:]',
      ['Data[0].VarCharValue', 'YYYY_MM_DD'],
      'Data[1].VarCharValue',
      'to_number(Data[2].VarCharValue)',
      'to_number(Data[3].VarCharValue)',
    ),
    expected: stored(TENANTS, SHORT, ({ calls, few }) => [calls, few]),
  },
  {
    kind: 'tables',
    name: 'data beside columns with type signatures (Trino)',
    source: 'Trino, "Client REST API": QueryResults of /v1/statement',
    answer: {
      ...{ id: '20261012_020000_00012_x4k2p', infoUri: 'http://trino/ui/query.html?20261012_020000_00012_x4k2p' },
      columns: [
        { name: 'tenant', type: 'varchar', typeSignature: { rawType: 'varchar', arguments: [] } },
        { name: 'day', type: 'date', typeSignature: { rawType: 'date', arguments: [] } },
        { name: 'documents_created', type: 'bigint', typeSignature: { rawType: 'bigint', arguments: [] } },
        { name: 'weekly_active_users', type: 'bigint', typeSignature: { rawType: 'bigint', arguments: [] } },
        { name: 'storage_bytes', type: 'bigint', typeSignature: { rawType: 'bigint', arguments: [] } },
      ],
      data: byDay(TENANTS, DAYS, ({ id, day, calls, users, bytes }) => [id, day, calls, users, bytes]),
      stats: { state: 'FINISHED', queued: false, nodes: 3, totalSplits: 21, cpuTimeMillis: 412, processedRows: 91_000 },
    },
    descriptions: ['storage used in GB', 'documents created', 'weekly active users'],
    knownIds: [],
    mapping: mapped('data', ['[1]', 'YYYY_MM_DD'], '[0]', ['[4] / `1000000000`', 'LAST'], '[2]', ['[3]', 'LAST']),
    expected: stored(TENANTS, DAYS, ({ bytes, calls, users }) => [bytes / 1e9, calls, users]),
  },
  {
    kind: 'flat',
    name: 'meta, data, rows and statistics; counts as text (ClickHouse)',
    source: 'ClickHouse, "Formats: JSON", output_format_json_quote_64bit_integers=1',
    answer: {
      meta: [
        { name: 'event_date', type: 'Date' },
        { name: 'workspace_id', type: 'UInt64' },
        { name: 'count()', type: 'UInt64' },
        { name: 'uniqExact(user_id)', type: 'UInt64' },
      ],
      data: byDay(NUMBERS, DAYS, ({ id, day, calls, users }) => ({
        ...{ event_date: day, workspace_id: id, 'count()': String(calls), 'uniqExact(user_id)': String(users) },
      })),
      ...{
        rows: 15,
        rows_before_limit_at_least: 15,
        statistics: { elapsed: 0.0012, rows_read: 91_211, bytes_read: 812_003 },
      },
    },
    descriptions: ['number of events', 'unique users'],
    knownIds: NUMBERS,
    mapping: mapped('data', ['event_date', 'YYYY_MM_DD'], 'workspace_id', 'to_number("count()")', [
      'to_number("uniqExact(user_id)")',
      'MAX',
    ]),
    expected: stored(NUMBERS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'tables',
    name: 'series with tags, values by position (InfluxDB 1)',
    source: 'InfluxDB 1.8 API, "/query" with GROUP BY time(1d), "org"',
    answer: {
      results: [
        {
          statement_id: 0,
          series: TENANTS.map((id) => ({
            ...{ name: 'gateway', tags: { org: id }, columns: ['time', 'requests', 'max_connections'] },
            values: byDay([id], DAYS, ({ day, calls, users }) => [`${day}T00:00:00Z`, calls, users]),
          })),
        },
      ],
    },
    descriptions: ['peak concurrent connections', 'requests'],
    knownIds: TENANTS,
    mapping: mapped(
      'results[0].series[*].[let $id = tags.org in values[*].{id: $id, v: @}][][]',
      ['v[0]', 'ISO_8601'],
      'id',
      ['v[2]', 'MAX'],
      'v[1]',
    ),
    expected: stored(TENANTS, DAYS, ({ users, calls }) => [users, calls]),
  },
  {
    kind: 'nested',
    name: 'query_result with data.rows (Redash)',
    source: 'Redash API, "GET /api/queries/{id}/results"',
    answer: {
      query_result: {
        ...{ id: 48_213, query_hash: '2a1d6e', query: 'SELECT * FROM usage_daily', data_source_id: 3, runtime: 0.31 },
        ...{ retrieved_at: '2026-10-11T02:00:04.511Z' },
        data: {
          columns: ['d', 'customer', 'invoices_sent', 'seats', 'logins'].map((name) => ({
            ...{ name, friendly_name: name, type: name === 'd' ? 'date' : null },
          })),
          rows: byDay(TENANTS, DAYS, ({ id, day, calls, users, few }) => ({
            ...{ d: day, customer: id, invoices_sent: few, seats: users, logins: calls },
          })),
        },
      },
    },
    descriptions: ['Invoices sent', 'Licensed seats', 'Logins'],
    knownIds: [],
    mapping: mapped(
      'query_result.data.rows',
      ['d', 'YYYY_MM_DD'],
      'customer',
      'invoices_sent',
      ['seats', 'LAST'],
      'logins',
    ),
    expected: stored(TENANTS, DAYS, ({ few, users, calls }) => [few, users, calls]),
  },
  {
    kind: 'tables',
    name: 'tables of one PrimaryResult (Azure Monitor Logs)',
    source: 'Azure Monitor Log Analytics API, "Query - Get" response format',
    answer: {
      tables: [
        {
          name: 'PrimaryResult',
          columns: [
            { name: 'TimeGenerated', type: 'datetime' },
            { name: 'CustomerId', type: 'string' },
            { name: 'Requests', type: 'long' },
            { name: 'FailedRequests', type: 'long' },
            { name: 'AvgDurationMs', type: 'real' },
          ],
          rows: byDay(TENANTS, DAYS, ({ id, day, calls, few, amount }) => [
            ...[`${day}T00:00:00Z`, id, calls, few, amount],
          ]),
        },
      ],
    },
    descriptions: ['total requests', 'failed requests'],
    knownIds: [],
    mapping: mapped('tables[0].rows', ['[0]', 'ISO_8601'], '[1]', '[2]', '[3]'),
    expected: stored(TENANTS, DAYS, ({ calls, few }) => [calls, few]),
  },
];
