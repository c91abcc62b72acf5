import { describe, expect, it } from 'vitest';
import type { AccountView } from '../../../src/features/signals/domain/account-view.ts';
import type { ChurnRiskEvidence } from '../../../src/features/signals/domain/evidence.ts';
import type { UsageFrame } from '../../../src/features/signals/domain/usage-frame.ts';
import { addDays } from '../../../src/lib/day.ts';
import { billed, find, frameOf, historyOf, NO_FACTS, settingOf, short, TODAY, viewOf } from '../../kit/signal-views.ts';

const SOURCES = { touches: true, support: true, billing: true };
const FALLING = historyOf([[50, 100]]);
const STEADY = historyOf([[100, 100]]);
const standing = (score: number, before: number | null = score) => ({
  accountId: 'A',
  score,
  band: score < 50 ? ('POOR' as const) : ('STABLE' as const),
  before,
});
const failed = { ...NO_FACTS, billing: billed(100, { payment: 'FAILED', overdueDays: 3 }) };
const touched = (daysAgo: number, facts = NO_FACTS) => ({
  ...facts,
  lastTouch: { at: new Date(`${addDays(TODAY, -daysAgo)}T09:00:00Z`), kind: 'CALL' as const, sentiment: null },
});
const settingFor = (usage: AccountView['usage'], frame: Partial<UsageFrame> = {}) =>
  settingOf({ sources: SOURCES, frame: frameOf([{ name: 'calls' }], usage ? [usage] : [], frame) });
const churn = (more: Partial<AccountView>, frame: Partial<UsageFrame> = {}) => {
  const view = viewOf({ usage: STEADY, facts: touched(3), ...more });
  return find('CHURN_RISK', view, settingFor(view.usage, frame));
};

describe('churn risk', () => {
  it('adds up five weights', () => {
    const all = {
      usage: FALLING,
      facts: touched(31, failed),
      renewalOn: addDays(TODAY, 60),
      standing: standing(40, 50),
    };
    const [finding] = churn(all);
    expect(finding).toMatchObject({ standing: 'HOLDS', severity: 'CRITICAL', evidence: { score: 100, threshold: 50 } });
    const { conditions } = (finding as unknown as { evidence: ChurnRiskEvidence }).evidence;
    expect(conditions).toEqual([
      { kind: 'PAYMENT_FAILURE', state: 'HOLDS', weight: 30, points: 30, value: 3 },
      { kind: 'USAGE_DECLINE', state: 'HOLDS', weight: 25, points: 25, value: -0.5 },
      { kind: 'RENEWAL_NEAR', state: 'HOLDS', weight: 20, points: 20, value: 60 },
      { kind: 'HEALTH_DECLINE', state: 'HOLDS', weight: 15, points: 15, value: -10 },
      { kind: 'NO_TOUCH', state: 'HOLDS', weight: 10, points: 10, value: 31 },
    ]);
  });

  it.each<[string, Partial<AccountView>, string[]]>([
    ['payment 30 and usage 25 are 55', { usage: FALLING, facts: touched(3, failed) }, ['HOLDS MEDIUM']],
    ['payment 30 and renewal 20 are 50', { facts: touched(3, failed), renewalOn: TODAY }, ['HOLDS MEDIUM']],
    ['with usage they are 75', { usage: FALLING, facts: touched(3, failed), renewalOn: TODAY }, ['HOLDS HIGH']],
    ['usage 25 and renewal 20 are 45: a signal there is stays', { usage: FALLING, renewalOn: TODAY }, ['LINGERS LOW']],
    ['payment 30 alone ends it', { facts: touched(3, failed) }, []],
    ['a renewal that is past does not count', { facts: touched(3, failed), renewalOn: addDays(TODAY, -1) }, []],
    ['nor one in 61 days', { facts: touched(3, failed), renewalOn: addDays(TODAY, 61) }, []],
    ['30 days without contact are not too long', { facts: touched(30, failed), renewalOn: addDays(TODAY, 61) }, []],
    ['an account nobody was ever in touch with', { facts: failed, renewalOn: addDays(TODAY, 61) }, ['LINGERS LOW']],
    ['9 points are no decline of health', { facts: touched(3, failed), standing: standing(60, 69) }, []],
    ['a band lower is', { facts: touched(3, failed), standing: standing(69, 70) }, ['LINGERS LOW']],
  ])('%s', (_, more, expected) => expect(short(churn(more))).toEqual(expected));

  it('names what it cannot know, and does not count it', () => {
    const view = viewOf({ usage: FALLING, renewalOn: TODAY, standing: standing(40, 60), facts: null });
    const setting = { ...settingFor(FALLING), sources: { touches: false, support: false, billing: false } };
    const [finding] = find('CHURN_RISK', view, setting);
    const { conditions, score } = (finding as unknown as { evidence: ChurnRiskEvidence }).evidence;
    expect(score).toBe(60);
    expect(conditions.filter(({ state }) => state === 'UNKNOWN').map(({ kind, points }) => [kind, points])).toEqual([
      ['PAYMENT_FAILURE', 0],
      ['NO_TOUCH', 0],
    ]);
  });

  it('is not ended, lowered or raised by days of usage that are unknown', () => {
    const frozen = { isFrozen: true };
    const view = viewOf({ usage: FALLING, facts: touched(3, failed) });
    const before = find('CHURN_RISK', view, settingFor(FALLING));
    expect(short(before)).toEqual(['HOLDS MEDIUM']);
    expect(short(find('CHURN_RISK', view, settingFor(FALLING, frozen), before))).toEqual(['HOLDS MEDIUM']);
    expect(short(find('CHURN_RISK', view, settingFor(FALLING, frozen)))).toEqual(['UNKNOWN']);
    const healed = viewOf({ usage: FALLING, facts: touched(3) });
    expect(short(find('CHURN_RISK', healed, settingFor(FALLING, frozen), before))).toEqual([]);
  });

  it('still counts usage when it has stopped, and there is nothing more to fall', () => {
    const silent = historyOf([[0, 0, 0, 50, 50, 50, 50, 50, 50, 50]]);
    expect(short(churn({ usage: silent, facts: touched(3, failed) }))).toEqual(['HOLDS MEDIUM']);
  });
});

