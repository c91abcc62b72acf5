import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const NAMESPACES = ['orders-prod', 'billing-prod', 'mail-prod'];
const VERSIONS = ['417', '418', '420'];
const APPS = ['ca-app-pub-1~11', 'ca-app-pub-1~12'];
const CLIENTS = ['K-1001', 'K-1002', 'K-1003'];

/** What a figure is stands beside it, as a code, a type, an index or a column of its own. */
export const MORE_LONG: readonly SuggestShape[] = [
  {
    kind: 'long',
    name: 'records by type under groups by key and value (Temporal Cloud usage)',
    source: 'Temporal Cloud Ops API, "Get usage data across all namespaces"',
    answer: {
      summaries: DAYS.map((day) => ({
        ...{ startTime: `${day}T00:00:00Z`, endTime: byDay(['x'], [day], ({ next }) => `${next}T00:00:00Z`)[0] },
        recordGroups: byDay(NAMESPACES, [day], ({ id, calls, users }) => ({
          groupBys: [{ key: 'GROUP_BY_KEY_NAMESPACE', value: id }],
          records: [
            { type: 'RECORD_TYPE_ACTIONS', unit: 'RECORD_UNIT_NUMBER', value: calls },
            { type: 'RECORD_TYPE_ACTIVE_STORAGE', unit: 'RECORD_UNIT_BYTE_SECONDS', value: users },
          ],
        })),
        incomplete: false,
      })),
      nextPageToken: '',
    },
    descriptions: ['actions'],
    knownIds: [],
    mapping: mapped(
      'summaries[*].[let $at = startTime in recordGroups[*].{at: $at, g: @}][][]',
      ['at', 'ISO_8601'],
      'g.groupBys[0].value',
      "g.records[?type == 'RECORD_TYPE_ACTIONS'].value | [0]",
    ),
    expected: stored(NAMESPACES, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'long',
    name: 'named metrics of decimals as text, a day in three numbers (Google Play Developer Reporting)',
    source: 'Google Play Developer Reporting API, "vitals.crashrate.query", aggregationPeriod DAILY, by versionCode',
    answer: {
      rows: byAccount(VERSIONS, DAYS, ({ id, day, users, amount }) => ({
        aggregationPeriod: 'DAILY',
        startTime: { year: 2026, month: 10, day: Number(day.slice(8)), timeZone: { id: 'America/Los_Angeles' } },
        dimensions: [{ dimension: 'versionCode', int64Value: id }],
        metrics: [
          { metric: 'crashRate', decimalValue: { value: String(amount / 10_000) } },
          { metric: 'distinctUsers', decimalValue: { value: String(users) } },
        ],
      })),
    },
    descriptions: ['distinct users', 'crash rate'],
    knownIds: [],
    mapping: mapped(
      'rows',
      [
        "join('-', [to_string(startTime.year), pad_left(to_string(startTime.month), `2`, '0'), pad_left(to_string(startTime.day), `2`, '0')])",
        'YYYY_MM_DD',
      ],
      'dimensions[0].int64Value',
      ["to_number(metrics[?metric == 'distinctUsers'].decimalValue.value | [0])", 'MAX'],
      ["to_number(metrics[?metric == 'crashRate'].decimalValue.value | [0])", 'LAST'],
    ),
    expected: stored(VERSIONS, DAYS, ({ users, amount }) => [users, amount / 10_000]),
  },
  {
    kind: 'long',
    name: 'a header, rows and a footer in one list, money in millionths (AdMob network report)',
    source: 'AdMob API, "networkReport.generate", dimensions DATE and APP',
    answer: [
      { header: { dateRange: { startDate: { year: 2026, month: 10, day: 5 } }, localizationSettings: {} } },
      ...byDay(APPS, DAYS, ({ id, compact, calls, users, amount }) => ({
        row: {
          dimensionValues: {
            DATE: { value: String(compact) },
            APP: { value: id, displayLabel: `App ${id.slice(-2)}` },
          },
          metricValues: {
            CLICKS: { integerValue: String(users) },
            IMPRESSIONS: { integerValue: String(calls) },
            ESTIMATED_EARNINGS: { microsValue: String(Math.round(amount * 1e6)) },
          },
        },
      })),
      { footer: { matchingRowCount: '10' } },
    ],
    descriptions: ['ad impressions', 'estimated earnings in dollars'],
    knownIds: [],
    mapping: mapped(
      '[?row]',
      ['row.dimensionValues.DATE.value', 'YYYYMMDD'],
      'row.dimensionValues.APP.value',
      'to_number(row.metricValues.IMPRESSIONS.integerValue)',
      'to_number(row.metricValues.ESTIMATED_EARNINGS.microsValue) / `1000000`',
    ),
    expected: stored(APPS, DAYS, ({ calls, amount }) => [calls, amount]),
  },
  {
    kind: 'long',
    name: 'points that give the place of their measure in another list (RevenueCat charts)',
    source: 'RevenueCat API v2, "Get chart data": measures beside values of cohort, measure and value',
    answer: {
      ...{
        object: 'chart_data',
        category: 'revenue',
        display_name: 'Revenue',
        display_type: 'line',
        resolution: 'day',
      },
      ...{ start_date: 1_791_158_400, end_date: 1_791_504_000, yaxis_currency: 'USD', filtering_allowed: true },
      measures: [
        { display_name: 'Revenue', unit: '$', chartable: true, decimal_precision: 2 },
        { display_name: 'Transactions', unit: '#', chartable: true, decimal_precision: 0 },
      ],
      values: byDay(['app'], DAYS, ({ seconds, amount, users }) => [
        { cohort: seconds, incomplete: false, measure: 0, value: amount },
        { cohort: seconds, incomplete: false, measure: 1, value: users },
      ]).flat(),
      user_selectors: {},
    },
    descriptions: ['transactions', 'revenue'],
    knownIds: [],
    mapping: mapped(
      'values',
      ['cohort', 'UNIX_SECONDS'],
      { only: 'app' },
      'measure == `1` ? value : `null`',
      'measure == `0` ? value : `null`',
    ),
    expected: stored(['app'], DAYS, ({ users, amount }) => [users, amount]),
  },
  {
    kind: 'long',
    name: 'codes and quantities, abbreviated, quantity as text',
    source: 'In-house endpoint over a billing mediation table: customer number, service code, quantity',
    answer: {
      hdr: { src: 'MED01', cnt: 45, crt_dt: '20261012' },
      itm: byAccount(CLIENTS, DAYS, ({ id, compact, calls, users, amount }) =>
        [
          { svc_cd: 'SMS', qty: String(calls), uom: 'EA' },
          { svc_cd: 'VOICE_MIN', qty: String(users), uom: 'MIN' },
          { svc_cd: 'DATA_GB', qty: String(amount), uom: 'GB' },
        ].map((item) => ({ cust_no: id, svc_dt: String(compact), ...item })),
      ).flat(),
    },
    descriptions: ['voice minutes', 'data in GB', 'SMS'],
    knownIds: [],
    mapping: mapped(
      'itm',
      ['svc_dt', 'YYYYMMDD'],
      'cust_no',
      "svc_cd == 'VOICE_MIN' ? to_number(qty) : `null`",
      "svc_cd == 'DATA_GB' ? to_number(qty) : `null`",
      "svc_cd == 'SMS' ? to_number(qty) : `null`",
    ),
    expected: stored(CLIENTS, DAYS, ({ users, amount, calls }) => [users, amount, calls]),
  },
  {
    kind: 'long',
    name: 'labels as a list of field and value, points below (Render metrics)',
    source: 'Render API, "Get HTTP request count", aggregated by service',
    answer: byDay(['web', 'api', 'worker'], DAYS.slice(0, 1), ({ id }) => ({
      labels: [
        { field: 'service', value: `srv-${id}` },
        { field: 'statusCode', value: '200' },
      ],
      values: byDay([`srv-${id}`], DAYS, ({ day, calls }) => ({ timestamp: `${day}T00:00:00Z`, value: calls })),
      unit: 'requests',
    })),
    descriptions: ['requests served'],
    knownIds: [],
    mapping: mapped(
      "@[*].[let $id = labels[?field == 'service'].value | [0] in values[*].{id: $id, p: @}][][]",
      ['p.timestamp', 'ISO_8601'],
      'id',
      'p.value',
    ),
    expected: stored(['srv-web', 'srv-api', 'srv-worker'], DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'long',
    name: 'a list of name and value in each row, one of them the account (Monday items)',
    source: 'monday.com API, GraphQL "items_page" with column_values of a board that a nightly job fills',
    answer: {
      data: {
        boards: [
          {
            items_page: {
              cursor: null,
              items: byDay(CLIENTS, DAYS.slice(0, 4), ({ id, day, users, few }) => ({
                ...{ id: `18${users}${few}${day.slice(8)}`, name: `Usage ${day}`, updated_at: '2026-10-11T05:00:00Z' },
                column_values: [
                  { id: 'text0', column: { title: 'Client' }, text: id },
                  { id: 'date4', column: { title: 'Day' }, text: day },
                  { id: 'numbers', column: { title: 'Active seats' }, text: String(users) },
                  { id: 'numbers7', column: { title: 'Open tasks' }, text: String(few) },
                ],
              })),
            },
          },
        ],
      },
      account_id: 8_812_331,
    },
    descriptions: ['open tasks', 'active seats'],
    knownIds: [],
    mapping: mapped(
      'data.boards[0].items_page.items',
      ['column_values[1].text', 'YYYY_MM_DD'],
      'column_values[0].text',
      'to_number(column_values[3].text)',
      'to_number(column_values[2].text)',
    ),
    expected: stored(CLIENTS, DAYS.slice(0, 4), ({ few, users }) => [few, users]),
  },
];
