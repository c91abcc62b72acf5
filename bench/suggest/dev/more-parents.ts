import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const APPS = ['atlas-api', 'boreas-web', 'cetus-jobs'];
const CAMPAIGNS = ['542370539', '542370540'];
const ADS = ['7710001', '7710002'];
const TENANTS = ['tn_314', 'tn_271', 'tn_161'];

/** Accounts and figures on different levels, with sums and other lists on the way. */
export const MORE_PARENTS: readonly SuggestShape[] = [
  {
    kind: 'parents',
    name: 'a day with the sum of a team, its applications below (Heroku daily usage)',
    source: 'Heroku Platform API, "Team Daily Usage": list',
    answer: DAYS.map((day) => ({
      ...{ addons: 25_000, data: 34.2, dynos: 61.5, connect: 0, partner: 0, space: 0, date: day, id: `01234${day}` },
      name: 'acme-team',
      apps: byDay(APPS, [day], ({ id, amount, users, few }) => ({
        ...{ addons: few, app_name: id, connect: 0, data: users, dynos: amount, partner: 0 },
      })),
    })),
    descriptions: ['dyno units of each app', 'data units of each app'],
    knownIds: [],
    mapping: mapped(
      '@[*].[let $day = date in apps[*].{day: $day, a: @}][][]',
      ['day', 'YYYY_MM_DD'],
      'a.app_name',
      'a.dynos',
      'a.data',
    ),
    expected: stored(APPS, DAYS, ({ amount, users }) => [amount, users]),
  },
  {
    kind: 'parents',
    name: 'days below each campaign, amounts as objects, totals on two levels (Apple Search Ads)',
    source: 'Apple Search Ads Campaign Management API 5, "Get Campaign-Level Reports", granularity DAILY',
    answer: {
      data: {
        reportingDataResponse: {
          row: CAMPAIGNS.map((id) => ({
            other: false,
            granularity: byDay([id], DAYS, ({ day, calls, users, amount }) => ({
              ...{ impressions: calls, taps: users, totalInstalls: 2, ttr: 0.02, date: day },
              localSpend: { amount: String(amount), currency: 'USD' },
            })),
            metadata: {
              campaignId: Number(id),
              deleted: false,
              campaignStatus: 'ENABLED',
              modificationTime: '2026-10-01T10:00:00.000',
            },
          })),
          grandTotals: {
            other: false,
            total: { impressions: 51_000, taps: 300, localSpend: { amount: '1990', currency: 'USD' } },
          },
        },
      },
      pagination: { totalResults: 2, startIndex: 0, itemsPerPage: 2 },
      error: null,
    },
    descriptions: ['impressions', 'taps', 'money spent'],
    knownIds: [],
    mapping: mapped(
      'data.reportingDataResponse.row[*].[let $id = metadata.campaignId in granularity[*].{id: $id, d: @}][][]',
      ['d.date', 'YYYY_MM_DD'],
      'id',
      'd.impressions',
      'd.taps',
      'to_number(d.localSpend.amount)',
    ),
    expected: stored(CAMPAIGNS, DAYS, ({ calls, users, amount }) => [calls, users, amount]),
  },
  {
    kind: 'parents',
    name: 'batches of results in a list, micros as text (Google Ads searchStream)',
    source: 'Google Ads API, "GoogleAdsService.SearchStream" over REST, customer, segments and metrics',
    answer: [DAYS.slice(0, 3), DAYS.slice(3)].map((days, index) => ({
      results: byDay(ADS, days, ({ id, day, calls, users, amount }) => ({
        customer: { resourceName: `customers/${id}`, id },
        metrics: { clicks: String(users), costMicros: String(Math.round(amount * 1e6)), impressions: String(calls) },
        segments: { date: day, device: 'MOBILE' },
      })),
      fieldMask: 'customer.id,metrics.clicks,metrics.costMicros,metrics.impressions,segments.date',
      requestId: `xzcc-${index}`,
    })),
    descriptions: ['ad cost in dollars', 'clicks'],
    knownIds: [],
    mapping: mapped(
      '[*].results[]',
      ['segments.date', 'YYYY_MM_DD'],
      'customer.id',
      'to_number(metrics.costMicros) / `1000000`',
      'to_number(metrics.clicks)',
    ),
    expected: stored(ADS, DAYS, ({ amount, users }) => [amount, users]),
  },
  {
    kind: 'parents',
    name: 'three levels: customers, their workspaces, the days of these',
    source:
      'In-house endpoint in the manner of an admin console: customer, workspaces, usage; the customer is the account',
    answer: {
      customers: TENANTS.map((id) => ({
        ...{ customer_ref: id, tier: 'gold', owner: { user_id: 7, email: 'ada@example.com' } },
        workspaces: ['one', 'two'].map((name, index) => ({
          ...{ name, created_at: '2025-03-01T00:00:00Z' },
          usage: byDay([id], DAYS.slice(0, 3), ({ day, calls, few }) => ({
            ...{ day, pages_viewed: calls + index, comments_posted: few + index },
          })),
        })),
      })),
    },
    descriptions: ['comments posted by the customer', 'pages viewed by the customer'],
    knownIds: TENANTS,
    mapping: mapped(
      'customers[*].[let $id = customer_ref in workspaces[*].usage[].{id: $id, u: @}][][]',
      ['u.day', 'YYYY_MM_DD'],
      'id',
      'u.comments_posted',
      'u.pages_viewed',
    ),
    expected: stored(TENANTS, DAYS.slice(0, 3), ({ few, calls }) => [few * 2 + 1, calls * 2 + 1]),
  },
  {
    kind: 'parents',
    name: 'line items of an invoice, several a day and project, cents (MongoDB Atlas invoice)',
    source: 'MongoDB Atlas Administration API, "Return One Invoice for One Organization": lineItems',
    answer: {
      ...{
        id: '6a1f',
        orgId: '32b6e34b3d91647abb20e7b8',
        statusName: 'PENDING',
        amountBilledCents: 0,
        created: '2026-10-01T05:00:00Z',
      },
      ...{ startDate: '2026-10-01T00:00:00Z', endDate: '2026-11-01T00:00:00Z', subtotalCents: 55_100, payments: [] },
      lineItems: byAccount(TENANTS, DAYS.slice(0, 3), ({ id, day, next, users, few }) =>
        ['ATLAS_AWS_INSTANCE_M10', 'ATLAS_AWS_DATA_TRANSFER'].map((sku, index) => ({
          ...{
            clusterName: 'main',
            created: '2026-10-10T03:20:22Z',
            groupId: id,
            sku,
            unit: index ? 'GB' : 'server hours',
          },
          ...{ startDate: `${day}T00:00:00Z`, endDate: `${next}T00:00:00Z`, quantity: 24, unitPriceDollars: 0.1 },
          ...{ totalPriceCents: users * 10 + few * index },
        })),
      ).flat(),
    },
    descriptions: ['total cost in dollars'],
    knownIds: [],
    mapping: mapped('lineItems', ['startDate', 'ISO_8601'], 'groupId', 'totalPriceCents / `100`'),
    expected: stored(TENANTS, DAYS.slice(0, 3), ({ users, few }) => [(users * 20 + few) / 100]),
  },
];
