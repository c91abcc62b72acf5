import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../src/features/sources/domain/mapping.ts';
import { newRow, type Row, readRow } from '../../../src/features/sources/domain/read-row.ts';
import { compiled } from '../../kit/mappings.ts';

const DAYS = { fromDay: 20_605, toDay: 20_634, dropOutside: false };
const GOOD = { day: '2026-06-15', id: 'acme', logins: 3, seats: 7 };

function read(changes: object, mapping: Partial<Mapping> = {}, dropOutside = false): Row {
  const compiledMapping = compiled(mapping);
  const row = newRow(compiledMapping);
  readRow(compiledMapping, { ...GOOD, ...changes }, row, { ...DAYS, dropOutside });
  return row;
}
const messages = (row: Row) => row.faults.map((fault) => fault.message);

describe('the account id', () => {
  it.each([
    ['acme', 'acme'],
    ['  acme\t\r\n', 'acme'],
    ['\u00a0acme', '\u00a0acme'],
    ['ACME', 'ACME'],
    [12, '12'],
    [0, '0'],
    [-0, '0'],
    [-5, '-5'],
    [9007199254740991, '9007199254740991'],
    ['\u{1f600}'.repeat(255), '\u{1f600}'.repeat(255)],
  ])('%j is %j', (id, expected) => expect(read({ id })).toMatchObject({ state: 'mapped', externalId: expected }));

  it.each([[null], [undefined], [''], ['  \t ']])('%j: the row is skipped', (id) => {
    const row = read({ id, day: 'nonsense', logins: 'nonsense' });
    expect(row.state).toBe('skipped');
    expect(messages(row)).toEqual(['account_id missing or empty']);
  });

  it.each([
    [1.5, 'account_id: not a text or an integer'],
    [true, 'account_id: not a text or an integer'],
    [{}, 'account_id: not a text or an integer'],
    [['a'], 'account_id: not a text or an integer'],
    [9007199254740992, 'account_id: integer too large to be exact'],
    [1e300, 'account_id: integer too large to be exact'],
    ['x'.repeat(256), 'account_id: longer than 255 characters'],
    ['a\0b', 'account_id: not valid text'],
    ['a\ud800', 'account_id: not valid text'],
    ['\udc00b', 'account_id: not valid text'],
  ])('%j: %s', (id, message) => {
    const row = read({ id });
    expect(row).toMatchObject({ state: 'error', externalId: null });
    expect(messages(row)).toEqual([message]);
  });
});

describe('a metric', () => {
  it.each([
    [3, 3],
    [0, 0],
    [-2.5, -2.5],
    [1e100, 1e100],
    [-1e100, -1e100],
    [1e-100, 1e-100],
    [1e-101, 0],
    [-5e-324, 0],
  ])('%j is stored', (logins, expected) =>
    expect(read({ logins })).toMatchObject({ state: 'mapped', values: new Float64Array([expected, 7]) }),
  );

  it.each([1e101, -1.7e308])('%j is too large: days are added up', (logins) => {
    const row = read({ logins });
    expect(messages(row)).toEqual(['metric logins: not numeric']);
    expect(row.faults[0]?.hint).toBe('The number is too large to be stored.');
  });

  it('negative zero is zero', () => expect(Object.is(read({ logins: -0 }).values[0], 0)).toBe(true));

  it.each([[null], [undefined]])('%j is missing and the others are kept', (logins) => {
    expect(read({ logins })).toMatchObject({ state: 'mapped', values: new Float64Array([Number.NaN, 7]) });
  });

  it.each([
    ['5', 'to_number(logins)'],
    ['', 'to_number(logins)'],
    [true, 'logins && `1` || `0`'],
    [{}, 'must give a number'],
    [[1], 'sum(logins)'],
    [Number.POSITIVE_INFINITY, 'too large'],
  ])('%j is not numeric, which makes the whole row an error', (logins, hint) => {
    const row = read({ logins });
    expect(row).toMatchObject({ state: 'error', values: new Float64Array([Number.NaN, 7]) });
    expect(row.faults).toEqual([
      { path: 'logins', message: 'metric logins: not numeric', hint: expect.stringContaining(hint), value: logins },
    ]);
  });

  it('all missing is an error that names them', () => {
    const row = read({ logins: null, seats: undefined });
    expect(row.state).toBe('error');
    expect(messages(row)).toEqual(['every metric missing (logins, seats)']);
  });

  it('whose expression throws is an error of its row', () => {
    const metrics = [{ name: 'total', path: 'sum(parts)', aggregation: 'SUM' as const }];
    expect(messages(read({ parts: [1, 2] }, { metrics }))).toEqual([]);
    const row = read({ parts: null }, { metrics });
    expect(row.state).toBe('error');
    expect(row.faults[0]).toMatchObject({
      path: 'total',
      message: 'metric total: expression failed',
      hint: expect.stringContaining('sum()'),
    });
  });

  it('with a dash in its name gets a hint', () => {
    const metrics = [{ name: 'users', path: 'active-users', aggregation: 'SUM' as const }];
    expect(read({ 'active-users': 5 }, { metrics }).faults[0]?.hint).toContain('"active-users"');
  });
});

describe('a row', () => {
  it('tells all its errors at once', () => {
    const row = read({ id: {}, day: '2026-02-30', logins: 'x' });
    expect(messages(row)).toEqual([
      'account_id: not a text or an integer',
      'date: no such day',
      'metric logins: not numeric',
    ]);
  });

  it('leaves nothing behind for the next', () => {
    const mapping = compiled();
    const row = newRow(mapping);
    readRow(mapping, { ...GOOD, day: 'x' }, row, DAYS);
    readRow(mapping, GOOD, row, DAYS);
    expect(row).toMatchObject({ state: 'mapped', externalId: 'acme', faults: [], values: new Float64Array([3, 7]) });
    readRow(mapping, null, row, DAYS);
    expect(row).toMatchObject({ state: 'skipped', externalId: null, day: null });
  });

  it.each([['2026-05-31'], ['2026-07-01']])('of %s is dropped by an extract unread, and mapped by a preview', (day) => {
    expect(read({ day, logins: 'x' }, {}, true)).toMatchObject({ state: 'outside', faults: [] });
    expect(read({ day }, {}, false).state).toBe('mapped');
  });

  it.each([['2026-06-01'], ['2026-06-30']])('of %s is inside the window', (day) =>
    expect(read({ day }, {}, true).state).toBe('mapped'),
  );

  it.each([[5], ['text'], [null], [[1, 2]]])('that is %j and no object has no account', (source) => {
    const mapping = compiled();
    const row = newRow(mapping);
    readRow(mapping, source, row, DAYS);
    expect(row.state).toBe('skipped');
  });
});
