import { CHURN_CONDITIONS } from './evidence.ts';
import type { SignalRules } from './rules.ts';

export type RulesProblem = { readonly field: readonly string[]; readonly message: string };

/** By path: the least and the most that is acceptable, and whether only whole numbers are. */
const RANGES: readonly [path: string, least: number, most: number, kind?: 'whole'][] = [
  ['usageDecline.fallRate', 0.05, 1],
  ['usageDecline.resolveRate', 0, 1],
  ['usageDecline.leastCount', 0, 1_000_000_000],
  ['usageDecline.leastShareOfUsual', 0, 1],
  ['churnRisk.threshold', 1, 100, 'whole'],
  ['churnRisk.resolveBelow', 1, 100, 'whole'],
  ['churnRisk.renewalDays', 1, 365, 'whole'],
  ['churnRisk.touchDays', 1, 365, 'whole'],
  ['churnRisk.healthPoints', 1, 100, 'whole'],
  ['churnRisk.healthDays', 1, 365, 'whole'],
  ['renewalRisk.mediumDays', 1, 365, 'whole'],
  ['renewalRisk.highDays', 0, 365, 'whole'],
  ['renewalRisk.criticalDays', 0, 365, 'whole'],
  ['disengagement.silentDays', 7, 60, 'whole'],
  ['disengagement.leastUsedWeeks', 1, 12, 'whole'],
  ['expansion.growthRate', 0.05, 10],
  ['paymentOverdue.overdueDays', 0, 365, 'whole'],
  ['subscriptionDowngrade.fallRate', 0, 1],
  ['usageRevenueMismatch.changeRate', 0.05, 10],
  ['usageRevenueMismatch.flatRate', 0, 1],
];

/** Everything that keeps rules from being saved. */
export function checkRules(rules: SignalRules): RulesProblem[] {
  const problems: RulesProblem[] = [];
  const refuse = (path: string, message: string) => problems.push({ field: path.split('.'), message });
  for (const [path, least, most, kind] of RANGES) {
    const value = at(rules, path);
    const fits = value >= least && value <= most && (kind !== 'whole' || Number.isInteger(value));
    if (!fits) refuse(path, `${path} is ${kind === 'whole' ? 'a whole number from ' : ''}${least} to ${most}.`);
  }
  const { usageDecline, churnRisk, renewalRisk } = rules;
  const weights = CHURN_CONDITIONS.map((kind) => churnRisk.weights[kind]);
  const fits = weights.every((weight) => Number.isInteger(weight) && weight >= 0);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!fits || sum !== 100)
    refuse('churnRisk.weights', `The weights are whole, 0 or more, and add up to 100, not ${sum}.`);
  if (usageDecline.resolveRate > usageDecline.fallRate)
    refuse('usageDecline.resolveRate', 'usageDecline.resolveRate is at most fallRate.');
  if (churnRisk.resolveBelow > churnRisk.threshold)
    refuse('churnRisk.resolveBelow', 'churnRisk.resolveBelow is at most threshold.');
  if (renewalRisk.criticalDays > renewalRisk.highDays || renewalRisk.highDays > renewalRisk.mediumDays)
    refuse('renewalRisk', 'renewalRisk: criticalDays is at most highDays, and highDays at most mediumDays.');
  return problems;
}

const at = (rules: object, path: string): number =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], rules) as number;
