import { byDay, cell, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const CUSTOMERS = ['d7e0-acme', 'd7e0-birch', 'd7e0-cobalt'];
const ACCOUNTS = ['A00000101', 'A00000102'];
const COMPANIES = ['61bccb', '61bccc', '61bccd'];

const atlas = (name: string, units: string, of: 'calls' | 'users' | 'amount') => ({
  dataPoints: DAYS.map((day) => ({ timestamp: `${day}T00:00:00Z`, value: cell('atlas', day)[of] })),
  ...{ name, units },
});
const SIDS = ['AC1a', 'AC2b'];

/** A row for each metric: what the number is stands beside it. */
export const LONG: readonly SuggestShape[] = [
  {
    kind: 'long',
    name: 'a row for each billable metric (Metronome usage)',
    source: 'Metronome API, "Get batched usage data", window_size DAY',
    answer: {
      next_page: null,
      data: byDay(CUSTOMERS, DAYS, ({ id, day, next, calls, amount }) => {
        const common = { customer_id: id, start_timestamp: `${day}T00:00:00+00:00` };
        const end = { end_timestamp: `${next}T00:00:00+00:00`, groups: null };
        return [
          { ...common, billable_metric_id: 'bm-1', billable_metric_name: 'API requests', value: calls, ...end },
          { ...common, billable_metric_id: 'bm-2', billable_metric_name: 'Storage (GB)', value: amount, ...end },
        ];
      }).flat(),
    },
    descriptions: ['API requests', 'storage used in GB'],
    knownIds: [...CUSTOMERS, 'd7e0-delta'],
    mapping: mapped(
      'data',
      ['start_timestamp', 'ISO_8601'],
      'customer_id',
      "billable_metric_name == 'API requests' ? value : `null`",
      ["billable_metric_name == 'Storage (GB)' ? value : `null`", 'LAST'],
    ),
    expected: stored(CUSTOMERS, DAYS, ({ calls, amount }) => [calls, amount]),
  },
  {
    kind: 'long',
    name: 'a list of points for each named measurement (MongoDB Atlas)',
    source: 'MongoDB Atlas Administration API, "Return Measurements for One MongoDB Process", granularity P1D',
    answer: {
      ...{ databaseName: 'prod', end: '2026-10-10T00:00:00Z', granularity: 'P1D', groupId: '5f3a', hostId: 'h:27017' },
      measurements: [
        atlas('CONNECTIONS', 'SCALAR', 'users'),
        atlas('OPCOUNTER_QUERY', 'SCALAR_PER_SECOND', 'amount'),
        atlas('NETWORK_NUM_REQUESTS', 'SCALAR_PER_SECOND', 'calls'),
      ],
      ...{ processId: 'h:27017', start: '2026-10-05T00:00:00Z' },
    },
    descriptions: ['open connections', 'network requests'],
    knownIds: ['acme', 'birch'],
    mapping: mapped(
      "measurements[?name != 'OPCOUNTER_QUERY'].[let $name = name in dataPoints[*].{name: $name, p: @}][][]",
      ['p.timestamp', 'ISO_8601'],
      { only: 'acme' },
      ["name == 'CONNECTIONS' ? p.value : `null`", 'LAST'],
      "name == 'NETWORK_NUM_REQUESTS' ? p.value : `null`",
    ),
    expected: stored(['atlas'], DAYS, ({ users, calls }) => [users, calls]),
  },
  {
    kind: 'long',
    name: 'a row for each unit of measure (Zuora usage)',
    source: 'Zuora API, "Retrieve usage by account" / "Retrieve a usage record", fields of usage',
    answer: {
      usage: byDay(ACCOUNTS, DAYS, ({ id, day, calls, few, users }) =>
        [
          { unitOfMeasure: 'SMS', quantity: calls },
          { unitOfMeasure: 'Minutes', quantity: few },
          { unitOfMeasure: 'Numbers', quantity: users },
        ].map((unit) => ({
          ...{ id: `2c92${id}${unit.unitOfMeasure}${day}`, accountNumber: id, accountId: `4028${id}` },
          ...{ ...unit, startDateTime: `${day} 00:00:00`, status: 'Pending', sourceType: 'API' },
        })),
      ).flat(),
      success: true,
    },
    descriptions: ['SMS sent', 'call minutes'],
    knownIds: [...ACCOUNTS, 'A00000999'],
    mapping: mapped(
      "usage[?unitOfMeasure != 'Numbers']",
      ['startDateTime', 'YYYY_MM_DD_HH_MM_SS'],
      'accountNumber',
      "unitOfMeasure == 'SMS' ? quantity : `null`",
      "unitOfMeasure == 'Minutes' ? quantity : `null`",
    ),
    expected: stored(ACCOUNTS, DAYS, ({ calls, few }) => [calls, few]),
  },
  {
    kind: 'long',
    name: 'a row for each dimension of a company (Planhat dimension data)',
    source: 'Planhat API, "Dimension data: get list"',
    answer: byDay(COMPANIES, DAYS, ({ id, day, users, calls }) =>
      [
        { dimensionId: 'logins', value: users },
        { dimensionId: 'documents_created', value: calls },
      ].map((dimension) => ({
        ...{ _id: `${dimension.dimensionId}-${id}-${day}`, ...dimension, model: 'Company', companyId: id },
        ...{ companyName: `Company ${id}`, time: `${day}T00:00:00.000Z` },
      })),
    ).flat(),
    descriptions: ['how many documents were created', 'number of logins'],
    knownIds: [],
    mapping: mapped(
      '@',
      ['time', 'ISO_8601'],
      'companyId',
      "dimensionId == 'documents_created' ? value : `null`",
      "dimensionId == 'logins' ? value : `null`",
    ),
    expected: stored(COMPANIES, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'long',
    name: 'a row for each category and subaccount, price beside usage (Twilio usage records)',
    source: 'Twilio REST API, "Usage Records: Daily subresource", IncludeSubaccounts',
    answer: {
      ...{ page: 0, page_size: 50, next_page_uri: null, uri: '/2010-04-01/Accounts/AC1/Usage/Records/Daily.json' },
      usage_records: byDay(SIDS, DAYS.slice(0, 4), ({ id, day, calls, few }) =>
        [
          {
            category: 'sms-outbound',
            count: String(calls),
            usage: String(calls),
            usage_unit: 'messages',
            price: '1.2',
          },
          { category: 'calls', count: '4', usage: String(few), usage_unit: 'minutes', price: '0.5' },
        ].map((record) => ({
          ...{
            account_sid: id,
            start_date: day,
            end_date: day,
            ...record,
            price_unit: 'usd',
            api_version: '2010-04-01',
          },
        })),
      ).flat(),
    },
    descriptions: ['outbound SMS', 'call minutes'],
    knownIds: [...SIDS, 'AC9'],
    mapping: mapped(
      'usage_records',
      ['start_date', 'YYYY_MM_DD'],
      'account_sid',
      "category == 'sms-outbound' ? to_number(usage) : `null`",
      "category == 'calls' ? to_number(usage) : `null`",
    ),
    expected: stored(SIDS, DAYS.slice(0, 4), ({ calls, few }) => [calls, few]),
  },
  {
    kind: 'long',
    name: 'a dimension says which event was counted (Google Analytics 4 report)',
    source: 'Google Analytics Data API v1, "runReport", dimensions date, customEvent:tenant, eventName',
    answer: {
      dimensionHeaders: [{ name: 'date' }, { name: 'customEvent:tenant' }, { name: 'eventName' }],
      metricHeaders: [{ name: 'eventCount', type: 'TYPE_INTEGER' }],
      rows: byDay(SIDS, DAYS.slice(0, 4), ({ id, compact, calls, users }) =>
        [
          { event: 'file_download', count: users },
          { event: 'page_view', count: calls },
        ].map(({ event, count }) => ({
          dimensionValues: [{ value: String(compact) }, { value: id }, { value: event }],
          metricValues: [{ value: String(count) }],
        })),
      ).flat(),
      ...{ rowCount: 16, metadata: { currencyCode: 'EUR', timeZone: 'Etc/UTC' }, kind: 'analyticsData#runReport' },
    },
    descriptions: ['page views', 'file downloads'],
    knownIds: [],
    mapping: mapped(
      'rows',
      ['dimensionValues[0].value', 'YYYYMMDD'],
      'dimensionValues[1].value',
      "dimensionValues[2].value == 'page_view' ? to_number(metricValues[0].value) : `null`",
      "dimensionValues[2].value == 'file_download' ? to_number(metricValues[0].value) : `null`",
    ),
    expected: stored(SIDS, DAYS.slice(0, 4), ({ calls, users }) => [calls, users]),
  },
];
