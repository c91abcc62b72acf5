import type { Day } from '../../../lib/day.ts';

// Stored as JSON and sent with webhooks: fields are added, never renamed.

export type MetricFall = {
  readonly metric: string;
  readonly value: number;
  readonly previousValue: number;
  /** Where -0.3 means 30 % less. */
  readonly changeRate: number;
};

export type UsageDeclineEvidence = {
  readonly kind: 'USAGE_DECLINE';
  /** Null for all metrics together. */
  readonly metric: string | null;
  /** Last day of the week; the one it is compared with ends seven days before. */
  readonly through: Day;
  /** Of one metric; null for all together, whose units differ. */
  readonly value: number | null;
  readonly previousValue: number | null;
  readonly changeRate: number;
  /** What the change of all together is made of. */
  readonly metrics: readonly MetricFall[];
};

export const CHURN_CONDITIONS = [
  'PAYMENT_FAILURE',
  'USAGE_DECLINE',
  'RENEWAL_NEAR',
  'HEALTH_DECLINE',
  'NO_TOUCH',
] as const;
export type ChurnConditionKind = (typeof CHURN_CONDITIONS)[number];

export type ChurnCondition = {
  readonly kind: ChurnConditionKind;
  readonly state: 'HOLDS' | 'DOES_NOT_HOLD' | 'UNKNOWN';
  readonly weight: number;
  /** The weight when it holds, otherwise 0. */
  readonly points: number;
  /** The figure that decided: days, points or a rate, as the kind says; null without one. */
  readonly value: number | null;
};

export type ChurnRiskEvidence = {
  readonly kind: 'CHURN_RISK';
  readonly score: number;
  readonly threshold: number;
  readonly conditions: readonly ChurnCondition[];
};

export type RenewalReason = 'POOR_HEALTH' | 'HEALTH_DECLINE' | 'USAGE_DECLINE';

export type RenewalRiskEvidence = {
  readonly kind: 'RENEWAL_RISK';
  readonly renewalOn: Day;
  readonly daysToRenewal: number;
  readonly reasons: readonly RenewalReason[];
  readonly healthScore: number | null;
  readonly previousHealthScore: number | null;
  readonly usageChangeRate: number | null;
};

export type DisengagementEvidence = {
  readonly kind: 'DISENGAGEMENT';
  readonly lastUsedOn: Day;
  readonly through: Day;
  readonly silentDays: number;
  /** How many days without usage would have been too many for this account. */
  readonly usualLimit: number;
  readonly usedWeeks: number;
  readonly ofWeeks: number;
};

export type ExpansionEvidence = {
  readonly kind: 'EXPANSION';
  readonly through: Day;
  readonly growthRate: number;
  /** Four blocks of four weeks, the oldest first, where 100 is their mean. */
  readonly blocks: readonly number[];
  /** Where 1 is the workspace's median account. */
  readonly level: number;
};

export type PaymentEvidence = {
  readonly kind: 'PAYMENT';
  readonly day: Day;
  readonly payment: 'OPEN' | 'PAID' | 'OVERDUE' | 'FAILED';
  readonly overdueDays: number;
  readonly mrr: number | null;
};

export type SubscriptionEvidence = {
  readonly kind: 'SUBSCRIPTION';
  readonly day: Day;
  readonly subscription: 'ACTIVE' | 'TRIALING' | 'PAUSED' | 'CANCELED';
  readonly mrr: number | null;
  readonly previousDay: Day | null;
  readonly previousMrr: number | null;
  readonly changeRate: number | null;
};

export type MismatchEvidence = {
  readonly kind: 'MISMATCH';
  readonly direction: 'USAGE_FALLS' | 'REVENUE_FALLS';
  readonly through: Day;
  readonly usageChangeRate: number;
  readonly metrics: readonly MetricFall[];
  readonly mrr: number;
  readonly previousMrr: number;
  readonly mrrDay: Day;
  readonly previousMrrDay: Day;
};

/** The figures that fired a signal, as they were last seen. */
export type Evidence =
  | UsageDeclineEvidence
  | ChurnRiskEvidence
  | RenewalRiskEvidence
  | DisengagementEvidence
  | ExpansionEvidence
  | PaymentEvidence
  | SubscriptionEvidence
  | MismatchEvidence;

/** Rates to four places: enough for any threshold, and the same when computed again in another order. */
export const rounded = (rate: number): number => Math.round(rate * 10_000) / 10_000 || 0;
