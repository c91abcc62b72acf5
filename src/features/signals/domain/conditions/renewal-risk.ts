import { mustEpochDay } from '../../../../lib/day.ts';
import type { AccountView, Setting, Trends } from '../account-view.ts';
import type { RenewalReason, RenewalRiskEvidence } from '../evidence.ts';
import type { Finding, Severity } from '../signal.ts';

/** A renewal that comes near while health is poor or falls, or usage declines. The nearer, the more severe. */
export function renewalRisk(view: AccountView, { today, rules, bands }: Setting, trends: Trends): Finding[] {
  const { renewalOn, standing } = view;
  if (renewalOn === null) return [];
  const daysToRenewal = mustEpochDay(renewalOn) - mustEpochDay(today);
  const { mediumDays, highDays, criticalDays } = rules.renewalRisk;
  if (daysToRenewal < 0 || daysToRenewal > mediumDays) return [];
  const isPoor = standing?.band ? standing.band === 'POOR' : (standing?.score ?? bands.stable) < bands.stable;
  const holds: readonly [RenewalReason, boolean][] = [
    ['POOR_HEALTH', isPoor],
    ['HEALTH_DECLINE', trends.healthDeclines === true],
    ['USAGE_DECLINE', trends.usageDeclines === true],
  ];
  const reasons = holds.flatMap(([reason, isTrue]) => (isTrue ? [reason] : []));
  const about = { type: 'RENEWAL_RISK', subject: '' } as const;
  if (reasons.length === 0) {
    const couldHold = view.usage !== null && trends.usageDeclines === 'UNKNOWN';
    return couldHold ? [{ ...about, standing: 'UNKNOWN' }] : [];
  }
  let severity: Severity = 'MEDIUM';
  if (daysToRenewal <= criticalDays) severity = 'CRITICAL';
  else if (daysToRenewal <= highDays) severity = 'HIGH';
  const evidence: RenewalRiskEvidence = {
    ...{ kind: 'RENEWAL_RISK', renewalOn, daysToRenewal, reasons },
    healthScore: standing?.score ?? null,
    previousHealthScore: standing?.before ?? null,
    usageChangeRate: trends.week && trends.week !== 'UNKNOWN' ? trends.week.changeRate : null,
  };
  return [{ ...about, standing: 'HOLDS', severity, day: today, evidence }];
}
