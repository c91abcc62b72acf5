import { expect, test } from 'vitest';
import { called, figure, mean, moved, percent } from '../../../../src/assistant/router/say.ts';
import { figuresOf } from '../../../../src/assistant/router/templates/usage.ts';

test('figures are exact, and what is not known is no zero', () => {
  const said = [null, 0, -0, 1234567, -1234.5, 2 ** 53, 0.1 + 0.2, 1e-9, 1e21].map((value) => figure(value));
  expect(said).toEqual([
    'not known',
    '0',
    '0',
    '1,234,567',
    '-1,234.5',
    '9,007,199,254,740,992',
    '0.3',
    '1e-9',
    '1,000,000,000,000,000,000,000',
  ]);
  expect([1 / 3, 0.001, null].map((value) => mean(value))).toEqual(['0.33', '0.001', 'not known']);
});

test('changes are percents', () => {
  expect([-0.1866, 0.3, 0, 12.5, 0.0001].map(moved)).toEqual([
    'down 18.7%',
    'up 30%',
    'unchanged',
    'up 1,250%',
    'up less than 0.1%',
  ]);
  expect(percent(-1)).toBe('100%');
});

const sum = (total: number | null, previousTotal: number | null, changeRate: number | null) =>
  figuresOf({ aggregation: 'SUM', total, previousTotal, changeRate, latest: total, average: total });
const gauge = (latest: number | null, average: number | null, changeRate: number | null) =>
  figuresOf({ aggregation: 'LAST', total: null, previousTotal: null, changeRate, latest, average });

test('a change is told with both its figures, a gauge without a sum', () => {
  expect(sum(2440, 3000, -0.186666)).toBe('2,440, down 18.7% from 3,000');
  expect(sum(5, 0, null)).toBe('5, from 0 before');
  expect(sum(5, null, null)).toBe('5, with nothing before to compare with');
  expect(sum(null, 5, null)).toBe('not known (5 before)');
  expect(sum(null, null, null)).toBe('not known');
  expect(sum(0, 0, null)).toBe('0, as before');
  expect(gauge(5, 5.255, 0.1)).toBe('5 at last, 5.26 on average, the average up 10%');
  expect(gauge(null, null, null)).toBe('not known');
});

test('names are data: on one line, cut, and set off when they are no plain names', () => {
  expect(called('Zoë & Söhne GmbH')).toBe('Zoë & Söhne GmbH');
  expect(called('The "Best" Shop')).toBe('“The "Best" Shop”');
  expect(called('A\nB\u202e')).toBe('“A\ufffdB\ufffd”');
  expect(called('x'.repeat(300))).toHaveLength(82);
  expect(called('[here](https://evil.example)')).toBe('“[here](https://evil.example)”');
});
