import { cell, DAYS, daysFrom, mapOf, mapped, type SuggestShape, stored } from '../shape.ts';

const TENANTS = ['nordwind', 'suedbau', 'westhafen'];
const APPS = ['280598515', '281796108', '304878510'];
const SITES = ['3', '7', '12'];
const PACKAGES = ['acme/client', 'acme/bundle'];

/** Each of these keys, with what is told of it. */
const keyed = <K extends string, T>(keys: readonly K[], of: (key: K) => T) => mapOf(keys.map((key) => [key, of(key)]));

/** Keys that are data, one level more or in another order than in most answers; accounts are hardly ever known. */
export const MORE_MAPS: readonly SuggestShape[] = [
  {
    kind: 'maps',
    name: 'a map of days, of metrics, of accounts',
    source: 'In-house endpoint that dumps a nested counter (day, then metric, then tenant) as a Python defaultdict',
    answer: {
      ok: true,
      stats: keyed(DAYS, (day) => ({
        logins: keyed(TENANTS, (id) => cell(id, day).users),
        reports_exported: keyed(TENANTS, (id) => cell(id, day).calls),
      })),
      generated_at: '2026-10-12T02:00:00Z',
    },
    descriptions: ['reports exported', 'logins'],
    knownIds: [],
    mapping: mapped(
      'items(stats)[*].[let $day = [0] in items([1])[*].[let $m = [0] in items([1])[*].{day: $day, m: $m, id: [0], n: [1]}][][]][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      "m == 'reports_exported' ? n : `null`",
      "m == 'logins' ? n : `null`",
    ),
    expected: stored(TENANTS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'maps',
    name: 'a map of metrics, of accounts, of days',
    source: 'In-house endpoint in the manner of a pivot made with pandas DataFrame.to_dict, metric outermost',
    answer: {
      kpis: {
        api_requests: keyed(TENANTS, (id) => keyed(DAYS, (day) => cell(id, day).calls)),
        seats_used: keyed(TENANTS, (id) => keyed(DAYS, (day) => cell(id, day).users)),
        error_ratio: keyed(TENANTS, (id) => keyed(DAYS, (day) => cell(id, day).amount / 1_000)),
      },
    },
    descriptions: ['seats in use', 'number of API requests'],
    knownIds: [],
    mapping: mapped(
      "items(kpis)[?[0] != 'error_ratio'].[let $m = [0] in items([1])[*].[let $id = [0] in items([1])[*].{m: $m, id: $id, day: [0], n: [1]}][][]][][]",
      ['day', 'YYYY_MM_DD'],
      'id',
      ["m == 'seats_used' ? n : `null`", 'LAST'],
      "m == 'api_requests' ? n : `null`",
    ),
    expected: stored(TENANTS, DAYS, ({ users, calls }) => [users, calls]),
  },
  {
    kind: 'maps',
    name: 'a map of products, of days, of figures, money as text (Appfigures sales)',
    source: 'Appfigures API v2, "Sales reports", group_by=products,dates',
    answer: keyed(APPS, (id) =>
      keyed(DAYS, (day) => {
        const { calls, few, users, amount } = cell(id, day);
        return {
          ...{ downloads: calls, re_downloads: users * 2, updates: few, returns: 0, net_downloads: calls, promos: 0 },
          ...{ revenue: amount.toFixed(2), gift_redemptions: 0, product_id: Number(id), date: day },
        };
      }),
    ),
    descriptions: ['app downloads', 'revenue', 'updates'],
    knownIds: [],
    mapping: mapped(
      'values(@)[*].values(@)[]',
      ['date', 'YYYY_MM_DD'],
      'product_id',
      'downloads',
      'to_number(revenue)',
      'updates',
    ),
    expected: stored(APPS, DAYS, ({ calls, amount, few }) => [calls, amount, few]),
  },
  {
    kind: 'maps',
    name: 'a map of accounts, of days, of abbreviated figures',
    source: 'In-house endpoint over a document store: one document for each tenant, days as fields',
    answer: {
      ver: 2,
      res: keyed(TENANTS, (id) =>
        keyed(DAYS, (day) => {
          const { calls, users, few } = cell(id, day);
          return { usr_cnt: users, ttl_req: calls, err: few, upd_ts: 1_791_763_200 };
        }),
      ),
    },
    descriptions: ['total requests', 'number of users'],
    knownIds: [],
    mapping: mapped(
      'items(res)[*].[let $id = [0] in items([1])[*].{id: $id, day: [0], v: [1]}][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      'v.ttl_req',
      ['v.usr_cnt', 'MAX'],
    ),
    expected: stored(TENANTS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'maps',
    name: 'a map of metrics, of days, of one account only',
    source: 'In-house endpoint in the manner of a product dashboard: one series for each tile, as an object by day',
    answer: {
      filters: { from: '2026-10-05', to: '2026-10-09', tz: 'UTC', granularity: 'day' },
      tiles: {
        documents_signed: keyed(DAYS, (day) => cell('only', day).calls),
        active_people: keyed(DAYS, (day) => cell('only', day).users),
        reminders: keyed(DAYS, (day) => cell('only', day).few),
      },
    },
    descriptions: ['documents signed', 'active people', 'reminders sent'],
    knownIds: [],
    mapping: mapped(
      'items(tiles)[*].[let $m = [0] in items([1])[*].{m: $m, day: [0], n: [1]}][][]',
      ['day', 'YYYY_MM_DD'],
      { only: 'only' },
      "m == 'documents_signed' ? n : `null`",
      ["m == 'active_people' ? n : `null`", 'MAX'],
      "m == 'reminders' ? n : `null`",
    ),
    expected: stored(['only'], DAYS, ({ calls, users, few }) => [calls, users, few]),
  },
  {
    kind: 'maps',
    name: 'a map of sites, of days, an empty list where nothing happened (Matomo, several sites)',
    source: 'Matomo Reporting API, "VisitsSummary.get" with idSite=3,7,12, period=day and a range of dates',
    answer: keyed(SITES, (id) =>
      keyed([...DAYS, ...daysFrom(10, 10)], (day) => {
        const { calls, users, few } = cell(id, day);
        if (day === '2026-10-10') return [];
        return {
          ...{ nb_uniq_visitors: users, nb_visits: calls, nb_users: 0, nb_actions: calls * 3, max_actions: few },
          ...{ bounce_rate: '41%', nb_actions_per_visit: 3, avg_time_on_site: 148 },
        };
      }),
    ),
    descriptions: ['visits', 'unique visitors'],
    knownIds: [],
    mapping: mapped(
      "items(@)[*].[let $id = [0] in items([1])[?type([1]) == 'object'].{id: $id, day: [0], v: [1]}][][]",
      ['day', 'YYYY_MM_DD'],
      'id',
      'v.nb_visits',
      ['v.nb_uniq_visitors', 'MAX'],
    ),
    expected: stored(SITES, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'maps',
    name: 'labels of days, a map of packages with lists of counts (Packagist download statistics)',
    source: 'Packagist, /packages/<name>/stats/major/all.json: labels, values and average',
    answer: {
      labels: DAYS,
      values: keyed(PACKAGES, (id) => DAYS.map((day) => cell(id, day).calls)),
      average: 'daily',
    },
    descriptions: ['daily downloads of each package'],
    knownIds: [],
    mapping: mapped(
      'let $days = labels in items(values)[*].[let $id = [0] in zip($days, [1])[*].{id: $id, day: [0], n: [1]}][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      'n',
    ),
    expected: stored(PACKAGES, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'maps',
    name: 'a list of days, each a map of metrics, each a map of accounts',
    source: 'In-house endpoint in the manner of StatsD counters rolled up by day: metric, then customer',
    answer: {
      rollups: DAYS.map((day) => ({
        d: day,
        counters: {
          messages_delivered: keyed(TENANTS, (id) => cell(id, day).calls),
          messages_bounced: keyed(TENANTS, (id) => cell(id, day).few),
        },
      })),
    },
    descriptions: ['bounced messages', 'delivered messages'],
    knownIds: [...TENANTS, 'osttor'],
    mapping: mapped(
      'rollups[*].[let $day = d in items(counters)[*].[let $m = [0] in items([1])[*].{day: $day, m: $m, id: [0], n: [1]}][][]][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      "m == 'messages_bounced' ? n : `null`",
      "m == 'messages_delivered' ? n : `null`",
    ),
    expected: stored(TENANTS, DAYS, ({ few, calls }) => [few, calls]),
  },
];
