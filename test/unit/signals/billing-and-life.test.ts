import { describe, expect, it } from 'vitest';
import { checkRules } from '../../../src/features/signals/domain/check-rules.ts';
import { explain } from '../../../src/features/signals/domain/explain.ts';
import { judgeAccount } from '../../../src/features/signals/domain/judge.ts';
import { type LiveSignal, turnsOf } from '../../../src/features/signals/domain/life.ts';
import { DEFAULT_RULES, patchRules } from '../../../src/features/signals/domain/rules.ts';
import { sameJson } from '../../../src/features/signals/domain/same-json.ts';
import type { Finding } from '../../../src/features/signals/domain/signal.ts';
import { addDays } from '../../../src/lib/day.ts';
import { billed, NO_FACTS, settingOf, THROUGH, viewOf } from '../../kit/signal-views.ts';

const judged = (billing: Parameters<typeof billed>, previousMrr: number | null = null) => {
  const billingBefore = previousMrr === null ? null : billed(previousMrr, {}, addDays(THROUGH, -30));
  const facts = { ...NO_FACTS, billing: billed(...billing), billingBefore };
  return judgeAccount(viewOf({ facts }), settingOf(), new Map());
};

describe('billing', () => {
  it.each<[string, Parameters<typeof billed>, number | null, string[]]>([
    ['in order', [100], 100, []],
    ['failed', [100, { payment: 'FAILED' }], null, ['PAYMENT_FAILED HIGH']],
    ['failed for 30 days', [100, { payment: 'FAILED', overdueDays: 30 }], null, ['PAYMENT_FAILED CRITICAL']],
    ['open', [100, { payment: 'OPEN' }], null, []],
    ['overdue', [100, { payment: 'OVERDUE', overdueDays: 1 }], null, ['PAYMENT_OVERDUE MEDIUM']],
    ['overdue for 30 days', [100, { payment: 'OVERDUE', overdueDays: 30 }], null, ['PAYMENT_OVERDUE HIGH']],
    ['overdue for 60 days', [100, { payment: 'OVERDUE', overdueDays: 60 }], null, ['PAYMENT_OVERDUE CRITICAL']],
    ['canceled', [0, { subscription: 'CANCELED' }], 100, ['SUBSCRIPTION_CANCELED CRITICAL']],
    ['paused is not canceled', [100, { subscription: 'PAUSED' }], 100, []],
    ['a tenth less', [90], 100, ['SUBSCRIPTION_DOWNGRADED LOW']],
    ['half', [50], 100, ['SUBSCRIPTION_DOWNGRADED HIGH']],
    ['less than rounding', [99.5], 100, []],
    ['more', [110], 100, []],
    ['from nothing', [100], 0, []],
  ])('%s', (_, billing, before, expected) => {
    const found = judged(billing, before).filter(({ type }) => type !== 'CHURN_RISK');
    expect(found.map((one) => `${one.type} ${one.standing === 'HOLDS' ? one.severity : one.standing}`)).toEqual(
      expected,
    );
  });

  it('is told in words', () => {
    const say = (found: Finding[]) =>
      found.map((one) => (one.standing === 'UNKNOWN' ? '' : explain(one.type, one.evidence)));
    expect(say(judged([100, { payment: 'OVERDUE', overdueDays: 1 }]))).toEqual([
      'A payment is overdue for 1 day, as of 2026-03-09.',
    ]);
    expect(say(judged([80], 100))).toEqual(['MRR fell by 20 %: 80 on 2026-03-09 after 100 on 2026-02-07.']);
  });
});

