import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const CLUSTERS = ['lkc-5k2', 'lkc-9d1', 'lkc-77x'];
const CUSTOMERS = ['90012', '90013', '90044'];
const DATASETS = ['acme', 'birch', 'cobalt'];
const ITEMS = ['12001', '12002', '12077'];
const DOMAINS = ['www.acme.example', 'www.birch.example'];
const APPS = ['acme-mobile', 'birch-web', 'cobalt-cli'];

/** Flat, nested, and rows that need a parent's field. */
export const LISTS: readonly SuggestShape[] = [
  {
    kind: 'flat',
    name: 'names with dots (Confluent Cloud metrics)',
    source: 'Confluent Cloud Metrics API v2, "Query metric values", granularity P1D, grouped by resource.kafka.id',
    answer: {
      data: byDay(CLUSTERS, DAYS, ({ id, day, bytes }) => ({
        ...{ timestamp: `${day}T00:00:00Z`, value: bytes, 'resource.kafka.id': id },
      })),
      meta: { pagination: { page_size: 100 } },
    },
    descriptions: ['bytes received'],
    knownIds: [...CLUSTERS, 'lkc-000'],
    mapping: mapped('data', ['timestamp', 'ISO_8601'], '"resource.kafka.id"', 'value'),
    expected: stored(CLUSTERS, DAYS, ({ bytes }) => [bytes]),
  },
  {
    kind: 'flat',
    name: 'large integers as text, statistics behind (ClickHouse JSON format)',
    source: 'ClickHouse, "Formats: JSON", with output_format_json_quote_64bit_integers',
    answer: {
      meta: [
        { name: 'day', type: 'Date' },
        { name: 'customer_id', type: 'UInt32' },
        { name: 'page_loads', type: 'UInt64' },
        { name: 'distinct_visitors', type: 'UInt64' },
      ],
      data: byDay(CUSTOMERS, DAYS, ({ id, day, calls, users }) => ({
        ...{ day, customer_id: Number(id), page_loads: String(calls), distinct_visitors: String(users) },
      })),
      rows: 15,
      rows_before_limit_at_least: 15,
      statistics: { elapsed: 0.002, rows_read: 120_000, bytes_read: 4_000_000 },
    },
    descriptions: ['visitors', 'pages loaded'],
    knownIds: [],
    mapping: mapped(
      'data',
      ['day', 'YYYY_MM_DD'],
      'customer_id',
      ['to_number(distinct_visitors)', 'MAX'],
      'to_number(page_loads)',
    ),
    expected: stored(CUSTOMERS, DAYS, ({ users, calls }) => [users, calls]),
  },
  {
    kind: 'nested',
    name: 'series of data objects beside results without a time (Honeycomb query result)',
    source: 'Honeycomb API, "Get a Query Result" with breakdowns, granularity of a day',
    answer: {
      ...{ id: 'sGUnkBHgRFN', complete: true },
      data: {
        series: byAccount(DATASETS, DAYS, ({ id, day, calls, amount }) => ({
          time: `${day}T00:00:00Z`,
          data: { tenant: id, COUNT: calls, 'SUM(cost)': amount },
        })),
        results: DATASETS.map((id) => ({ data: { tenant: id, COUNT: 31_000, 'SUM(cost)': 1_020.5 } })),
      },
      links: { query_url: 'https://ui.honeycomb.io/myteam/datasets/test/result/HprJhV1fYy' },
    },
    descriptions: ['number of spans (count)', 'total cost'],
    knownIds: [...DATASETS, 'delta'],
    mapping: mapped('data.series', ['time', 'ISO_8601'], 'data.tenant', 'data.COUNT', 'data."SUM(cost)"'),
    expected: stored(DATASETS, DAYS, ({ calls, amount }) => [calls, amount]),
  },
  {
    kind: 'nested',
    name: 'attributes of each record (Lemon Squeezy usage records)',
    source: 'Lemon Squeezy API, "List all usage records" (JSON:API)',
    answer: {
      meta: { page: { currentPage: 1, from: 1, lastPage: 1, perPage: 50, to: 15, total: 15 } },
      jsonapi: { version: '1.0' },
      links: { first: 'https://api.lemonsqueezy.com/v1/usage-records?page=1' },
      data: byAccount(ITEMS, DAYS, ({ id, day, calls }, index = DAYS.indexOf(day)) => ({
        ...{ type: 'usage-records', id: String(700 + Number(id.slice(3)) + index) },
        attributes: {
          ...{ subscription_item_id: Number(id), quantity: calls, action: 'increment' },
          ...{ created_at: `${day}T14:23:17.000000Z`, updated_at: `${day}T14:23:17.000000Z` },
        },
      })),
    },
    descriptions: ['quantity used'],
    knownIds: ITEMS,
    mapping: mapped(
      'data',
      ['attributes.created_at', 'ISO_8601'],
      'attributes.subscription_item_id',
      'attributes.quantity',
    ),
    expected: stored(ITEMS, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'parents',
    name: 'values of each domain, seconds (Fastly domain inspector)',
    source: 'Fastly API, "Domain Inspector: historical metrics", downsample day, group_by domain',
    answer: {
      data: DOMAINS.map((id) => ({
        dimensions: { domain: id },
        values: byDay([id], DAYS, ({ seconds, calls, bytes }) => ({
          ...{ timestamp: seconds, edge_requests: calls, edge_resp_body_bytes: bytes, status_5xx: 2 },
        })),
      })),
      meta: {
        ...{ start: '2026-10-05T00:00:00Z', end: '2026-10-10T00:00:00Z', downsample: 'day', limit: 100 },
        filters: { region: 'all' },
      },
      ...{ status: 'success', msg: null },
    },
    descriptions: ['edge requests', 'bytes sent in response bodies'],
    knownIds: [...DOMAINS, 'www.cobalt.example'],
    mapping: mapped(
      'data[*].[let $id = dimensions.domain in values[*].{id: $id, v: @}][][]',
      ['v.timestamp', 'UNIX_SECONDS'],
      'id',
      'v.edge_requests',
      'v.edge_resp_body_bytes',
    ),
    expected: stored(DOMAINS, DAYS, ({ calls, bytes }) => [calls, bytes]),
  },
  {
    kind: 'parents',
    name: 'environments, dimensions, metrics, values (Apigee analytics)',
    source: 'Apigee API, "organizations.environments.stats.get" with timeUnit day, dimension developer_app',
    answer: {
      environments: [
        {
          name: 'prod',
          dimensions: APPS.map((id) => ({
            name: id,
            metrics: [
              {
                name: 'sum(message_count)',
                values: byDay([id], DAYS, ({ ms, calls }) => ({ timestamp: ms, value: `${calls}.0` })),
              },
            ],
          })),
        },
      ],
      metaData: { errors: [], notices: ['query served by:80c4ebca', 'source pg:b6a4ee'] },
    },
    descriptions: ['API messages'],
    knownIds: [],
    mapping: mapped(
      'environments[].dimensions[].[let $id = name in metrics[].values[].{id: $id, v: @}][][]',
      ['v.timestamp', 'UNIX_MILLISECONDS'],
      'id',
      'to_number(v.value)',
    ),
    expected: stored(APPS, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'flat',
    name: 'rows within a query result, with when it was fetched (Redash)',
    source: 'Redash API, "GET /api/queries/<id>/results"',
    answer: {
      query_result: {
        ...{ id: 51_022, query_hash: '9f0c', query: 'SELECT ...', runtime: 0.41, data_source_id: 1 },
        retrieved_at: '2026-10-12T02:00:11.311Z',
        data: {
          columns: [
            { name: 'activity_date', friendly_name: 'activity_date', type: 'date' },
            { name: 'account_key', friendly_name: 'account_key', type: 'string' },
            { name: 'forms_published', friendly_name: 'forms_published', type: 'integer' },
            { name: 'responses', friendly_name: 'responses', type: 'integer' },
          ],
          rows: byAccount(APPS, DAYS, ({ id, day, users, calls }) => ({
            ...{ activity_date: day, account_key: id, forms_published: users, responses: calls },
          })),
        },
      },
    },
    descriptions: ['form responses', 'published forms'],
    knownIds: [...APPS, 'delta-tv'],
    mapping: mapped(
      'query_result.data.rows',
      ['activity_date', 'YYYY_MM_DD'],
      'account_key',
      'responses',
      'forms_published',
    ),
    expected: stored(APPS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'nested',
    name: 'the account as a lookup of name and id (Zoho CRM records)',
    source: 'Zoho CRM API v6, "Get Records" of a custom module',
    answer: {
      data: byDay(CUSTOMERS, DAYS, ({ id, day, calls, few }) => ({
        ...{ id: `4876876000${calls}`, Name: `U-${calls}`, Owner: { name: 'Ada', id: '4876876001', email: 'a@x.io' } },
        ...{ Account: { name: `Customer ${id}`, id }, Created_Time: '2026-10-12T04:00:00+02:00' },
        ...{ Usage_Date: day, Signatures_Collected: calls, Envelopes_Voided: few, $approved: true, $editable: true },
      })),
      info: { per_page: 200, count: 15, page: 1, more_records: false },
    },
    descriptions: ['signatures collected', 'voided envelopes'],
    knownIds: [],
    mapping: mapped('data', ['Usage_Date', 'YYYY_MM_DD'], 'Account.id', 'Signatures_Collected', 'Envelopes_Voided'),
    expected: stored(CUSTOMERS, DAYS, ({ calls, few }) => [calls, few]),
  },
  {
    kind: 'parents',
    name: 'buckets in seconds, each with its results (OpenAI embeddings usage)',
    source: 'OpenAI API, "Usage: embeddings", bucket_width 1d, grouped by project_id',
    answer: {
      object: 'page',
      data: byDay(['bucket'], DAYS, ({ day, seconds }) => ({
        ...{ object: 'bucket', start_time: seconds, end_time: seconds + 86_400 },
        results: byDay(APPS, [day], ({ id, calls, users }) => ({
          ...{ object: 'organization.usage.embeddings.result', input_tokens: calls, num_model_requests: users },
          ...{ project_id: id, user_id: null, api_key_id: null, model: null },
        })),
      })),
      ...{ has_more: false, next_page: null },
    },
    descriptions: ['requests to models', 'tokens put in'],
    knownIds: [...APPS, 'proj_zz'],
    mapping: mapped(
      'data[*].[let $at = start_time in results[*].{at: $at, r: @}][][]',
      ['at', 'UNIX_SECONDS'],
      'r.project_id',
      'r.num_model_requests',
      'r.input_tokens',
    ),
    expected: stored(APPS, DAYS, ({ users, calls }) => [users, calls]),
  },
];
