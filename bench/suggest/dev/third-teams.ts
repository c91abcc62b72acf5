import { byAccount, byDay, DAYS, daysFrom, mapped, type SuggestShape, stored } from '../shape.ts';

const BANKS = ['bk-alba', 'bk-bruna', 'bk-ciro'];
const FARMS = ['F0031', 'F0047', 'F0112'];
const STUDIOS = ['aurora', 'basalt', 'cinder'];
const SHORT = daysFrom(5, 8);

/** More companies' own endpoints: data teams, exports, searches, serializers. */
export const THIRD_TEAMS: readonly SuggestShape[] = [
  {
    kind: 'in-house',
    name: 'lower camel case, counts as text, a timestamp for the day',
    source: 'In-house endpoint of an identity check service: protobuf JSON mapping (int64 as strings) by grpc-gateway',
    answer: {
      usage: byDay(BANKS, DAYS, ({ id, day, calls, few, users }) => ({
        ...{ customerId: id, periodStart: `${day}T00:00:00Z`, checksPerformed: String(calls) },
        ...{ checksRejected: String(few), activeReviewers: users, period: 'PERIOD_DAY' },
      })),
      nextPageToken: '',
    },
    descriptions: ['identity checks performed', 'rejected checks', 'active reviewers'],
    knownIds: BANKS,
    mapping: mapped(
      'usage',
      ['periodStart', 'ISO_8601'],
      'customerId',
      'to_number(checksPerformed)',
      'to_number(checksRejected)',
      ['activeReviewers', 'MAX'],
    ),
    expected: stored(BANKS, DAYS, ({ calls, few, users }) => [calls, few, users]),
  },
  {
    kind: 'in-house',
    name: 'an envelope with isSuccess and errors, days with an offset',
    source: 'In-house endpoint of a document signing product: .NET, System.Text.Json, DateTimeOffset',
    answer: {
      ...{ isSuccess: true, errorCode: null, errors: [], traceId: '00-4bf92f3577b34da6a3ce929d0e0e4736-00' },
      result: {
        items: byDay(STUDIOS, SHORT, ({ id, day, users, calls, few }) => ({
          ...{ tenantId: id, tenantDisplayName: id.toUpperCase(), date: `${day}T00:00:00+00:00` },
          usage: { documentsSigned: calls, documentsDeclined: few, signersInvited: users + 80 },
        })),
        ...{ pageIndex: 1, pageSize: 100, totalCount: 12 },
      },
    },
    descriptions: ['signed documents', 'declined documents', 'invited signers'],
    knownIds: [],
    mapping: mapped(
      'result.items',
      ['date', 'ISO_8601'],
      'tenantId',
      'usage.documentsSigned',
      'usage.documentsDeclined',
      'usage.signersInvited',
    ),
    expected: stored(STUDIOS, SHORT, ({ calls, few, users }) => [calls, few, users + 80]),
  },
  {
    kind: 'in-house',
    name: 'double underscores and the grain in the name of the day',
    source: 'In-house endpoint of a farm software: dbt Semantic Layer query, METRIC_TIME__DAY and FARM__EXTERNAL_ID',
    answer: {
      ...{ status: 'SUCCESSFUL', queryId: '01b7-0001', sql: 'SELECT 1' },
      jsonResult: {
        schema: { fields: [{ name: 'index', type: 'integer' }], primaryKey: ['index'], pandas_version: '1.4.0' },
        data: byDay(FARMS, DAYS, ({ id, day, calls, users, amount }) => ({
          ...{ METRIC_TIME__DAY: `${day}T00:00:00.000`, FARM__EXTERNAL_ID: id, SENSOR_READINGS: calls },
          ...{ WEEKLY_ACTIVE_FARMERS: users, HECTARES_MAPPED: amount },
        })).map((row, index) => ({ index, ...row })),
      },
    },
    descriptions: ['sensor readings received', 'hectares mapped', 'weekly active farmers'],
    knownIds: FARMS,
    mapping: mapped(
      'jsonResult.data',
      ['METRIC_TIME__DAY[:10]', 'YYYY_MM_DD'],
      'FARM__EXTERNAL_ID',
      'SENSOR_READINGS',
      'HECTARES_MAPPED',
      ['WEEKLY_ACTIVE_FARMERS', 'LAST'],
    ),
    expected: stored(FARMS, DAYS, ({ calls, amount, users }) => [calls, amount, users]),
  },
  {
    kind: 'in-house',
    name: 'a file of commas made JSON: titles for people, everything text',
    source: 'In-house endpoint of an event ticketing company: csvtojson over a nightly export',
    answer: byAccount(STUDIOS, DAYS, ({ id, day, calls, amount, few }) => ({
      ...{ 'Report Date': day, 'Organizer ID': id, 'Tickets Sold': String(calls), Refunds: String(few) },
      ...{ 'Gross Sales (EUR)': amount.toFixed(2), Currency: 'EUR' },
    })),
    descriptions: ['tickets sold', 'refunds', 'gross sales'],
    knownIds: [],
    mapping: mapped(
      '@',
      ['"Report Date"', 'YYYY_MM_DD'],
      '"Organizer ID"',
      'to_number("Tickets Sold")',
      'to_number(Refunds)',
      'to_number("Gross Sales (EUR)")',
    ),
    expected: stored(STUDIOS, DAYS, ({ calls, few, amount }) => [calls, few, amount]),
  },
  {
    kind: 'in-house',
    name: 'dates wrapped as objects of value',
    source: 'In-house endpoint of a mobile game studio: Express over the BigQuery client for Node.js (BigQueryDate)',
    answer: {
      jobId: 'job_Qx1',
      rows: byDay(STUDIOS, DAYS, ({ id, day, calls, users }) => ({
        ...{ event_date: { value: day }, studio: id, sessions: calls, payers: users },
      })),
    },
    descriptions: ['game sessions', 'paying players'],
    knownIds: [],
    mapping: mapped('rows', ['event_date.value', 'YYYY_MM_DD'], 'studio', 'sessions', ['payers', 'MAX']),
    expected: stored(STUDIOS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'in-house',
    name: 'aggregations passed on: tenants, days, sum and cardinality',
    source: 'In-house endpoint of a legal archive: an Elasticsearch answer passed on with size 0',
    answer: {
      ...{ took: 12, timed_out: false, _shards: { total: 3, successful: 3, skipped: 0, failed: 0 } },
      hits: { total: { value: 10_000, relation: 'gte' }, max_score: null, hits: [] },
      aggregations: {
        tenants: {
          ...{ doc_count_error_upper_bound: 0, sum_other_doc_count: 0 },
          buckets: BANKS.map((id) => ({
            ...{ key: id, doc_count: 9_000 },
            per_day: {
              buckets: byDay([id], SHORT, ({ day, ms, calls, users, bytes }) => ({
                ...{ key_as_string: `${day}T00:00:00.000Z`, key: ms, doc_count: calls },
                ...{ unique_users: { value: users }, bytes_read: { value: bytes } },
              })),
            },
          })),
        },
      },
    },
    descriptions: ['documents opened (doc count)', 'unique users', 'bytes read'],
    knownIds: BANKS,
    mapping: mapped(
      'aggregations.tenants.buckets[*].[let $id = key in per_day.buckets[*].{id: $id, d: @}][][]',
      ['d.key', 'UNIX_MILLISECONDS'],
      'id',
      'd.doc_count',
      ['d.unique_users.value', 'MAX'],
      'd.bytes_read.value',
    ),
    expected: stored(BANKS, SHORT, ({ calls, users, bytes }) => [calls, users, bytes]),
  },
  {
    kind: 'in-house',
    name: 'accounts with usage days inside, totals beside them',
    source: 'In-house endpoint of a render farm: FastAPI with Pydantic models, snake_case',
    answer: {
      organizations: STUDIOS.map((id) => ({
        ...{ org_id: id, org_name: `${id} Pictures`, plan: 'team', seats_purchased: 40 },
        total_frames: byDay([id], DAYS, ({ calls }) => calls).reduce((sum, n) => sum + n, 0),
        daily_usage: byDay([id], DAYS, ({ day, calls, amount, users }) => ({
          ...{ date: day, frames_rendered: calls, gpu_hours: amount, jobs_failed: users },
        })),
      })),
      generated_at: '2026-10-11T02:00:00.123456',
    },
    descriptions: ['frames rendered', 'GPU hours', 'failed jobs'],
    knownIds: [],
    mapping: mapped(
      'organizations[*].[let $id = org_id in daily_usage[*].{id: $id, d: @}][][]',
      ['d.date', 'YYYY_MM_DD'],
      'id',
      'd.frames_rendered',
      'd.gpu_hours',
      'd.jobs_failed',
    ),
    expected: stored(STUDIOS, DAYS, ({ calls, amount, users }) => [calls, amount, users]),
  },
];
