import type { AccountView, Setting } from '../account-view.ts';
import { rounded, type SubscriptionEvidence } from '../evidence.ts';
import type { Finding, Severity } from '../signal.ts';

/** What the latest billing facts say by themselves. They go on when usage is unknown. */
export function billing({ facts }: AccountView, { rules }: Setting): Finding[] {
  const now = facts?.billing;
  if (!now) return [];
  const { day, mrr, payment, overdueDays, subscription } = now;
  const about = { subject: '', standing: 'HOLDS', day } as const;
  const findings: Finding[] = [];
  const paid = { kind: 'PAYMENT', day, payment, overdueDays, mrr } as const;
  if (payment === 'FAILED') {
    const severity = overdueDays >= 30 ? 'CRITICAL' : 'HIGH';
    findings.push({ ...about, type: 'PAYMENT_FAILED', severity, evidence: paid });
  }
  if (payment === 'OVERDUE' && overdueDays >= rules.paymentOverdue.overdueDays)
    findings.push({ ...about, type: 'PAYMENT_OVERDUE', severity: ofDays(overdueDays), evidence: paid });
  const before = facts.billingBefore;
  const evidence: SubscriptionEvidence = {
    ...{ kind: 'SUBSCRIPTION', day, subscription, mrr },
    previousDay: before?.day ?? null,
    previousMrr: before?.mrr ?? null,
    changeRate: mrr !== null && before?.mrr ? rounded(mrr / before.mrr - 1) : null,
  };
  if (subscription === 'CANCELED')
    findings.push({ ...about, type: 'SUBSCRIPTION_CANCELED', severity: 'CRITICAL', evidence });
  // One that was canceled has not been downgraded besides.
  else if (evidence.changeRate !== null && evidence.changeRate < 0) {
    const fall = -evidence.changeRate;
    if (fall >= rules.subscriptionDowngrade.fallRate)
      findings.push({ ...about, type: 'SUBSCRIPTION_DOWNGRADED', severity: ofFall(fall), evidence });
  }
  return findings;
}

function ofDays(overdueDays: number): Severity {
  if (overdueDays >= 60) return 'CRITICAL';
  return overdueDays >= 30 ? 'HIGH' : 'MEDIUM';
}

function ofFall(fall: number): Severity {
  if (fall >= 0.5) return 'HIGH';
  return fall >= 0.2 ? 'MEDIUM' : 'LOW';
}
