import { byAccount, byDay, cell, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const CUSTOMERS = ['lago_acme', 'lago_birch', 'lago_cobalt'];
const COMPANIES = ['48000000101', '48000000102'];
const KEYS = ['abcd1234', 'abcd5678'];
const SUBACCOUNTS = ['acme', 'birch', 'cobalt'];
const ITEMS = ['44', '45', '61'];

const several = (id: string, day: string): number[] =>
  Array.from({ length: 1 + (cell(id, day).users % 3) }, (_, index) => index);

/** Long format, events, dates. */
export const RECORDS: readonly SuggestShape[] = [
  {
    kind: 'long',
    name: 'units as text for each metric code (Lago usage analytics)',
    source: 'Lago API, "Usage analytics", time_granularity daily',
    answer: {
      usages: byDay(CUSTOMERS, DAYS, ({ id, day, calls, users }) =>
        [
          { billable_metric_code: 'api_calls', units: `${calls}.0`, amount_cents: String(calls * 2) },
          { billable_metric_code: 'seats', units: `${users}.0`, amount_cents: String(users * 900) },
        ].map((metric) => ({
          ...{ organization_id: '1a90', external_customer_id: id, start_of_period_dt: day, end_of_period_dt: day },
          ...{ ...metric, amount_currency: 'USD' },
        })),
      ).flat(),
    },
    descriptions: ['number of API calls', 'seats'],
    knownIds: [...CUSTOMERS, 'lago_delta'],
    mapping: mapped(
      'usages',
      ['start_of_period_dt', 'YYYY_MM_DD'],
      'external_customer_id',
      "billable_metric_code == 'api_calls' ? to_number(units) : `null`",
      ["billable_metric_code == 'seats' ? to_number(units) : `null`", 'LAST'],
    ),
    expected: stored(CUSTOMERS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'long',
    name: 'usage windows under each metric of one subscription (Orb)',
    source: 'Orb API, "Fetch subscription usage", granularity day',
    answer: {
      data: [
        { name: 'Messages delivered', of: 'calls' as const },
        { name: 'Storage GB', of: 'few' as const },
      ].map(({ name, of }) => ({
        billable_metric: { id: `metric_${of}`, name },
        usage: byDay(['one'], DAYS, (figures) => ({
          quantity: figures[of],
          timeframe_start: `${figures.day}T00:00:00+00:00`,
          timeframe_end: `${figures.next}T00:00:00+00:00`,
        })),
        view_mode: 'periodic',
      })),
    },
    descriptions: ['messages delivered', 'GB stored'],
    knownIds: [],
    mapping: mapped(
      'data[*].[let $name = billable_metric.name in usage[*].{name: $name, u: @}][][]',
      ['u.timeframe_start', 'ISO_8601'],
      { only: 'acme' },
      "name == 'Messages delivered' ? u.quantity : `null`",
      ["name == 'Storage GB' ? u.quantity : `null`", 'LAST'],
    ),
    expected: stored(['one'], DAYS, ({ calls, few }) => [calls, few]),
  },
  {
    kind: 'events',
    name: 'tickets of companies (Freshdesk)',
    source: 'Freshdesk API v2, "List All Tickets"',
    answer: byDay(COMPANIES, DAYS, ({ id, day, users }) =>
      several(id, day).map((index) => ({
        ...{ cc_emails: [], fr_escalated: false, spam: false, group_id: null, priority: 1, requester_id: 1 },
        ...{ company_id: Number(id), status: 2, subject: 'Please help', id: users * 10 + index, type: 'Question' },
        ...{ due_by: `2026-10-${20 + index}T11:14:22Z`, created_at: `${day}T1${index}:12:01Z` },
        ...{ updated_at: '2026-10-11T20:00:00Z', tags: [] },
      })),
    ).flat(),
    descriptions: ['support tickets opened'],
    knownIds: COMPANIES,
    mapping: mapped('@', ['created_at', 'ISO_8601'], 'company_id', '`1`'),
    expected: stored(COMPANIES, DAYS, ({ id, day }) => [several(id, day).length]),
  },
  {
    kind: 'events',
    name: 'messages with their price as text (Vonage reports)',
    source: 'Vonage Reports API, "Load Records Synchronously", product SMS',
    answer: {
      ...{ request_id: 'aaaaaaaa-bbbb', request_status: 'SUCCESS', received_at: '2026-10-12T08:00:00+0000' },
      ...{ product: 'SMS', direction: 'outbound', items_count: 20 },
      records: byAccount(KEYS, DAYS, ({ id, day, few }) =>
        several(id, day).map((index) => ({
          ...{ account_id: id, message_id: `${id}${day}${index}`, direction: 'outbound', from: 'Acme', country: 'DE' },
          ...{ date_received: `${day}T12:0${index}:00+0000`, date_finalized: `${day}T12:0${index}:07+0000` },
          ...{ currency: 'EUR', total_price: `0.0${(few % 8) + index + 1}00`, status: 'delivered' },
        })),
      ).flat(),
    },
    descriptions: ['messages sent', 'total price'],
    knownIds: [...KEYS, 'abcd9999'],
    mapping: mapped('records', ['date_received', 'ISO_8601'], 'account_id', '`1`', 'to_number(total_price)'),
    expected: stored(KEYS, DAYS, ({ id, day, few }) => [
      several(id, day).length,
      several(id, day).reduce((sum, index) => sum + Number(`0.0${(few % 8) + index + 1}00`), 0),
    ]),
  },
  {
    kind: 'dates',
    name: 'days as in mail, in a list of dimensions (Mailgun analytics metrics)',
    source: 'Mailgun Metrics API, "Query account metrics", resolution day, dimensions time and subaccount',
    answer: {
      ...{ start: 'Mon, 05 Oct 2026 00:00:00 +0000', end: 'Fri, 09 Oct 2026 23:59:59 +0000', resolution: 'day' },
      ...{ dimensions: ['time', 'subaccount'], pagination: { sort: 'time:asc', skip: 0, limit: 1_500, total: 15 } },
      items: byDay(SUBACCOUNTS, DAYS, ({ id, ms, calls, users }) => {
        const time = new Date(ms).toUTCString().replace('GMT', '+0000');
        return {
          dimensions: [
            { dimension: 'time', value: time, display_value: time },
            { dimension: 'subaccount', value: id, display_value: id },
          ],
          metrics: { delivered_count: calls, opened_count: users },
        };
      }),
      aggregates: { metrics: { delivered_count: 71_000, opened_count: 500 } },
    },
    descriptions: ['emails delivered', 'emails opened'],
    knownIds: [],
    mapping: mapped(
      'items',
      ['dimensions[0].value', 'RFC_2822'],
      'dimensions[1].value',
      'metrics.delivered_count',
      'metrics.opened_count',
    ),
    expected: stored(SUBACCOUNTS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'dates',
    name: 'seconds and all figures as text (Zabbix trends)',
    source: 'Zabbix API, "trend.get"',
    answer: {
      jsonrpc: '2.0',
      result: byAccount(ITEMS, DAYS, ({ id, seconds, calls, users, few }) => ({
        ...{ itemid: id, clock: String(seconds + 3_600), num: String(users) },
        ...{ value_min: String(few), value_avg: String(few + 1_000), value_max: String(calls + 2_000) },
      })),
      id: 1,
    },
    descriptions: ['highest value of the day (max)', 'number of values (num)'],
    knownIds: [...ITEMS, '90'],
    mapping: mapped('result', ['clock', 'UNIX_SECONDS'], 'itemid', ['to_number(value_max)', 'MAX'], 'to_number(num)'),
    expected: stored(ITEMS, DAYS, ({ calls, users }) => [calls + 2_000, users]),
  },
  {
    kind: 'long',
    name: 'a feature in each row (in the manner of entitlement services)',
    source: 'In-house endpoint modelled on Stigg and Schematic usage: feature, company, day, value',
    answer: {
      usage: byAccount(SUBACCOUNTS, DAYS.slice(0, 4), ({ id, day, calls, users, few }) =>
        [
          { featureId: 'feature-templates', featureName: 'Templates', value: users },
          { featureId: 'feature-campaigns', featureName: 'Campaigns sent', value: few },
          { featureId: 'feature-contacts', featureName: 'Contacts', value: calls },
        ].map((feature) => ({ companyId: id, date: day, ...feature, limit: null })),
      ).flat(),
    },
    descriptions: ['campaigns sent', 'contacts'],
    knownIds: [...SUBACCOUNTS, 'delta'],
    mapping: mapped(
      "usage[?featureId != 'feature-templates']",
      ['date', 'YYYY_MM_DD'],
      'companyId',
      "featureId == 'feature-campaigns' ? value : `null`",
      ["featureId == 'feature-contacts' ? value : `null`", 'LAST'],
    ),
    expected: stored(SUBACCOUNTS, DAYS.slice(0, 4), ({ few, calls }) => [few, calls]),
  },
  {
    kind: 'events',
    name: 'meetings with minutes and people (Zoom meeting reports by department)',
    source: 'Zoom API, "Get meeting reports"',
    answer: {
      ...{ from: '2026-10-05', to: '2026-10-09', page_size: 300, next_page_token: '' },
      meetings: byDay(SUBACCOUNTS, DAYS.slice(0, 4), ({ id, day, users }) =>
        several(id, day).map((index) => ({
          ...{ uuid: `${id}==${index}`, id: 93_200 + users, type: 2, topic: 'Weekly', user_name: 'Ada', dept: id },
          ...{ start_time: `${day}T1${index}:00:00Z`, end_time: `${day}T1${index}:40:00Z`, duration: 40 + index },
          ...{ total_minutes: (40 + index) * users, participants_count: users + index },
        })),
      ).flat(),
    },
    descriptions: ['meetings held', 'participants', 'total minutes'],
    knownIds: [],
    mapping: mapped('meetings', ['start_time', 'ISO_8601'], 'dept', '`1`', 'participants_count', 'total_minutes'),
    expected: stored(SUBACCOUNTS, DAYS.slice(0, 4), ({ id, day, users }) => [
      several(id, day).length,
      several(id, day).reduce((sum, index) => sum + users + index, 0),
      several(id, day).reduce((sum, index) => sum + (40 + index) * users, 0),
    ]),
  },
  {
    kind: 'dates',
    name: 'a timeframe above, results of each group below (Keen analysis with interval)',
    source: 'Keen API, "Group by" with interval daily',
    answer: {
      result: byDay(['frame'], DAYS, ({ day, next }) => ({
        value: byDay(SUBACCOUNTS, [day], ({ id, calls }) => ({ 'customer.id': id, result: calls })),
        timeframe: { start: `${day}T00:00:00.000Z`, end: `${next}T00:00:00.000Z` },
      })),
    },
    descriptions: ['number of purchases'],
    knownIds: [...SUBACCOUNTS, 'delta'],
    mapping: mapped(
      'result[*].[let $at = timeframe.start in value[*].{at: $at, r: @}][][]',
      ['at', 'ISO_8601'],
      'r."customer.id"',
      'r.result',
    ),
    expected: stored(SUBACCOUNTS, DAYS, ({ calls }) => [calls]),
  },
];
