import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const TEAMS = ['acme', 'birch', 'cobalt'];
const TENANTS = ['ten_1', 'ten_2', 'ten_3'];
const NUMBERS = ['10017', '10018', '10042'];

/** Fields and lists beside those that are meant. */
export const TRAPS: readonly SuggestShape[] = [
  {
    kind: 'traps',
    name: 'a stand-in for no account, the day behind it, totals (Google Analytics 4 report)',
    source: 'Google Analytics Data API v1, "runReport" with a custom dimension first and metricAggregations TOTAL',
    answer: {
      dimensionHeaders: [{ name: 'customUser:workspace' }, { name: 'date' }],
      metricHeaders: [
        { name: 'eventCount', type: 'TYPE_INTEGER' },
        { name: 'totalUsers', type: 'TYPE_INTEGER' },
      ],
      rows: byAccount(['(not set)', ...TEAMS], DAYS.slice(0, 4), ({ id, compact, calls, users }) => ({
        dimensionValues: [{ value: id }, { value: String(compact) }],
        metricValues: [{ value: String(calls) }, { value: String(users) }],
      })),
      totals: [
        {
          dimensionValues: [{ value: 'RESERVED_TOTAL' }, { value: 'RESERVED_TOTAL' }],
          metricValues: [{ value: '66120' }, { value: '512' }],
        },
      ],
      ...{ rowCount: 16, metadata: { timeZone: 'Etc/UTC' }, kind: 'analyticsData#runReport' },
    },
    descriptions: ['events', 'users in total'],
    knownIds: [...TEAMS, 'delta'],
    mapping: mapped(
      "rows[?dimensionValues[0].value != '(not set)']",
      ['dimensionValues[1].value', 'YYYYMMDD'],
      'dimensionValues[0].value',
      'to_number(metricValues[0].value)',
      ['to_number(metricValues[1].value)', 'MAX'],
    ),
    expected: stored(TEAMS, DAYS.slice(0, 4), ({ calls, users }) => [calls, users]),
    sentinels: ['(not set)'],
  },
  {
    kind: 'traps',
    name: 'a longer list of accounts beside the list of usage (JSON:API included)',
    source: 'JSON:API specification, "Compound Documents"; usage records with their included tenants',
    answer: {
      data: byDay(TENANTS, DAYS.slice(0, 3), ({ id, day, calls, users }) => ({
        ...{ type: 'daily_usage', id: `${id}:${day}`, attributes: { date: day, exports: calls, editors: users } },
        relationships: { tenant: { data: { type: 'tenant', id } } },
      })),
      included: [...TENANTS, ...Array.from({ length: 9 }, (_, index) => `ten_${index + 4}`)].map((id, index) => ({
        ...{ type: 'tenant', id, attributes: { name: `Tenant ${id}`, created_on: `2026-10-0${5 + (index % 5)}` } },
        links: { self: `/tenants/${id}` },
      })),
    },
    descriptions: ['exports made', 'people who edited something'],
    knownIds: [...TENANTS, 'ten_4', 'ten_5'],
    mapping: mapped('data', ['attributes.date', 'YYYY_MM_DD'], 'relationships.tenant.data.id', 'attributes.exports', [
      'attributes.editors',
      'MAX',
    ]),
    expected: stored(TENANTS, DAYS.slice(0, 3), ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'traps',
    name: 'four times in each record, usage noted a day later (Recurly usage)',
    source: 'Recurly API v2021-02-25, "List a subscription add-on\'s usage records"',
    answer: {
      object: 'list',
      has_more: false,
      next: null,
      data: DAYS.flatMap((day) =>
        byDay(['one'], [day], ({ next, calls }) => ({
          ...{ id: `u${day}`, object: 'usage', merchant_tag: 'Order ID: 4939853977878713', amount: calls },
          ...{ usage_type: 'price', tier_type: 'flat', usage_percentage: null, unit_amount: 0.25 },
          ...{ usage_timestamp: `${day}T00:00:00Z`, recording_timestamp: `${next}T03:10:00Z`, billed_at: null },
          ...{ created_at: `${next}T03:10:02Z`, updated_at: `${next}T03:10:02Z` },
        })),
      ),
    },
    descriptions: ['amount used'],
    knownIds: ['acme'],
    mapping: mapped('data', ['usage_timestamp', 'ISO_8601'], { only: 'acme' }, 'amount'),
    expected: stored(['one'], DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'traps',
    name: 'a running total beside what was used that day (credits)',
    source: 'In-house endpoint modelled on credit ledgers: spent that day, spent this month so far, and what is left',
    answer: {
      ok: true,
      rows: byAccount(TEAMS, DAYS, ({ id, day, users, few }, index = DAYS.indexOf(day)) => ({
        ...{ team: id, day, credits_used_month_to_date: 4_000 + index * 900 + users, credits_used: few },
        ...{ credits_remaining: 90_000 - index * 900, active_members: users, members_total: 80 },
      })),
    },
    descriptions: ['credits used that day', 'active members'],
    knownIds: [],
    mapping: mapped('rows', ['day', 'YYYY_MM_DD'], 'team', 'credits_used', ['active_members', 'MAX']),
    expected: stored(TEAMS, DAYS, ({ few, users }) => [few, users]),
  },
  {
    kind: 'traps',
    name: 'seats bought, used, invited and left; ids of users beside those of companies',
    source: 'In-house endpoint modelled on seat reports of collaboration tools',
    answer: {
      meta: { requestId: '9a1', count: 15, limit: 500, tookMs: 12 },
      seats: byDay(TENANTS, DAYS, ({ id, day, users, few }) => ({
        ...{ id: 40_000 + users * 7 + few, company_id: id, owner_user_id: `usr_${users}`, snapshot_on: day },
        ...{ contract_start: '2024-01-01', contract_end: '2026-12-31', seats_purchased: users + 40 },
        ...{ seats_used: users, seats_invited: few, seats_available: 40 },
      })),
    },
    descriptions: ['seats in use', 'seats bought'],
    knownIds: [...TENANTS, 'ten_9'],
    mapping: mapped(
      'seats',
      ['snapshot_on', 'YYYY_MM_DD'],
      'company_id',
      ['seats_used', 'LAST'],
      ['seats_purchased', 'LAST'],
    ),
    expected: stored(TENANTS, DAYS, ({ users }) => [users, users + 40]),
  },
  {
    kind: 'traps',
    name: 'gross, discount, tax and net; names beside numbers as ids (Chargebee-like credits)',
    source: 'In-house endpoint modelled on invoice summaries of billing systems',
    answer: byAccount(NUMBERS, DAYS, ({ id, day, amount, calls, users }) => ({
      ...{ customer_no: Number(id), customer_name: `Customer ${id} Ltd`, sales_rep_no: 7, invoice_day: day },
      ...{ due_day: '2026-11-05', units: calls, gross_amount: amount * 2, discount_amount: users, net_amount: amount },
      ...{ tax_amount: 1.9, currency: 'EUR' },
    })),
    descriptions: ['net amount', 'units billed'],
    knownIds: [],
    mapping: mapped('@', ['invoice_day', 'YYYY_MM_DD'], 'customer_no', 'net_amount', 'units'),
    expected: stored(NUMBERS, DAYS, ({ amount, calls }) => [amount, calls]),
  },
];
