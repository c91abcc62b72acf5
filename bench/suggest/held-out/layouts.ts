import { byAccount, byDay, cell, DAYS, mapOf, mapped, type SuggestShape, stored } from '../shape.ts';

const SITES = ['12', '15', '31'];
const COMPANIES = ['acme', 'birch', 'cobalt'];
const CUSTOMERS = ['cust-17', 'cust-18', 'cust-33'];

const dates = (of: 'calls' | 'bytes') => ({
  ...{ rank: 71, typeRank: 69, total: 88_120_004, prev: { rank: 70, total: 87_000_000 } },
  dates: mapOf(DAYS.map((day) => [day, cell('one', day)[of]])),
});

/** Keyed maps, parallel lists, columns and rows. */
export const LAYOUTS: readonly SuggestShape[] = [
  {
    kind: 'maps',
    name: 'a map of sites, each a map of days (Matomo API.get)',
    source: 'Matomo Reporting API, "API.get" with several sites and a range of days',
    answer: mapOf(
      SITES.map((id) => [
        id,
        mapOf(
          byDay([id], DAYS, ({ day, calls, users, few }) => [
            day,
            { nb_uniq_visitors: users, nb_visits: users + 4, nb_actions: calls, nb_downloads: few, bounce_rate: '41%' },
          ]),
        ),
      ]),
    ),
    descriptions: ['actions', 'unique visitors', 'downloads'],
    knownIds: [...SITES, '40'],
    mapping: mapped(
      'items(@)[*].[let $site = [0] in items([1])[*].{site: $site, day: [0], v: [1]}][][]',
      ['day', 'YYYY_MM_DD'],
      'site',
      'v.nb_actions',
      ['v.nb_uniq_visitors', 'MAX'],
      'v.nb_downloads',
    ),
    expected: stored(SITES, DAYS, ({ calls, users, few }) => [calls, users, few]),
  },
  {
    kind: 'maps',
    name: 'a map of days in each of two figures (jsDelivr package stats)',
    source: 'jsDelivr API, "GET /v1/stats/packages/npm/{package}"',
    answer: { hits: dates('calls'), bandwidth: dates('bytes'), links: { self: 'https://data.jsdelivr.com/v1/stats' } },
    descriptions: ['hits', 'bandwidth in bytes'],
    knownIds: [],
    mapping: mapped(
      '[items(hits.dates)[*].{day: [0], h: [1]}, items(bandwidth.dates)[*].{day: [0], b: [1]}][]',
      ['day', 'YYYY_MM_DD'],
      { only: 'acme' },
      'h',
      'b',
    ),
    expected: stored(['one'], DAYS, ({ calls, bytes }) => [calls, bytes]),
  },
  {
    kind: 'parallel',
    name: 'each result with its days, its labels and its counts (PostHog trends)',
    source: 'PostHog API, "Query" endpoint with a TrendsQuery and a breakdown',
    answer: {
      is_cached: true,
      results: COMPANIES.map((id) => ({
        action: { id: 'report exported', type: 'events', order: 0, name: 'report exported', math: 'total' },
        ...{ label: id, count: 20_110, breakdown_value: id, status: null },
        data: DAYS.map((day) => cell(id, day).calls),
        labels: DAYS.map((day) => `${Number(day.slice(-2))}-Oct-2026`),
        days: [...DAYS],
      })),
      ...{ timezone: 'UTC', last_refresh: '2026-10-12T03:00:00Z' },
    },
    descriptions: ['reports exported'],
    knownIds: [...COMPANIES, 'delta'],
    mapping: mapped(
      'results[*].[let $id = breakdown_value in zip(days, data)[*].{id: $id, day: [0], n: [1]}][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      'n',
    ),
    expected: stored(COMPANIES, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'parallel',
    name: 'labels and datasets, as a chart wants them (Chart.js data)',
    source: 'Chart.js, "Data structures"; an in-house dashboard endpoint that feeds a line chart',
    answer: {
      type: 'line',
      data: {
        labels: [...DAYS],
        datasets: CUSTOMERS.map((id, index) => ({
          ...{ label: id, data: DAYS.map((day) => cell(id, day).users), borderColor: `#${index}a7`, tension: 0.1 },
        })),
      },
    },
    descriptions: ['active users'],
    knownIds: CUSTOMERS,
    mapping: mapped(
      'let $days = data.labels in data.datasets[*].[let $id = label in zip($days, data)[*].{id: $id, day: [0], n: [1]}][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      ['n', 'MAX'],
    ),
    expected: stored(CUSTOMERS, DAYS, ({ users }) => [users]),
  },
  {
    kind: 'tables',
    name: 'tables, columns, rows, with instants (Azure Log Analytics)',
    source: 'Azure Monitor Log Analytics API, "Response format" of a query',
    answer: {
      tables: [
        {
          name: 'PrimaryResult',
          columns: [
            { name: 'TimeGenerated', type: 'datetime' },
            { name: 'TenantName', type: 'string' },
            { name: 'sum_ItemCount', type: 'long' },
            { name: 'dcount_UserId', type: 'long' },
            { name: 'avg_DurationMs', type: 'real' },
          ],
          rows: byDay(CUSTOMERS, DAYS, ({ id, day, calls, users, amount }) => [
            ...[`${day}T00:00:00Z`, id, calls, users, amount],
          ]),
        },
      ],
    },
    descriptions: ['number of items', 'users seen'],
    knownIds: [...CUSTOMERS, 'cust-99'],
    mapping: mapped('tables[0].rows', ['[0]', 'ISO_8601'], '[1]', '[2]', ['[3]', 'MAX']),
    expected: stored(CUSTOMERS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'tables',
    name: 'cells wrapped in their types (Amazon Redshift Data API)',
    source: 'Amazon Redshift Data API, "GetStatementResult"',
    answer: {
      ColumnMetadata: ['usage_day', 'account', 'reports_viewed', 'alerts_sent'].map((name, index) => ({
        ...{ isCaseSensitive: false, label: name, name, nullable: 1, typeName: index < 2 ? 'varchar' : 'int8' },
      })),
      Records: byAccount(CUSTOMERS, DAYS, ({ id, day, calls, few }) => [
        { stringValue: day },
        { stringValue: id },
        { longValue: calls },
        { longValue: few },
      ]),
      TotalNumRows: 15,
    },
    descriptions: ['alerts sent', 'reports viewed'],
    knownIds: [],
    mapping: mapped('Records', ['[0].stringValue', 'YYYY_MM_DD'], '[1].stringValue', '[3].longValue', '[2].longValue'),
    expected: stored(CUSTOMERS, DAYS, ({ few, calls }) => [few, calls]),
  },
  {
    kind: 'maps',
    name: 'a map of days, each a map of accounts to a number',
    source: 'In-house endpoint modelled on rollups kept in a document store, one document a day',
    answer: {
      success: true,
      counts: mapOf(
        DAYS.map((day) => [day, mapOf(CUSTOMERS.map((id) => [id, cell(id, day).calls] as const))] as const),
      ),
    },
    descriptions: ['pages printed'],
    knownIds: [...CUSTOMERS, 'cust-40'],
    mapping: mapped(
      'items(counts)[*].[let $day = [0] in items([1])[*].{day: $day, id: [0], n: [1]}][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      'n',
    ),
    expected: stored(CUSTOMERS, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'parallel',
    name: 'labels as pairs, series as lists (Amplitude event segmentation)',
    source: 'Amplitude Dashboard REST API, "Event Segmentation", grouped by a property',
    answer: {
      data: {
        series: COMPANIES.map((id) => DAYS.map((day) => cell(id, day).calls)),
        seriesLabels: COMPANIES.map((id) => [0, id]),
        seriesCollapsed: COMPANIES.map(() => [{ setId: '', value: 21_000 }]),
        xValues: [...DAYS],
      },
    },
    descriptions: ['songs played'],
    knownIds: COMPANIES,
    mapping: mapped(
      'let $x = data.xValues in zip(data.seriesLabels, data.series)[*].[let $id = [0][1] in zip($x, [1])[*].{id: $id, day: [0], n: [1]}][][]',
      ['day', 'YYYY_MM_DD'],
      'id',
      'n',
    ),
    expected: stored(COMPANIES, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'tables',
    name: 'a dataset of rows with instants in microseconds (QuestDB)',
    source: 'QuestDB REST API, "/exec" response',
    answer: {
      query: 'select ts, org, sum(docs), sum(gb) from usage sample by 1d;',
      columns: [
        { name: 'ts', type: 'TIMESTAMP' },
        { name: 'org', type: 'SYMBOL' },
        { name: 'docs_indexed', type: 'LONG' },
        { name: 'gb_stored', type: 'DOUBLE' },
      ],
      timestamp: 0,
      dataset: byAccount(COMPANIES, DAYS, ({ id, day, calls, amount }) => [
        ...[`${day}T00:00:00.000000Z`, id, calls, amount],
      ]),
      ...{ count: 15, timings: { compiler: 0, execute: 1_431_224, count: 0 } },
    },
    descriptions: ['gigabytes stored', 'documents indexed'],
    knownIds: [],
    mapping: mapped('dataset', ['[0]', 'ISO_8601'], '[1]', ['[3]', 'LAST'], '[2]'),
    expected: stored(COMPANIES, DAYS, ({ amount, calls }) => [amount, calls]),
  },
];
