import { midnightOf, type Shape } from './shape.ts';

/** Rows that lack what their parent says: the account, the day, or which metric they are. */
export const PARENT_SHAPES: readonly Shape[] = [
  {
    // AWS Cost Explorer API, "GetCostAndUsage": a day, in it a group for each key, amounts as text.
    name: 'the day of the parent, amounts as text (AWS Cost Explorer)',
    request: {
      method: 'POST',
      body: '{"TimePeriod":{"Start":"{start_date}","End":"{end_date:+1d}"},"Granularity":"DAILY","Metrics":["UsageQuantity"],"GroupBy":[{"Type":"DIMENSION","Key":"LINKED_ACCOUNT"}]}',
    },
    answer: {
      GroupDefinitions: [{ Type: 'DIMENSION', Key: 'LINKED_ACCOUNT' }],
      ResultsByTime: [
        {
          TimePeriod: { Start: '2026-03-07', End: '2026-03-08' },
          Total: {},
          Groups: [
            { Keys: ['111122223333'], Metrics: { UsageQuantity: { Amount: '12.5', Unit: 'N/A' } } },
            { Keys: ['444455556666'], Metrics: { UsageQuantity: { Amount: '0', Unit: 'N/A' } } },
          ],
          Estimated: false,
        },
        {
          TimePeriod: { Start: '2026-03-08', End: '2026-03-09' },
          Total: {},
          Groups: [{ Keys: ['111122223333'], Metrics: { UsageQuantity: { Amount: '13.25', Unit: 'N/A' } } }],
          Estimated: true,
        },
        { TimePeriod: { Start: '2026-03-09', End: '2026-03-10' }, Total: {}, Groups: [], Estimated: true },
      ],
    },
    mapping: {
      rowsPath: 'ResultsByTime[*].[let $day = TimePeriod.Start in Groups[*].{day: $day, group: @}][][]',
      datePath: 'day',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'group.Keys[0]',
      metrics: [{ name: 'usage_quantity', path: 'to_number(group.Metrics.UsageQuantity.Amount)' }],
    },
    expected: {
      '111122223333': { usage_quantity: { '2026-03-07': 12.5, '2026-03-08': 13.25 } },
      '444455556666': { usage_quantity: { '2026-03-07': 0 } },
    },
  },
  {
    // Google Cloud Monitoring API v3, "projects.timeSeries.list": labels beside points, 64-bit integers as text.
    name: 'labels of the parent, integers as text (Google Cloud Monitoring)',
    answer: {
      timeSeries: [
        {
          metric: { type: 'custom.googleapis.com/api/calls', labels: { plan: 'pro' } },
          resource: { type: 'generic_task', labels: { project_id: 'p', namespace: 'acme' } },
          metricKind: 'DELTA',
          valueType: 'INT64',
          points: [
            {
              interval: { startTime: '2026-03-08T12:00:00Z', endTime: '2026-03-09T00:00:00Z' },
              value: { int64Value: '40' },
            },
            {
              interval: { startTime: '2026-03-08T00:00:00Z', endTime: '2026-03-08T12:00:00Z' },
              value: { int64Value: '2' },
            },
          ],
        },
        {
          metric: { type: 'custom.googleapis.com/api/calls', labels: {} },
          resource: { type: 'generic_task', labels: { project_id: 'p', namespace: 'birch' } },
          metricKind: 'DELTA',
          valueType: 'INT64',
          points: [
            {
              interval: { startTime: '2026-03-09T00:00:00.000000Z', endTime: '2026-03-09T12:00:00.000000Z' },
              value: { int64Value: '9007199254740991' },
            },
          ],
        },
      ],
    },
    mapping: {
      rowsPath:
        'timeSeries[*].[let $id = resource.labels.namespace in points[*].{id: $id, at: interval.startTime, n: value.int64Value}][][]',
      datePath: 'at',
      dateFormat: 'ISO_8601',
      accountIdPath: 'id',
      metrics: [{ name: 'api_calls', path: 'to_number(n)' }],
    },
    expected: {
      acme: { api_calls: { '2026-03-08': 42 } },
      birch: { api_calls: { '2026-03-09': 9_007_199_254_740_991 } },
    },
  },
  {
    // Azure Monitor REST API, "Metrics - List": metric, then series, then points; a point without data has no value.
    name: 'fields of two parents, three levels deep (Azure Monitor metrics)',
    answer: {
      cost: 59,
      timespan: '2026-03-08T00:00:00Z/2026-03-10T00:00:00Z',
      interval: 'P1D',
      value: [
        {
          type: 'Microsoft.Insights/metrics',
          name: { value: 'Transactions', localizedValue: 'Transactions' },
          unit: 'Count',
          timeseries: [
            {
              metadatavalues: [{ name: { value: 'tenant', localizedValue: 'tenant' }, value: 'acme' }],
              data: [
                { timeStamp: '2026-03-08T00:00:00Z', total: 10 },
                { timeStamp: '2026-03-09T00:00:00Z', total: 12 },
              ],
            },
            {
              metadatavalues: [{ name: { value: 'tenant', localizedValue: 'tenant' }, value: 'birch' }],
              data: [{ timeStamp: '2026-03-08T00:00:00Z' }, { timeStamp: '2026-03-09T00:00:00Z', total: 1 }],
            },
          ],
        },
        {
          type: 'Microsoft.Insights/metrics',
          name: { value: 'Egress', localizedValue: 'Egress' },
          unit: 'Bytes',
          timeseries: [
            {
              metadatavalues: [{ name: { value: 'tenant', localizedValue: 'tenant' }, value: 'acme' }],
              data: [{ timeStamp: '2026-03-09T00:00:00Z', total: 3_500_000 }],
            },
          ],
        },
      ],
      namespace: 'Microsoft.Storage/storageAccounts',
    },
    mapping: {
      rowsPath:
        'value[*].[let $metric = name.value in timeseries[*].[let $id = metadatavalues[0].value in data[?total != `null`].{metric: $metric, id: $id, at: timeStamp, n: total}][][]][][]',
      datePath: 'at',
      dateFormat: 'ISO_8601',
      accountIdPath: 'id',
      metrics: [
        { name: 'transactions', path: "metric == 'Transactions' ? n : `null`" },
        { name: 'egress_mb', path: "metric == 'Egress' ? n / `1000000` : `null`" },
      ],
    },
    expected: {
      acme: { transactions: { '2026-03-08': 10, '2026-03-09': 12 }, egress_mb: { '2026-03-09': 3.5 } },
      birch: { transactions: { '2026-03-09': 1 } },
    },
  },
  {
    // Google Business Profile Performance API, "locations.fetchMultiDailyMetricsTimeSeries": dates as three numbers, no
    // value where it is zero.
    name: 'dates in pieces, the metric named three levels up (Google Business Profile)',
    answer: {
      multiDailyMetricTimeSeries: [
        {
          dailyMetricTimeSeries: [
            {
              dailyMetric: 'WEBSITE_CLICKS',
              timeSeries: {
                datedValues: [
                  { date: { year: 2026, month: 3, day: 3 }, value: '4' },
                  { date: { year: 2026, month: 3, day: 4 } },
                ],
              },
            },
            {
              dailyMetric: 'CALL_CLICKS',
              timeSeries: { datedValues: [{ date: { year: 2026, month: 3, day: 9 }, value: '2' }] },
            },
          ],
        },
      ],
    },
    mapping: {
      rowsPath:
        'multiDailyMetricTimeSeries[].dailyMetricTimeSeries[].[let $metric = dailyMetric in timeSeries.datedValues[?value].{metric: $metric, date: date, n: value}][][]',
      datePath:
        "join('-', [to_string(date.year), pad_left(to_string(date.month), `2`, '0'), pad_left(to_string(date.day), `2`, '0')])",
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: "'location-7'",
      metrics: [
        { name: 'website_clicks', path: "metric == 'WEBSITE_CLICKS' ? to_number(n) : `null`" },
        { name: 'call_clicks', path: "metric == 'CALL_CLICKS' ? to_number(n) : `null`" },
      ],
    },
    expected: { 'location-7': { website_clicks: { '2026-03-03': 4 }, call_clicks: { '2026-03-09': 2 } } },
  },
  {
    // Stripe API, "List all invoices": the customer stands on the invoice, the period on its lines, a list object within one.
    name: 'lines within invoices (Stripe invoices)',
    answer: {
      object: 'list',
      url: '/v1/invoices',
      has_more: false,
      data: [
        {
          id: 'in_1',
          object: 'invoice',
          customer: 'cus_1',
          lines: {
            object: 'list',
            has_more: false,
            data: [
              { id: 'il_1', amount: 500, quantity: 5, period: { start: midnightOf(4), end: midnightOf(5) } },
              { id: 'il_2', amount: 0, quantity: null, period: { start: midnightOf(5), end: midnightOf(6) } },
            ],
          },
        },
        {
          id: 'in_2',
          object: 'invoice',
          customer: 'cus_2',
          lines: {
            object: 'list',
            has_more: false,
            data: [{ id: 'il_3', amount: 1_250, quantity: 1, period: { start: midnightOf(5), end: midnightOf(6) } }],
          },
        },
      ],
    },
    mapping: {
      rowsPath: 'data[*].[let $customer = customer in lines.data[*].{customer: $customer, line: @}][][]',
      datePath: 'line.period.start',
      dateFormat: 'UNIX_SECONDS',
      accountIdPath: 'customer',
      metrics: [
        { name: 'units', path: 'line.quantity' },
        { name: 'amount', path: 'line.amount / `100`' },
      ],
    },
    expected: {
      cus_1: { units: { '2026-03-04': 5 }, amount: { '2026-03-04': 5, '2026-03-05': 0 } },
      cus_2: { units: { '2026-03-05': 1 }, amount: { '2026-03-05': 12.5 } },
    },
  },
];
