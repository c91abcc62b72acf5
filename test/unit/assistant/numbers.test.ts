import { describe, expect, test } from 'vitest';
import { unsupportedNumbers } from '../../../src/assistant/numbers.ts';
import type { ToolUse } from '../../../src/assistant/turn.ts';

const use = (data: unknown): ToolUse => ({
  ...{ id: 't1', tool: 'get_account_usage', input: {} },
  outcome: {
    ...{ ok: true, data, freshness: null, about: [], truncated: false },
    days: { from: '2026-03-03', to: '2026-03-09' },
  },
});
const USES = [
  use({
    account: { id: 'acc_01m0000000aaaaaaaaaaaaaaaa', name: 'Store 12', externalCrmId: 'C-88' },
    metrics: [
      { name: '2fa_logins', total: 1_234_567.8, previousTotal: 1_000_000, changeRate: -0.3051 },
      { name: 'seats', total: 42, previousTotal: 60, changeRate: -0.3 },
    ],
    renewalOn: '2027-11-23',
  }),
];
const doubtful = (answer: string, question = '') => unsupportedNumbers(answer, USES, [question]);

describe('what is in the results', () => {
  test.each([
    'as it is: 1,234,567.8 or 1234567.8',
    'as it is elsewhere: 1.234.567,8 and 1 234 567,8 and 1’234’567.8',
    'rounded: 1,234,568, 1.23 million, 1.2M, 1,235 thousand, 1,230k',
    'as a percentage: 30.5 %, 30.51%, 31 percent, 30 %',
    'with its sign or without: -30 %, −30.51 %, a fall of 30%',
    'as a difference or a sum: 18 fewer seats; 102 in both weeks; 234,567.8 more',
    'a length: the last 7 days, 2 metrics',
    'within names: Store 12, 2fa_logins, C-88',
    'references and ids [t1][t12], acc_01m0000000aaaaaaaaaaaaaaaa',
  ])('%s', (answer) => {
    expect(doubtful(answer)).toEqual([]);
  });
});

describe('what is no figure', () => {
  test.each([
    '2026-03-09, 2026-03-09T05:15:00Z, at 05:15 UTC',
    'March 9, Mar 3–9, 3 to 9 March 2026, 9th of May, November 2031',
    'in Q4 2031, by 2031, the 99th, since 2019',
    '1. Acme\n2. Blue\n3. Cyan',
    'v99, COVID-99, abc99',
  ])('%s', (answer) => {
    expect(doubtful(answer)).toEqual([]);
  });
});

describe('what stands nowhere', () => {
  test.each([
    ['It is 99.', ['99']],
    ['1,300,000 calls and 1.3M', ['1,300,000', '1.3M']],
    ['down 35 % or 29%', ['35 %', '29%']],
    ['1,234,569', ['1,234,569']],
    ['$77k, 5x, 300ms', ['77k', '5', '300']],
    ['99 and 99 and 98', ['99', '98']],
    ['3.14 [t1]', ['3.14']],
    ['-8 and −9', ['8', '9']],
    ['１２３４', ['1234']],
  ])('%s', (answer, expected) => {
    expect(doubtful(answer)).toEqual(expected);
  });

  test('unless it was asked', () => {
    expect(doubtful('More than 5,000?', 'Who made more than 5000 calls?')).toEqual([]);
  });

  test('nothing is known where nothing was looked up', () => {
    expect(unsupportedNumbers('42 %', [], [])).toEqual(['42 %']);
  });
});

test('an account whose name is a figure lends it to nothing but itself', () => {
  const named = [use({ name: 'Grew 4,711 %' }), use({ name: '10 Downing' })];
  expect(unsupportedNumbers('Grew 4,711 % is an account', named, [])).toEqual([]);
  expect(unsupportedNumbers('it grew by 4,712 %', named, [])).toEqual(['4,712 %']);
});

test('a long answer about long results is checked in no time', () => {
  const large = Array.from({ length: 16 }, (_, index) =>
    use({
      points: Array.from({ length: 400 }, (_, day) => ({ day: '2026-01-01', value: index * 1_000 + day * 1.37 })),
    }),
  );
  const answer = Array.from({ length: 1_000 }, (_, index) => `${index * 7_919 + 0.123}`).join(' and ');
  const began = performance.now();
  expect(unsupportedNumbers(answer, large, []).length).toBe(50);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('a text of digits and signs alone does not hold it up', () => {
  const began = performance.now();
  for (const piece of ['1,', '1 ', '1.1', '1’', '-1', '1 percent', '99:', '3–'])
    unsupportedNumbers(piece.repeat(20_000), USES, []);
  expect(performance.now() - began).toBeLessThan(4_000);
});
