import type { Evidence } from '../../features/signals/index.ts';
import { addDays, type DayWindow } from '../../lib/day.ts';
import { finite, shown } from './answers.ts';

export type Fact = { readonly name: string; readonly value: number | string | null; readonly unit: string };

const DAYS = 'days';
const DAY = 'a UTC day';
const RATE = 'rate, where -0.3 means 30 % less';
const SCORE = 'health score, 0 to 100';
const MONEY = 'per month, in the company’s own currency, which is not known';
const OF_METRIC = 'in the metric’s own unit: a sum, of gauges an average';

const fact = (name: string, value: number | string | null, unit: string): Fact => ({
  name,
  value: typeof value === 'string' ? shown(value) : finite(value),
  unit,
});

/** The evidence of a signal as figures with units; what is of several metrics or conditions is told apart. */
export function factsOf(evidence: Evidence): Fact[] {
  switch (evidence.kind) {
    case 'USAGE_DECLINE': {
      const { metric, value, previousValue, changeRate, through } = evidence;
      return [
        fact('metric', metric ?? 'all together', 'name of the metric'),
        fact('last day of the later week', through, DAY),
        ...(metric === null
          ? []
          : [fact('later week', value, OF_METRIC), fact('earlier week', previousValue, OF_METRIC)]),
        fact('change week over week', changeRate, RATE),
      ];
    }
    case 'CHURN_RISK':
      return [
        fact('churn risk', evidence.score, 'points, 0 to 100'),
        fact('raised from', evidence.threshold, 'points, 0 to 100'),
      ];
    case 'RENEWAL_RISK':
      return [
        fact('contract renews on', evidence.renewalOn, DAY),
        fact('days to the renewal', evidence.daysToRenewal, DAYS),
        fact('what speaks against it', evidence.reasons.join(', '), 'reasons'),
        fact('health', evidence.healthScore, SCORE),
        fact('health 30 days ago', evidence.previousHealthScore, SCORE),
        fact('change of usage week over week', evidence.usageChangeRate, RATE),
      ];
    case 'DISENGAGEMENT':
      return [
        fact('last used on', evidence.lastUsedOn, DAY),
        fact('last synchronised day', evidence.through, DAY),
        fact('days without usage', evidence.silentDays, DAYS),
        fact('too many for this account from', evidence.usualLimit, DAYS),
        fact('used before in', evidence.usedWeeks, `weeks of ${evidence.ofWeeks} known`),
      ];
    case 'EXPANSION':
      return [
        fact('last day of the latest four weeks', evidence.through, DAY),
        fact('growth over 16 weeks', evidence.growthRate, 'rate, where 0.3 means 30 % more'),
        ...evidence.blocks.map((block, index) =>
          fact(
            `four weeks, block ${index + 1} of ${evidence.blocks.length}`,
            block,
            'activity, where 100 is their mean',
          ),
        ),
        fact('latest four weeks', evidence.level, 'times the median account'),
      ];
    case 'PAYMENT':
      return [
        fact('billing snapshot of', evidence.day, DAY),
        fact('payment', evidence.payment, 'state'),
        fact('overdue for', evidence.overdueDays, DAYS),
        fact('recurring revenue', evidence.mrr, MONEY),
      ];
    case 'SUBSCRIPTION':
      return [
        fact('billing snapshot of', evidence.day, DAY),
        fact('subscription', evidence.subscription, 'state'),
        fact('recurring revenue', evidence.mrr, MONEY),
        fact('compared with the snapshot of', evidence.previousDay, DAY),
        fact('recurring revenue then', evidence.previousMrr, MONEY),
        fact('change of recurring revenue', evidence.changeRate, RATE),
      ];
    case 'MISMATCH':
      return [
        fact('which way', evidence.direction, 'direction'),
        fact('last day of the later four weeks', evidence.through, DAY),
        fact('change of usage', evidence.usageChangeRate, RATE),
        fact('recurring revenue', evidence.mrr, MONEY),
        fact('as of', evidence.mrrDay, DAY),
        fact('recurring revenue before', evidence.previousMrr, MONEY),
        fact('as of, before', evidence.previousMrrDay, DAY),
      ];
  }
}

export const metricsOf = (evidence: Evidence) =>
  ('metrics' in evidence ? evidence.metrics : []).map(({ metric, value, previousValue, changeRate }) => ({
    metric: shown(metric),
    value: finite(value),
    previousValue: finite(previousValue),
    changeRate: finite(changeRate),
  }));

/** The days that the figures are of, those they are compared with included; null when they are of no range. */
export function daysOfEvidence(evidence: Evidence): DayWindow | null {
  switch (evidence.kind) {
    case 'USAGE_DECLINE':
      return ending(evidence.through, 14);
    case 'MISMATCH':
      return ending(evidence.through, 56);
    case 'EXPANSION':
      return ending(evidence.through, 112);
    case 'DISENGAGEMENT':
      return { from: evidence.lastUsedOn, to: evidence.through };
    case 'PAYMENT':
      return { from: evidence.day, to: evidence.day };
    case 'SUBSCRIPTION':
      return { from: evidence.previousDay ?? evidence.day, to: evidence.day };
    case 'CHURN_RISK':
    case 'RENEWAL_RISK':
      return null;
  }
}

const ending = (to: string, days: number): DayWindow => ({ from: addDays(to, 1 - days), to });
