import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const COMPANIES = ['31bea3d53790200044e0bfc8bcbe5dec', '71db06b58d89120088e0bfc8bcbe4fcc'];
const TENANTS = ['tenant-a', 'tenant-b', 'tenant-c'];
const FACETS = ['acme', 'birch', 'cobalt'];

/** Days written otherwise than as YYYY-MM-DD, figures otherwise than as numbers. */
export const DATES: readonly SuggestShape[] = [
  {
    kind: 'dates',
    name: 'a day and a time with a blank between, accounts as links (ServiceNow table)',
    source: 'ServiceNow Table API, "Retrieve records from a table", sysparm_display_value false',
    answer: {
      result: byDay(COMPANIES, DAYS, ({ id, day, users, few }) => ({
        ...{ sys_id: `${day}${users}`, number: `USG00${users}`, sys_created_on: `${day} 06:30:00`, sys_mod_count: '0' },
        company: { link: `https://instance.service-now.com/api/now/table/core_company/${id}`, value: id },
        ...{ u_catalog_orders: String(few), u_incidents_opened: String(users), active: 'true' },
      })),
    },
    descriptions: ['incidents opened', 'catalog orders'],
    knownIds: [...COMPANIES, '86837a386f0331003b3c498f5d3ee4ca'],
    mapping: mapped(
      'result',
      ['sys_created_on', 'YYYY_MM_DD_HH_MM_SS'],
      'company.value',
      'to_number(u_incidents_opened)',
      'to_number(u_catalog_orders)',
    ),
    expected: stored(COMPANIES, DAYS, ({ users, few }) => [users, few]),
  },
  {
    kind: 'dates',
    name: 'compact days in a list of texts (Google Analytics Reporting API v4)',
    source: 'Google Analytics Reporting API v4, "reports.batchGet" response',
    answer: {
      reports: [
        {
          columnHeader: {
            dimensions: ['ga:date', 'ga:dimension1'],
            metricHeader: {
              metricHeaderEntries: [
                { name: 'ga:sessions', type: 'INTEGER' },
                { name: 'ga:users', type: 'INTEGER' },
              ],
            },
          },
          data: {
            rows: byDay(TENANTS, DAYS, ({ id, compact, calls, users }) => ({
              dimensions: [String(compact), id],
              metrics: [{ values: [String(calls), String(users)] }],
            })),
            totals: [{ values: ['70210', '488'] }],
            ...{ rowCount: 15, minimums: [{ values: ['1001', '3'] }], maximums: [{ values: ['8999', '62'] }] },
          },
        },
      ],
    },
    descriptions: ['sessions', 'users'],
    knownIds: TENANTS,
    mapping: mapped(
      'reports[0].data.rows',
      ['dimensions[0]', 'YYYYMMDD'],
      'dimensions[1]',
      'to_number(metrics[0].values[0])',
      ['to_number(metrics[0].values[1])', 'MAX'],
    ),
    expected: stored(TENANTS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'dates',
    name: 'begin and end in seconds beside a facet (New Relic TIMESERIES FACET)',
    source: 'New Relic NerdGraph, NRQL query with TIMESERIES 1 day FACET customer',
    answer: {
      data: {
        actor: {
          account: {
            nrql: {
              results: byAccount(FACETS, DAYS, ({ id, seconds, calls, amount }) => ({
                ...{ beginTimeSeconds: seconds, endTimeSeconds: seconds + 86_400 },
                ...{ customer: id, facet: id, count: calls, 'sum.gigabytes': amount },
              })),
            },
          },
        },
      },
    },
    descriptions: ['number of transactions', 'gigabytes transferred'],
    knownIds: FACETS,
    mapping: mapped(
      'data.actor.account.nrql.results',
      ['beginTimeSeconds', 'UNIX_SECONDS'],
      'customer',
      'count',
      '"sum.gigabytes"',
    ),
    expected: stored(FACETS, DAYS, ({ calls, amount }) => [calls, amount]),
  },
  {
    kind: 'dates',
    name: 'milliseconds and numbers as wrapped texts (MongoDB Extended JSON)',
    source: 'MongoDB, "Extended JSON (v2)", canonical format, as a data endpoint gives documents',
    answer: {
      documents: byDay(TENANTS, DAYS, ({ id, ms, calls, amount }) => ({
        _id: { tenant: id, day: { $date: { $numberLong: String(ms) } } },
        requests: { $numberLong: String(calls) },
        egress_gb: { $numberDouble: String(amount) },
      })),
    },
    descriptions: ['egress in GB', 'requests'],
    knownIds: [],
    mapping: mapped(
      'documents',
      ['_id.day."$date"."$numberLong"', 'UNIX_MILLISECONDS'],
      '_id.tenant',
      'to_number(egress_gb."$numberDouble")',
      'to_number(requests."$numberLong")',
    ),
    expected: stored(TENANTS, DAYS, ({ amount, calls }) => [amount, calls]),
  },
  {
    kind: 'dates',
    name: 'milliseconds beside the account (Pendo aggregation, by day and account)',
    source: 'Pendo Engage API, "Aggregation" with a timeSeries of days and group by accountId',
    answer: {
      startTime: 1_791_158_400_000,
      results: byAccount(TENANTS, DAYS, ({ id, ms, calls, users, few }) => ({
        ...{ accountId: id, day: ms, numEvents: calls, numVisitors: users, numMinutes: few },
      })),
    },
    descriptions: ['minutes spent in the product', 'events', 'visitors'],
    knownIds: [...TENANTS, 'tenant-z'],
    mapping: mapped('results', ['day', 'UNIX_MILLISECONDS'], 'accountId', 'numMinutes', 'numEvents', [
      'numVisitors',
      'MAX',
    ]),
    expected: stored(TENANTS, DAYS, ({ few, calls, users }) => [few, calls, users]),
  },
  {
    kind: 'dates',
    name: 'dates as in mail, durations as text (Twilio calls)',
    source: 'Twilio REST API, "Read multiple Call resources"',
    answer: {
      calls: byDay(FACETS, DAYS.slice(0, 4), ({ id, ms, few }) => ({
        ...{ sid: `CA${id}${few}`, account_sid: id, date_created: new Date(ms + 3_600_000).toUTCString() },
        ...{ start_time: new Date(ms + 3_600_000).toUTCString(), duration: String(few), price: '-0.03000' },
        ...{ from: '+14155550100', to: '+14155550101', status: 'completed', direction: 'outbound-api' },
      })),
      ...{ page: 0, page_size: 50, next_page_uri: null, start: 0, end: 11 },
    },
    descriptions: ['calls made', 'duration of calls'],
    knownIds: [],
    mapping: mapped('calls', ['start_time', 'RFC_2822'], 'account_sid', '`1`', 'to_number(duration)'),
    expected: stored(FACETS, DAYS.slice(0, 4), ({ few }) => [1, few]),
  },
];
