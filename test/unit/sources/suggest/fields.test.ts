import { describe, expect, it } from 'vitest';
import { suggested } from './suggested.ts';

const rows = (row: (id: string, day: number) => object) =>
  ['acme', 'birch'].flatMap((id) => [5, 6, 7, 8].map((day) => row(id, day)));
const day = (number: number) => `2026-03-0${number}`;
const midnight = (number: number) => Date.UTC(2026, 2, number) / 1000;

describe('the day', () => {
  it.each([
    ['YYYY-MM-DD', day, 'YYYY_MM_DD'],
    ['compact', (number: number) => 20_260_300 + number, 'YYYYMMDD'],
    ['an instant', (number: number) => `${day(number)}T10:00:00Z`, 'ISO_8601'],
    ['day and time', (number: number) => `${day(number)} 10:00:00`, 'YYYY_MM_DD_HH_MM_SS'],
    ['seconds', midnight, 'UNIX_SECONDS'],
    ['milliseconds as text', (number: number) => String(midnight(number) * 1000), 'UNIX_MILLISECONDS'],
    ['days since 1970', (number: number) => midnight(number) / 86_400, 'UNIX_DAYS'],
    ['microseconds', (number: number) => midnight(number) * 1e6, 'UNIX_MILLISECONDS'],
    ['an hour', (number: number) => `${day(number)}T05`, 'YYYY_MM_DD'],
    ['slashes', (number: number) => `2026/03/0${number}`, 'YYYY_MM_DD'],
    ['the month first', (number: number) => `03/0${number}/2026`, 'YYYY_MM_DD'],
    ['the name of the month', (number: number) => `0${number} Mar 2026`, 'YYYY_MM_DD'],
    ['pieces', (number: number) => ({ year: 2026, month: 3, day: number }), 'YYYY_MM_DD'],
  ])('is read from %s', (_, write, dateFormat) => {
    const { mapping, stored } = suggested(
      rows((account, number) => ({ account, date: write(number), logins: number })),
      ['logins'],
    );
    expect(mapping.dateFormat, JSON.stringify(mapping)).toBe(dateFormat);
    expect(stored.slice(0, 2)).toEqual([
      ['acme', '2026-03-05', 5],
      ['acme', '2026-03-06', 6],
    ]);
  });

  it('is that of the usage, not of the record', () => {
    const answer = rows((account, number) => ({
      ...{ created_at: `${day(number)}T23:00:00Z`, updated_at: '2026-03-11T00:00:00Z', account },
      ...{ period_start: day(number), period_end: day(number + 1), logins: 1 },
    }));
    const { mapping, warned } = suggested(answer, ['logins']);
    expect(mapping.datePath).toBe('period_start');
    expect(warned).toContain('EXCLUSIVE_END_DATE');
  });

  it('says when day and month could be the other way round', () => {
    const { warned } = suggested(
      rows((account, number) => ({ account, date: `03/0${number}/2026`, n: 1 })),
      ['logins'],
    );
    expect(warned).toContain('AMBIGUOUS_DATE');
  });
});

describe('the account', () => {
  const answer = rows((id, number) => ({
    row_id: `${id}-${number}`,
    user_id: `u-${id}`,
    org: id,
    crm_ref: `crm-${id}`,
    day: day(number),
    n: number,
  }));

  it('is what the workspace knows', () => {
    const { mapping, suggestion } = suggested(answer, ['logins'], { knownIds: ['u-acme', 'u-birch'] });
    expect(mapping.accountIdPath).toBe('user_id');
    expect(suggestion.fields.find(({ field }) => field === 'accountIdPath')?.reason).toBe(
      '2 of 2 values are accounts of this workspace.',
    );
  });

  it('is what is named for it, the id of the CRM before others', () => {
    expect(suggested(answer, ['logins']).mapping.accountIdPath).toBe('crm_ref');
  });

  it('is no stand-in for none or for all', () => {
    const more = [
      ...answer,
      { org: '(not set)', crm_ref: '(not set)', day: day(9), n: 1 },
      { org: 'Total', crm_ref: 'Total', day: day(9), n: 99 },
    ];
    const { stored, warned } = suggested(more, ['logins']);
    expect(new Set(stored.map(([id]) => id))).toEqual(new Set(['crm-acme', 'crm-birch']));
    expect(warned).toContain('SENTINEL_ACCOUNT');
  });
});

describe('metrics', () => {
  const of = (fields: object, ...descriptions: string[]) =>
    suggested(
      rows((account, number) => ({ account, day: day(number), ...fields })),
      descriptions,
    );

  it('are matched by words and by what means the same', () => {
    const fields = { apiRequests: 9, 'sessions.total': 8, activeUsers: 7, version: 3 };
    expect(of(fields, 'sessions', 'users active that day', 'API calls made').paths).toEqual([
      '"sessions.total"',
      'activeUsers',
      'apiRequests',
    ]);
  });

  it('are turned into the unit asked for', () => {
    const { paths, warned } = of({ storage_bytes: 2e9 }, 'storage in GB');
    expect(paths).toEqual(['storage_bytes / `1000000000`']);
    expect(warned).toContain('UNIT_CONVERTED');
  });

  it('are made numbers of where they are texts', () => {
    const { paths, warned } = of({ logins: '1,204' }, 'logins');
    expect(paths).toEqual(["to_number(replace(to_string(logins), ',', ''))"]);
    expect(warned).toContain('NUMERIC_STRING');
  });

  it('are left out where nothing fits, and said to be', () => {
    const { mapping, warned } = of({ logins: 4, seats: 3 }, 'logins', 'invoices overdue for a month');
    expect(mapping.metrics.map(({ path }) => path)).toEqual(['logins']);
    expect(warned).toContain('METRIC_NOT_FOUND');
  });

  it('are added up, or not, by what they are', () => {
    const { mapping, warned } = of(
      { logins: 4, seats: 3, avg_response_ms: 20 },
      'logins',
      'seats',
      'average response time',
    );
    expect(mapping.metrics.map(({ aggregation }) => aggregation)).toEqual(['SUM', 'MAX', 'LAST']);
    expect(warned).toContain('AVERAGE_NOT_SUMMED');
  });

  it('are known as totals to date where they only rise', () => {
    const answer = rows((account, number) => ({
      account,
      day: day(number),
      documents: 1_000 + number * (account === 'acme' ? 7 : 3),
    }));
    expect(suggested(answer, ['documents']).warned).toContain('RUNNING_TOTAL');
  });

  it('are counts of rows where each row is an event', () => {
    const answer = rows((account, number) => ({
      id: `${account}${number}`,
      account,
      at: `${day(number)}T01:00:00Z`,
      type: number % 2 ? 'login' : 'export',
    }));
    expect(suggested(answer, ['number of events']).paths).toEqual(['`1`']);
    expect(suggested(answer, ['logins']).paths).toEqual(["type == 'login' ? `1` : `0`"]);
  });

  it('are all that look like usage where none is asked for', () => {
    const { paths } = of({ id: 7, logins: 4, exports: 3, is_paid: true, version: 2 });
    expect(paths).toEqual(['logins', 'exports']);
  });

  it('may bear any name', () => {
    const { paths, stored } = of(
      { constructor: 4, 'it\'s "x"': 3, 'a.b\\c': 2, ログイン: 1 },
      'constructor',
      "it's x",
      'a b c',
      'ログイン',
    );
    expect(paths).toEqual(['constructor', '"it\'s \\"x\\""', '"a.b\\\\c"', '"ログイン"']);
    expect(stored[0]).toEqual(['acme', '2026-03-05', 4, 3, 2, 1]);
  });
});
