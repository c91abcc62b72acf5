import { beforeAll, describe, expect, test } from 'vitest';
import { type Dataset, endOn, parseDataset, readDataset, sum } from '../../../src/demo/dataset.ts';
import { leftOut } from '../../../src/demo/left-out.ts';
import { addDays } from '../../../src/lib/day.ts';

const FIRST = '2010-12-01';
const LAST = '2011-12-09';
const TO = '2026-03-09';
const LENGTH = 374;

let dataset: Dataset;
beforeAll(async () => {
  dataset = await readDataset();
});

describe('the files', () => {
  test('hold what their description says', () => {
    expect(dataset.rows).toHaveLength(19_296);
    expect(dataset.customers).toHaveLength(4_372);
    expect(new Set(dataset.rows.map((row) => row.day)).size).toBe(305);
    expect(sum(dataset.rows)).toMatchObject({ orders: 18_536, items: 5_181_696, revenuePence: 830_006_581 });
    expect([dataset.rows.map((row) => row.day).sort()[0], dataset.lastDay]).toEqual([FIRST, LAST]);
  });

  test.each([
    ['date,customer,orders\n', 'begins with'],
    ['date,customer_id,orders,items,revenue,returned_items\n2011-01-01,1,2,3\n', 'Line 2'],
    ['date,customer_id,orders,items,revenue,returned_items\n2011-02-30,1,1,1,1.00,0\n', '2011-02-30'],
    ['date,customer_id,orders,items,revenue,returned_items\n2011-02-20,1,1,,1.00,0\n', 'no number'],
  ])('are refused when damaged', (daily, message) => {
    expect(() => parseDataset(daily, 'customer_id,country,first_order_on\n')).toThrow(message);
  });
});

describe('the shift', () => {
  test('puts the last day where it is wanted and keeps everything', () => {
    const { rowsOf, customers } = endOn(dataset, TO);
    const all = rowsOf({ from: addDays(TO, 1 - LENGTH), to: TO });
    expect(sum(all)).toEqual(sum(dataset.rows));
    expect(all[0]?.day).toBe(addDays(TO, 1 - LENGTH));
    expect(all.at(-1)?.day).toBe(TO);
    expect(rowsOf({ from: TO, to: TO })).toEqual(
      dataset.rows.filter((row) => row.day === LAST).map((row) => ({ ...row, day: TO })),
    );
    const iceland = customers.find((customer) => customer.customerId === '12347');
    expect(iceland).toEqual({ customerId: '12347', country: 'Iceland', firstOrderOn: addDays(TO, 7 - LENGTH) });
  });

  test('leaves the time before the data empty', () => {
    expect(endOn(dataset, TO).rowsOf({ from: addDays(TO, -500), to: addDays(TO, -LENGTH) })).toEqual([]);
  });

  test('goes on after the last day with the days of 52 weeks before, for years', () => {
    const { rowsOf } = endOn(dataset, TO);
    const figures = (day: string) => sum(rowsOf({ from: day, to: day }));
    for (const ahead of [1, 2, 5, 363, 364]) {
      const day = addDays(TO, ahead);
      expect(figures(day)).toEqual(figures(addDays(day, -364)));
      expect(figures(addDays(day, 364))).toEqual(figures(day));
    }
    expect(figures(addDays(TO, 4)).orders).toBeGreaterThan(0);
  });

  test('a shorter question is answered with a part of the longer answer', () => {
    const { rowsOf } = endOn(dataset, TO);
    const week = { from: addDays(TO, -3), to: addDays(TO, 3) };
    const whole = rowsOf({ from: addDays(TO, -30), to: addDays(TO, 30) });
    expect(rowsOf(week)).toEqual(whole.filter((row) => row.day >= week.from && row.day <= week.to));
  });
});

test('about 200 customers are left out, most of them active lately, the same ones each time', () => {
  const out = leftOut(dataset);
  expect(out.size).toBe(201);
  const lately = new Set(dataset.rows.filter((row) => row.day > '2011-11-09').map((row) => row.customerId));
  expect([...out].filter((id) => lately.has(id))).toHaveLength(152);
  expect(leftOut(dataset)).toEqual(out);
  // The explorer's examples are about these two.
  expect([out.has('12347'), out.has('12348')]).toEqual([false, false]);
});