describe('the life of a signal', () => {
  const NOW = new Date('2026-03-10T12:00:00Z');
  const [finding] = judged([100, { payment: 'FAILED' }]) as [Finding & { standing: 'HOLDS' }];
  const live = (more: Partial<LiveSignal> = {}): LiveSignal => {
    const { type, subject, severity, evidence } = finding;
    const unchanged = { id: 'sig_1', accountId: 'A', type, subject, severity, evidence };
    return { ...unchanged, state: 'OPEN', snoozedUntil: null, ...more };
  };
  const turns = (signals: LiveSignal[], found: Finding[]) => {
    const { raise, update, wake, resolve } = turnsOf('A', signals, found, NOW);
    return [raise.length, update.length, wake.length, resolve.length];
  };
  const standing = (as: 'LINGERS' | 'UNKNOWN') => ({ ...finding, standing: as }) as Finding;

  it.each<[string, LiveSignal[], Finding[], number[]]>([
    ['begins', [], [finding], [1, 0, 0, 0]],
    ['goes on without a change', [live()], [finding], [0, 0, 0, 0]],
    ['goes on with other figures', [live({ severity: 'LOW' })], [finding], [0, 1, 0, 0]],
    ['goes on while it lingers', [live()], [standing('LINGERS')], [0, 0, 0, 0]],
    ['does not begin where it would linger', [], [standing('LINGERS')], [0, 0, 0, 0]],
    ['does not begin where it is unknown', [], [standing('UNKNOWN')], [0, 0, 0, 0]],
    ['does not change where it is unknown', [live({ severity: 'LOW' })], [standing('UNKNOWN')], [0, 0, 0, 0]],
    ['ends', [live()], [], [0, 0, 0, 1]],
    ['ends when acknowledged, too', [live({ state: 'ACKNOWLEDGED' })], [], [0, 0, 0, 1]],
    ['wakes in time', [live({ state: 'SNOOZED', snoozedUntil: NOW })], [finding], [0, 0, 1, 0]],
    [
      'sleeps until then',
      [live({ state: 'SNOOZED', snoozedUntil: new Date(NOW.getTime() + 1) })],
      [finding],
      [0, 0, 0, 0],
    ],
    ['wakes where it is unknown', [live({ state: 'SNOOZED', snoozedUntil: NOW })], [standing('UNKNOWN')], [0, 0, 1, 0]],
    ['ends instead of waking', [live({ state: 'SNOOZED', snoozedUntil: NOW })], [], [0, 0, 0, 1]],
  ])('%s', (_, signals, found, expected) => expect(turns(signals, found)).toEqual(expected));
});

it('JSON is the same whatever the order of keys', () => {
  expect(sameJson({ a: [1, { b: null, c: 'x' }] }, { a: [1, { c: 'x', b: null }] })).toBe(true);
  for (const other of [{ a: [1] }, { a: [1, { b: 0, c: 'x' }] }, { a: { 0: 1 } }, null, { a: [1, { b: null }] }])
    expect(sameJson({ a: [1, { b: null, c: 'x' }] }, other), JSON.stringify(other)).toBe(false);
});

describe('rules', () => {
  const fields = (patch: Parameters<typeof patchRules>[1]) =>
    checkRules(patchRules(DEFAULT_RULES, patch)).map(({ field }) => field.join('.'));
  it('are good as they come', () => expect(checkRules(DEFAULT_RULES)).toEqual([]));
  it('keep what is left out', () => {
    const patched = patchRules(DEFAULT_RULES, { churnRisk: { weights: { NO_TOUCH: 5, USAGE_DECLINE: 30 } } });
    expect(patched).toEqual({
      ...DEFAULT_RULES,
      churnRisk: {
        ...DEFAULT_RULES.churnRisk,
        weights: { ...DEFAULT_RULES.churnRisk.weights, NO_TOUCH: 5, USAGE_DECLINE: 30 },
      },
    });
  });
  it('are refused where they make no sense', () => {
    expect(fields({ churnRisk: { weights: { NO_TOUCH: 11 } } })).toEqual(['churnRisk.weights']);
    expect(fields({ churnRisk: { weights: { NO_TOUCH: -10, USAGE_DECLINE: 45 } } })).toEqual(['churnRisk.weights']);
    expect(fields({ usageDecline: { fallRate: 0.1 } })).toEqual(['usageDecline.resolveRate']);
    expect(fields({ usageDecline: { fallRate: Number.NaN } })).toEqual(['usageDecline.fallRate']);
    expect(fields({ churnRisk: { threshold: 30 } })).toEqual(['churnRisk.resolveBelow']);
    expect(fields({ churnRisk: { threshold: 50.5 } })).toEqual(['churnRisk.threshold']);
    expect(fields({ renewalRisk: { highDays: 20 } })).toEqual(['renewalRisk']);
    expect(fields({ disengagement: { silentDays: 6 } })).toEqual(['disengagement.silentDays']);
  });
});
