import type { AccountView, Setting, Trends } from '../account-view.ts';
import { type Finding, type Severity, worst } from '../signal.ts';
import { type ActivityChange, type Compared, compareWeeks } from '../usage-change.ts';

/** Each metric, week over week. */
export function compareMetrics({ usage }: AccountView, { frame, rules }: Setting): Compared[] {
  if (!frame || !usage) return [];
  return frame.metrics.map((metric) => compareWeeks(metric, usage, frame, rules.usageDecline));
}

/**
 * A fall week over week, of all metrics together or, where they did not fall together, of some: each would be one more signal
 * that says the same. Of one metric alone there is no total.
 */
export function usageDecline(
  { usage }: AccountView,
  { frame, rules }: Setting,
  { compared: all, week }: Trends,
): Finding[] {
  if (!frame || !usage) return [];
  const { fallRate, resolveRate } = rules.usageDecline;
  const standingOf = (changeRate: number) => {
    if (changeRate <= -fallRate) return 'HOLDS';
    return changeRate <= -resolveRate && changeRate < 0 ? 'LINGERS' : null;
  };
  const total = { type: 'USAGE_DECLINE', subject: '' } as const;
  const ofTotal = week && week !== 'UNKNOWN' && week.metrics.length > 1 ? standingOf(week.changeRate) : null;
  const findings: Finding[] = [];
  for (const [index, metric] of frame.metrics.entries()) {
    const compared = all[index];
    const about = { type: 'USAGE_DECLINE', subject: metric.name } as const;
    if (!compared || compared === 'ORDINARY') continue;
    if (compared === 'UNKNOWN' || compared === 'NO_VALUE') {
      findings.push({ ...about, standing: 'UNKNOWN' });
      continue;
    }
    const own = standingOf(compared.changeRate);
    if (!own) continue;
    // One that was raised before all fell together goes on: it has not ended.
    const standing = ofTotal === 'HOLDS' ? 'LINGERS' : own;
    const evidence = { kind: 'USAGE_DECLINE', through: frame.through, ...compared, metrics: [compared] } as const;
    findings.push({ ...about, standing, day: frame.through, severity: ofMetric(compared.changeRate), evidence });
  }
  if (week === 'UNKNOWN') findings.push({ ...total, standing: 'UNKNOWN' });
  else if (week && ofTotal)
    findings.push({ ...total, standing: ofTotal, day: frame.through, ...inTotal(week, frame.through) });
  return findings;
}

const inTotal = ({ changeRate, metrics }: ActivityChange, through: string) =>
  ({
    severity: worst([ofTotalRate(changeRate), ...metrics.map((one) => ofMetric(one.changeRate))]),
    evidence: { kind: 'USAGE_DECLINE', metric: null, through, value: null, previousValue: null, changeRate, metrics },
  }) as const;

const ofMetric = (changeRate: number): Severity => {
  if (changeRate <= -0.8) return 'HIGH';
  return changeRate <= -0.5 ? 'MEDIUM' : 'LOW';
};

const ofTotalRate = (changeRate: number): Severity => {
  if (changeRate <= -0.8) return 'CRITICAL';
  return changeRate <= -0.5 ? 'HIGH' : 'MEDIUM';
};
