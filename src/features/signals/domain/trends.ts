import type { AccountView, Setting, Trends } from './account-view.ts';
import { disengagement } from './conditions/disengagement.ts';
import { compareMetrics } from './conditions/usage-decline.ts';
import type { Evidence } from './evidence.ts';
import { keyOf, type SignalType } from './signal.ts';
import { together } from './usage-change.ts';

/** What an account's unresolved signals say, by key: what was held is held until it is known to have ended. */
export type Held = ReadonlyMap<string, Evidence>;

const has = (held: Held, type: SignalType): boolean => held.has(keyOf({ type, subject: '' }));

/** What churn and renewal risk have in common. */
export function trendsOf(view: AccountView, setting: Setting, held: Held): Trends {
  const compared = compareMetrics(view, setting);
  const week = together(setting.frame?.metrics ?? [], compared);
  const change = healthChangeOf(view);
  return {
    ...{ compared, week },
    usageDeclines: usageDeclines(view, setting, week, held),
    healthDeclines: change === null ? 'UNKNOWN' : healthDeclines(view, setting, change),
    healthChange: change,
  };
}

function usageDeclines(view: AccountView, setting: Setting, week: Trends['week'], held: Held): Trends['usageDeclines'] {
  const isHeld = heldDecline(held);
  if (!setting.frame || !view.usage) return 'UNKNOWN';
  const [silence] = disengagement(view, setting);
  if (silence?.standing === 'HOLDS') return true;
  const { fallRate, resolveRate } = setting.rules.usageDecline;
  // Unknown days neither begin a decline nor end one.
  if (week === 'UNKNOWN' || (!week && silence)) return isHeld || 'UNKNOWN';
  const asked = isHeld ? resolveRate : fallRate;
  return week !== null && week.changeRate < 0 && week.changeRate <= -asked;
}

function heldDecline(held: Held): boolean {
  if (has(held, 'DISENGAGEMENT') || has(held, 'USAGE_DECLINE')) return true;
  const churn = held.get(keyOf({ type: 'CHURN_RISK', subject: '' }));
  if (churn?.kind === 'CHURN_RISK')
    return churn.conditions.some(({ kind, state }) => kind === 'USAGE_DECLINE' && state === 'HOLDS');
  const renewal = held.get(keyOf({ type: 'RENEWAL_RISK', subject: '' }));
  return renewal?.kind === 'RENEWAL_RISK' && renewal.reasons.includes('USAGE_DECLINE');
}

const healthChangeOf = ({ standing }: AccountView): number | null =>
  standing && standing.score !== null && standing.before !== null ? standing.score - standing.before : null;

/** Enough points, or a band lower. */
function healthDeclines({ standing }: AccountView, { rules, bands }: Setting, change: number): boolean {
  const bandOf = (score: number) => Number(score >= bands.stable) + Number(score >= bands.healthy);
  const [score, before] = [standing?.score ?? 0, standing?.before ?? 0];
  return -change >= rules.churnRisk.healthPoints || bandOf(score) < bandOf(before);
}
