import type { AccountView, Setting } from './account-view.ts';
import { billing } from './conditions/billing.ts';
import { churnRisk } from './conditions/churn-risk.ts';
import { disengagement } from './conditions/disengagement.ts';
import { expansion } from './conditions/expansion.ts';
import { renewalRisk } from './conditions/renewal-risk.ts';
import { revenueMismatch } from './conditions/revenue-mismatch.ts';
import { usageDecline } from './conditions/usage-decline.ts';
import type { Finding } from './signal.ts';
import { type Held, trendsOf } from './trends.ts';

/** Everything there is to find about an account. `held`: what its unresolved signals say. */
export function judgeAccount(view: AccountView, setting: Setting, held: Held): Finding[] {
  const trends = trendsOf(view, setting, held);
  const findings = [
    ...usageDecline(view, setting, trends),
    ...churnRisk(view, setting, trends),
    ...renewalRisk(view, setting, trends),
    ...disengagement(view, setting),
    ...expansion(view, setting),
    ...billing(view, setting),
    ...revenueMismatch(view, setting),
  ];
  const { disabledTypes } = setting.rules;
  return disabledTypes.length === 0 ? findings : findings.filter(({ type }) => !disabledTypes.includes(type));
}
