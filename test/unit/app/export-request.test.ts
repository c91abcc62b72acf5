import { describe, expect, test } from 'vitest';
import { readExportRequest } from '../../../src/app/export/request.ts';
import { createSlots } from '../../../src/app/export/slots.ts';

describe('the query string of an export', () => {
  test.each([
    ['', { asked: { view: null, filter: null, orderBy: null }, isMarked: false }],
    ['?bom=true', { asked: { view: null, filter: null, orderBy: null }, isMarked: true }],
    ['?view=view_1&q=a%20b', { asked: { view: 'view_1', filter: { text: 'a b' }, orderBy: null }, isMarked: false }],
    [
      '?orderBy=USAGE&direction=DESC&metric=api+calls&q=',
      {
        asked: { view: null, filter: null, orderBy: { field: 'USAGE', direction: 'DESC', metric: 'api calls' } },
        isMarked: false,
      },
    ],
    [
      '?orderBy=ARR',
      {
        asked: { view: null, filter: null, orderBy: { field: 'ARR', direction: 'ASC', metric: null } },
        isMarked: false,
      },
    ],
  ])('%s', (search, value) => expect(readExportRequest(search)).toEqual({ ok: true, value }));

  test.each([
    ['?plan=pro', 'There is no parameter plan.'],
    ['?view=a&view=b', 'Give view once.'],
    ['?orderBy=name', 'orderBy is one of NAME, '],
    ['?orderBy=toString', 'orderBy is one of NAME, '],
    ['?orderBy=NAME&direction=asc', 'direction is ASC or DESC.'],
    ['?direction=ASC', 'direction and metric belong to orderBy.'],
    ['?metric=calls', 'direction and metric belong to orderBy.'],
    ['?bom=1', 'bom is true or false.'],
  ])('%s is refused', (search, message) => {
    expect(readExportRequest(search)).toEqual({ ok: false, error: expect.stringContaining(message) });
  });
});

test('places: so many in all, one for each, and again once they are given back', () => {
  const slots = createSlots(2);
  const [first, second] = [slots.take('a'), slots.take('b')];
  expect([typeof first, slots.take('a'), typeof second, slots.take('c')]).toEqual(['function', null, 'function', null]);
  first?.();
  expect([slots.take('b'), typeof slots.take('a')]).toEqual([null, 'function']);
});
