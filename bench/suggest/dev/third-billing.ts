import { byAccount, byDay, cell, DAYS, daysFrom, mapped, type SuggestShape, stored } from '../shape.ts';

const SUBSCRIPTIONS = ['__test__KyVnHhSBWl7eY2bl', 'AzZlGCTtrR2wV3Qp', '16BjnYTvC0kLm2Df'];
const ACCOUNTS = ['0e8b7e3c-acme', '0e8b7e3c-bolt', '0e8b7e3c-cube'];
const CUSTOMERS = ['cust_fabrikam', 'cust_globex', 'cust_initech'];
const CLUSTERS = ['lkc-12mzrx', 'lkc-22mv5q', 'lkc-9p3k1d'];
const SHORT = daysFrom(5, 8);

/** What billing and metering products report of a customer's usage. */
export const THIRD_BILLING: readonly SuggestShape[] = [
  {
    kind: 'nested',
    name: 'usages wrapped one by one, quantities as text (Chargebee)',
    source: 'Chargebee API v2, "List usages"',
    answer: {
      list: byDay(SUBSCRIPTIONS, SHORT, ({ id, seconds, amount }) => ({
        usage: {
          ...{ id: `usage_${seconds}`, usage_date: seconds, subscription_id: id, item_price_id: 'minutes-USD-monthly' },
          ...{
            quantity: String(amount),
            source: 'api',
            created_at: seconds + 90_000,
            resource_version: seconds * 1_000,
          },
          ...{ updated_at: seconds + 90_000, object: 'usage' },
        },
      })),
      next_offset: '["1791763200","325000000041"]',
    },
    descriptions: ['Minutes used (the quantity we bill)', 'How many usage records were sent'],
    knownIds: SUBSCRIPTIONS,
    mapping: mapped('list[*].usage', ['usage_date', 'UNIX_SECONDS'], 'subscription_id', 'to_number(quantity)', '`1`'),
    expected: stored(SUBSCRIPTIONS, SHORT, ({ amount }) => [amount, 1]),
  },
  {
    kind: 'single',
    name: 'usage by billable metric, one subscription (Orb)',
    source: 'Orb API, "Fetch subscription usage", granularity day',
    answer: {
      data: [
        ['api_calls', ({ calls }: ReturnType<typeof cell>) => calls] as const,
        ['gb_stored', ({ amount }: ReturnType<typeof cell>) => amount] as const,
      ].map(([name, of]) => ({
        billable_metric: { id: `bm_${name.length}2tYpu`, name },
        usage: byDay(['sub'], DAYS, (one) => ({
          ...{ quantity: of(one), timeframe_start: `${one.day}T00:00:00+00:00` },
          timeframe_end: `${one.next}T00:00:00+00:00`,
        })),
        view_mode: 'periodic',
      })),
      pagination_metadata: { has_more: false, next_cursor: null },
    },
    descriptions: ['number of API calls', 'gigabytes stored'],
    knownIds: [],
    mapping: mapped(
      'data[*].[let $m = billable_metric.name in usage[*].{m: $m, at: timeframe_start, n: quantity}][][]',
      ['at', 'ISO_8601'],
      { only: 'sub' },
      "m == 'api_calls' ? n : `null`",
      ["m == 'gb_stored' ? n : `null`", 'LAST'],
    ),
    expected: stored(['sub'], DAYS, ({ calls, amount }) => [calls, amount]),
  },
  {
    kind: 'long',
    name: 'units and cents by metric code (Lago)',
    source: 'Lago API, "List usage of analytics" (/analytics/usage), daily, asked for each customer and put together',
    answer: {
      usages: byDay(CUSTOMERS, SHORT, ({ id, day, next, calls, amount }) =>
        [
          { billable_metric_code: 'api_requests', units: String(calls), amount_cents: String(calls * 2) },
          { billable_metric_code: 'storage_gb', units: String(amount), amount_cents: '900' },
        ].map((usage) => ({
          ...{ organization_id: '1a901a90-1a90', external_customer_id: id, start_of_period_dt: day },
          ...{ end_of_period_dt: next, amount_currency: 'EUR', ...usage },
        })),
      ).flat(),
    },
    descriptions: ['API requests', 'storage in GB'],
    knownIds: [],
    mapping: mapped(
      'usages',
      ['start_of_period_dt', 'YYYY_MM_DD'],
      'external_customer_id',
      "billable_metric_code == 'api_requests' ? to_number(units) : `null`",
      "billable_metric_code == 'storage_gb' ? to_number(units) : `null`",
    ),
    expected: stored(CUSTOMERS, SHORT, ({ calls, amount }) => [calls, amount]),
  },
  {
    kind: 'flat',
    name: 'a query grouped by account and day (m3ter)',
    source: 'm3ter API, "Query usage data" (/organizations/{orgId}/usage/query)',
    answer: {
      data: byDay(ACCOUNTS, DAYS, ({ id, day, next, calls, bytes }) => ({
        ...{ 'Account.id': id, startTime: `${day}T00:00:00.000Z`, endTime: `${next}T00:00:00.000Z` },
        ...{ 'requests.sum': calls, 'egress_bytes.sum': bytes },
      })),
      hasMoreData: false,
    },
    descriptions: ['requests made', 'data transferred out, in bytes'],
    knownIds: ACCOUNTS,
    mapping: mapped('data', ['startTime', 'ISO_8601'], '"Account.id"', '"requests.sum"', '"egress_bytes.sum"'),
    expected: stored(ACCOUNTS, DAYS, ({ calls, bytes }) => [calls, bytes]),
  },
  {
    kind: 'parents',
    name: 'values of each customer in seconds, intervals beside (Amberflo)',
    source: 'Amberflo API, "Get usage" (/usage), timeGroupingInterval DAY, groupBy customerId',
    answer: {
      metadata: { startTimeInSeconds: cell('', '2026-10-05').seconds, timeGroupingInterval: 'DAY', aggregation: 'SUM' },
      secondsSinceEpochIntervals: DAYS.map((day) => cell('', day).seconds),
      clientMeters: CUSTOMERS.map((id) => ({
        group: { groupInfo: { customerId: id } },
        groupValue: byDay([id], DAYS, ({ calls }) => calls).reduce((sum, n) => sum + n, 0),
        values: byDay([id], DAYS, ({ seconds, calls }) => ({
          ...{ secondsSinceEpochUtc: seconds, value: calls, percentageFromPrevious: 0 },
        })),
      })),
    },
    descriptions: ['total API calls each day'],
    knownIds: CUSTOMERS,
    mapping: mapped(
      'clientMeters[*].[let $id = group.groupInfo.customerId in values[*].{id: $id, v: @}][][]',
      ['v.secondsSinceEpochUtc', 'UNIX_SECONDS'],
      'id',
      'v.value',
    ),
    expected: stored(CUSTOMERS, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'nested',
    name: 'costs by line type, the resource below (Confluent Cloud)',
    source: 'Confluent Cloud API, "List of Costs" (billing/v1/costs)',
    answer: {
      ...{ api_version: 'billing/v1', kind: 'CostList', metadata: { next: '' } },
      data: byDay(CLUSTERS, SHORT, ({ id, day, next, amount, users }) => ({
        ...{ start_date: day, end_date: next, granularity: 'DAILY', network_access_type: 'INTERNET', product: 'KAFKA' },
        ...{
          line_type: 'KAFKA_NETWORK_WRITE',
          unit: 'GB',
          price: 0.11,
          original_amount: users + 1.5,
          discount_amount: 1.5,
        },
        ...{ quantity: amount, amount: users },
        resource: { id, display_name: `prod-${id.slice(4)}`, environment: { id: 'env-abc123' } },
      })),
    },
    descriptions: ['GB written to the cluster', 'cost in dollars after discount'],
    knownIds: CLUSTERS,
    mapping: mapped('data', ['start_date', 'YYYY_MM_DD'], 'resource.id', 'quantity', 'amount'),
    expected: stored(CLUSTERS, SHORT, ({ amount, users }) => [amount, users]),
  },
  {
    kind: 'single',
    name: 'every subscription figure of a day in one entry (ChartMogul)',
    source: 'ChartMogul API, "Retrieve all key metrics", interval day',
    answer: {
      entries: byAccount(['all'], DAYS, ({ day, calls, users, amount, few }) => ({
        ...{ date: day, 'customer-churn-rate': few / 100, 'mrr-churn-rate': few / 50, ltv: amount * 10 },
        ...{ customers: users, asp: amount, arpa: amount + 11, arr: calls * 1_200, mrr: calls * 100 },
      })),
    },
    descriptions: ['monthly recurring revenue (in cents)', 'paying customers'],
    knownIds: [],
    mapping: mapped('entries', ['date', 'YYYY_MM_DD'], { only: 'all' }, ['mrr', 'LAST'], ['customers', 'LAST']),
    expected: stored(['all'], DAYS, ({ calls, users }) => [calls * 100, users]),
  },
];
