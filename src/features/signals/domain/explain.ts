import { listed, readable } from '../../../lib/readable.ts';
import type { ChurnCondition, Evidence, MetricFall } from './evidence.ts';
import type { SignalType } from './signal.ts';

const percent = (rate: number): string => `${Math.round(Math.abs(rate) * 100)} %`;
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const inDays = (count: number): string => (count === 0 ? 'today' : `in ${days(count)}`);
const fell = ({ metric, value, previousValue, changeRate }: MetricFall): string =>
  `${metric} ${changeRate < 0 ? 'fell' : 'grew'} by ${percent(changeRate)} (${readable(value)} after ${readable(previousValue)})`;

const REASONS = {
  POOR_HEALTH: 'its health is poor',
  HEALTH_DECLINE: 'its health declines',
  USAGE_DECLINE: 'its usage declines',
} as const;

/** A signal's evidence in one sentence, for people. */
export function explain(type: SignalType, evidence: Evidence): string {
  switch (evidence.kind) {
    case 'USAGE_DECLINE': {
      const { metric, value, previousValue, changeRate, through, metrics } = evidence;
      if (metric !== null)
        return `${metric} fell by ${percent(changeRate)} in the 7 days to ${through}: ${readable(value ?? 0)} after ${readable(previousValue ?? 0)} in the 7 days before.`;
      return `Usage in total fell by ${percent(changeRate)} in the 7 days to ${through} against the 7 before: ${listed(metrics.map(fell))}.`;
    }
    case 'CHURN_RISK': {
      const of = (state: ChurnCondition['state']) => evidence.conditions.filter((one) => one.state === state);
      const unknown = of('UNKNOWN').map(({ kind }) => CONDITIONS[kind]);
      const holding = of('HOLDS').map((one) => `${explainCondition(one)} (${one.points})`);
      const rest = unknown.length === 0 ? '' : ` Not known: ${unknown.join(', ')}.`;
      return `Churn risk is ${evidence.score} of 100: ${holding.join(', ')}.${rest}`;
    }
    case 'RENEWAL_RISK': {
      const reasons = listed(evidence.reasons.map((reason) => REASONS[reason]));
      return `The contract renews ${inDays(evidence.daysToRenewal)}, on ${evidence.renewalOn}, and ${reasons}.`;
    }
    case 'DISENGAGEMENT': {
      const { silentDays, lastUsedOn, usedWeeks, ofWeeks } = evidence;
      return `No usage for ${days(silentDays)}, since ${lastUsedOn}; before that it was used in ${usedWeeks} of ${ofWeeks} weeks.`;
    }
    case 'EXPANSION':
      return `Usage grew three times in a row, by ${percent(evidence.growthRate)} over 16 weeks, to ${readable(evidence.level)} times that of the median account.`;
    case 'PAYMENT': {
      const what = type === 'PAYMENT_FAILED' ? 'A payment failed' : 'A payment is overdue';
      const since = evidence.overdueDays > 0 ? `, overdue for ${days(evidence.overdueDays)}` : '';
      return `${what}${type === 'PAYMENT_OVERDUE' ? since.replace(', overdue', '') : since}, as of ${evidence.day}.`;
    }
    case 'SUBSCRIPTION': {
      const { day, mrr, previousMrr, previousDay, changeRate } = evidence;
      if (type === 'SUBSCRIPTION_CANCELED') return `The subscription was canceled, as of ${day}.`;
      return `MRR fell by ${percent(changeRate ?? 0)}: ${readable(mrr ?? 0)} on ${day} after ${readable(previousMrr ?? 0)} on ${previousDay}.`;
    }
    case 'MISMATCH': {
      const { usageChangeRate, mrr, previousMrr, direction } = evidence;
      const money =
        mrr === previousMrr
          ? `MRR stayed at ${readable(mrr)}`
          : `MRR went from ${readable(previousMrr)} to ${readable(mrr)}`;
      const usage = direction === 'USAGE_FALLS' ? 'fell' : 'grew';
      return `Usage ${usage} by ${percent(usageChangeRate)} in the four weeks to ${evidence.through} against the four before, while ${money}.`;
    }
  }
}

const CONDITIONS = {
  PAYMENT_FAILURE: 'payments',
  USAGE_DECLINE: 'usage',
  RENEWAL_NEAR: 'the renewal',
  HEALTH_DECLINE: 'the change of health',
  NO_TOUCH: 'contacts',
} as const;

/** One of the five conditions in words. */
export function explainCondition({ kind, state, value }: Omit<ChurnCondition, 'points' | 'weight'>): string {
  if (state === 'UNKNOWN') return `${CONDITIONS[kind]}: not known`;
  const holds = state === 'HOLDS';
  switch (kind) {
    case 'PAYMENT_FAILURE':
      if (!holds) return 'payments are in order';
      return value ? `a payment failed or is overdue, for ${days(value)}` : 'a payment failed or is overdue';
    case 'USAGE_DECLINE':
      if (!holds) return 'usage does not decline';
      return value !== null && value < 0 ? `usage declines, by ${percent(value)}` : 'usage declines or stopped';
    case 'RENEWAL_NEAR':
      if (value !== null && value < 0) return 'the renewal is past';
      return `the contract renews ${inDays(value ?? 0)}`;
    case 'HEALTH_DECLINE':
      return holds ? `health declines, by ${-(value ?? 0)} points` : 'health does not decline';
    case 'NO_TOUCH':
      return value === null ? 'there was never a contact' : `the last contact was ${days(value)} ago`;
  }
}
