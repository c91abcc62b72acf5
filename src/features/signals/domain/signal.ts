import type { Day } from '../../../lib/day.ts';
import type { Evidence } from './evidence.ts';

/** What can be the matter with an account, in the order of the schema. */
export const SIGNAL_TYPES = [
  'USAGE_DECLINE',
  'CHURN_RISK',
  'RENEWAL_RISK',
  'DISENGAGEMENT',
  'EXPANSION',
  'PAYMENT_FAILED',
  'PAYMENT_OVERDUE',
  'SUBSCRIPTION_CANCELED',
  'SUBSCRIPTION_DOWNGRADED',
  'USAGE_REVENUE_MISMATCH',
] as const;
export type SignalType = (typeof SIGNAL_TYPES)[number];

/** Good news: shown like the others, and left out of an account's worst severity. */
export const POSITIVE_TYPES: readonly SignalType[] = ['EXPANSION'];

/** From least to worst; stored as 1 to 4. */
export const SEVERITIES = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const rankOf = (severity: Severity): number => SEVERITIES.indexOf(severity) + 1;
export const severityOf = (rank: number): Severity => SEVERITIES[rank - 1] ?? 'LOW';
export const worst = (all: readonly Severity[]): Severity => severityOf(Math.max(...all.map(rankOf)));

export const SIGNAL_STATES = ['OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'RESOLVED'] as const;
export type SignalState = (typeof SIGNAL_STATES)[number];

/** One thing about one account that somebody should know, from when it began to hold until it ended. */
export type Signal = {
  readonly id: string;
  readonly accountId: string;
  readonly type: SignalType;
  /** The metric's name, or what else tells signals of one type apart; empty when nothing needs to. */
  readonly subject: string;
  readonly severity: Severity;
  readonly state: SignalState;
  readonly evidence: Evidence;
  readonly raisedAt: Date;
  readonly raisedOn: Day;
  readonly updatedAt: Date;
  readonly acknowledgedAt: Date | null;
  /** The id of the key that did. */
  readonly acknowledgedBy: string | null;
  readonly note: string | null;
  readonly snoozedUntil: Date | null;
  readonly resolvedAt: Date | null;
};

type About = { readonly type: SignalType; readonly subject: string };
type Shown = { readonly severity: Severity; readonly day: Day; readonly evidence: Evidence };

/**
 * What a condition says of an account. `HOLDS`: enough to raise a signal. `LINGERS`: too little to raise one, too much to resolve
 * the one there is. `UNKNOWN`: the days are not known, so that nothing changes. A signal that nothing is found for is resolved.
 */
export type Finding = About & (({ readonly standing: 'HOLDS' | 'LINGERS' } & Shown) | { readonly standing: 'UNKNOWN' });

export const keyOf = ({ type, subject }: About): string => `${type} ${subject}`;
