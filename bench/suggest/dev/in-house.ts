import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const CUSTOMERS = ['C-1007', 'C-1011', 'C-1032'];
const ORGS = ['org_a1', 'org_b2', 'org_c3'];
const SHOPS = ['shop-nord', 'shop-sued', 'shop-west'];

/** What a developer writes in an afternoon for this very purpose. */
export const IN_HOUSE: readonly SuggestShape[] = [
  {
    kind: 'in-house',
    name: 'customers, each with a profile and days',
    source: 'In-house endpoint in the manner of a Rails serializer, camelCase, data wrapped twice',
    answer: {
      status: 'ok',
      payload: {
        generatedAt: '2026-10-12T01:00:00Z',
        customers: CUSTOMERS.map((id) => ({
          profile: { customerId: id, displayName: `Customer ${id}`, plan: 'PRO', signedUpAt: '2023-02-11T09:00:00Z' },
          days: byDay([id], DAYS, ({ day, calls, users }) => ({
            date: day,
            usage: { messagesSent: calls, activeUsers: users, errorRate: 0.01 },
          })),
        })),
      },
    },
    descriptions: ['messages sent', 'active users'],
    knownIds: [...CUSTOMERS, 'C-2000'],
    mapping: mapped(
      'payload.customers[*].[let $id = profile.customerId in days[*].{id: $id, d: @}][][]',
      ['d.date', 'YYYY_MM_DD'],
      'id',
      'd.usage.messagesSent',
      ['d.usage.activeUsers', 'MAX'],
    ),
    expected: stored(CUSTOMERS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'in-house',
    name: 'instants with an offset, figures under kpis, a null here and there',
    source: 'In-house endpoint in the manner of a Go service with optional fields',
    answer: {
      items: byDay(ORGS, DAYS, ({ id, day, calls, users, few }) => ({
        ...{ tenant_id: id, ts: `${day}T12:00:00+02:00`, region: 'eu-west-1' },
        kpis: { requests: calls, seats_in_use: users, uploads: few === 0 ? null : few },
      })),
      page: { number: 1, size: 500, total: 15 },
    },
    descriptions: ['requests', 'seats in use', 'uploads'],
    knownIds: ORGS,
    mapping: mapped(
      'items',
      ['ts', 'ISO_8601'],
      'tenant_id',
      'kpis.requests',
      ['kpis.seats_in_use', 'LAST'],
      'kpis.uploads',
    ),
    expected: stored(ORGS, DAYS, ({ calls, users, few }) => [calls, users, few === 0 ? null : few]),
  },
  {
    kind: 'in-house',
    name: 'short names, as in a warehouse',
    source: 'In-house endpoint over a warehouse table with abbreviated columns',
    answer: byAccount(CUSTOMERS, DAYS, ({ id, compact, calls, users, few }) => ({
      ...{ acct_no: id, dt: compact, req_cnt: calls, dau: users, err_cnt: few, rgn_cd: 3 },
    })),
    descriptions: ['number of requests', 'daily active users', 'errors'],
    knownIds: [...CUSTOMERS, 'C-1999'],
    mapping: mapped('@', ['dt', 'YYYYMMDD'], 'acct_no', 'req_cnt', ['dau', 'MAX'], 'err_cnt'),
    expected: stored(CUSTOMERS, DAYS, ({ calls, users, few }) => [calls, users, few]),
  },
  {
    kind: 'in-house',
    name: 'seconds where hours are wanted, cents where dollars are',
    source: 'In-house endpoint in the manner of billing exports, which keep the smallest units',
    answer: {
      data: {
        usage: byDay(SHOPS, DAYS, ({ id, day, calls, users }) => ({
          ...{ shop: id, date: day, compute_seconds: calls * 36, revenue_cents: users * 250, orders: users },
        })),
      },
    },
    descriptions: ['compute time in hours', 'revenue in dollars'],
    knownIds: [],
    mapping: mapped('data.usage', ['date', 'YYYY_MM_DD'], 'shop', 'compute_seconds / `3600`', 'revenue_cents / `100`'),
    expected: stored(SHOPS, DAYS, ({ calls, users }) => [calls / 100, users * 2.5]),
  },
  {
    kind: 'in-house',
    name: 'a list of days, each with its customers and a sum of them',
    source: 'In-house endpoint in the manner of a nightly job that groups by day',
    answer: {
      days: DAYS.map((day) => ({
        date: day,
        totals: { searches: 19_000, sign_ups: 120 },
        by_customer: byDay(CUSTOMERS, [day], ({ id, calls, users }) => ({
          customer: id,
          searches: calls,
          sign_ups: users,
        })),
      })),
      generated_at: '2026-10-12T00:30:00Z',
    },
    descriptions: ['new sign-ups', 'searches'],
    knownIds: CUSTOMERS,
    mapping: mapped(
      'days[*].[let $day = date in by_customer[*].{day: $day, c: @}][][]',
      ['day', 'YYYY_MM_DD'],
      'c.customer',
      'c.sign_ups',
      'c.searches',
    ),
    expected: stored(CUSTOMERS, DAYS, ({ users, calls }) => [users, calls]),
  },
  {
    kind: 'in-house',
    name: 'GraphQL nodes of usage under edges of workspaces',
    source: 'In-house GraphQL endpoint with Relay connections (GraphQL Cursor Connections Specification)',
    answer: {
      data: {
        workspaces: {
          edges: ORGS.map((id) => ({
            cursor: `Y3Vyc29y${id}`,
            node: {
              ...{ slug: id, name: `Workspace ${id}` },
              dailyUsage: {
                nodes: byDay([id], DAYS, ({ day, calls, few }) => ({ on: day, tasksCompleted: calls, comments: few })),
              },
            },
          })),
          pageInfo: { hasNextPage: false, endCursor: null },
        },
      },
    },
    descriptions: ['tasks completed', 'comments written'],
    knownIds: [],
    mapping: mapped(
      'data.workspaces.edges[*].node.[let $id = slug in dailyUsage.nodes[*].{id: $id, d: @}][][]',
      ['d.on', 'YYYY_MM_DD'],
      'id',
      'd.tasksCompleted',
      'd.comments',
    ),
    expected: stored(ORGS, DAYS, ({ calls, few }) => [calls, few]),
  },
];
