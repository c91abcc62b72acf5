import { byDay, cell, DAYS, mapOf, mapped, type SuggestShape, stored } from '../shape.ts';

const PACKAGES = ['acme-sdk', 'birch-sdk', 'cobalt-sdk'];
const COMPANIES = ['1001', '1002', '1003'];
const CHANNELS = ['acme', 'birch', 'cobalt'];
const KEYS = ['key_acme', 'key_birch', 'key_cobalt'];

/** Objects whose keys are data: accounts, days, metrics. */
export const MAPS: readonly SuggestShape[] = [
  {
    kind: 'maps',
    name: 'a map of accounts, each with its days in a list (npm download ranges in bulk)',
    source: 'npm registry API, "Bulk queries" of download counts, range',
    answer: mapOf(
      PACKAGES.map((id) => [
        id,
        {
          downloads: byDay([id], DAYS, ({ day, calls }) => ({ downloads: calls, day })),
          ...{ package: id, start: '2026-10-05', end: '2026-10-09' },
        },
      ]),
    ),
    descriptions: ['package downloads'],
    knownIds: [...PACKAGES, 'delta-sdk'],
    mapping: mapped(
      'values(@)[*].[let $id = package in downloads[*].{id: $id, d: @}][][]',
      ['d.day', 'YYYY_MM_DD'],
      'id',
      'd.downloads',
    ),
    expected: stored(PACKAGES, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'maps',
    name: 'a map of days, each a list of accounts (HubSpot analytics)',
    source: 'HubSpot API, "Get analytics data breakdowns", daily time period',
    answer: mapOf(
      DAYS.map((day) => [
        day,
        byDay(COMPANIES, [day], ({ id, calls, users, few }) => ({
          ...{ breakdown: id, rawViews: calls, visits: users, submissions: few, leads: 0, contactsPerPageview: 0.01 },
        })),
      ]),
    ),
    descriptions: ['page views', 'visits', 'forms submitted'],
    knownIds: [...COMPANIES, '1004'],
    mapping: mapped(
      'items(@)[*].[let $day = [0] in [1][*].{day: $day, r: @}][][]',
      ['day', 'YYYY_MM_DD'],
      'r.breakdown',
      'r.rawViews',
      'r.visits',
      'r.submissions',
    ),
    expected: stored(COMPANIES, DAYS, ({ calls, users, few }) => [calls, users, few]),
  },
  {
    kind: 'maps',
    name: 'a map of packages, each a map of days, nothing else (npm-stat.com)',
    source: 'npm-stat.com API, /api/download-counts for several packages',
    answer: mapOf(CHANNELS.map((id) => [id, mapOf(byDay([id], DAYS, ({ day, calls }) => [day, calls] as const))])),
    descriptions: ['how often it was downloaded'],
    knownIds: CHANNELS,
    mapping: mapped(
      'items(@)[*].[let $id = [0] in items([1])[*].{id: $id, day: [0], n: [1]}][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      'n',
    ),
    expected: stored(CHANNELS, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'maps',
    name: 'a map of days, each a map of accounts with figures (in the manner of PubNub usage)',
    source: 'PubNub, "Usage monitoring": transactions keyed by day, then by application key',
    answer: {
      usage: mapOf(
        DAYS.map((day) => [
          day,
          mapOf(
            KEYS.map((id) => {
              const { calls, users, few } = cell(id, day);
              return [id, { transactions: { replicated: few, edge: calls }, mau: users }] as const;
            }),
          ),
        ]),
      ),
      as_of: '2026-10-12',
    },
    descriptions: ['edge transactions', 'monthly active users'],
    knownIds: [],
    mapping: mapped(
      'items(usage)[*].[let $day = [0] in items([1])[*].{day: $day, id: [0], v: [1]}][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      'v.transactions.edge',
      ['v.mau', 'LAST'],
    ),
    expected: stored(KEYS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'maps',
    name: 'a list of days, each a map of accounts (Kubecost allocation)',
    source: 'Kubecost, "Allocation API" with step 1d, aggregated by namespace',
    answer: {
      code: 200,
      data: DAYS.slice(0, 4).map((day) =>
        mapOf(
          CHANNELS.map((id) => {
            const { next, amount, calls, users } = cell(id, day);
            return [
              id,
              {
                ...{ name: id, properties: { cluster: 'one', namespace: id } },
                window: { start: `${day}T00:00:00Z`, end: `${next}T00:00:00Z` },
                ...{ minutes: 1_440, cpuCoreHours: calls / 100, cpuCost: users, totalCost: amount },
              },
            ] as const;
          }),
        ),
      ),
    },
    descriptions: ['total cost', 'CPU core hours'],
    knownIds: [...CHANNELS, 'kube-system'],
    mapping: mapped('data[].values(@)[]', ['window.start', 'ISO_8601'], 'name', 'totalCost', 'cpuCoreHours'),
    expected: stored(CHANNELS, DAYS.slice(0, 4), ({ amount, calls }) => [amount, calls / 100]),
  },
  {
    kind: 'maps',
    name: 'a map of accounts, of metrics, of days',
    source: 'In-house endpoint that dumps counters kept in Redis hashes, one for each account and metric',
    answer: {
      counters: mapOf(
        KEYS.map((id) => [
          id,
          {
            logins: mapOf(byDay([id], DAYS, ({ day, users }) => [day, users] as const)),
            invoices_created: mapOf(byDay([id], DAYS, ({ day, calls }) => [day, calls] as const)),
          },
        ]),
      ),
    },
    descriptions: ['invoices created', 'logins'],
    knownIds: [],
    mapping: mapped(
      'items(counters)[*].[let $id = [0] in items([1])[*].[let $m = [0] in items([1])[*].{id: $id, m: $m, day: [0], n: [1]}][][]][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      "m == 'invoices_created' ? n : `null`",
      "m == 'logins' ? n : `null`",
    ),
    expected: stored(KEYS, DAYS, ({ calls, users }) => [calls, users]),
  },
];
