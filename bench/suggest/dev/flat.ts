import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const ORGS = ['acme-labs', 'birch-and-co', 'cobalt-io'];
const SUBJECTS = ['cus_9Ab2', 'cus_K31x', 'cus_Zq80'];
const SERVICES = ['PGX1A2B', 'PT55QRS', 'P0LKJ87'];
const COMPANIES = ['4711', '4712', '4790'];
const CASES = ['0015g00000AAAA1', '0015g00000BBBB2', '0015g00000CCCC3'];

/** A list of records, each with its day, its account and its figures. */
export const FLAT: readonly SuggestShape[] = [
  {
    kind: 'flat',
    name: 'two products a day and organisation (GitHub billing usage)',
    source: 'GitHub REST API, "Get billing usage report for an organization"',
    answer: {
      usageItems: byDay(ORGS, DAYS, ({ id, day, calls, users, amount }) => [
        {
          ...{ date: `${day}T00:00:00Z`, product: 'Actions', sku: 'Actions Linux', quantity: calls },
          ...{ unitType: 'minutes', pricePerUnit: 0.008, grossAmount: amount + 2, discountAmount: 2 },
          ...{ netAmount: amount, organizationName: id, repositoryName: `${id}/web` },
        },
        {
          ...{ date: `${day}T00:00:00Z`, product: 'Actions', sku: 'Actions Windows', quantity: users },
          ...{ unitType: 'minutes', pricePerUnit: 0.016, grossAmount: 3, discountAmount: 0, netAmount: 3 },
          ...{ organizationName: id, repositoryName: `${id}/desktop` },
        },
      ]).flat(),
    },
    descriptions: ['build minutes used', 'amount charged after discounts, in dollars'],
    knownIds: [...ORGS, 'dahlia-gmbh', 'elm'],
    mapping: mapped('usageItems', ['date', 'ISO_8601'], 'organizationName', 'quantity', 'netAmount'),
    expected: stored(ORGS, DAYS, ({ calls, users, amount }) => [calls + users, amount + 3]),
  },
  {
    kind: 'flat',
    name: 'windows that end where the next begins (OpenMeter query)',
    source: 'OpenMeter API, "Query meter" with windowSize DAY and groupBy subject',
    answer: {
      from: '2026-10-05T00:00:00Z',
      to: '2026-10-12T00:00:00Z',
      windowSize: 'DAY',
      data: byAccount(SUBJECTS, DAYS, ({ id, day, next, calls }) => ({
        value: calls,
        windowStart: `${day}T00:00:00Z`,
        windowEnd: `${next}T00:00:00Z`,
        subject: id,
        groupBy: { model: 'gpt-4o' },
      })),
    },
    descriptions: ['tokens consumed'],
    knownIds: SUBJECTS,
    mapping: mapped('data', ['windowStart', 'ISO_8601'], 'subject', 'value'),
    expected: stored(SUBJECTS, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'flat',
    name: 'incidents of each service, times as means (PagerDuty analytics by service)',
    source: 'PagerDuty REST API, "Get aggregated service data" with aggregate_unit day',
    answer: {
      data: byDay(SERVICES, DAYS, ({ id, day, users, few, amount }) => ({
        ...{ mean_assignment_count: 1, mean_engaged_seconds: 310, mean_seconds_to_resolve: Math.round(amount) },
        ...{ range_start: `${day}T00:00:00.000000`, service_id: id, service_name: `Service ${id}`, team_id: 'PT1' },
        ...{ team_name: 'Platform', total_escalation_count: 0, total_incident_count: users },
        ...{ total_interruptions: few, up_time_pct: 99.9 },
      })),
      filters: { created_at_start: '2026-10-05T00:00:00Z', created_at_end: '2026-10-12T00:00:00Z', urgency: 'high' },
      time_zone: 'Etc/UTC',
      aggregate_unit: 'day',
      order: 'desc',
    },
    descriptions: ['number of incidents', 'how often people were interrupted'],
    knownIds: [],
    mapping: mapped('data', ['range_start', 'ISO_8601'], 'service_id', 'total_incident_count', 'total_interruptions'),
    expected: stored(SERVICES, DAYS, ({ users, few }) => [users, few]),
  },
  {
    kind: 'flat',
    name: 'columns as people name them, ids as integers (Metabase question)',
    source: 'Metabase API, "POST /api/card/:card-id/query/json"',
    answer: byDay(COMPANIES, DAYS, ({ id, day, calls, users }) => ({
      'Created At: Day': `${day}T00:00:00Z`,
      'Company ID': Number(id),
      'Company → Name': `Company ${id}`,
      'Sum of API Calls': calls,
      'Distinct values of User ID': users,
    })),
    descriptions: ['API calls made', 'distinct users'],
    knownIds: [...COMPANIES, '4713', '5000'],
    mapping: mapped('@', ['"Created At: Day"', 'ISO_8601'], '"Company ID"', '"Sum of API Calls"', [
      '"Distinct values of User ID"',
      'MAX',
    ]),
    expected: stored(COMPANIES, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'flat',
    name: 'names with dots, counts as text, the instant without a zone (Cube.js load)',
    source: 'Cube, REST API "/v1/load" response',
    answer: {
      query: {
        measures: ['Usage.apiCalls', 'Usage.users'],
        dimensions: ['Tenants.key'],
        timezone: 'UTC',
        limit: 10_000,
      },
      data: byDay(ORGS, DAYS, ({ id, day, calls, users }) => ({
        ...{ 'Tenants.key': id, 'Usage.day.day': `${day}T00:00:00.000`, 'Usage.day': `${day}T00:00:00.000` },
        ...{ 'Usage.apiCalls': String(calls), 'Usage.users': String(users) },
      })),
      lastRefreshTime: '2026-10-12T00:00:05.000Z',
      annotation: { measures: { 'Usage.apiCalls': { title: 'Usage Api Calls', type: 'number' } }, segments: {} },
      ...{ dataSource: 'default', dbType: 'postgres', slowQuery: false, total: null },
    },
    descriptions: ['API calls', 'users who did anything'],
    knownIds: ORGS,
    mapping: mapped('data', ['"Usage.day"', 'ISO_8601'], '"Tenants.key"', 'to_number("Usage.apiCalls")', [
      'to_number("Usage.users")',
      'MAX',
    ]),
    expected: stored(ORGS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'flat',
    name: 'records with their type, custom fields (Salesforce SOQL query)',
    source: 'Salesforce REST API, "Query" of a custom object',
    answer: {
      ...{ totalSize: 15, done: true },
      records: byAccount(CASES, DAYS, ({ id, day, users, amount }) => ({
        attributes: { type: 'Product_Usage__c', url: `/services/data/v61.0/sobjects/Product_Usage__c/a0${users}` },
        ...{
          Id: `a0B5g00000${users}`,
          Account__c: id,
          Usage_Date__c: day,
          CreatedDate: '2026-10-12T02:00:00.000+0000',
        },
        ...{ Logins__c: users, Storage_GB__c: amount, Health_Comment__c: null },
      })),
    },
    descriptions: ['number of logins', 'storage in GB'],
    knownIds: [],
    mapping: mapped('records', ['Usage_Date__c', 'YYYY_MM_DD'], 'Account__c', 'Logins__c', ['Storage_GB__c', 'LAST']),
    expected: stored(CASES, DAYS, ({ users, amount }) => [users, amount]),
  },
];
