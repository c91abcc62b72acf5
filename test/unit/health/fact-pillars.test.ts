import { describe, expect, test } from 'vitest';
import { financialPillar } from '../../../src/features/health/domain/financial.ts';
import { relationshipPillar } from '../../../src/features/health/domain/relationship.ts';
import { supportPillar } from '../../../src/features/health/domain/support.ts';
import type {
  AccountFacts,
  BillingSnapshot,
  PillarResult,
  SupportSnapshot,
} from '../../../src/features/health/model.ts';
import { addDays } from '../../../src/lib/day.ts';

const NOW = new Date('2026-03-10T12:00:00Z');
const TODAY = '2026-03-10';
const ALL = { touches: true, support: true, billing: true };
const NONE = { touches: false, support: false, billing: false };
const NO_FACTS: AccountFacts = {
  lastTouch: null,
  recentTouches: 0,
  support: null,
  billing: null,
  billingBefore: null,
};
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const scoreOf = ({ score, state }: PillarResult) => [state, score === null ? null : Math.round(score * 10) / 10];
const inputOf = ({ inputs }: PillarResult, kind: string) => inputs.find((input) => input.kind === kind);

describe.each([
  ['RELATIONSHIP', relationshipPillar],
  ['SUPPORT', supportPillar],
  ['FINANCIAL', financialPillar],
] as const)('%s', (pillar, compute) => {
  test('without a source says so', () => {
    expect(compute(NO_FACTS, NONE, NOW)).toEqual({ pillar, state: 'NO_SOURCE', score: null, inputs: [] });
  });
  test.each([
    ['of which nothing is known', null],
    ['of which only other things are known', NO_FACTS],
  ])('of an account %s is not scored', (_, facts) => {
    expect(compute(facts, ALL, NOW)).toEqual({ pillar, state: 'NOT_ENOUGH_DATA', score: null, inputs: [] });
  });
});

describe('relationship', () => {
  const touched = (days: number, more: Partial<AccountFacts> = {}) =>
    relationshipPillar(
      { ...NO_FACTS, lastTouch: { at: daysAgo(days), kind: 'CALL', sentiment: null }, recentTouches: 3, ...more },
      ALL,
      NOW,
    );
  test.each([
    [0, 100],
    [7, 100],
    [30, 50],
    [90, 0],
    [400, 0],
  ])('a touch %i days ago is worth %i', (days, score) => {
    expect(inputOf(touched(days), 'DAYS_SINCE_TOUCH')).toMatchObject({ value: days, comparison: 30, score });
  });
  test('three touches in 90 days are enough, and more are no better', () => {
    expect([0, 1, 3, 9].map((recentTouches) => inputOf(touched(1, { recentTouches }), 'TOUCHES')?.score)).toEqual([
      0,
      expect.closeTo(100 / 3),
      100,
      100,
    ]);
    expect(inputOf(touched(1), 'TOUCHES')?.window).toEqual({ from: '2025-12-11', to: TODAY });
  });
  test('how the last went counts when it is known', () => {
    const felt = (sentiment: 'POSITIVE' | 'NEUTRAL' | 'NEGATIVE' | null) =>
      scoreOf(touched(1, { lastTouch: { at: daysAgo(1), kind: 'CALL', sentiment } }));
    expect([felt('POSITIVE'), felt('NEUTRAL'), felt('NEGATIVE'), felt(null)]).toEqual([
      ['SCORED', 100],
      ['SCORED', 92],
      ['SCORED', 80],
      ['SCORED', 100],
    ]);
  });
});

describe('support', () => {
  const quiet: SupportSnapshot = {
    day: TODAY,
    openTickets: 0,
    urgentTickets: 0,
    oldestTicketHours: null,
    firstResponseHours: null,
    satisfactionRate: null,
  };
  const at = (more: Partial<SupportSnapshot>) =>
    supportPillar({ ...NO_FACTS, support: { ...quiet, ...more } }, ALL, NOW);
  test('nothing open is as good as it can be', () => expect(scoreOf(at({}))).toEqual(['SCORED', 100]));
  test('everything wrong is zero', () => {
    const worst = { openTickets: 10, urgentTickets: 3, oldestTicketHours: 336, firstResponseHours: 48 };
    expect(scoreOf(at({ ...worst, satisfactionRate: 0.5 }))).toEqual(['SCORED', 0]);
  });
  test('a snapshot is good for 30 days, then stale, and its score stays', () => {
    expect(scoreOf(at({ day: addDays(TODAY, -30), openTickets: 10 }))[0]).toBe('SCORED');
    const stale = at({ day: addDays(TODAY, -31), openTickets: 10 });
    expect(scoreOf(stale)).toEqual(['STALE', scoreOf(at({ openTickets: 10 }))[1]]);
  });
});

describe('financial', () => {
  const fine: BillingSnapshot = { day: TODAY, mrr: 100, subscription: 'ACTIVE', payment: 'PAID', overdueDays: 0 };
  const at = (more: Partial<BillingSnapshot>, before: number | null = null) =>
    financialPillar(
      {
        ...NO_FACTS,
        billing: { ...fine, ...more },
        billingBefore: before === null ? null : { ...fine, mrr: before, day: addDays(TODAY, -40) },
      },
      ALL,
      NOW,
    );
  test('paid and active is as good as it can be', () => expect(scoreOf(at({}))).toEqual(['SCORED', 100]));
  test('whoever has canceled is at zero, paid or not', () => {
    expect(scoreOf(at({ subscription: 'CANCELED' }))).toEqual(['SCORED', 0]);
  });
  test.each([
    [50, 0],
    [100, 80],
    [120, 100],
    [300, 100],
  ])('revenue of %i after 100 is worth %i', (mrr, score) => {
    expect(inputOf(at({ mrr }, 100), 'MRR')).toMatchObject({ value: mrr, comparison: 100, score });
  });
  test('revenue where there was none is good; none after none says nothing', () => {
    expect(inputOf(at({ mrr: 5 }, 0), 'MRR')?.score).toBe(100);
    expect(inputOf(at({ mrr: 0 }, 0), 'MRR')).toBeUndefined();
  });
  test('a failed payment costs more than one that is late', () => {
    const scores = (['PAID', 'OPEN', 'OVERDUE', 'FAILED'] as const).map((payment) => at({ payment }).score ?? -1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(4);
  });
  test('a snapshot is good for 45 days', () => {
    expect([at({ day: addDays(TODAY, -45) }).state, at({ day: addDays(TODAY, -46) }).state]).toEqual([
      'SCORED',
      'STALE',
    ]);
  });
});
