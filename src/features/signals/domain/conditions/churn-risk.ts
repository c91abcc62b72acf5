import { mustEpochDay } from '../../../../lib/day.ts';
import type { AccountView, Setting, Trends } from '../account-view.ts';
import { CHURN_CONDITIONS, type ChurnCondition, type ChurnConditionKind } from '../evidence.ts';
import type { Finding, Severity } from '../signal.ts';

type Judged = Pick<ChurnCondition, 'state' | 'value'>;
const UNKNOWN: Judged = { state: 'UNKNOWN', value: null };
const said = (holds: boolean, value: number | null): Judged => ({ state: holds ? 'HOLDS' : 'DOES_NOT_HOLD', value });
const MS_PER_DAY = 86_400_000;

/**
 * Five conditions, each with its weight. One whose source does not exist does not count and is named as unknown. Where unknown
 * days of usage could decide, nothing changes.
 */
export function churnRisk(view: AccountView, setting: Setting, trends: Trends): Finding[] {
  const { threshold, resolveBelow, weights } = setting.rules.churnRisk;
  const judged = judge(view, setting, trends);
  const conditions = CHURN_CONDITIONS.map((kind): ChurnCondition => {
    const { state, value } = judged[kind];
    return { kind, state, weight: weights[kind], points: state === 'HOLDS' ? weights[kind] : 0, value };
  });
  const score = conditions.reduce((total, { points }) => total + points, 0);
  const about = { type: 'CHURN_RISK', subject: '' } as const;
  if (score < resolveBelow) {
    const couldHold = view.usage !== null && judged.USAGE_DECLINE.state === 'UNKNOWN';
    return couldHold && score + weights.USAGE_DECLINE >= resolveBelow ? [{ ...about, standing: 'UNKNOWN' }] : [];
  }
  const evidence = { kind: 'CHURN_RISK', score, threshold, conditions } as const;
  const standing = score >= threshold ? 'HOLDS' : 'LINGERS';
  return [{ ...about, standing, severity: severityOf(score), day: setting.today, evidence }];
}

function judge(
  view: AccountView,
  { today, rules, sources }: Setting,
  trends: Trends,
): Record<ChurnConditionKind, Judged> {
  const { churnRisk: rule } = rules;
  const { facts, renewalOn } = view;
  const { week, usageDeclines, healthDeclines, healthChange } = trends;
  const payment = facts?.billing?.payment;
  const toRenewal = renewalOn === null ? null : mustEpochDay(renewalOn) - mustEpochDay(today);
  const touchedAt = facts?.lastTouch?.at;
  const sinceTouch = touchedAt ? mustEpochDay(today) - Math.floor(touchedAt.getTime() / MS_PER_DAY) : null;
  const change = week && week !== 'UNKNOWN' ? week.changeRate : null;
  return {
    PAYMENT_FAILURE: payment
      ? said(payment === 'FAILED' || payment === 'OVERDUE', facts?.billing?.overdueDays ?? null)
      : UNKNOWN,
    USAGE_DECLINE: usageDeclines === 'UNKNOWN' ? UNKNOWN : said(usageDeclines, change),
    RENEWAL_NEAR: toRenewal === null ? UNKNOWN : said(toRenewal >= 0 && toRenewal <= rule.renewalDays, toRenewal),
    HEALTH_DECLINE: healthDeclines === 'UNKNOWN' ? UNKNOWN : said(healthDeclines, healthChange),
    // Who was never in touch was not in these days either.
    NO_TOUCH: sources.touches ? said(sinceTouch === null || sinceTouch > rule.touchDays, sinceTouch) : UNKNOWN,
  };
}

function severityOf(score: number): Severity {
  if (score >= 80) return 'CRITICAL';
  if (score >= 65) return 'HIGH';
  return score >= 50 ? 'MEDIUM' : 'LOW';
}
