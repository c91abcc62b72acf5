import { describe, expect, test } from 'vitest';
import { financialPillar } from '../../../src/features/health/domain/financial.ts';
import { relationshipPillar } from '../../../src/features/health/domain/relationship.ts';
import { supportPillar } from '../../../src/features/health/domain/support.ts';
import type { AccountFacts, BillingSnapshot, Sentiment, SupportSnapshot } from '../../../src/features/health/model.ts';
import { addDays } from '../../../src/lib/day.ts';
import { seeded } from '../../kit/random.ts';

const NOW = new Date('2026-03-10T12:00:00Z');
const ALL = { touches: true, support: true, billing: true };
const CASES = 3_000;

const random = seeded(5);
const below = (limit: number) => Math.floor(random() * limit);
const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
const maybe = <T>(value: T): T | null => (random() < 0.3 ? null : value);

const SENTIMENTS: readonly (Sentiment | null)[] = ['POSITIVE', 'NEUTRAL', 'NEGATIVE', null];
const SUBSCRIPTIONS = ['ACTIVE', 'TRIALING', 'PAUSED', 'CANCELED'] as const;
const PAYMENTS = ['PAID', 'OPEN', 'OVERDUE', 'FAILED'] as const;

function anySupport(): SupportSnapshot {
  const openTickets = pick([0, 0, 1, 2, below(40)]);
  return {
    day: addDays('2026-03-10', -below(60)),
    openTickets,
    urgentTickets: below(openTickets + 1),
    oldestTicketHours: maybe(random() * 500),
    firstResponseHours: maybe(random() * 100),
    satisfactionRate: maybe(random()),
  };
}
const anyBilling = (): BillingSnapshot => ({
  day: addDays('2026-03-10', -below(60)),
  mrr: maybe(pick([0, below(1000)])),
  subscription: pick(SUBSCRIPTIONS),
  payment: pick(PAYMENTS),
  overdueDays: pick([0, below(100)]),
});
const anyFacts = (): AccountFacts => ({
  lastTouch: { at: new Date(NOW.getTime() - random() * 120 * 86_400_000), kind: 'CALL', sentiment: pick(SENTIMENTS) },
  recentTouches: below(8),
  support: anySupport(),
  billing: anyBilling(),
  billingBefore: maybe(anyBilling()),
});

const PILLARS = { relationship: relationshipPillar, support: supportPillar, financial: financialPillar };
type Name = keyof typeof PILLARS;

/** One thing made worse, and nothing else; null where it cannot be. */
const WORSE: readonly [Name, string, (facts: AccountFacts) => AccountFacts | null][] = [
  [
    'relationship',
    'the last touch is longer ago',
    ({ lastTouch, ...rest }) =>
      lastTouch && { ...rest, lastTouch: { ...lastTouch, at: new Date(lastTouch.at.getTime() - random() * 1e10) } },
  ],
  ['relationship', 'fewer touches', (facts) => ({ ...facts, recentTouches: below(facts.recentTouches + 1) })],
  [
    'relationship',
    'it went worse',
    ({ lastTouch, ...rest }) =>
      lastTouch?.sentiment === 'POSITIVE' || lastTouch?.sentiment === 'NEUTRAL'
        ? {
            ...rest,
            lastTouch: { ...lastTouch, sentiment: lastTouch.sentiment === 'POSITIVE' ? 'NEUTRAL' : 'NEGATIVE' },
          }
        : null,
  ],
  ['support', 'a ticket more', onSupport((one) => ({ openTickets: one.openTickets + 1 }))],
  [
    'support',
    'a ticket more, young',
    onSupport((one) => ({
      openTickets: one.openTickets + 1,
      oldestTicketHours: one.openTickets === 0 ? random() * 500 : one.oldestTicketHours,
    })),
  ],
  [
    'support',
    'one more is urgent',
    onSupport((one) => (one.urgentTickets < one.openTickets ? { urgentTickets: one.urgentTickets + 1 } : {})),
  ],
  [
    'support',
    'the oldest waits longer',
    onSupport(({ oldestTicketHours: hours }) => (hours === null ? {} : { oldestTicketHours: hours + random() * 300 })),
  ],
  [
    'support',
    'answers take longer',
    onSupport(({ firstResponseHours: hours }) => (hours === null ? {} : { firstResponseHours: hours + random() * 50 })),
  ],
  [
    'support',
    'fewer are content',
    onSupport(({ satisfactionRate: rate }) => (rate === null ? {} : { satisfactionRate: rate * random() })),
  ],
  [
    'financial',
    'payment stands worse',
    onBilling(({ payment }) => ({ payment: PAYMENTS[PAYMENTS.indexOf(payment) + 1] ?? payment })),
  ],
  ['financial', 'overdue for longer', onBilling(({ overdueDays }) => ({ overdueDays: overdueDays + below(50) }))],
  [
    'financial',
    'the subscription stands worse',
    onBilling(({ subscription: now }) => ({
      subscription: SUBSCRIPTIONS[SUBSCRIPTIONS.indexOf(now) + 1] ?? now,
    })),
  ],
];
function onSupport(change: (one: SupportSnapshot) => Partial<SupportSnapshot>) {
  return (facts: AccountFacts) =>
    facts.support && { ...facts, support: { ...facts.support, ...change(facts.support) } };
}
function onBilling(change: (one: BillingSnapshot) => Partial<BillingSnapshot>) {
  return (facts: AccountFacts) =>
    facts.billing && { ...facts, billing: { ...facts.billing, ...change(facts.billing) } };
}

