import type { Evidence } from '../../features/signals/index.ts';
import type { Resolvers } from '../generated.ts';

const TYPE_NAME = {
  USAGE_DECLINE: 'UsageDeclineEvidence',
  CHURN_RISK: 'ChurnRiskEvidence',
  RENEWAL_RISK: 'RenewalRiskEvidence',
  DISENGAGEMENT: 'DisengagementEvidence',
  EXPANSION: 'ExpansionEvidence',
  PAYMENT: 'PaymentEvidence',
  SUBSCRIPTION: 'SubscriptionEvidence',
  MISMATCH: 'UsageRevenueMismatchEvidence',
} as const satisfies Record<Evidence['kind'], string>;

export const evidenceResolvers: Pick<
  Resolvers,
  | 'SignalEvidence'
  | 'UsageDeclineEvidence'
  | 'DisengagementEvidence'
  | 'ExpansionEvidence'
  | 'UsageRevenueMismatchEvidence'
> = {
  SignalEvidence: { __resolveType: ({ kind }) => TYPE_NAME[kind] },
  UsageDeclineEvidence: { throughDay: ({ through }) => through },
  DisengagementEvidence: { throughDay: ({ through }) => through },
  ExpansionEvidence: { throughDay: ({ through }) => through },
  UsageRevenueMismatchEvidence: { throughDay: ({ through }) => through },
};
