import { byDay, cell, DAYS, mapOf, mapped, type SuggestShape, stored } from '../shape.ts';

const SEGMENTS = ['acme', 'birch', 'cobalt'];
const INSTANCES = ['i-0a12', 'i-0b34'];
const TENANTS = ['t-100', 't-200', 't-300'];

/** Lists that belong together by position. */
export const PARALLEL: readonly SuggestShape[] = [
  {
    kind: 'parallel',
    name: 'dates in one list, measurements of each group in others (Klaviyo metric aggregates)',
    source: 'Klaviyo API, "Query Metric Aggregates", interval day, grouped by a company property',
    answer: {
      data: {
        type: 'metric-aggregate',
        id: '01J9',
        attributes: {
          dates: DAYS.map((day) => `${day}T00:00:00+00:00`),
          data: SEGMENTS.map((id) => ({
            dimensions: [id],
            measurements: {
              count: DAYS.map((day) => cell(id, day).calls),
              unique: DAYS.map((day) => cell(id, day).users),
            },
          })),
        },
        links: { self: 'https://a.klaviyo.com/api/metric-aggregates/' },
      },
      links: { self: 'https://a.klaviyo.com/api/metric-aggregates/', next: null, prev: null },
    },
    descriptions: ['how often the event happened (count)', 'unique people who did it'],
    knownIds: [...SEGMENTS, 'delta'],
    mapping: mapped(
      'let $dates = data.attributes.dates in data.attributes.data[*].[let $id = dimensions[0] in zip($dates, measurements.count, measurements.unique)[*].{id: $id, at: [0], n: [1], u: [2]}][][]',
      ['at', 'ISO_8601'],
      'id',
      'n',
      ['u', 'MAX'],
    ),
    expected: stored(SEGMENTS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'parallel',
    name: 'timestamps and values of each label (CloudWatch GetMetricData, oldest first)',
    source: 'Amazon CloudWatch API, "GetMetricData", one query for each instance, ScanBy TimestampAscending',
    answer: {
      MetricDataResults: INSTANCES.map((id, index) => ({
        Id: `m${index + 1}`,
        Label: id,
        Timestamps: DAYS.map((day) => `${day}T00:00:00+00:00`),
        Values: DAYS.map((day) => cell(id, day).amount),
        StatusCode: 'Complete',
      })),
      Messages: [],
    },
    descriptions: ['processor hours'],
    knownIds: [...INSTANCES, 'i-0c56'],
    mapping: mapped(
      'MetricDataResults[*].[let $id = Label in zip(Timestamps, Values)[*].{id: $id, at: [0], n: [1]}][][]',
      ['at', 'ISO_8601'],
      'id',
      'n',
    ),
    expected: stored(INSTANCES, DAYS, ({ amount }) => [amount]),
  },
  {
    kind: 'parallel',
    name: 'one list for each figure of a daily block (in the manner of Open-Meteo)',
    source: 'Open-Meteo, "Historical API": a daily object of lists with a time list; here with a tenant and its usage',
    answer: TENANTS.map((id) => ({
      ...{ tenant: id, timezone: 'GMT', daily_units: { time: 'iso8601', jobs_run: 'jobs', storage_mb: 'MB' } },
      daily: {
        time: [...DAYS],
        jobs_run: DAYS.map((day) => cell(id, day).calls),
        storage_mb: DAYS.map((day) => cell(id, day).few),
      },
    })),
    descriptions: ['jobs run', 'storage in MB'],
    knownIds: TENANTS,
    mapping: mapped(
      '[*].[let $id = tenant in zip(daily.time, daily.jobs_run, daily.storage_mb)[*].{id: $id, day: [0], j: [1], s: [2]}][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      'j',
      ['s', 'LAST'],
    ),
    expected: stored(TENANTS, DAYS, ({ calls, few }) => [calls, few]),
  },
  {
    kind: 'parallel',
    name: 'instants in milliseconds, a list of counts under each account (ElevenLabs character usage)',
    source: 'ElevenLabs API, "Get character usage metrics", breakdown by group',
    answer: {
      time: DAYS.map((day) => cell('', day).ms),
      usage: mapOf(SEGMENTS.map((id) => [id, DAYS.map((day) => cell(id, day).calls)])),
    },
    descriptions: ['characters used'],
    knownIds: [],
    mapping: mapped(
      'let $time = time in items(usage)[*].[let $id = [0] in zip($time, [1])[*].{id: $id, t: [0], n: [1]}][][]',
      ['t', 'UNIX_MILLISECONDS'],
      'id',
      'n',
    ),
    expected: stored(SEGMENTS, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'parallel',
    name: 'pairs of seconds and text for each set of labels (Prometheus range query)',
    source: 'Prometheus HTTP API, "Range queries", resultType matrix, step 1d',
    answer: {
      status: 'success',
      data: {
        resultType: 'matrix',
        result: SEGMENTS.map((id) => ({
          metric: { __name__: 'http_requests_total:increase1d', tenant: id, job: 'api' },
          values: byDay([id], DAYS, ({ seconds, calls }) => [seconds, String(calls)]),
        })),
      },
    },
    descriptions: ['HTTP requests'],
    knownIds: [...SEGMENTS, 'delta'],
    mapping: mapped(
      'data.result[*].[let $id = metric.tenant in values[*].{id: $id, v: @}][][]',
      ['v[0]', 'UNIX_SECONDS'],
      'id',
      'to_number(v[1])',
    ),
    expected: stored(SEGMENTS, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'parallel',
    name: 'pairs of milliseconds and a number, the account behind a colon (Datadog query)',
    source: 'Datadog API v1, "Query timeseries points", grouped by a tag',
    answer: {
      ...{ status: 'ok', res_type: 'time_series', resp_version: 1, query: 'sum:app.jobs.count{*} by {customer}' },
      ...{ from_date: 1_791_158_400_000, to_date: 1_791_676_800_000, message: '', group_by: ['customer'] },
      series: SEGMENTS.map((id) => ({
        ...{ metric: 'app.jobs.count', display_name: 'app.jobs.count', aggr: 'sum', interval: 86_400, length: 5 },
        ...{ scope: `customer:${id}`, tag_set: [`customer:${id}`], expression: `sum:app.jobs.count{customer:${id}}` },
        pointlist: byDay([id], DAYS, ({ ms, calls }) => [ms, calls]),
        ...{ start: 1_791_158_400_000, end: 1_791_590_399_000, unit: null },
      })),
    },
    descriptions: ['jobs processed'],
    knownIds: [],
    mapping: mapped(
      "series[*].[let $id = split(scope, ':')[1] in pointlist[*].{id: $id, p: @}][][]",
      ['p[0]', 'UNIX_MILLISECONDS'],
      'id',
      'p[1]',
    ),
    expected: stored(SEGMENTS, DAYS, ({ calls }) => [calls]),
  },
];
