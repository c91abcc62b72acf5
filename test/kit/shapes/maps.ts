import { midnightOf, type Shape } from './shape.ts';

/** Objects whose keys are data: accounts, days, metrics. */
export const MAP_SHAPES: readonly Shape[] = [
  {
    // Matomo Reporting API, "VisitsSummary.get" with several sites and days: keyed by both; a day without visits is an empty list.
    name: 'a map keyed by account, then day, empty days as lists (Matomo visits summary)',
    answer: {
      '1': {
        '2026-03-07': { nb_uniq_visitors: 4, nb_visits: 6, bounce_rate: '50%' },
        '2026-03-08': [],
        '2026-03-09': { nb_uniq_visitors: 2, nb_visits: 2, bounce_rate: '0%' },
      },
      '20': { '2026-03-07': [], '2026-03-08': [], '2026-03-09': { nb_visits: 9, bounce_rate: '12.5%' } },
    },
    mapping: {
      rowsPath:
        'items(@)[*].[let $site = [0], $days = [1] in items($days)[?[1].nb_visits].{site: $site, day: [0], v: [1]}][][]',
      datePath: 'day',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'site',
      metrics: [
        { name: 'visits', path: 'v.nb_visits' },
        { name: 'visitors', path: 'v.nb_uniq_visitors', aggregation: 'MAX' },
        { name: 'bounce_rate', path: "to_number(trim_right(v.bounce_rate, '%')) / `100`", aggregation: 'LAST' },
      ],
    },
    expected: {
      '1': {
        visits: { '2026-03-07': 6, '2026-03-09': 2 },
        visitors: { '2026-03-07': 4, '2026-03-09': 2 },
        bounce_rate: { '2026-03-07': 0.5, '2026-03-09': 0 },
      },
      '20': { visits: { '2026-03-09': 9 }, bounce_rate: { '2026-03-09': 0.125 } },
    },
  },
  {
    // Mixpanel Query API, "Query saved report" (Insights) with a breakdown: series keyed by metric, then segment, then day.
    name: 'a map keyed by metric, account and day (Mixpanel insights)',
    answer: {
      computed_at: '2026-03-10T01:00:00.000000+00:00',
      date_range: { from_date: '2026-03-08T00:00:00Z', to_date: '2026-03-09T23:59:59Z' },
      headers: ['$metric', '$event', 'Company ID'],
      series: {
        'Logged in - Total': {
          $overall: { '2026-03-08T00:00:00Z': 12, '2026-03-09T00:00:00Z': 5 },
          'acme-1': { '2026-03-08T00:00:00Z': 10, '2026-03-09T00:00:00Z': 5 },
          'birch-2': { '2026-03-08T00:00:00Z': 2, '2026-03-09T00:00:00Z': 0 },
        },
        'Report exported - Total': {
          $overall: { '2026-03-09T00:00:00Z': 1 },
          'acme-1': { '2026-03-09T00:00:00Z': 1 },
        },
      },
    },
    mapping: {
      rowsPath:
        "items(series)[*].[let $metric = [0] in items([1])[?[0] != '$overall'].[let $id = [0] in items([1])[*].{metric: $metric, id: $id, at: [0], n: [1]}][][]][][]",
      datePath: 'at',
      dateFormat: 'ISO_8601',
      accountIdPath: 'id',
      metrics: [
        { name: 'logins', path: "metric == 'Logged in - Total' ? n : `null`" },
        { name: 'exports', path: "metric == 'Report exported - Total' ? n : `null`" },
      ],
    },
    expected: {
      'acme-1': { logins: { '2026-03-08': 10, '2026-03-09': 5 }, exports: { '2026-03-09': 1 } },
      'birch-2': { logins: { '2026-03-08': 2, '2026-03-09': 0 } },
    },
  },
  {
    // bunny.net API, "Get Statistics": a map of days for each metric, side by side; bytes.
    name: 'a map of days for each metric (bunny.net statistics)',
    answer: {
      TotalBandwidthUsed: 7_500_000,
      TotalRequestsServed: 1_300,
      CacheHitRate: 97.5,
      BandwidthUsedChart: { '2026-03-08T00:00:00Z': 5_000_000, '2026-03-09T00:00:00Z': 2_500_000 },
      RequestsServedChart: { '2026-03-08T00:00:00Z': 1_200, '2026-03-09T00:00:00Z': 100 },
      GeoTrafficDistribution: {},
    },
    mapping: {
      rowsPath:
        '[items(BandwidthUsedChart)[*].{at: [0], bytes: [1]}, items(RequestsServedChart)[*].{at: [0], requests: [1]}][]',
      datePath: 'at',
      dateFormat: 'ISO_8601',
      accountId: 'zone-77',
      metrics: [
        { name: 'megabytes', path: 'bytes && bytes / `1000000`' },
        { name: 'requests', path: 'requests' },
      ],
    },
    expected: {
      'zone-77': {
        megabytes: { '2026-03-08': 5, '2026-03-09': 2.5 },
        requests: { '2026-03-08': 1_200, '2026-03-09': 100 },
      },
    },
  },
  {
    // Fastly API, "Historical stats: Get historical stats": keyed by service, each a list; bytes in two fields.
    name: 'a map of lists, sums and shares of fields (Fastly historical stats)',
    answer: {
      status: 'success',
      meta: { to: '2026-03-10 00:00:00 UTC', from: '2026-03-08 00:00:00 UTC', by: 'day', region: 'all' },
      msg: null,
      data: {
        'service-acme': [
          { start_time: midnightOf(8), requests: 40, hits: 30, miss: 10, body_size: 1_500_000, header_size: 500_000 },
          { start_time: midnightOf(9), requests: 0, hits: 0, miss: 0, body_size: 0, header_size: 0 },
        ],
        'service-birch': [
          { start_time: midnightOf(9), requests: 4, hits: 1, miss: 3, body_size: 2_000, header_size: 500 },
        ],
      },
    },
    mapping: {
      rowsPath: 'items(data)[*].[let $id = [0] in [1][*].{id: $id, s: @}][][]',
      datePath: 's.start_time',
      dateFormat: 'UNIX_SECONDS',
      accountIdPath: 'id',
      metrics: [
        { name: 'megabytes', path: '(s.body_size + s.header_size) / `1000000`' },
        {
          name: 'hit_rate',
          path: 's.hits + s.miss > `0` ? s.hits / (s.hits + s.miss) : `null`',
          aggregation: 'LAST',
        },
      ],
    },
    expected: {
      'service-acme': { megabytes: { '2026-03-08': 2, '2026-03-09': 0 }, hit_rate: { '2026-03-08': 0.75 } },
      'service-birch': { megabytes: { '2026-03-09': 0.0025 }, hit_rate: { '2026-03-09': 0.25 } },
    },
  },
  {
    // Algolia, "Usage API", /1/usage/{statistics}: a list of points for each statistic asked for, milliseconds.
    name: 'a map of points for each metric (Algolia usage)',
    answer: {
      search_operations: [
        { t: midnightOf(8) * 1000, v: 210 },
        { t: midnightOf(9) * 1000, v: 190 },
      ],
      records: [
        { t: midnightOf(8) * 1000, v: 5_000 },
        { t: midnightOf(9) * 1000, v: 4_990 },
      ],
    },
    mapping: {
      rowsPath: 'items(@)[*].[let $metric = [0] in [1][*].{metric: $metric, t: t, v: v}][][]',
      datePath: 't',
      dateFormat: 'UNIX_MILLISECONDS',
      accountIdPath: "'app-1'",
      metrics: [
        { name: 'searches', path: "metric == 'search_operations' ? v : `null`" },
        { name: 'records', path: "metric == 'records' ? v : `null`", aggregation: 'LAST' },
      ],
    },
    expected: {
      'app-1': {
        searches: { '2026-03-08': 210, '2026-03-09': 190 },
        records: { '2026-03-08': 5_000, '2026-03-09': 4_990 },
      },
    },
  },
  {
    // WordPress.org API, "Plugin download stats" (stats/plugin/1.0/downloads.php): nothing but days and counts, as text.
    name: 'a map of days, counts as text (WordPress.org plugin downloads)',
    answer: { '2026-03-07': '34', '2026-03-08': '0', '2026-03-09': '41' },
    mapping: {
      rowsPath: 'items(@)',
      datePath: '[0]',
      dateFormat: 'YYYY_MM_DD',
      accountId: 'acme-forms',
      metrics: [{ name: 'downloads', path: 'to_number([1])' }],
    },
    expected: { 'acme-forms': { downloads: { '2026-03-07': 34, '2026-03-08': 0, '2026-03-09': 41 } } },
  },
  {
    // Contentful Content Management API, "Get space usage": a map of days in each item, the metric beside it, the
    // account four levels down.
    name: 'a map of days in every row (Contentful periodic usages)',
    answer: {
      sys: { type: 'Array' },
      total: 3,
      items: [
        {
          sys: {
            type: 'SpacePeriodicUsage',
            id: 'u1',
            space: { sys: { type: 'Link', linkType: 'Space', id: 'acme' } },
          },
          metric: 'cma',
          unitOfMeasure: 'apiRequestsCount',
          usage: 17,
          usagePerDay: { '2026-03-08': 10, '2026-03-09': 7 },
        },
        {
          sys: {
            type: 'SpacePeriodicUsage',
            id: 'u2',
            space: { sys: { type: 'Link', linkType: 'Space', id: 'acme' } },
          },
          metric: 'cda',
          unitOfMeasure: 'apiRequestsCount',
          usage: 250,
          usagePerDay: { '2026-03-08': 250 },
        },
        {
          sys: {
            type: 'SpacePeriodicUsage',
            id: 'u3',
            space: { sys: { type: 'Link', linkType: 'Space', id: 'birch' } },
          },
          metric: 'cda',
          unitOfMeasure: 'apiRequestsCount',
          usage: 0,
          usagePerDay: {},
        },
      ],
    },
    mapping: {
      rowsPath:
        'items[*].[let $id = sys.space.sys.id, $metric = metric in items(usagePerDay)[*].{id: $id, metric: $metric, day: [0], n: [1]}][][]',
      datePath: 'day',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'id',
      metrics: [
        { name: 'management_calls', path: "metric == 'cma' ? n : `null`" },
        { name: 'delivery_calls', path: "metric == 'cda' ? n : `null`" },
      ],
    },
    expected: {
      acme: { management_calls: { '2026-03-08': 10, '2026-03-09': 7 }, delivery_calls: { '2026-03-08': 250 } },
    },
  },
];
