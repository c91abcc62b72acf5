import { describe, expect, it } from 'vitest';
import { suggested } from './suggested.ts';

const STORED = [
  ['acme', '2026-03-08', 5],
  ['acme', '2026-03-09', 7],
  ['birch', '2026-03-08', 2],
  ['birch', '2026-03-09', 4],
];
const sorted = (rows: readonly unknown[][]) => rows.toSorted((a, b) => String(a).localeCompare(String(b)));
const knownIds = ['acme', 'birch'];

/** The same usage in every form that answers have. */
const FORMS: Readonly<Record<string, unknown>> = {
  'a flat list': STORED.map(([id, day, logins]) => ({ day, account_id: id, logins })),
  'a wrapped list': { data: [{ rows: STORED.map(([id, day, logins]) => ({ day, account_id: id, logins })) }] },
  'accounts with their days': {
    accounts: ['acme', 'birch'].map((id) => ({
      id,
      days: STORED.filter(([of]) => of === id).map(([, date, logins]) => ({ date, logins })),
    })),
  },
  'days with their accounts': ['2026-03-08', '2026-03-09'].map((date) => ({
    date,
    accounts: STORED.filter(([, day]) => day === date).map(([id, , logins]) => ({ id, logins })),
  })),
  'a map of days of accounts': {
    '2026-03-08': { acme: { logins: 5 }, birch: { logins: 2 } },
    '2026-03-09': { acme: { logins: 7 }, birch: { logins: 4 } },
  },
  'a map of accounts of days': {
    logins: { acme: { '2026-03-08': 5, '2026-03-09': 7 }, birch: { '2026-03-08': 2, '2026-03-09': 4 } },
  },
  'one list of days, one of counts for each account': {
    dates: ['2026-03-08', '2026-03-09'],
    series: [
      { account: 'acme', logins: [5, 7] },
      { account: 'birch', logins: [2, 4] },
    ],
  },
  'parallel lists within each account': [
    { account: 'acme', days: ['2026-03-08', '2026-03-09'], logins: [5, 7] },
    { account: 'birch', days: ['2026-03-08', '2026-03-09'], logins: [2, 4] },
  ],
  'columns and rows': {
    columns: ['logins', 'account', 'day'],
    rows: STORED.map(([id, day, logins]) => [logins, id, day]),
  },
  'a first row of names': [['day', 'account', 'logins'], ...STORED.map(([id, day, logins]) => [day, id, logins])],
  'cells in cells': {
    schema: { fields: [{ name: 'day' }, { name: 'account' }, { name: 'logins' }] },
    rows: STORED.map(([id, day, logins]) => ({ f: [{ v: day }, { v: id }, { v: String(logins) }] })),
  },
  'a row for each metric': STORED.flatMap(([account, day, logins]) => [
    { account, day, metric: 'logins', value: logins },
    { account, day, metric: 'exports', value: 90 },
  ]),
  'named values in each row': STORED.map(([account, day, logins]) => ({
    account,
    day,
    metrics: [
      { name: 'exports', value: 90 },
      { name: 'logins', value: logins },
    ],
  })),
};

describe('rows are found in', () => {
  it.each(Object.entries(FORMS))('%s', (_, answer) => {
    const { stored, mapping } = suggested(answer, ['number of logins'], { knownIds });
    expect(sorted(stored), JSON.stringify(mapping)).toEqual(STORED);
  });

  it.each(Object.entries(FORMS))('%s, of a workspace without accounts', (_, answer) => {
    const { stored, mapping } = suggested(answer, ['number of logins']);
    expect(sorted(stored), JSON.stringify(mapping)).toEqual(STORED);
  });
});

describe('an answer about one account', () => {
  it('takes its day from the envelope', () => {
    const { stored } = suggested(
      {
        date: '2026-03-08',
        accounts: [
          { id: 'acme', logins: 3 },
          { id: 'birch', logins: 4 },
        ],
      },
      ['logins'],
    );
    expect(stored).toEqual([
      ['acme', '2026-03-08', 3],
      ['birch', '2026-03-08', 4],
    ]);
  });

  it('leaves the account to be put in where nothing names one', () => {
    const { mapping, warned, stored } = suggested(
      [
        { date: '2026-03-08', logins: 3 },
        { date: '2026-03-09', logins: 4 },
      ],
      ['logins'],
    );
    expect(mapping).toMatchObject({ rowsPath: '@', accountIdPath: null, accountId: expect.any(String) });
    expect(warned).toContain('NO_ACCOUNT');
    expect(stored.map(([, day, value]) => [day, value])).toEqual([
      ['2026-03-08', 3],
      ['2026-03-09', 4],
    ]);
  });
});
