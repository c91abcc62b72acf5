import { expect, test } from 'vitest';
import { route } from '../../../../src/assistant/router/route.ts';
import { seeded } from '../../../kit/random.ts';
import { METRICS, TODAY } from './question.ts';
import { QUESTIONS } from './questions.ts';

const ODD = [
  '',
  '\u0000',
  '\ud800',
  '\u202e',
  '"',
  '“',
  '`',
  "'",
  '&',
  '@a',
  '@m @p',
  '__proto__',
  '$&',
  '{}',
  '2026-99-99',
  '0',
  '99999',
  '-',
  '’s',
  '😀',
  'acc_',
  'sig_x',
  '\n',
  'İ',
  'ﬁ',
];
const METRIC_SETS = [
  METRICS,
  [],
  ['__proto__', 'toString', ''],
  ['a', 'of', 'the', 'signals', 'accounts'],
  ['. * +', '()', '[a-'],
];
/** Longer than any of them takes on a slow machine, and far less than a pattern that tries everything would. */
const MOST_MS = 2_000;

test('whatever is asked is understood somehow, alike each time, and soon', () => {
  const random = seeded(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const words = QUESTIONS.flatMap(([question]) => (question.length < 200 ? question.split(' ') : []));
  const long = [
    'which ',
    'how many ',
    'last ',
    'a ',
    'Abcde ',
    'helth ',
    'what data api source ',
    '"',
    '&',
    "a'b-c.d_",
    'between 2026-01-01 and ',
  ];
  const asked = [
    ...long.map((text) => text.repeat(Math.ceil(2_000 / text.length))),
    ...Array.from({ length: 600 }, () =>
      Array.from({ length: 1 + Math.floor(random() * 14) }, () => (random() < 0.1 ? pick(ODD) : pick(words))).join(' '),
    ),
  ];
  for (const question of asked) {
    const vocabulary = { metrics: pick(METRIC_SETS), today: TODAY };
    const start = performance.now();
    const intents = route(question, vocabulary);
    const took = performance.now() - start;
    const what = JSON.stringify(question.slice(0, 200));
    expect(route(question, vocabulary), what).toEqual(intents);
    expect(took, what).toBeLessThan(MOST_MS);
    const [best] = intents;
    expect(best, what).toBeDefined();
    for (const period of best?.slots.periods ?? []) {
      if (period.days)
        expect(period.days.from <= period.days.to && period.days.to < TODAY, `${what} ${JSON.stringify(period)}`).toBe(
          true,
        );
    }
    for (const metric of best?.slots.metrics ?? []) expect(vocabulary.metrics, what).toContain(metric);
  }
});
