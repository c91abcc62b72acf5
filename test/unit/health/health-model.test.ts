import { describe, expect, test } from 'vitest';
import { checkModel } from '../../../src/features/health/domain/check-model.ts';
import { type ModelInput, mergeModel } from '../../../src/features/health/domain/merge-model.ts';
import { DEFAULT_MODEL, type HealthModel } from '../../../src/features/health/model.ts';

const METRICS = ['orders', 'errors', '__proto__'];
const segment = (more: object = {}) => ({ name: 'EU', when: { region: 'EU' }, ...more });
const problemsOf = (input: ModelInput, base: HealthModel = DEFAULT_MODEL) =>
  checkModel(mergeModel(base, input), input, METRICS).map(({ path }) => path.join('.'));

describe('what is given is put over what there is', () => {
  test('nothing changes nothing', () => expect(mergeModel(DEFAULT_MODEL, {})).toEqual(DEFAULT_MODEL));
  test('weights and bands one by one', () => {
    const merged = mergeModel(DEFAULT_MODEL, { weights: { ADOPTION: 25, SUPPORT: 20 }, bands: { healthy: 80 } });
    expect(merged.weights).toEqual({ ADOPTION: 25, ENGAGEMENT: 25, RELATIONSHIP: 15, SUPPORT: 20, FINANCIAL: 15 });
    expect(merged.bands).toEqual({ stable: 50, healthy: 80 });
  });
  test('rules by metric; one that says what holds anyway is none', () => {
    const once = mergeModel(DEFAULT_MODEL, {
      metrics: [
        { name: 'orders', importance: 2 },
        { name: 'errors', direction: 'DOWN_IS_GOOD' },
      ],
    });
    expect(once.metrics).toEqual({
      errors: { importance: 1, direction: 'DOWN_IS_GOOD' },
      orders: { importance: 2, direction: 'UP_IS_GOOD' },
    });
    const twice = mergeModel(once, {
      metrics: [
        { name: 'orders', importance: 1 },
        { name: 'errors', importance: 0 },
      ],
    });
    expect(twice.metrics).toEqual({ errors: { importance: 0, direction: 'DOWN_IS_GOOD' } });
  });
  test('segments replace those there were, and keep only what they were given, whole', () => {
    const first = mergeModel(DEFAULT_MODEL, { segments: [segment({ name: 'old' })] });
    const merged = mergeModel(first, {
      weights: { ADOPTION: 40, ENGAGEMENT: 15 },
      segments: [segment({ weights: { ADOPTION: 30, SUPPORT: 25 } }), segment({ name: 'plain' })],
    });
    expect(merged.segments).toEqual([
      segment({ weights: { ADOPTION: 30, ENGAGEMENT: 15, RELATIONSHIP: 15, SUPPORT: 25, FINANCIAL: 15 } }),
      segment({ name: 'plain' }),
    ]);
  });
});

describe('a model is refused where', () => {
  test.each<[string, ModelInput, string[]]>([
    ['weights do not add up', { weights: { ADOPTION: 31 } }, ['weights']],
    ['a weight is below 0', { weights: { ADOPTION: -1, ENGAGEMENT: 56 } }, ['weights.adoption']],
    ['a weight is above 100', { weights: { ADOPTION: 101 } }, ['weights.adoption', 'weights']],
    ['bands are out of order', { bands: { stable: 70 } }, ['bands']],
    ['a band begins at 0', { bands: { stable: 0 } }, ['bands']],
    ['a band begins at 100', { bands: { healthy: 100 } }, ['bands']],
    ['a metric is unknown', { metrics: [{ name: 'toString', importance: 1 }] }, ['metrics.0.name']],
    ['a metric is given twice', { metrics: [{ name: 'orders' }, { name: 'orders' }] }, ['metrics.1.name']],
    ['importance is out of range', { metrics: [{ name: 'orders', importance: 10.5 }] }, ['metrics.0.importance']],
    ['importance is below 0', { metrics: [{ name: 'orders', importance: -1 }] }, ['metrics.0.importance']],
    ['importance is no number', { metrics: [{ name: 'orders', importance: Number.NaN }] }, ['metrics.0.importance']],
    ['a segment has no condition', { segments: [{ name: 'EU', when: {} }] }, ['segments.0.when']],
    ['a segment has no name', { segments: [segment({ name: '' })] }, ['segments.0.name']],
    ['a condition is empty', { segments: [{ name: 'EU', when: { plan: '' } }] }, ['segments.0.when.plan']],
    ['a condition cannot be stored', { segments: [{ name: 'EU', when: { plan: '\0' } }] }, ['segments.0.when.plan']],
    ['two segments share a name', { segments: [segment(), segment()] }, ['segments.1.name']],
    [
      "a segment's weights do not add up",
      { segments: [segment({ weights: { ADOPTION: 0 } })] },
      ['segments.0.weights'],
    ],
    [
      "a segment's metric is unknown",
      { segments: [segment({ metrics: [{ name: 'x' }] })] },
      ['segments.0.metrics.0.name'],
    ],
    ["a segment's bands are out of order", { segments: [segment({ bands: { stable: 90 } })] }, ['segments.0.bands']],
    [
      'there are 21 segments',
      { segments: Array.from({ length: 21 }, (_, i) => segment({ name: `s${i}` })) },
      ['segments'],
    ],
  ])('%s', (_, input, at) => expect(problemsOf(input)).toEqual(at));
});

test('20 segments, weights of 0 and 100, bands of 1 and 99 and importance of 0 and 10 are fine', () => {
  const weights = { ADOPTION: 100, ENGAGEMENT: 0, RELATIONSHIP: 0, SUPPORT: 0, FINANCIAL: 0 };
  const metrics = [
    { name: 'orders', importance: 0 },
    { name: 'errors', importance: 10 },
  ];
  const segments = Array.from({ length: 20 }, (_, index) => segment({ name: `s${index}`, weights, metrics }));
  expect(problemsOf({ weights, metrics, segments, bands: { stable: 1, healthy: 99 } })).toEqual([]);
});

test('a metric may bear the name of something every object has', () => {
  const { metrics } = mergeModel(DEFAULT_MODEL, { metrics: [{ name: 'constructor', importance: 3 }] });
  expect(Object.entries(metrics)).toEqual([['constructor', { importance: 3, direction: 'UP_IS_GOOD' }]]);
});

test('a model that is too large to be kept in every version is refused', () => {
  const when = { plan: 'p'.repeat(255), region: '\u{1f600}'.repeat(255), attribute: { name: 'n', value: 'v' } };
  const segments = (length: number) =>
    Array.from({ length }, (_, index) => ({ name: `${index} ${'\u{1f600}'.repeat(90)}`, when }));
  const checked = (input: Parameters<typeof mergeModel>[1]) => checkModel(mergeModel(DEFAULT_MODEL, input), input, []);
  expect(checked({ segments: segments(20) })).toEqual([]);
  const names = Array.from({ length: 100 }, (_, index) => `${index} ${'m'.repeat(90)}`);
  const metrics = names.map((name) => ({ name, importance: 3 }));
  const large = { segments: segments(20).map((segment) => ({ ...segment, metrics })) };
  expect(checkModel(mergeModel(DEFAULT_MODEL, large), large, names).map(({ message }) => message)).toEqual([
    'As JSON, a model has at most 64 KB: give segments fewer rules.',
  ]);
});
