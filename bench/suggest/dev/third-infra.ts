import {
  byAccount,
  byDay,
  type Cell,
  cell,
  DAYS,
  daysFrom,
  mapOf,
  mapped,
  type SuggestShape,
  stored,
} from '../shape.ts';

const SERVICES = ['SU1Z0isxPaozGVKXdv0eY', '7i6HN3TK9wS159v2gPAZ8A', '2vRfPx1kWb0QsLzDn4TtEu'];
const TENANTS = ['acme', 'bolt', 'cube'];
const PROJECTS = ['4504044', '4504051'];
const SHORT = daysFrom(5, 8);

const chart = (of: (one: Cell) => number) => mapOf(DAYS.map((day) => [`${day}T00:00:00Z`, of(cell('zone', day))]));

/** Delivery networks, monitoring, gateways. */
export const THIRD_INFRA: readonly SuggestShape[] = [
  {
    kind: 'maps',
    name: 'services as keys, a list for each (Fastly)',
    source: 'Fastly API, "Historical stats" (/stats), by=day, all services',
    answer: {
      ...{ status: 'success', msg: null },
      meta: { to: '2026-10-10 00:00:00 UTC', from: '2026-10-05 00:00:00 UTC', by: 'day', region: 'all' },
      data: mapOf(
        SERVICES.map((id) => [
          id,
          byDay([id], DAYS, ({ seconds, calls, few, bytes }) => ({
            ...{ service_id: id, start_time: seconds, requests: calls, hits: calls - 300, miss: 300, errors: few },
            ...{ bandwidth: bytes, hit_ratio: 0.91, body_size: bytes - 1_000 },
          })),
        ]),
      ),
    },
    descriptions: ['bandwidth in bytes', 'requests served', 'errors'],
    knownIds: SERVICES,
    mapping: mapped('values(data)[]', ['start_time', 'UNIX_SECONDS'], 'service_id', 'bandwidth', 'requests', 'errors'),
    expected: stored(SERVICES, DAYS, ({ bytes, calls, few }) => [bytes, calls, few]),
  },
  {
    kind: 'maps',
    name: 'a chart for each figure, times as keys (bunny.net)',
    source: 'bunny.net API, "Get Statistics" (/statistics)',
    answer: {
      ...{
        TotalBandwidthUsed: 812_201_119,
        TotalRequestsServed: 21_310,
        CacheHitRate: 93.1,
        AverageOriginResponseTime: 81,
      },
      BandwidthUsedChart: chart(({ bytes }) => bytes),
      BandwidthCachedChart: chart(({ bytes }) => bytes - 12_000),
      CacheHitRateChart: chart(({ users }) => users / 2),
      RequestsServedChart: chart(({ calls }) => calls),
      Error5xxChart: chart(({ few }) => few),
      GeoTrafficDistribution: { 'EU: Frankfurt, DE': 512_000_000, 'NA: New York City, NY': 300_201_119 },
    },
    descriptions: ['bandwidth used (bytes)', 'requests served'],
    knownIds: [],
    mapping: mapped(
      "[items(BandwidthUsedChart)[*].{m: 'b', d: [0], n: [1]}, items(RequestsServedChart)[*].{m: 'r', d: [0], n: [1]}][]",
      ['d', 'ISO_8601'],
      { only: 'zone' },
      "m == 'b' ? n : `null`",
      "m == 'r' ? n : `null`",
    ),
    expected: stored(['zone'], DAYS, ({ bytes, calls }) => [bytes, calls]),
  },
  {
    kind: 'single',
    name: 'amounts and timestamps as text (KeyCDN)',
    source: 'KeyCDN API, "View Traffic" (/reports/traffic.json), interval day',
    answer: {
      ...{ status: 'success', description: 'Traffic stats' },
      data: {
        stats: byDay(['zone'], DAYS, ({ seconds, bytes }) => ({ amount: String(bytes), timestamp: String(seconds) })),
      },
    },
    descriptions: ['traffic in GB'],
    knownIds: ['zone-1201', 'zone-1202'],
    mapping: mapped('data.stats', ['timestamp', 'UNIX_SECONDS'], { only: 'zone' }, 'to_number(amount) / `1000000000`'),
    expected: stored(['zone'], DAYS, ({ bytes }) => [bytes / 1e9]),
  },
  {
    kind: 'parallel',
    name: 'timestamps and values in each dimension (Dynatrace)',
    source: 'Dynatrace Metrics API v2, "GET metric data points", resolution 1d, splitBy a tenant dimension',
    answer: {
      ...{ totalCount: 6, nextPageKey: null, resolution: '1d' },
      result: [
        ['calc:service.requests:splitBy("tenant"):sum', ({ calls }: Cell) => calls] as const,
        ['calc:service.sessions:splitBy("tenant"):sum', ({ users }: Cell) => users] as const,
      ].map(([metricId, of]) => ({
        ...{ metricId, dataPointCountRatio: 0.000009, dimensionCountRatio: 0.00003 },
        data: TENANTS.map((id) => ({
          ...{ dimensions: [id], dimensionMap: { tenant: id } },
          timestamps: byDay([id], DAYS, ({ ms }) => ms),
          values: byDay([id], DAYS, of),
        })),
      })),
    },
    descriptions: ['service requests', 'sessions'],
    knownIds: TENANTS,
    mapping: mapped(
      'result[*].[let $m = metricId in data[*].[let $id = dimensions[0] in zip(timestamps, values)[*].{m: $m, id: $id, t: [0], n: [1]}][][]][][]',
      ['t', 'UNIX_MILLISECONDS'],
      'id',
      "contains(m, 'requests') ? n : `null`",
      "contains(m, 'sessions') ? n : `null`",
    ),
    expected: stored(TENANTS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'parents',
    name: 'metric, series with metadata values, points (Azure Monitor)',
    source: 'Azure Monitor REST API, "Metrics - List", interval P1D, filter on ApiName',
    answer: {
      ...{ cost: 7_199, timespan: '2026-10-05T00:00:00Z/2026-10-09T00:00:00Z', interval: 'P1D' },
      value: [
        {
          ...{
            id: '/subscriptions/b324/providers/Microsoft.Insights/metrics/Transactions',
            type: 'Microsoft.Insights/metrics',
          },
          ...{ name: { value: 'Transactions', localizedValue: 'Transactions' }, unit: 'Count', errorCode: 'Success' },
          timeseries: TENANTS.map((id) => ({
            metadatavalues: [{ name: { value: 'tenant', localizedValue: 'tenant' }, value: id }],
            data: byDay([id], SHORT, ({ day, calls }) => ({ timeStamp: `${day}T00:00:00Z`, total: calls })),
          })),
        },
      ],
      ...{ namespace: 'Microsoft.Storage/storageAccounts', resourceregion: 'westeurope' },
    },
    descriptions: ['storage transactions'],
    knownIds: [],
    mapping: mapped(
      'value[0].timeseries[*].[let $id = metadatavalues[0].value in data[*].{id: $id, p: @}][][]',
      ['p.timeStamp', 'ISO_8601'],
      'id',
      'p.total',
    ),
    expected: stored(TENANTS, SHORT, ({ calls }) => [calls]),
  },
  {
    kind: 'parents',
    name: 'environments, developer apps, metrics, values as text (Apigee)',
    source: 'Apigee API, "organizations.environments.stats.get", timeUnit day, dimension developer_app',
    answer: {
      environments: [
        {
          name: 'prod',
          dimensions: TENANTS.map((id) => ({
            name: id,
            metrics: [
              ['sum(message_count)', ({ calls }: Cell) => calls] as const,
              ['sum(is_error)', ({ few }: Cell) => few] as const,
            ].map(([name, of]) => ({
              name,
              values: byDay([id], SHORT, (one) => ({ timestamp: one.ms, value: of(one).toFixed(1) })),
            })),
          })),
        },
      ],
      metaData: { errors: [], notices: ['Source:Postgres', 'query served by:9b372dd0-ed30-4502-8753-73a6b09cc028'] },
    },
    descriptions: ['messages handled by the gateway', 'errors'],
    knownIds: TENANTS,
    mapping: mapped(
      'environments[0].dimensions[*].[let $id = name in metrics[*].[let $m = name in values[*].{id: $id, m: $m, v: @}][][]][][]',
      ['v.timestamp', 'UNIX_MILLISECONDS'],
      'id',
      "m == 'sum(message_count)' ? to_number(v.value) : `null`",
      "m == 'sum(is_error)' ? to_number(v.value) : `null`",
    ),
    expected: stored(TENANTS, SHORT, ({ calls, few }) => [calls, few]),
  },
  {
    kind: 'flat',
    name: 'entries under dotted names (Ably)',
    source: 'Ably Control API, "App statistics", unit day, of several apps put together',
    answer: byDay(TENANTS, SHORT, ({ id, day, calls, users, bytes }) => ({
      ...{ intervalId: day, unit: 'day', schema: 'https://schemas.ably.com/json/app-stats-0.0.5.json', appId: id },
      entries: {
        ...{ 'messages.all.all.count': calls, 'messages.all.all.data': bytes, 'connections.all.peak': users },
        'channels.peak': users + 70,
      },
    })),
    descriptions: ['messages sent', 'peak connections'],
    knownIds: [],
    mapping: mapped('@', ['intervalId', 'YYYY_MM_DD'], 'appId', 'entries."messages.all.all.count"', [
      'entries."connections.all.peak"',
      'MAX',
    ]),
    expected: stored(TENANTS, SHORT, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'parallel',
    name: 'intervals once, a series for each project and outcome (Sentry)',
    source: 'Sentry API, "Retrieve Event Counts for an Organization (v2)", groupBy project and outcome, interval 1d',
    answer: {
      ...{ start: '2026-10-05T00:00:00Z', end: '2026-10-10T00:00:00Z' },
      intervals: DAYS.map((day) => `${day}T00:00:00Z`),
      groups: PROJECTS.flatMap((id) =>
        [['accepted', ({ calls }: Cell) => calls] as const, ['rate_limited', ({ few }: Cell) => few] as const].map(
          ([outcome, of]) => ({
            by: { project: Number(id), outcome },
            totals: { 'sum(quantity)': byDay([id], DAYS, of).reduce((sum, n) => sum + n, 0) },
            series: { 'sum(quantity)': byAccount([id], DAYS, of) },
          }),
        ),
      ),
    },
    descriptions: ['events accepted', 'events dropped because of rate limits'],
    knownIds: PROJECTS,
    mapping: mapped(
      'let $t = intervals in groups[*].[let $by = by in zip($t, series."sum(quantity)")[*].{by: $by, t: [0], n: [1]}][][]',
      ['t', 'ISO_8601'],
      'to_string(by.project)',
      "by.outcome == 'accepted' ? n : `null`",
      "by.outcome == 'rate_limited' ? n : `null`",
    ),
    expected: stored(PROJECTS, DAYS, ({ calls, few }) => [calls, few]),
  },
];
