import { midnightOf, type Shape } from './shape.ts';

/** Records of a spreadsheet-like product or a report: names chosen by people, typed values. */
export const RECORD_SHAPES: readonly Shape[] = [
  {
    // Airtable Web API, "List records": names with blanks and signs, empty cells left out, a linked record as a list.
    name: 'names with blanks and signs (Airtable records)',
    answer: {
      records: [
        {
          id: 'rec1',
          createdTime: '2026-03-09T00:00:00.000Z',
          fields: { 'Usage date': '2026-03-08', 'Account #': ['A-1'], 'Logins (total)': 12, 'Seats / plan': 5 },
        },
        {
          id: 'rec2',
          createdTime: '2026-03-09T00:00:00.000Z',
          fields: { 'Usage date': '2026-03-08', 'Account #': ['A-1'], 'Logins (total)': 3, 'Seats / plan': 6 },
        },
        {
          id: 'rec3',
          createdTime: '2026-03-10T00:00:00.000Z',
          fields: { 'Usage date': '2026-03-09', 'Account #': ['A-2'], 'Seats / plan': 2 },
        },
        { id: 'rec4', createdTime: '2026-03-10T00:00:00.000Z', fields: {} },
      ],
    },
    mapping: {
      rowsPath: 'records[?fields."Account #"].fields',
      datePath: '"Usage date"',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: '"Account #"[0]',
      metrics: [
        { name: 'logins', path: '"Logins (total)"' },
        { name: 'seats', path: '"Seats / plan"', aggregation: 'LAST' },
      ],
    },
    expected: {
      'A-1': { logins: { '2026-03-08': 15 }, seats: { '2026-03-08': 6 } },
      'A-2': { seats: { '2026-03-09': 2 } },
    },
  },
  {
    // Notion API, "Query a database": a property is an object named after its type, a text a list of pieces.
    name: 'a date within a property, text in pieces (Notion database query)',
    request: { method: 'POST', body: '{"filter":{"property":"Day","date":{"on_or_after":"{start_date}"}}}' },
    answer: {
      object: 'list',
      results: [
        {
          object: 'page',
          id: 'p1',
          properties: {
            Day: { type: 'date', date: { start: '2026-03-08', end: null } },
            'Customer ID': { type: 'rich_text', rich_text: [{ plain_text: 'ac' }, { plain_text: 'me' }] },
            Sessions: { type: 'number', number: 4 },
            'Done?': { type: 'checkbox', checkbox: true },
          },
        },
        {
          object: 'page',
          id: 'p2',
          properties: {
            Day: { type: 'date', date: { start: '2026-03-09', end: null } },
            'Customer ID': { type: 'rich_text', rich_text: [{ plain_text: 'birch' }] },
            Sessions: { type: 'number', number: null },
            'Done?': { type: 'checkbox', checkbox: false },
          },
        },
      ],
      next_cursor: null,
      has_more: false,
    },
    mapping: {
      rowsPath: 'results[].properties',
      datePath: 'Day.date.start',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: 'join(\'\', "Customer ID".rich_text[].plain_text)',
      metrics: [
        { name: 'sessions', path: 'Sessions.number' },
        { name: 'done', path: '"Done?".checkbox ? `1` : `0`' },
      ],
    },
    expected: {
      acme: { sessions: { '2026-03-08': 4 }, done: { '2026-03-08': 1 } },
      birch: { done: { '2026-03-09': 0 } },
    },
  },
  {
    // kintone REST API, "Get Records": field codes in any script, numbers as text, an empty number as an empty text.
    name: 'names in Japanese, empty numbers as empty texts (kintone records)',
    answer: {
      records: [
        {
          $id: { type: '__ID__', value: '1' },
          日付: { type: 'DATE', value: '2026-03-08' },
          顧客コード: { type: 'SINGLE_LINE_TEXT', value: '株式会社アクメ' },
          利用回数: { type: 'NUMBER', value: '31' },
          稼働席数: { type: 'NUMBER', value: '' },
        },
        {
          $id: { type: '__ID__', value: '2' },
          日付: { type: 'DATE', value: '2026-03-09' },
          顧客コード: { type: 'SINGLE_LINE_TEXT', value: '株式会社アクメ' },
          利用回数: { type: 'NUMBER', value: '0' },
          稼働席数: { type: 'NUMBER', value: '12' },
        },
      ],
      totalCount: null,
    },
    mapping: {
      rowsPath: 'records',
      datePath: '"日付".value',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: '"顧客コード".value',
      metrics: [
        { name: 'uses', path: 'to_number("利用回数".value)' },
        { name: 'seats', path: 'to_number("稼働席数".value)', aggregation: 'LAST' },
      ],
    },
    expected: {
      株式会社アクメ: { uses: { '2026-03-08': 31, '2026-03-09': 0 }, seats: { '2026-03-09': 12 } },
    },
  },
  {
    // Looker API 4.0, "Run Query" with result_format json: a row's keys are view and field with a dot between.
    name: 'names with dots (Looker run query)',
    answer: [
      { 'events.created_date': '2026-03-08', 'accounts.crm_id': 'acme', 'events.count': 41, 'events.total_gb': 0.5 },
      { 'events.created_date': '2026-03-09', 'accounts.crm_id': 'acme', 'events.count': 0, 'events.total_gb': null },
      { 'events.created_date': '2026-03-09', 'accounts.crm_id': null, 'events.count': 7, 'events.total_gb': 1 },
    ],
    mapping: {
      rowsPath: '[?"accounts.crm_id"]',
      datePath: '"events.created_date"',
      dateFormat: 'YYYY_MM_DD',
      accountIdPath: '"accounts.crm_id"',
      metrics: [
        { name: 'events', path: '"events.count"' },
        { name: 'megabytes', path: '"events.total_gb" && "events.total_gb" * `1024`' },
      ],
    },
    expected: { acme: { events: { '2026-03-08': 41, '2026-03-09': 0 }, megabytes: { '2026-03-08': 512 } } },
  },
  {
    // Pendo API, "Aggregation" (POST /api/v1/aggregation): rows of days in milliseconds, whole minutes, dashes in names.
    name: 'milliseconds and names with dashes (Pendo aggregation)',
    request: { method: 'POST', body: '{"response":{"mimeType":"application/json"},"request":{"pipeline":[]}}' },
    answer: {
      startTime: midnightOf(8) * 1000,
      results: [
        { accountId: 'acme', day: midnightOf(8) * 1000, numMinutes: 90, 'feature-clicks': 7 },
        { accountId: 'birch', day: midnightOf(8) * 1000, numMinutes: 15, 'feature-clicks': 0 },
        { accountId: 'acme', day: midnightOf(9) * 1000, numMinutes: 30, 'feature-clicks': 2 },
      ],
    },
    mapping: {
      rowsPath: 'results',
      datePath: 'day',
      dateFormat: 'UNIX_MILLISECONDS',
      accountIdPath: 'accountId',
      metrics: [
        { name: 'hours', path: 'numMinutes / `60`' },
        { name: 'feature_clicks', path: '"feature-clicks"' },
      ],
    },
    expected: {
      acme: { hours: { '2026-03-08': 1.5, '2026-03-09': 0.5 }, feature_clicks: { '2026-03-08': 7, '2026-03-09': 2 } },
      birch: { hours: { '2026-03-08': 0.25 }, feature_clicks: { '2026-03-08': 0 } },
    },
  },
  {
    // Chargebee API v2, "List usages": each element of the list is wrapped under its own name, quantities as text.
    name: 'each row wrapped under its own name (Chargebee usages)',
    answer: {
      list: [
        {
          usage: {
            id: 'u1',
            usage_date: midnightOf(8),
            subscription_id: 'sub-1',
            item_price_id: 'api',
            quantity: '10',
          },
        },
        {
          usage: {
            id: 'u2',
            usage_date: midnightOf(8) + 5,
            subscription_id: 'sub-1',
            item_price_id: 'api',
            quantity: '5',
          },
        },
        {
          usage: {
            id: 'u3',
            usage_date: midnightOf(9),
            subscription_id: 'sub-2',
            item_price_id: 'gb',
            quantity: '0.5',
          },
        },
      ],
    },
    mapping: {
      rowsPath: 'list[].usage',
      datePath: 'usage_date',
      dateFormat: 'UNIX_SECONDS',
      accountIdPath: 'subscription_id',
      metrics: [
        { name: 'api_calls', path: "item_price_id == 'api' ? to_number(quantity) : `null`" },
        { name: 'gigabytes', path: "item_price_id == 'gb' ? to_number(quantity) : `null`" },
      ],
    },
    expected: { 'sub-1': { api_calls: { '2026-03-08': 15 } }, 'sub-2': { gigabytes: { '2026-03-09': 0.5 } } },
  },
];
