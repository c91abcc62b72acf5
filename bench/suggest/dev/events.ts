import { byAccount, byDay, cell, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const CLIENTS = ['5735776', '5735774', '5735790'];
const PROJECTS = ['301', '302', '417'];
const CONNECTIONS = ['9924bcd0-acme', '9924bcd0-birch'];
const COMPANIES = ['acme', 'birch', 'cobalt'];
const ORGANIZATIONS = ['org_8Kx', 'org_2Ab', 'org_9Qp'];

/** As many as the account has on that day: one to four. */
const several = (id: string, day: string): number[] =>
  Array.from({ length: 1 + (cell(id, day).users % 4) }, (_, index) => index);

/** A row for each thing that happened, to be counted or added up. */
export const EVENTS: readonly SuggestShape[] = [
  {
    kind: 'events',
    name: 'hours worked for clients (Harvest time entries)',
    source: 'Harvest API v2, "List all time entries"',
    answer: {
      time_entries: byDay(CLIENTS, DAYS.slice(0, 3), ({ id, day, users }) =>
        several(id, day).map((index) => ({
          ...{ id: Number(`${id}${users}${index}`), spent_date: day, hours: 0.5 + index, hours_without_timer: 0.5 },
          ...{ notes: null, is_locked: false, is_billed: false, created_at: '2026-10-12T08:00:01Z' },
          ...{ user: { id: 1_782_884, name: 'Bob' }, client: { id: Number(id), name: `Client ${id}` } },
        })),
      ).flat(),
      ...{ per_page: 2_000, total_pages: 1, total_entries: 24, next_page: null, page: 1 },
    },
    descriptions: ['hours worked', 'number of time entries'],
    knownIds: [...CLIENTS, '5735799'],
    mapping: mapped('time_entries', ['spent_date', 'YYYY_MM_DD'], 'client.id', 'hours', '`1`'),
    expected: stored(CLIENTS, DAYS.slice(0, 3), ({ id, day }) => [
      several(id, day).reduce((sum, index) => sum + 0.5 + index, 0),
      several(id, day).length,
    ]),
  },
  {
    kind: 'events',
    name: 'what was done in projects (GitLab events)',
    source: 'GitLab REST API, "Events: list currently authenticated user\'s events"',
    answer: byDay(PROJECTS, DAYS.slice(0, 4), ({ id, day, users }) =>
      several(id, day).map((index) => ({
        ...{ id: Number(`${id}${users}${index}`), title: null, project_id: Number(id), action_name: 'opened' },
        ...{ target_id: 160 + index, target_type: 'Issue', author_id: 25, target_title: 'Qui natus eos odio' },
        ...{ created_at: `${day}T${10 + index}:22:13.590Z`, author_username: 'ada' },
      })),
    ).flat(),
    descriptions: ['number of events'],
    knownIds: PROJECTS,
    mapping: mapped('@', ['created_at', 'ISO_8601'], 'project_id', '`1`'),
    expected: stored(PROJECTS, DAYS.slice(0, 4), ({ id, day }) => [several(id, day).length]),
  },
  {
    kind: 'events',
    name: 'what each job moved (Airbyte jobs)',
    source: 'Airbyte API, "List Jobs by sync type"',
    answer: {
      previous: '',
      next: 'https://api.airbyte.com/v1/jobs?limit=20&offset=20',
      data: byDay(CONNECTIONS, DAYS, ({ id, day, calls, bytes }) =>
        [0, 1].map((index) => ({
          ...{ jobId: calls + index, status: 'succeeded', jobType: 'sync', startTime: `${day}T0${index}:00:00Z` },
          ...{ connectionId: id, lastUpdatedAt: `${day}T0${index}:08:11Z`, duration: 'PT8M11S' },
          ...{ bytesSynced: bytes + index, rowsSynced: calls * 3 + index },
        })),
      ).flat(),
    },
    descriptions: ['rows synced', 'bytes synced', 'how many jobs ran'],
    knownIds: [...CONNECTIONS, '9924bcd0-cobalt'],
    mapping: mapped('data', ['startTime', 'ISO_8601'], 'connectionId', 'rowsSynced', 'bytesSynced', '`1`'),
    expected: stored(CONNECTIONS, DAYS, ({ calls, bytes }) => [calls * 6 + 1, bytes * 2 + 1, 2]),
  },
  {
    kind: 'events',
    name: 'conversations of people of companies (Intercom)',
    source: 'Intercom API, "List all conversations"; the contact external id holds the company',
    answer: {
      type: 'conversation.list',
      pages: { type: 'pages', page: 1, per_page: 20, total_pages: 1 },
      total_count: 20,
      conversations: byDay(COMPANIES, DAYS.slice(0, 3), ({ id, day, seconds, few }) =>
        several(id, day).map((index) => ({
          ...{ type: 'conversation', id: `${id}${day}${index}`, created_at: seconds + 36_000 + index * 60 },
          ...{ updated_at: 1_791_763_200 + index, state: 'closed', read: true, priority: 'not_priority' },
          contacts: { type: 'contact.list', contacts: [{ type: 'contact', id: '6762', external_id: id }] },
          statistics: { count_conversation_parts: 1 + ((few + index) % 5) },
        })),
      ).flat(),
    },
    descriptions: ['conversations started', 'messages in them (conversation parts)'],
    knownIds: [],
    mapping: mapped(
      'conversations',
      ['created_at', 'UNIX_SECONDS'],
      'contacts.contacts[0].external_id',
      '`1`',
      'statistics.count_conversation_parts',
    ),
    expected: stored(COMPANIES, DAYS.slice(0, 3), ({ id, day, few }) => [
      several(id, day).length,
      several(id, day).reduce((sum, index) => sum + 1 + ((few + index) % 5), 0),
    ]),
  },
  {
    kind: 'events',
    name: 'sign-ins of organizations, codes as types (Auth0 logs)',
    source: 'Auth0 Management API v2, "Search log events"',
    answer: byDay(ORGANIZATIONS, DAYS.slice(0, 4), ({ id, day, users }) =>
      several(id, day).map((index) => ({
        ...{ date: `${day}T0${index}:15:22.441Z`, type: 's', client_id: 'Ck8f', client_name: 'Web', ip: '203.0.113.9' },
        ...{ user_id: `auth0|5d${users}${index}`, user_name: 'ada@example.com', organization_id: id },
        ...{ log_id: `90020261${users}${index}`, _id: `90020261${users}${index}`, isMobile: false },
      })),
    ).flat(),
    descriptions: ['number of sign-ins'],
    knownIds: [...ORGANIZATIONS, 'org_zzz'],
    mapping: mapped('@', ['date', 'ISO_8601'], 'organization_id', '`1`'),
    expected: stored(ORGANIZATIONS, DAYS.slice(0, 4), ({ id, day }) => [several(id, day).length]),
  },
  {
    kind: 'events',
    name: 'orders of shops: count and turnover, totals as text (WooCommerce orders)',
    source: 'WooCommerce REST API v3, "List all orders", with the shop as a field',
    answer: byAccount(COMPANIES, DAYS.slice(0, 3), ({ id, day, few, amount }) =>
      several(id, day).map((index) => ({
        ...{ id: 700 + few + index, parent_id: 0, number: String(700 + few + index), status: 'completed', shop: id },
        ...{ currency: 'EUR', date_created: `${day}T1${index}:00:00`, date_modified: `${day}T1${index}:30:00` },
        ...{ discount_total: '0.00', shipping_total: '4.90', total: (amount + index).toFixed(2), customer_id: 26 },
        line_items: [{ id: 315, product_id: 93, quantity: 2, total: '6.00' }],
      })),
    ).flat(),
    descriptions: ['orders', 'order total in euros'],
    knownIds: [],
    mapping: mapped('@', ['date_created', 'ISO_8601'], 'shop', '`1`', 'to_number(total)'),
    expected: stored(COMPANIES, DAYS.slice(0, 3), ({ id, day, amount }) => [
      several(id, day).length,
      several(id, day).reduce((sum, index) => sum + Number((amount + index).toFixed(2)), 0),
    ]),
  },
];
