import { dayOfInstant, mustEpochDay } from '../../../lib/day.ts';
import type { BillingSnapshot } from '../model.ts';
import { along, type FactsPillar, scored, unscored, type Weighed } from './facts-pillar.ts';

// Formulas and where they come from: docs/health.md, "Financial".

/** A snapshot says how things stand for this long: a month's invoice and the time to pay it. */
export const BILLING_GOOD_DAYS = 45;

type Rank = { readonly value: number; readonly score: number };
/** Values are ranks, the best highest. */
const PAYMENT: Readonly<Record<BillingSnapshot['payment'], Rank>> = {
  PAID: { value: 3, score: 100 },
  OPEN: { value: 2, score: 90 },
  OVERDUE: { value: 1, score: 40 },
  FAILED: { value: 0, score: 0 },
};
const SUBSCRIPTION: Readonly<Record<BillingSnapshot['subscription'], Rank>> = {
  ACTIVE: { value: 3, score: 100 },
  TRIALING: { value: 2, score: 70 },
  PAUSED: { value: 1, score: 20 },
  CANCELED: { value: 0, score: 0 },
};
const OVERDUE_DAYS = [
  [0, 100],
  [60, 0],
] as const;
/** Against what it was: lost by half, kept, grown by a fifth. */
const MRR_CHANGE = [
  [-0.5, 0],
  [0, 80],
  [0.2, 100],
] as const;

/** Whether the account pays, and whether it pays more or less than it did. */
export const financialPillar: FactsPillar = (facts, sources, now) => {
  if (!sources.billing) return unscored('FINANCIAL', 'NO_SOURCE');
  const billing = facts?.billing;
  if (!billing) return unscored('FINANCIAL', 'NOT_ENOUGH_DATA');
  const age = mustEpochDay(dayOfInstant(now.getTime())) - mustEpochDay(billing.day);
  const state = age > BILLING_GOOD_DAYS ? 'STALE' : 'SCORED';
  const subscription = { kind: 'SUBSCRIPTION', ...SUBSCRIPTION[billing.subscription], comparison: null, share: 0.25 };
  // Who has left and paid is no better for having paid.
  if (billing.subscription === 'CANCELED') return scored('FINANCIAL', state, [subscription]);
  return scored('FINANCIAL', state, [
    { kind: 'PAYMENT', ...PAYMENT[billing.payment], comparison: null, share: 0.35 },
    {
      kind: 'OVERDUE_DAYS',
      value: billing.overdueDays,
      comparison: 0,
      score: along(OVERDUE_DAYS, billing.overdueDays),
      share: 0.15,
    },
    subscription,
    mrrInput(billing.mrr, facts.billingBefore?.mrr ?? null),
  ]);
};

/** Null when there is nothing to compare: not known, or nothing then and nothing now. */
function mrrInput(mrr: number | null, before: number | null): Weighed | null {
  if (mrr === null || before === null || (mrr === 0 && before === 0)) return null;
  const change = before === 0 ? 1 : (mrr - before) / before;
  return { kind: 'MRR', value: mrr, comparison: before, score: along(MRR_CHANGE, change), share: 0.25 };
}
