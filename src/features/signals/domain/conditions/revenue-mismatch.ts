import type { AccountView, Setting } from '../account-view.ts';
import { type MismatchEvidence, rounded } from '../evidence.ts';
import type { Finding } from '../signal.ts';
import { compareBlocks, together } from '../usage-change.ts';

/** Of the change that raises a signal, how much is left when it is resolved. */
const RESOLVE_SHARE = 2 / 3;

/**
 * Usage and revenue disagree: over eight weeks, four against the four before, usage falls and MRR does not, or usage grows
 * and MRR falls. One signal for each direction.
 */
export function revenueMismatch({ usage, facts }: AccountView, { frame, rules }: Setting): Finding[] {
  const [now, before] = [facts?.billing, facts?.billingBefore];
  if (!frame || !usage || !now || !before || now.mrr === null || !before.mrr || before.mrr < 0) return [];
  const of = (direction: MismatchEvidence['direction']) =>
    ({ type: 'USAGE_REVENUE_MISMATCH', subject: direction }) as const;
  const activity = together(
    frame.metrics,
    frame.metrics.map((metric) => compareBlocks(metric, usage, rules.usageDecline)),
  );
  const isKnown = frame.coveredDays.slice(0, 8).every((days) => days === 7);
  if (frame.isFrozen || !isKnown || activity === 'UNKNOWN')
    return [
      { ...of('USAGE_FALLS'), standing: 'UNKNOWN' },
      { ...of('REVENUE_FALLS'), standing: 'UNKNOWN' },
    ];
  if (!activity) return [];
  const { changeRate: least, flatRate } = rules.usageRevenueMismatch;
  const { changeRate, metrics } = activity;
  const revenueFell = rounded(now.mrr / before.mrr - 1) < -flatRate;
  const direction = changeRate < 0 ? 'USAGE_FALLS' : 'REVENUE_FALLS';
  // Falls end at -1: what is asked of growth may be more than that.
  const asked = direction === 'USAGE_FALLS' ? Math.min(least, 1) : least;
  const size = Math.abs(changeRate);
  if (revenueFell !== (direction === 'REVENUE_FALLS') || size < RESOLVE_SHARE * asked) return [];
  const evidence: MismatchEvidence = {
    ...{ kind: 'MISMATCH', direction, through: frame.through, usageChangeRate: changeRate, metrics },
    ...{ mrr: now.mrr, previousMrr: before.mrr, mrrDay: now.day, previousMrrDay: before.day },
  };
  const severity = size >= 0.5 ? 'HIGH' : 'MEDIUM';
  return [{ ...of(direction), standing: size >= asked ? 'HOLDS' : 'LINGERS', severity, day: frame.through, evidence }];
}
