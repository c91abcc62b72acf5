import { byAccount, byDay, cell, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const TENANTS = ['atlas', 'borealis', 'cetus'];
const COUNTERS = ['44147844', '51238712', '60997123'];
const CUSTOMERS = ['Amy’s Bird Sanctuary', 'Cool Cars', 'Diego Rodriguez'];

/** Columns named far from the rows, or lying, or being the accounts themselves. */
export const MORE_TABLES: readonly SuggestShape[] = [
  {
    kind: 'tables',
    name: 'names of dimensions and metrics in the echoed query (Yandex Metrica table)',
    source: 'Yandex Metrica Reporting API, "stat/v1/data", dimensions ym:s:date and ym:s:counterID',
    answer: {
      query: {
        ...{ ids: COUNTERS.map(Number), dimensions: ['ym:s:date', 'ym:s:counterID'], limit: 100, offset: 1 },
        ...{ metrics: ['ym:s:visits', 'ym:s:pageviews', 'ym:s:users'], date1: '2026-10-05', date2: '2026-10-09' },
      },
      data: byDay(COUNTERS, DAYS, ({ id, day, calls, users, few }) => ({
        dimensions: [{ name: day }, { name: id, favicon: null }],
        metrics: [users, calls, few],
      })),
      ...{ total_rows: 15, total_rows_rounded: false, sampled: false, sample_share: 1, data_lag: 60 },
      ...{ totals: [512, 70_120, 1_900], min: [3, 1_020, 0], max: [62, 8_999, 359] },
    },
    descriptions: ['page views', 'visits'],
    knownIds: [],
    mapping: mapped('data', ['dimensions[0].name', 'YYYY_MM_DD'], 'dimensions[1].name', 'metrics[1]', 'metrics[0]'),
    expected: stored(COUNTERS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'tables',
    name: 'a list for each column (Elasticsearch ES|QL, columnar)',
    source: 'Elasticsearch, "ES|QL query API" with columnar: true',
    answer: {
      ...{ took: 28, is_partial: false, documents_found: 91_000, values_loaded: 300_100 },
      columns: [
        { name: 'COUNT(*)', type: 'long' },
        { name: 'seats', type: 'long' },
        { name: 'customer.slug', type: 'keyword' },
        { name: 'bucket', type: 'date' },
      ],
      values: [
        byDay(TENANTS, DAYS, ({ calls }) => calls),
        byDay(TENANTS, DAYS, ({ users }) => users),
        byDay(TENANTS, DAYS, ({ id }) => id),
        byDay(TENANTS, DAYS, ({ day }) => `${day}T00:00:00.000Z`),
      ],
    },
    descriptions: ['seats taken', 'count of events'],
    knownIds: [],
    mapping: mapped('zip(values[0], values[1], values[2], values[3])', ['[3]', 'ISO_8601'], '[2]', '[1]', '[0]'),
    expected: stored(TENANTS, DAYS, ({ users, calls }) => [users, calls]),
  },
  {
    kind: 'tables',
    name: 'typed columns, cells with an id beside the text, a sum at the end (QuickBooks report)',
    source: 'QuickBooks Online Accounting API, "TransactionList" report: Header, Columns.Column, Rows.Row of ColData',
    answer: {
      Header: {
        ...{ Time: '2026-10-12T04:10:00-07:00', ReportName: 'TransactionList', DateMacro: 'this week' },
        ...{ StartPeriod: '2026-10-05', EndPeriod: '2026-10-09', Currency: 'USD', Option: [] },
      },
      Columns: {
        Column: [
          { ColTitle: 'Date', ColType: 'tx_date' },
          { ColTitle: 'Transaction Type', ColType: 'txn_type' },
          { ColTitle: 'Name', ColType: 'name' },
          { ColTitle: 'Amount', ColType: 'subt_nat_amount' },
        ],
      },
      Rows: {
        Row: [
          ...byDay(CUSTOMERS, DAYS, ({ id, day, amount }) => ({
            ColData: [
              { value: day },
              { value: 'Invoice', id: '96' },
              { value: id, id: String(1 + CUSTOMERS.indexOf(id)) },
              { value: amount.toFixed(2) },
            ],
            type: 'Data',
          })),
          {
            Summary: { ColData: [{ value: 'TOTAL' }, { value: '' }, { value: '' }, { value: '3120.10' }] },
            type: 'Section',
          },
        ],
      },
    },
    descriptions: ['invoiced amount'],
    knownIds: CUSTOMERS,
    mapping: mapped(
      "Rows.Row[?type == 'Data']",
      ['ColData[0].value', 'YYYY_MM_DD'],
      'ColData[2].value',
      'to_number(ColData[3].value)',
    ),
    expected: stored(CUSTOMERS, DAYS, ({ amount }) => [amount]),
  },
  {
    kind: 'tables',
    name: 'a field for each account beside the time (Splunk timechart)',
    source: 'Splunk REST API, "search/jobs/{id}/results", output_mode json, of "timechart span=1d count by tenant"',
    answer: {
      ...{ preview: false, init_offset: 0, messages: [], highlighted: {} },
      fields: [{ name: '_time' }, ...TENANTS.map((name) => ({ name, groupby_rank: '0' })), { name: '_span' }],
      results: DAYS.map((day) => ({
        _time: `${day}T00:00:00.000+00:00`,
        ...Object.fromEntries(TENANTS.map((id) => [id, String(cell(id, day).calls)])),
        ...{ _span: '86400' },
      })),
    },
    descriptions: ['number of searches'],
    knownIds: [...TENANTS, 'delphin'],
    mapping: mapped(
      "results[*].[let $t = _time in items(@)[?!starts_with([0], '_')].{t: $t, id: [0], n: to_number([1])}][][]",
      ['t', 'ISO_8601'],
      'id',
      'n',
    ),
    expected: stored(TENANTS, DAYS, ({ calls }) => [calls]),
  },
  {
    kind: 'tables',
    name: 'fields above, lists of a day each, one site (WordPress.com visits)',
    source: 'WordPress.com REST API v1.1, "sites/$site/stats/visits", unit=day',
    answer: {
      ...{ date: '2026-10-11', unit: 'day' },
      fields: ['period', 'views', 'visitors', 'likes', 'comments'],
      data: byDay(['site'], DAYS, ({ day, calls, users, few }) => [day, calls, users, few, 0]),
    },
    descriptions: ['visitors', 'views', 'likes'],
    knownIds: [],
    mapping: mapped('data', ['[0]', 'YYYY_MM_DD'], { only: 'site' }, ['[2]', 'MAX'], '[1]', '[3]'),
    expected: stored(['site'], DAYS, ({ users, calls, few }) => [users, calls, few]),
  },
  {
    kind: 'tables',
    name: 'a header row in German, dates as 05.10.2026, a sum as last row',
    source: 'In-house endpoint that converts a spreadsheet exported from an ERP (rows as lists, first row the titles)',
    answer: {
      datei: 'nutzung_kw41.xlsx',
      zeilen: [
        ['Kunde', 'Datum', 'Anmeldungen', 'Bestellungen'],
        ...byAccount(TENANTS, DAYS, ({ id, day, users, calls }) => [
          ...[id, day.split('-').toReversed().join('.')],
          ...[users, calls],
        ]),
        ['Summe', '', 512, 70_120],
      ],
    },
    descriptions: ['orders (Bestellungen)', 'logins (Anmeldungen)'],
    knownIds: [],
    mapping: mapped(
      "zeilen[1:] | [?[1] != '']",
      ["join('-', reverse(split([1], '.')))", 'YYYY_MM_DD'],
      '[0]',
      '[3]',
      '[2]',
    ),
    expected: stored(TENANTS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'tables',
    name: 'columns as objects by position, cells as texts with separators of thousands',
    source: 'In-house endpoint in the manner of a report builder (Looker Studio, Zendesk Explore): formatted cells',
    answer: {
      report: { title: 'Usage by account', timezone: 'UTC', rows_returned: 15 },
      columns: [
        { index: 0, title: 'Account', kind: 'dimension' },
        { index: 1, title: 'Day', kind: 'dimension' },
        { index: 2, title: 'Pages printed', kind: 'measure' },
        { index: 3, title: 'Success rate', kind: 'measure' },
      ],
      rows: byAccount(TENANTS, DAYS, ({ id, day, calls, few }) => ({
        cells: [id, day, calls.toLocaleString('en-US'), `${(few / 10).toFixed(1)}%`],
      })),
    },
    descriptions: ['pages printed', 'success rate in percent'],
    knownIds: [],
    mapping: mapped(
      'rows',
      ['cells[1]', 'YYYY_MM_DD'],
      'cells[0]',
      "to_number(replace(cells[2], ',', ''))",
      "to_number(replace(cells[3], '%', ''))",
    ),
    expected: stored(TENANTS, DAYS, ({ calls, few }) => [calls, few / 10]),
  },
];