describe('renewal risk', () => {
  const renewal = (days: number, more: Partial<AccountView>, frame: Partial<UsageFrame> = {}) => {
    const view = viewOf({ usage: STEADY, renewalOn: addDays(TODAY, days), ...more });
    return find('RENEWAL_RISK', view, settingFor(view.usage, frame));
  };
  it.each<[string, number, Partial<AccountView>, string[]]>([
    ['91 days ahead', 91, { standing: standing(20) }, []],
    ['90 days ahead', 90, { standing: standing(20) }, ['HOLDS MEDIUM']],
    ['60 days ahead', 60, { standing: standing(20) }, ['HOLDS HIGH']],
    ['30 days ahead', 30, { standing: standing(20) }, ['HOLDS CRITICAL']],
    ['today', 0, { standing: standing(20) }, ['HOLDS CRITICAL']],
    ['past', -1, { standing: standing(20) }, []],
    ['in good health', 10, { standing: standing(60) }, []],
    ['without a score', 10, { standing: null }, []],
    ['health declines', 10, { standing: standing(60, 80) }, ['HOLDS CRITICAL']],
    ['usage declines', 10, { usage: FALLING }, ['HOLDS CRITICAL']],
  ])('%s', (_, days, more, expected) => expect(short(renewal(days, more))).toEqual(expected));

  it('names every reason', () => {
    expect(renewal(10, { usage: FALLING, standing: standing(40, 60) })).toMatchObject([
      { evidence: { reasons: ['POOR_HEALTH', 'HEALTH_DECLINE', 'USAGE_DECLINE'], healthScore: 40, daysToRenewal: 10 } },
    ]);
  });
  it('changes nothing when unknown days could decide', () => {
    expect(short(renewal(10, { usage: FALLING }, { isFrozen: true }))).toEqual(['UNKNOWN']);
  });
});
