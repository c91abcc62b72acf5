import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const SUBSCRIPTIONS = ['18241297', '18241298', '18241301'];
const TENANTS = ['t_ash', 't_oak', 't_elm'];
const ACCOUNTS = [18_001, 18_002, 18_003].map(String);
const CUSTOMERS = ['cus_A1', 'cus_B2', 'cus_C3'];

/** More lists, days, ids and figures than are meant. */
export const MORE_TRAPS: readonly SuggestShape[] = [
  {
    kind: 'traps',
    name: 'each usage in an object of its own, four ids in it (Maxio usages)',
    source: 'Maxio Advanced Billing (Chargify) API, "List Usages"',
    answer: byDay(SUBSCRIPTIONS, DAYS, ({ id, day, calls, few }) => ({
      usage: {
        ...{ id: 178_000 + few + Number(day.slice(8)), memo: 'nightly', created_at: `${day}T21:10:03-01:00` },
        ...{ price_point_id: 149_416, quantity: calls, overage_quantity: 0, component_id: 500_093 },
        ...{ component_handle: 'texts', subscription_id: Number(id) },
      },
    })),
    descriptions: ['texts used (quantity)'],
    knownIds: [],
    mapping: mapped('@', ['usage.created_at', 'ISO_8601'], 'usage.subscription_id', 'usage.quantity'),
    expected: stored(SUBSCRIPTIONS, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'traps',
    name: 'a longer list of users beside the shorter list of days and accounts',
    source: 'In-house endpoint in the manner of an admin dashboard: members, plans and daily usage in one answer',
    answer: {
      request_id: '7b3e',
      generated_at: '2026-10-11T23:59:00Z',
      filters: [
        { field: 'date', op: '>=', value: '2026-10-05' },
        { field: 'date', op: '<=', value: '2026-10-09' },
      ],
      members: Array.from({ length: 22 }, (_, index) => ({
        ...{ user_id: 9_100 + index, tenant: TENANTS[index % 3], role: 'editor', logins_total: 300 + index },
        last_seen_on: `2026-10-0${5 + (index % 5)}`,
      })),
      activity: byDay(TENANTS, DAYS, ({ id, day, users, few }) => ({ tenant: id, on: day, logins: users, edits: few })),
    },
    descriptions: ['logins', 'edits'],
    knownIds: [],
    mapping: mapped('activity', ['on', 'YYYY_MM_DD'], 'tenant', 'logins', 'edits'),
    expected: stored(TENANTS, DAYS, ({ users, few }) => [users, few]),
  },
  {
    kind: 'traps',
    name: 'numbers wherever one looks, three times in each row (Wasabi utilization)',
    source: 'Wasabi Account Control API, "Get utilization for all sub-accounts"',
    answer: byAccount(ACCOUNTS, DAYS, ({ id, day, next, calls, few, bytes }) => ({
      ...{ UtilizationNum: 40_000 + few + Number(day.slice(8)), AcctNum: Number(id), AcctPlanNum: 6_090 },
      ...{ StartTime: `${day}T00:00:00Z`, EndTime: `${next}T00:00:00Z`, CreateTime: '2026-10-11T02:16:36Z' },
      ...{ NumBillableObjects: few, NumBillableDeletedObjects: 0, RawStorageSizeBytes: bytes * 40, NumAPICalls: calls },
      ...{ UploadBytes: 1_024, DownloadBytes: 2_048, NumGETCalls: 4, NumPUTCalls: 5, VaultName: null },
    })),
    descriptions: ['API calls', 'raw storage in GB', 'billable objects'],
    knownIds: [],
    mapping: mapped(
      '@',
      ['StartTime', 'ISO_8601'],
      'AcctNum',
      'NumAPICalls',
      ['RawStorageSizeBytes / `1000000000`', 'LAST'],
      ['NumBillableObjects', 'LAST'],
    ),
    expected: stored(ACCOUNTS, DAYS, ({ calls, bytes, few }) => [calls, (bytes * 40) / 1e9, few]),
  },
  {
    kind: 'traps',
    name: 'average, largest and 95th percentile of one figure; a row of totals for each day',
    source: 'In-house endpoint in the manner of an APM export with GROUP BY ROLLUP: the total has no customer',
    answer: {
      rows: DAYS.flatMap((day) => [
        ...byDay(TENANTS, [day], ({ id, calls, users, few }) => ({
          ...{ day, customer: id, requests: calls, avg_ms: users, max_ms: calls * 3, p95_ms: few + 400 },
        })),
        { day, customer: null, requests: 19_000, avg_ms: 33, max_ms: 26_000, p95_ms: 700 },
      ]),
    },
    descriptions: ['average response time in ms', 'largest response time in ms', 'requests'],
    knownIds: [],
    mapping: mapped(
      'rows[?customer]',
      ['day', 'YYYY_MM_DD'],
      'customer',
      ['avg_ms', 'LAST'],
      ['max_ms', 'MAX'],
      'requests',
    ),
    expected: stored(TENANTS, DAYS, ({ users, calls }) => [users, calls * 3, calls]),
  },
  {
    kind: 'traps',
    name: 'counts by status within each row, one status is meant',
    source: 'In-house endpoint in the manner of a queue monitor (Sidekiq, Oban): jobs by state for each tenant and day',
    answer: {
      data: byDay(TENANTS, DAYS, ({ id, day, calls, users, few }) => ({
        ...{ row_id: `${id}-${day}`, tenant_id: id, created_at: '2026-10-11T01:00:00Z', day },
        jobs: { total: calls + users + few, by_status: { completed: calls, failed: users, cancelled: few, queued: 0 } },
        duration_ms: { total: calls * 30_000, longest: users * 1_000 },
      })),
    },
    descriptions: ['completed jobs', 'failed jobs', 'total run time in minutes'],
    knownIds: [],
    mapping: mapped(
      'data',
      ['day', 'YYYY_MM_DD'],
      'tenant_id',
      'jobs.by_status.completed',
      'jobs.by_status.failed',
      'duration_ms.total / `60000`',
    ),
    expected: stored(TENANTS, DAYS, ({ calls, users }) => [calls, users, calls / 2]),
  },
  {
    kind: 'traps',
    name: 'invoices with due and paid dates, the customer in an object, several amounts (Xero)',
    source: 'Xero Accounting API, "Invoices": GET, summary fields',
    answer: {
      ...{ Id: '0c1f', Status: 'OK', ProviderName: 'App', DateTimeUTC: '/Date(1791763200000)/' },
      Invoices: byDay(CUSTOMERS, DAYS, ({ id, day, ms, next, amount, users }) => ({
        ...{ Type: 'ACCREC', InvoiceID: `243216c5-${users}-${day}`, InvoiceNumber: `ORC${users}`, AmountPaid: 0 },
        Contact: { ContactID: id, Name: `Customer ${id.slice(-2)}`, HasValidationErrors: false },
        ...{ DateString: `${day}T00:00:00`, Date: `/Date(${ms}+0000)/`, DueDateString: `${next}T00:00:00` },
        ...{ Status: 'AUTHORISED', SubTotal: amount, TotalTax: users, Total: amount + users, CurrencyCode: 'NZD' },
      })),
    },
    descriptions: ['invoiced before tax (subtotal)', 'tax'],
    knownIds: [],
    mapping: mapped('Invoices', ['DateString', 'ISO_8601'], 'Contact.ContactID', 'SubTotal', 'TotalTax'),
    expected: stored(CUSTOMERS, DAYS, ({ amount, users }) => [amount, users]),
  },
];
