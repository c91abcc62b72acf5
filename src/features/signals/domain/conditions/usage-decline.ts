import type { AccountView, Setting, Trends } from '../account-view.ts';
import type { Finding, Severity } from '../signal.ts';
import { type ActivityChange, type Compared, compareWeeks } from '../usage-change.ts';

/** Each metric, week over week. */
export function compareMetrics({ usage }: AccountView, { frame, rules }: Setting): Compared[] {
  if (!frame || !usage) return [];
  return frame.metrics.map((metric) => compareWeeks(metric, usage, frame, rules.usageDecline));
}

/** A fall week over week, of each metric and of all together; of one metric alone, both would be the same. */
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
  const findings: Finding[] = [];
  for (const [index, metric] of frame.metrics.entries()) {
    const compared = all[index];
    const about = { type: 'USAGE_DECLINE', subject: metric.name } as const;
    if (compared === 'UNKNOWN') findings.push({ ...about, standing: 'UNKNOWN' });
    const standing = compared && compared !== 'UNKNOWN' ? standingOf(compared.changeRate) : null;
    if (!standing || !compared || compared === 'UNKNOWN') continue;
    const evidence = { kind: 'USAGE_DECLINE', through: frame.through, ...compared, metrics: [compared] } as const;
    findings.push({ ...about, standing, day: frame.through, severity: ofMetric(compared.changeRate), evidence });
  }
  const about = { type: 'USAGE_DECLINE', subject: '' } as const;
  if (week === 'UNKNOWN') findings.push({ ...about, standing: 'UNKNOWN' });
  else if (week && week.metrics.length > 1) {
    const standing = standingOf(week.changeRate);
    if (standing) findings.push({ ...about, standing, day: frame.through, ...inTotal(week, frame.through) });
  }
  return findings;
}

const inTotal = ({ changeRate, metrics }: ActivityChange, through: string) =>
  ({
    severity: ofTotal(changeRate),
    evidence: { kind: 'USAGE_DECLINE', metric: null, through, value: null, previousValue: null, changeRate, metrics },
  }) as const;

const ofMetric = (changeRate: number): Severity => {
  if (changeRate <= -0.8) return 'HIGH';
  return changeRate <= -0.5 ? 'MEDIUM' : 'LOW';
};

const ofTotal = (changeRate: number): Severity => {
  if (changeRate <= -0.8) return 'CRITICAL';
  return changeRate <= -0.5 ? 'HIGH' : 'MEDIUM';
};