describe.each(Object.entries(PILLARS))('%s', (name, compute) => {
  test('is between 0 and 100, the mean of its inputs by shares that add up to 1', () => {
    for (let number = 0; number < CASES; number++) {
      const facts = anyFacts();
      const { score, inputs } = compute(facts, ALL, NOW);
      const sum = (of: (input: (typeof inputs)[number]) => number) => inputs.reduce((all, input) => all + of(input), 0);
      const told = `${name}: ${JSON.stringify({ facts, score, inputs })}`;
      expect(score !== null && score >= 0 && score <= 100, told).toBe(true);
      expect(Math.abs(sum((input) => input.share) - 1) < 1e-9, told).toBe(true);
      expect(Math.abs(sum((input) => input.share * input.score) - (score ?? -1)) < 1e-9, told).toBe(true);
      expect(
        inputs.every((input) => input.score >= 0 && input.score <= 100),
        told,
      ).toBe(true);
    }
  });

  test('a stale snapshot keeps its score however old it grows', () => {
    for (let number = 0; number < 300; number++) {
      const facts = anyFacts();
      const later = compute(facts, ALL, new Date(NOW.getTime() + 300 * 86_400_000));
      if (name === 'relationship') expect(later.state).toBe('SCORED');
      else expect([later.state, later.score]).toEqual(['STALE', compute(facts, ALL, NOW).score]);
    }
  });
});

test.each(WORSE)('%s is no better when %s', (name, _, worsen) => {
  let tried = 0;
  let lower = 0;
  for (let number = 0; number < CASES; number++) {
    const facts = anyFacts();
    const worse = worsen(facts);
    if (!worse) continue;
    const [before, after] = [PILLARS[name](facts, ALL, NOW).score ?? -1, PILLARS[name](worse, ALL, NOW).score ?? -1];
    expect(after <= before + 1e-9, `${before} -> ${after}: ${JSON.stringify({ facts, worse })}`).toBe(true);
    tried++;
    if (after < before) lower++;
  }
  expect(tried).toBeGreaterThan(CASES / 10);
  expect(lower, 'it never mattered').toBeGreaterThan(0);
});

test('less revenue than before is no better', () => {
  for (let number = 0; number < CASES; number++) {
    const facts = anyFacts();
    const mrr = facts.billing?.mrr;
    if (!facts.billing || !facts.billingBefore?.mrr || !mrr) continue;
    const worse = { ...facts, billing: { ...facts.billing, mrr: mrr * random() } };
    const [before, after] = [facts, worse].map((one) => financialPillar(one, ALL, NOW).score ?? -1);
    expect((after ?? -1) <= (before ?? -1) + 1e-9, JSON.stringify({ facts, worse })).toBe(true);
  }
});
