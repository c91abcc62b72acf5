import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const APPS = ['dm1ibn0aq7sw', 'q9nn3l1ybsao', '5tyfn1puzzsw'];
const CPCODES = ['163842', '163901', '164007'];
const TEAMS = ['do:team:11c0', 'do:team:22d1'];
const TENANTS = ['ash-ltd', 'beech-inc', 'cedar-co'];
const DAYS_OF_FOUR = DAYS.slice(0, 4);

/** A row for each day and account, where only the fields' names or what stands around them mislead. */
export const MORE_FLAT: readonly SuggestShape[] = [
  {
    kind: 'flat',
    name: 'figures as text beside totals of the same names, an app twice (Adjust report)',
    source: 'Adjust, "Report Service API" (/reports-service/report), dimensions day, app and app_token',
    answer: {
      totals: { installs: 20_113, clicks: 70_020, network_cost: 411.2 },
      rows: byDay(APPS, DAYS, ({ id, day, calls, users, few }) => ({
        ...{ attr_dependency: { campaign_id_network: 'unknown' }, day, app: `Game ${APPS.indexOf(id) + 1}` },
        ...{
          app_token: id,
          installs: String(users),
          clicks: String(calls),
          sessions: String(few),
          network_cost: '0.0',
        },
      })),
      warnings: [],
      pagination: null,
    },
    descriptions: ['clicks on ads', 'app installs'],
    knownIds: [...APPS, '7xk2'],
    mapping: mapped('rows', ['day', 'YYYY_MM_DD'], 'app_token', 'to_number(clicks)', 'to_number(installs)'),
    expected: stored(APPS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'flat',
    name: 'three times in seconds, notifications that arrived or not (OneSignal)',
    source: 'OneSignal REST API, "View notifications", all apps of an organization',
    answer: {
      ...{ total_count: 12, offset: 0, limit: 50 },
      notifications: byDay(APPS, DAYS_OF_FOUR, ({ id, day, seconds, calls, users, few }) => ({
        ...{ id: `481a2734-${users}-${few}-${day}`, app_id: id, canceled: false, contents: { en: 'Hi' }, priority: 10 },
        ...{ queued_at: seconds + 60, send_after: seconds + 120, completed_at: seconds + 3_600, ttl: 259_200 },
        ...{ successful: calls, failed: users, errored: 0, converted: few, remaining: 0 },
      })),
    },
    descriptions: ['notifications that failed', 'successful notifications', 'conversions'],
    knownIds: [],
    mapping: mapped('notifications', ['completed_at', 'UNIX_SECONDS'], 'app_id', 'failed', 'successful', 'converted'),
    expected: stored(APPS, DAYS_OF_FOUR, ({ users, calls, few }) => [users, calls, few]),
  },
  {
    kind: 'flat',
    name: 'counts as text, a summary below, ids echoed above (Akamai traffic report)',
    source: 'Akamai Reporting API v1, "traffic-by-time" with cpcode, interval DAY',
    answer: {
      metadata: {
        ...{ name: 'todaytraffic-by-cpcode', outputType: 'FLAT', interval: 'DAY', rowCount: 15, limit: 500 },
        ...{ groupBy: ['startdatetime', 'cpcode'], start: '2026-10-05T00:00:00Z', end: '2026-10-10T00:00:00Z' },
        ...{ objectType: 'cpcode', objectIds: CPCODES, availableDataEnds: '2026-10-11T20:00:00Z' },
      },
      data: byDay(CPCODES, DAYS, ({ id, day, calls, few, bytes }) => ({
        ...{ startdatetime: `${day}T00:00:00Z`, cpcode: id, edgeHitsSum: String(calls), originHitsSum: String(few) },
        bytesOffload: String(bytes),
      })),
      summaryStatistics: {
        edgeHitsSum: { value: '70120', details: {} },
        originHitsSum: { value: '2210', details: {} },
      },
    },
    descriptions: ['hits at the edge', 'hits at the origin', 'MB offloaded'],
    knownIds: [],
    mapping: mapped(
      'data',
      ['startdatetime', 'ISO_8601'],
      'cpcode',
      'to_number(edgeHitsSum)',
      'to_number(originHitsSum)',
      'to_number(bytesOffload) / `1000000`',
    ),
    expected: stored(CPCODES, DAYS, ({ calls, few, bytes }) => [calls, few, bytes / 1e6]),
  },
  {
    kind: 'flat',
    name: 'several products a day, money as text (DigitalOcean billing insights)',
    source: 'DigitalOcean API v2, "List Billing Insights": data_points',
    answer: {
      ...{ total_items: 16, total_pages: 1, current_page: 1 },
      data_points: byAccount(TEAMS, DAYS_OF_FOUR, ({ id, day, amount, users }) =>
        [amount, users].map((cost, index) => ({
          ...{ usage_team_urn: id, start_date: day, total_amount: cost.toFixed(2), region: index ? 'nyc3' : 'fra1' },
          ...{ sku: `1-DO-DROP-00${index + 1}`, description: 'Droplet usage', group_description: index ? 'k8s' : '' },
        })),
      ).flat(),
    },
    descriptions: ['total amount billed'],
    knownIds: [],
    mapping: mapped('data_points', ['start_date', 'YYYY_MM_DD'], 'usage_team_urn', 'to_number(total_amount)'),
    expected: stored(TEAMS, DAYS_OF_FOUR, ({ amount, users }) => [Number(amount.toFixed(2)) + users]),
  },
  {
    kind: 'nested',
    name: 'each record a map, everything in it text (Sumo Logic records)',
    source: 'Sumo Logic Search Job API, "Page through the records found by a search job"',
    answer: {
      fields: ['_timeslice', 'tenant', 'exports', '_count'].map((name, index) => ({
        ...{ name, fieldType: index === 1 ? 'string' : 'long', keyField: index < 2 },
      })),
      records: byAccount(TENANTS, DAYS, ({ id, ms, calls, few }) => ({
        map: { _timeslice: String(ms), tenant: id, exports: String(few), _count: String(calls) },
      })),
    },
    descriptions: ['number of log messages (count)', 'exports'],
    knownIds: [],
    mapping: mapped(
      'records',
      ['map."_timeslice"', 'UNIX_MILLISECONDS'],
      'map.tenant',
      'to_number(map."_count")',
      'to_number(map.exports)',
    ),
    expected: stored(TENANTS, DAYS, ({ calls, few }) => [calls, few]),
  },
  {
    kind: 'nested',
    name: 'composite keys beside counts and values of aggregations (Elasticsearch composite)',
    source: 'Elasticsearch, "Composite aggregation" with a date_histogram source in milliseconds and a terms source',
    answer: {
      ...{ took: 6, timed_out: false, _shards: { total: 1, successful: 1, skipped: 0, failed: 0 } },
      hits: { total: { value: 10_000, relation: 'gte' }, max_score: null, hits: [] },
      aggregations: {
        usage: {
          after_key: { d: 1_791_504_000_000, t: 'cedar-co' },
          buckets: byDay(TENANTS, DAYS, ({ id, ms, calls, users, bytes }) => ({
            key: { d: ms, t: id },
            doc_count: calls,
            people: { value: users },
            volume_bytes: { value: bytes },
          })),
        },
      },
    },
    descriptions: ['volume in megabytes', 'distinct people', 'documents counted'],
    knownIds: [],
    mapping: mapped(
      'aggregations.usage.buckets',
      ['key.d', 'UNIX_MILLISECONDS'],
      'key.t',
      'volume_bytes.value / `1000000`',
      ['people.value', 'MAX'],
      'doc_count',
    ),
    expected: stored(TENANTS, DAYS, ({ bytes, users, calls }) => [bytes / 1e6, users, calls]),
  },
];
