import { describe, expect, test } from 'vitest';
import { daysOfEvidence, factsOf, metricsOf } from '../../../src/assistant/tools/signal-facts.ts';
import type { Evidence } from '../../../src/features/signals/index.ts';

const FALL = { metric: 'calls', value: 40, previousValue: 100, changeRate: -0.6 };
/** One of every kind, and what of it must be told. */
const CASES: readonly [Evidence, Record<string, unknown>, unknown][] = [
  [
    { kind: 'USAGE_DECLINE', ...FALL, through: '2026-03-09', metrics: [FALL] },
    { 'later week': 40, 'earlier week': 100, 'change week over week': -0.6, metric: 'calls' },
    { from: '2026-02-24', to: '2026-03-09' },
  ],
  [
    {
      ...{ kind: 'USAGE_DECLINE', metric: null, value: null, previousValue: null, changeRate: -0.4 },
      ...{ through: '2026-03-09', metrics: [FALL] },
    },
    { metric: 'all together', 'change week over week': -0.4 },
    { from: '2026-02-24', to: '2026-03-09' },
  ],
  [{ kind: 'CHURN_RISK', score: 70, threshold: 50, conditions: [] }, { 'churn risk': 70, 'raised from': 50 }, null],
  [
    {
      ...{
        kind: 'RENEWAL_RISK',
        renewalOn: '2026-04-01',
        daysToRenewal: 22,
        reasons: ['POOR_HEALTH', 'USAGE_DECLINE'],
      },
      ...{ healthScore: 30, previousHealthScore: null, usageChangeRate: -0.5 },
    },
    { 'days to the renewal': 22, 'what speaks against it': 'POOR_HEALTH, USAGE_DECLINE', 'health 30 days ago': null },
    null,
  ],
  [
    {
      ...{ kind: 'DISENGAGEMENT', lastUsedOn: '2026-02-20', through: '2026-03-09', silentDays: 17, usualLimit: 14 },
      ...{ usedWeeks: 9, ofWeeks: 12 },
    },
    { 'days without usage': 17, 'too many for this account from': 14, 'used before in': 9 },
    { from: '2026-02-20', to: '2026-03-09' },
  ],
  [
    { kind: 'EXPANSION', through: '2026-03-09', growthRate: 0.7, blocks: [60, 80, 110, 150], level: 2 },
    { 'growth over 16 weeks': 0.7, 'four weeks, block 4 of 4': 150, 'latest four weeks': 2 },
    { from: '2025-11-18', to: '2026-03-09' },
  ],
  [
    { kind: 'PAYMENT', day: '2026-03-08', payment: 'OVERDUE', overdueDays: 12, mrr: 75 },
    { payment: 'OVERDUE', 'overdue for': 12, 'recurring revenue': 75 },
    { from: '2026-03-08', to: '2026-03-08' },
  ],
  [
    {
      ...{ kind: 'SUBSCRIPTION', day: '2026-03-08', subscription: 'ACTIVE', mrr: 50 },
      ...{ previousDay: '2026-02-01', previousMrr: 100, changeRate: -0.5 },
    },
    { 'recurring revenue': 50, 'recurring revenue then': 100, 'change of recurring revenue': -0.5 },
    { from: '2026-02-01', to: '2026-03-08' },
  ],
  [
    {
      ...{ kind: 'MISMATCH', direction: 'USAGE_FALLS', through: '2026-03-09', usageChangeRate: -0.4, metrics: [FALL] },
      ...{ mrr: 100, previousMrr: 90, mrrDay: '2026-03-08', previousMrrDay: '2026-02-01' },
    },
    { 'which way': 'USAGE_FALLS', 'change of usage': -0.4, 'recurring revenue before': 90 },
    { from: '2026-01-13', to: '2026-03-09' },
  ],
];

describe.each(CASES)('%o', (evidence, told, days) => {
  test('as facts, each with a unit and told once', () => {
    const facts = factsOf(evidence);
    expect(Object.fromEntries(facts.map(({ name, value }) => [name, value]))).toMatchObject(told);
    expect(new Set(facts.map(({ name }) => name)).size).toBe(facts.length);
    expect(facts.filter(({ unit }) => unit === '')).toEqual([]);
  });

  test('no number of it is left out', () => {
    const {
      kind: _,
      metrics: __,
      conditions: ___,
      blocks = [],
      ...rest
    } = evidence as Evidence & {
      metrics?: unknown;
      conditions?: unknown;
      blocks?: readonly number[];
    };
    const numbers = [...Object.values(rest), ...blocks].filter((value) => typeof value === 'number');
    const said = factsOf(evidence).flatMap(({ value, unit }) => [value, ...(unit.match(/\d+/g) ?? []).map(Number)]);
    expect(numbers.filter((value) => !said.includes(value))).toEqual([]);
  });

  test('its metrics and its days', () => {
    expect(metricsOf(evidence)).toEqual('metrics' in evidence ? evidence.metrics : []);
    expect(daysOfEvidence(evidence)).toEqual(days);
  });
});
