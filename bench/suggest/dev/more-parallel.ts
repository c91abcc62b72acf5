import { byDay, cell, DAYS, mapOf, mapped, type SuggestShape, stored } from '../shape.ts';

const TENANTS = ['atlas-gmbh', 'borealis', 'cetus'];
const SEGMENTS = ['Enterprise Ltd', 'Kiosk AG', 'Mundo SA'];
const COUNTERS = ['44147844', '51238712'];

const pairs = (id: string, of: 'calls' | 'users' | 'few' | 'bytes') =>
  DAYS.map((day) => [cell(id, day).ms, cell(id, day)[of]]);
const hetzner = (id: string, of: 'calls' | 'users') =>
  byDay([id], DAYS, (one) => [one.seconds, String(one[of])] as const);

/** Lists that belong together by position, under names that do not say so. */
export const MORE_PARALLEL: readonly SuggestShape[] = [
  {
    kind: 'parallel',
    name: 'labels of series, x values, a list of lists (Amplitude segmentation)',
    source: 'Amplitude Dashboard REST API, "Event Segmentation", grouped by a group property',
    answer: {
      data: {
        series: TENANTS.map((id) => DAYS.map((day) => cell(id, day).calls)),
        seriesMeta: TENANTS.map((id) => ({ segmentIndex: 0, groupBy: id })),
        seriesLabels: TENANTS,
        seriesCollapsed: TENANTS.map(() => [{ setId: '', value: 21_000 }]),
        xValues: DAYS,
      },
    },
    descriptions: ['how often the event was triggered'],
    knownIds: [],
    mapping: mapped(
      'let $x = data.xValues in zip(data.seriesLabels, data.series)[*].[let $id = [0] in zip($x, [1])[*].{id: $id, x: [0], n: [1]}][][]',
      ['x', 'YYYY_MM_DD'],
      'id',
      'n',
    ),
    expected: stored(TENANTS, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'parallel',
    name: 'intervals of two equal days, a list of figures for each metric (Yandex Metrica by time)',
    source: 'Yandex Metrica Reporting API, "stat/v1/data/bytime", dimension ym:s:counterIDName, group=day',
    answer: {
      query: {
        ...{ ids: COUNTERS.map(Number), dimensions: ['ym:s:counterID'], metrics: ['ym:s:visits', 'ym:s:users'] },
        ...{ sort: ['-ym:s:visits'], date1: '2026-10-05', date2: '2026-10-09', group: 'day', timezone: '+03:00' },
      },
      data: COUNTERS.map((id) => ({
        dimensions: [{ name: id }],
        metrics: [DAYS.map((day) => cell(id, day).calls), DAYS.map((day) => cell(id, day).users)],
      })),
      ...{ total_rows: 2, sampled: false, data_lag: 121 },
      totals: [DAYS.map(() => 9_000), DAYS.map(() => 80)],
      time_intervals: DAYS.map((day) => [day, day]),
    },
    descriptions: ['visits', 'users'],
    knownIds: [],
    mapping: mapped(
      'let $t = time_intervals in data[*].[let $id = dimensions[0].name in zip($t, metrics[0], metrics[1])[*].{id: $id, t: [0][0], v: [1], u: [2]}][][]',
      ['t', 'YYYY_MM_DD'],
      'id',
      'v',
      ['u', 'MAX'],
    ),
    expected: stored(COUNTERS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'parallel',
    name: 'days in one list of lists, figures in the next (Baidu Tongji)',
    source: 'Baidu Tongji API, "getData" with method overview/getTimeTrendRpt: fields, timeSpan and items by position',
    answer: {
      header: { desc: 'success', failures: [], oprs: 1, succ: 1, oprtime: 0, quota: 1, rquota: 49_999, status: 0 },
      body: {
        data: [
          {
            result: {
              offset: 0,
              timeSpan: ['2026/10/05 - 2026/10/09'],
              fields: ['simple_date_title', 'pv_count', 'visitor_count'],
              items: [
                DAYS.map((day) => [day.replaceAll('-', '/')]),
                DAYS.map((day) => [cell('baidu', day).calls, cell('baidu', day).users]),
                [],
                [],
              ],
            },
          },
        ],
      },
    },
    descriptions: ['page views (pv)', 'visitors'],
    knownIds: [],
    mapping: mapped(
      'body.data[0].result | zip(items[0], items[1])',
      ["replace([0][0], '/', '-')", 'YYYY_MM_DD'],
      { only: 'baidu' },
      '[1][0]',
      ['[1][1]', 'MAX'],
    ),
    expected: stored(['baidu'], DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'parallel',
    name: 'data frames: fields with labels, values by column (Grafana)',
    source: 'Grafana HTTP API, "Query a data source" (/api/ds/query), data frames in JSON',
    answer: {
      results: {
        A: {
          status: 200,
          frames: TENANTS.map((id) => ({
            schema: {
              refId: 'A',
              meta: { type: 'timeseries-multi', executedQueryString: 'sum by (tenant) (increase(builds_total[1d]))' },
              fields: [
                { name: 'Time', type: 'time', typeInfo: { frame: 'time.Time' }, config: { interval: 86_400_000 } },
                { name: 'Value', type: 'number', typeInfo: { frame: 'float64' }, labels: { tenant: id } },
              ],
            },
            data: { values: [DAYS.map((day) => cell(id, day).ms), DAYS.map((day) => cell(id, day).calls)] },
          })),
        },
      },
    },
    descriptions: ['builds'],
    knownIds: [],
    mapping: mapped(
      'results.A.frames[*].[let $id = schema.fields[1].labels.tenant in zip(data.values[0], data.values[1])[*].{id: $id, t: [0], n: [1]}][][]',
      ['t', 'UNIX_MILLISECONDS'],
      'id',
      'n',
    ),
    expected: stored(TENANTS, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'parallel',
    name: 'pairs of milliseconds and a number under the name of each measurement (Linode stats)',
    source: 'Linode API v4, "Get Linode statistics", one point a day',
    answer: {
      title: 'linode.com - web-1 (linode123456) - day (1 day avg)',
      data: {
        cpu: DAYS.map((day) => [cell('linode', day).ms, 0.42]),
        io: { io: pairs('linode', 'few'), swap: DAYS.map((day) => [cell('linode', day).ms, 0]) },
        netv4: { in: pairs('linode', 'calls'), out: pairs('linode', 'users'), private_in: [], private_out: [] },
      },
    },
    descriptions: ['IPv4 traffic out', 'IPv4 traffic in'],
    knownIds: [],
    mapping: mapped(
      'data.netv4 | zip("in", out)',
      ['[0][0]', 'UNIX_MILLISECONDS'],
      { only: 'linode' },
      '[1][1]',
      '[0][1]',
    ),
    expected: stored(['linode'], DAYS, ({ users, calls }) => [users, calls]),
  },
  {
    kind: 'parallel',
    name: 'a map of series, each with pairs of seconds and text (Hetzner metrics)',
    source: 'Hetzner Cloud API, "Get metrics for a load balancer", step 86400',
    answer: {
      metrics: {
        ...{ start: '2026-10-05T00:00:00+00:00', end: '2026-10-09T00:00:00+00:00', step: 86_400 },
        time_series: {
          open_connections: { values: hetzner('lb', 'users') },
          requests_per_second: { values: hetzner('lb', 'calls') },
        },
      },
    },
    descriptions: ['requests per second', 'open connections'],
    knownIds: [],
    mapping: mapped(
      'metrics.time_series | zip(requests_per_second.values, open_connections.values)',
      ['[0][0]', 'UNIX_SECONDS'],
      { only: 'lb' },
      'to_number([0][1])',
      'to_number([1][1])',
    ),
    expected: stored(['lb'], DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'parallel',
    name: 'categories of an axis, series with names (a chart as its library wants it)',
    source: 'In-house endpoint that answers with Highcharts options: xAxis.categories and series of name and data',
    answer: {
      chart: { type: 'column', height: 320 },
      title: { text: 'Tickets per customer' },
      xAxis: { categories: DAYS, crosshair: true },
      series: SEGMENTS.map((id) => ({ name: id, color: '#4caf50', data: DAYS.map((day) => cell(id, day).users) })),
      legend: { enabled: false },
    },
    descriptions: ['tickets'],
    knownIds: [],
    mapping: mapped(
      'let $x = xAxis.categories in series[*].[let $id = name in zip($x, data)[*].{id: $id, x: [0], n: [1]}][][]',
      ['x', 'YYYY_MM_DD'],
      'id',
      'n',
    ),
    expected: stored(SEGMENTS, DAYS, ({ users }) => [users]),
  },
  {
    kind: 'parallel',
    name: 'labels and data sets, each a metric of the one account (Chart.js)',
    source: 'In-house endpoint that answers with Chart.js data: labels and datasets of label and data',
    answer: {
      labels: DAYS,
      datasets: [
        { label: 'Sign-ups', data: DAYS.map((day) => cell('me', day).users), borderWidth: 1, fill: false },
        { label: 'Orders', data: DAYS.map((day) => cell('me', day).calls), borderWidth: 1, fill: false },
      ],
      options: mapOf([['responsive', true]]),
    },
    descriptions: ['orders', 'sign-ups'],
    knownIds: [],
    mapping: mapped('zip(labels, datasets[0].data, datasets[1].data)', ['[0]', 'YYYY_MM_DD'], { only: 'me' }, '[2]', [
      '[1]',
      'SUM',
    ]),
    expected: stored(['me'], DAYS, ({ calls, users }) => [calls, users]),
  },
];
