import { expect, test } from 'vitest';
import { readingOf } from '../../../src/features/sources/domain/reading.ts';
import { aMapping } from '../../kit/mappings.ts';

test.each<[string, string]>([
  ['data.rows', 'TEMPLATE'],
  ['@', 'TEMPLATE'],
  ['"a.b"[0].rows', 'TEMPLATE'],
  ["data.rows[?type == 'x']", 'ROWS'],
  ['data[*].days[]', 'ROWS'],
  ['rows[*].merge(@, {n: `1`})', 'ROWS'],
  ['accounts[*].[let $id=id in days[*].{id:$id,day:day}][][]', 'ROWS'],
  ['items(@)', 'DOCUMENT'],
  ['zip(days, calls)', 'DOCUMENT'],
  ['let $x = days in series[*].{d: $x}', 'DOCUMENT'],
  ['rows[-7:]', 'DOCUMENT'],
  ['pages[-1].rows', 'DOCUMENT'],
  ['rows[?id == $.id]', 'DOCUMENT'],
  ['[eu, us][]', 'DOCUMENT'],
])('rows at %s are read as %s', (rowsPath, reading) => {
  expect(readingOf(aMapping({ rowsPath }))).toBe(reading);
});

const logins = (path: string) => [{ name: 'logins', path, aggregation: 'SUM' as const }];

test.each<[object, string]>([
  [{ metrics: logins('usage.calls') }, 'TEMPLATE'],
  [{ metrics: logins('`1`') }, 'TEMPLATE'],
  [{ metrics: logins('to_number(usage.calls)') }, 'TEMPLATE'],
  [{ metrics: logins('usage[0].calls') }, 'TEMPLATE'],
  [{ accountIdPath: null, accountId: 'A-1' }, 'TEMPLATE'],
  [{ metrics: logins('calls[-1]') }, 'ROWS'],
  [{ metrics: logins('length(logins)') }, 'ROWS'],
  [{ datePath: 'day[:10]' }, 'ROWS'],
  [{ accountIdPath: "replace(tag, 'account:', '')" }, 'ROWS'],
  // Whatever the metrics are: it is the list that cannot be found before all is there.
  [{ rowsPath: 'items(@)', metrics: logins('length(logins)') }, 'DOCUMENT'],
])('%j is read as %s', (changes, reading) => {
  expect(readingOf(aMapping(changes))).toBe(reading);
});
