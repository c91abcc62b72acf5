import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const CUSTOMERS = ['1710', '1720', '1733'];
const TEAMS = ['Alder', 'Birke', 'Cedro', 'Damas'];
const SHOPS = ['lyon', 'metz', 'nice'];
const WINDOWS = ['ws_11', 'ws_12', 'ws_13'];

/** Days in forms that need more than a format, or beside other days. */
export const MORE_DATES: readonly SuggestShape[] = [
  {
    kind: 'dates',
    name: 'milliseconds within /Date()/, quantities as text (SAP OData V2)',
    source: 'SAP Gateway, OData V2 JSON format: d.results with __metadata and Edm.DateTime',
    answer: {
      d: {
        results: byAccount(CUSTOMERS, DAYS, ({ id, ms, amount, few }) => ({
          __metadata: { id: `ZUSAGE('${id}')`, uri: `https://sap/ZUSAGE('${id}')`, type: 'ZUSAGE_SRV.Usage' },
          ...{ SoldToParty: id, PostingDate: `/Date(${ms})/`, BilledQuantity: amount.toFixed(3), ItemCount: few },
          ...{ CreatedOn: '/Date(1791763200000)/', BaseUnit: 'EA', CompanyCode: '1000' },
        })),
      },
    },
    descriptions: ['quantity billed', 'items'],
    knownIds: [],
    mapping: mapped(
      'd.results',
      ["replace(replace(PostingDate, '/Date(', ''), ')/', '')", 'UNIX_MILLISECONDS'],
      'SoldToParty',
      'to_number(BilledQuantity)',
      'ItemCount',
    ),
    expected: stored(CUSTOMERS, DAYS, ({ amount, few }) => [amount, few]),
  },
  {
    kind: 'dates',
    name: 'month, day, year without zeros (NetSuite SuiteQL)',
    source: 'NetSuite, "Executing SuiteQL Queries Through REST Web Services": items, dates as the account prefers',
    answer: {
      links: [{ rel: 'self', href: 'https://1.suitetalk.api.netsuite.com/services/rest/query/v1/suiteql?limit=100' }],
      ...{ count: 15, hasMore: false, offset: 0, totalResults: 15 },
      items: byDay(CUSTOMERS, DAYS, ({ id, day, calls, users }) => ({
        ...{ links: [], entity: id, trandate: `10/${Number(day.slice(8))}/2026` },
        ...{ licenses: String(users), transactions: String(calls) },
      })),
    },
    descriptions: ['transactions', 'licenses'],
    knownIds: [],
    mapping: mapped(
      'items',
      ["join('-', ['2026-10', pad_left(split(trandate, '/')[1], `2`, '0')])", 'YYYY_MM_DD'],
      'entity',
      'to_number(transactions)',
      'to_number(licenses)',
    ),
    expected: stored(CUSTOMERS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'dates',
    name: 'one week, its Monday in every row (Figma library analytics)',
    source: 'Figma REST API, "Get library analytics component actions", group_by team',
    answer: {
      rows: byDay(TEAMS, DAYS.slice(0, 1), ({ id, day, calls, users }) => ({
        ...{ week: day, team_name: id, workspace_name: 'Main', insertions: calls, detachments: users },
      })),
      ...{ next_page: false, cursor: null },
    },
    descriptions: ['detachments', 'insertions'],
    knownIds: [],
    mapping: mapped('rows', ['week', 'YYYY_MM_DD'], 'team_name', 'detachments', 'insertions'),
    expected: stored(TEAMS, DAYS.slice(0, 1), ({ users, calls }) => [users, calls]),
  },
  {
    kind: 'dates',
    name: 'period_start and period_end in seconds as text, sums by hour',
    source: 'In-house endpoint over a metering table: half-open periods of twelve hours, bigints as text',
    answer: {
      object: 'list',
      data: byDay(WINDOWS, DAYS.slice(0, 4), ({ id, seconds, calls, users }) =>
        [0, 1].map((half) => ({
          ...{ uuid: `f0${users}-${half}`, workspace: id, period_start: String(seconds + half * 43_200) },
          ...{
            period_end: String(seconds + (half + 1) * 43_200),
            invocations: calls + half,
            peak_concurrency: users - half,
          },
        })),
      ).flat(),
    },
    descriptions: ['function invocations', 'peak concurrency'],
    knownIds: [],
    mapping: mapped('data', ['period_start', 'UNIX_SECONDS'], 'workspace', 'invocations', ['peak_concurrency', 'MAX']),
    expected: stored(WINDOWS, DAYS.slice(0, 4), ({ calls, users }) => [calls * 2 + 1, users]),
  },
  {
    kind: 'dates',
    name: 'annee, mois and jour as numbers in each row',
    source: 'In-house endpoint over a table that a French point-of-sale partitions by year, month and day',
    answer: {
      donnees: byAccount(SHOPS, DAYS, ({ id, day, calls, users }) => ({
        ...{ annee: 2026, mois: 10, jour: Number(day.slice(8)), magasin: id, ventes: calls, clients: users },
      })),
      genere_le: '2026-10-12T03:00:00+02:00',
    },
    descriptions: ['sales (ventes)', 'clients served'],
    knownIds: [],
    mapping: mapped(
      'donnees',
      [
        "join('-', [to_string(annee), pad_left(to_string(mois), `2`, '0'), pad_left(to_string(jour), `2`, '0')])",
        'YYYY_MM_DD',
      ],
      'magasin',
      'ventes',
      'clients',
    ),
    expected: stored(SHOPS, DAYS, ({ calls, users }) => [calls, users]),
  },
  {
    kind: 'dates',
    name: 'hours without minutes, the latest figure counts',
    source: 'In-house endpoint in the manner of Google Analytics dateHour, written as 2026-10-05T13',
    answer: byDay(WINDOWS, DAYS.slice(0, 4), ({ id, day, calls, users }) =>
      ['01', '13', '22'].map((hour, index) => ({
        ...{ hr: `${day}T${hour}`, org: id, seats_occupied: users + index, emails_sent: calls * (index + 1) },
      })),
    ).flat(),
    descriptions: ['emails sent', 'seats occupied (latest)'],
    knownIds: [],
    mapping: mapped('@', ['hr[:10]', 'YYYY_MM_DD'], 'org', 'emails_sent', ['seats_occupied', 'LAST']),
    expected: stored(WINDOWS, DAYS.slice(0, 4), ({ calls, users }) => [calls * 6, users + 2]),
  },
];
