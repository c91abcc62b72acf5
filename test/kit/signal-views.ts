import type { AccountView, Setting } from '../../src/features/signals/domain/account-view.ts';
import { judgeAccount } from '../../src/features/signals/domain/judge.ts';
import { DEFAULT_RULES, patchRules, type RulesPatch } from '../../src/features/signals/domain/rules.ts';
import type { Finding, SignalType } from '../../src/features/signals/domain/signal.ts';
import { keyOf } from '../../src/features/signals/domain/signal.ts';
import {
  packHistory,
  surveyMetric,
  type UsageFrame,
  type UsageHistory,
} from '../../src/features/signals/domain/usage-frame.ts';
import type { AccountFacts } from '../../src/features/signals/model.ts';
import { addDays } from '../../src/lib/day.ts';

export const TODAY = '2026-03-10';
export const THROUGH = '2026-03-09';

export type MetricOf = { readonly name: string; readonly isGauge?: boolean; readonly weight?: number };
type Weeks = readonly (number | null)[];

/** Weekly values by metric, the latest week first; what is left out at the end is null. */
export function historyOf(metrics: readonly Weeks[], more: Partial<UsageHistory> = {}, accountId = 'A'): UsageHistory {
  const weeks = metrics.map((values) => Array.from({ length: 26 }, (_, week) => values[week] ?? null));
  const weekDays = Array.from({ length: 26 }, (_, week) => (weeks.some((one) => (one[week] ?? 0) > 0) ? 5 : 0));
  const latest = weekDays.findIndex((days) => days > 0);
  const lastUsedOn = latest < 0 ? null : addDays(THROUGH, -7 * latest);
  return { ...packHistory({ accountId, lastUsedOn, weekDays, weeks }), ...more };
}

/** As it is while an account that uses everything evenly gives each metric a value in each week. */
export function frameOf(
  metrics: readonly MetricOf[],
  histories: readonly UsageHistory[],
  more: Partial<UsageFrame> = {},
): UsageFrame {
  const even = historyOf(
    metrics.map(() => new Array(26).fill(10)),
    {},
    'even',
  );
  return {
    through: THROUGH,
    isFrozen: false,
    coveredDays: new Array(26).fill(7),
    metrics: metrics.map(({ name, isGauge = false, weight = 1 }, slot) =>
      surveyMetric({ slot, name, isGauge, weight }, [even, ...histories]),
    ),
    ...more,
  };
}

export const NO_FACTS: AccountFacts = {
  lastTouch: null,
  recentTouches: 0,
  support: null,
  billing: null,
  billingBefore: null,
};

export const billed = (mrr: number | null, more: Partial<NonNullable<AccountFacts['billing']>> = {}, day = THROUGH) =>
  ({ day, mrr, subscription: 'ACTIVE', payment: 'PAID', overdueDays: 0, ...more }) as const;

export const viewOf = (more: Partial<AccountView> = {}): AccountView => ({
  ...{ accountId: 'A', renewalOn: null, usage: null, standing: null, facts: null },
  ...more,
});

export const settingOf = (more: Partial<Omit<Setting, 'rules'>> = {}, rules: RulesPatch = {}): Setting => ({
  today: TODAY,
  rules: patchRules(DEFAULT_RULES, rules),
  frame: null,
  sources: { touches: false, support: false, billing: false },
  bands: { stable: 50, healthy: 70 },
  ...more,
});

/** What is found of one type. `held`: findings of an earlier evaluation whose signals are still there. */
export function find(type: SignalType, view: AccountView, setting: Setting, held: readonly Finding[] = []): Finding[] {
  const evidence = new Map(
    held.flatMap((one) => (one.standing === 'UNKNOWN' ? [] : [[keyOf(one), one.evidence] as const])),
  );
  return judgeAccount(view, setting, evidence).filter((finding) => finding.type === type);
}

/** Findings in short: `subject STANDING SEVERITY`. */
export const short = (findings: readonly Finding[]): string[] =>
  findings.map((one) => `${one.subject} ${one.standing}${one.standing === 'UNKNOWN' ? '' : ` ${one.severity}`}`.trim());
