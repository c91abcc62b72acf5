import { byDay, cell, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const WORKSPACES = ['wrkspc_01AA', 'wrkspc_01BB', 'wrkspc_01CC'];
const ZONES = ['zone-acme', 'zone-birch', 'zone-cobalt'];
const PROJECTS = ['autumn-disk-484331', 'cold-river-220145'];
const SUBS = ['sub-acme', 'sub-birch', 'sub-cobalt'];
const LINKED = ['111122223333', '222233334444', '333344445555'];

/** Rows that need a field of the object around them. */
export const PARENTS: readonly SuggestShape[] = [
  {
    kind: 'parents',
    name: 'buckets of a day, each with its results (Anthropic usage report)',
    source: 'Anthropic Admin API, "Get Messages Usage Report", bucket_width 1d, grouped by workspace_id',
    answer: {
      data: DAYS.map((day) => ({
        starting_at: `${day}T00:00:00Z`,
        ending_at: `${cell('', day).next}T00:00:00Z`,
        results: byDay(WORKSPACES, [day], ({ id, calls, users, few }) => ({
          uncached_input_tokens: calls,
          cache_creation: { ephemeral_1h_input_tokens: 10, ephemeral_5m_input_tokens: few },
          cache_read_input_tokens: 200,
          output_tokens: users,
          server_tool_use: { web_search_requests: 1 },
          api_key_id: null,
          workspace_id: id,
          model: null,
          service_tier: null,
          context_window: null,
        })),
      })),
      has_more: true,
      next_page: 'page_MjAyNi0xMC0xMFQwMDowMDowMFo=',
    },
    descriptions: ['output tokens generated', 'uncached input tokens'],
    knownIds: [...WORKSPACES, 'wrkspc_01DD'],
    mapping: mapped(
      'data[*].[let $day = starting_at in results[*].{day: $day, r: @}][][]',
      ['day', 'ISO_8601'],
      'r.workspace_id',
      'r.output_tokens',
      'r.uncached_input_tokens',
    ),
    expected: stored(WORKSPACES, DAYS, ({ calls, users }) => [users, calls]),
  },
  {
    kind: 'parents',
    name: 'groups of each zone (Cloudflare zone analytics)',
    source: 'Cloudflare GraphQL Analytics API, dataset httpRequests1dGroups of several zones',
    answer: {
      data: {
        viewer: {
          zones: ZONES.map((id) => ({
            zoneTag: id,
            httpRequests1dGroups: byDay([id], DAYS, ({ day, calls, users, bytes }) => ({
              dimensions: { date: day },
              sum: { requests: calls, bytes, threats: 0, pageViews: calls - 7 },
              uniq: { uniques: users },
            })),
          })),
        },
      },
      errors: null,
    },
    descriptions: ['requests served', 'bandwidth in bytes', 'unique visitors'],
    knownIds: ZONES,
    mapping: mapped(
      'data.viewer.zones[*].[let $zone = zoneTag in httpRequests1dGroups[*].{zone: $zone, g: @}][][]',
      ['g.dimensions.date', 'YYYY_MM_DD'],
      'zone',
      'g.sum.requests',
      'g.sum.bytes',
      ['g.uniq.uniques', 'MAX'],
    ),
    expected: stored(ZONES, DAYS, ({ calls, bytes, users }) => [calls, bytes, users]),
  },
  {
    kind: 'parents',
    name: 'projects, their billing periods, and the days of these (Neon consumption)',
    source: 'Neon API, "Retrieve project consumption metrics", granularity daily',
    answer: {
      projects: PROJECTS.map((id) => ({
        project_id: id,
        periods: [
          {
            ...{ period_id: `${id}-p1`, period_plan: 'scale', period_start: '2026-10-01T00:00:00Z' },
            consumption: byDay([id], DAYS, ({ day, next, calls, users, bytes }) => ({
              ...{ timeframe_start: `${day}T00:00:00Z`, timeframe_end: `${next}T00:00:00Z` },
              ...{ active_time_seconds: calls, compute_time_seconds: users, written_data_bytes: 1_024 },
              synthetic_storage_size_bytes: bytes,
            })),
          },
        ],
      })),
      pagination: { cursor: 'cold-river-220145' },
    },
    descriptions: ['compute time', 'storage size in bytes'],
    knownIds: [...PROJECTS, 'quiet-moon-000001'],
    mapping: mapped(
      'projects[*].[let $id = project_id in periods[*].consumption[].{id: $id, c: @}][][]',
      ['c.timeframe_start', 'ISO_8601'],
      'id',
      'c.compute_time_seconds',
      ['c.synthetic_storage_size_bytes', 'LAST'],
    ),
    expected: stored(PROJECTS, DAYS, ({ users, bytes }) => [users, bytes]),
  },
  {
    kind: 'parents',
    name: 'terms buckets with histograms below (OpenSearch aggregations)',
    source: 'OpenSearch documentation, "Terms" and "Date histogram" bucket aggregations, sub-aggregation sum',
    answer: {
      ...{ took: 12, timed_out: false, _shards: { total: 3, successful: 3, skipped: 0, failed: 0 } },
      hits: { total: { value: 10_000, relation: 'gte' }, max_score: null, hits: [] },
      aggregations: {
        by_customer: {
          ...{ doc_count_error_upper_bound: 0, sum_other_doc_count: 0 },
          buckets: SUBS.map((id) => ({
            key: id,
            doc_count: 99_999,
            per_day: {
              buckets: byDay([id], DAYS, ({ day, ms, calls, amount }) => ({
                ...{ key_as_string: `${day}T00:00:00.000Z`, key: ms, doc_count: calls, spent: { value: amount } },
              })),
            },
          })),
        },
      },
    },
    descriptions: ['number of log entries', 'money spent'],
    knownIds: [],
    mapping: mapped(
      'aggregations.by_customer.buckets[*].[let $id = key in per_day.buckets[*].{id: $id, b: @}][][]',
      ['b.key_as_string', 'ISO_8601'],
      'id',
      'b.doc_count',
      'b.spent.value',
    ),
    expected: stored(SUBS, DAYS, ({ calls, amount }) => [calls, amount]),
  },
  {
    kind: 'parents',
    name: 'the day above, keys and amounts as text below (AWS Cost Explorer by linked account)',
    source: 'AWS Cost Explorer API, "GetCostAndUsage", granularity DAILY, grouped by LINKED_ACCOUNT, two metrics',
    answer: {
      GroupDefinitions: [{ Type: 'DIMENSION', Key: 'LINKED_ACCOUNT' }],
      ResultsByTime: DAYS.map((day) => ({
        TimePeriod: { Start: day, End: cell('', day).next },
        Total: {},
        Groups: byDay(LINKED, [day], ({ id, amount, calls }) => ({
          Keys: [id],
          Metrics: {
            UnblendedCost: { Amount: amount.toFixed(10), Unit: 'USD' },
            UsageQuantity: { Amount: `${calls}.5`, Unit: 'N/A' },
          },
        })),
        Estimated: false,
      })),
      DimensionValueAttributes: LINKED.map((id) => ({ Value: id, Attributes: { description: `Account ${id}` } })),
    },
    descriptions: ['cost in dollars', 'usage quantity'],
    knownIds: [...LINKED, '444455556666'],
    mapping: mapped(
      'ResultsByTime[*].[let $day = TimePeriod.Start in Groups[*].{day: $day, g: @}][][]',
      ['day', 'YYYY_MM_DD'],
      'g.Keys[0]',
      'to_number(g.Metrics.UnblendedCost.Amount)',
      'to_number(g.Metrics.UsageQuantity.Amount)',
    ),
    expected: stored(LINKED, DAYS, ({ amount, calls }) => [amount, calls + 0.5]),
  },
  {
    kind: 'parents',
    name: 'labels above points, newest first, integers as text (Google Cloud Monitoring)',
    source: 'Google Cloud Monitoring API v3, "projects.timeSeries.list", alignmentPeriod 86400s',
    answer: {
      timeSeries: SUBS.map((id) => ({
        metric: { labels: { credential_id: `apikey:${id}` }, type: 'serviceruntime.googleapis.com/api/request_count' },
        resource: {
          type: 'consumed_api',
          labels: { project_id: id, service: 'maps.googleapis.com', location: 'global' },
        },
        metricKind: 'DELTA',
        valueType: 'INT64',
        points: byDay([id], DAYS.toReversed(), ({ day, calls }) => ({
          interval: { startTime: `${day}T00:00:00Z`, endTime: `${day}T23:59:59.999Z` },
          value: { int64Value: String(calls) },
        })),
      })),
      unit: '1',
    },
    descriptions: ['number of requests'],
    knownIds: [],
    mapping: mapped(
      'timeSeries[*].[let $id = resource.labels.project_id in points[*].{id: $id, p: @}][][]',
      ['p.interval.startTime', 'ISO_8601'],
      'id',
      'to_number(p.value.int64Value)',
    ),
    expected: stored(SUBS, DAYS, ({ calls }) => [calls]),
  },
];
