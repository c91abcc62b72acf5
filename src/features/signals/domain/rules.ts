import type { ChurnConditionKind } from './evidence.ts';
import type { SignalType } from './signal.ts';

/** When signals are raised and resolved. Rates are of one, where 0.3 means 30 %. */
export type SignalRules = {
  readonly disabledTypes: readonly SignalType[];
  readonly usageDecline: {
    readonly fallRate: number;
    /** A signal is resolved when the fall is smaller than this. */
    readonly resolveRate: number;
    /** Counts that came to less than this in the earlier week are too few to compare. */
    readonly leastCount: number;
    /** An earlier week below this share of the account's own median week is no week to fall from. */
    readonly leastShareOfUsual: number;
  };
  readonly churnRisk: {
    readonly threshold: number;
    /** A signal is resolved when the score is lower than this. */
    readonly resolveBelow: number;
    readonly weights: Readonly<Record<ChurnConditionKind, number>>;
    readonly renewalDays: number;
    readonly touchDays: number;
    readonly healthPoints: number;
    readonly healthDays: number;
  };
  readonly renewalRisk: { readonly mediumDays: number; readonly highDays: number; readonly criticalDays: number };
  readonly disengagement: { readonly silentDays: number; readonly leastUsedWeeks: number };
  readonly expansion: { readonly growthRate: number };
  readonly paymentOverdue: { readonly overdueDays: number };
  readonly subscriptionDowngrade: { readonly fallRate: number };
  readonly usageRevenueMismatch: {
    readonly changeRate: number;
    /** MRR that changed by less is flat. */
    readonly flatRate: number;
  };
};

/** Reasons: docs/signals.md. */
export const DEFAULT_RULES: SignalRules = {
  disabledTypes: [],
  usageDecline: { fallRate: 0.3, resolveRate: 0.2, leastCount: 5, leastShareOfUsual: 0.25 },
  churnRisk: {
    threshold: 50,
    resolveBelow: 40,
    weights: { PAYMENT_FAILURE: 30, USAGE_DECLINE: 25, RENEWAL_NEAR: 20, HEALTH_DECLINE: 15, NO_TOUCH: 10 },
    renewalDays: 60,
    touchDays: 30,
    healthPoints: 10,
    healthDays: 30,
  },
  renewalRisk: { mediumDays: 90, highDays: 60, criticalDays: 30 },
  disengagement: { silentDays: 14, leastUsedWeeks: 4 },
  expansion: { growthRate: 0.2 },
  paymentOverdue: { overdueDays: 1 },
  subscriptionDowngrade: { fallRate: 0.01 },
  usageRevenueMismatch: { changeRate: 0.3, flatRate: 0.02 },
};

type Group = Exclude<keyof SignalRules, 'disabledTypes'>;
/** What is to change; what is left out stays. */
export type RulesPatch = {
  readonly disabledTypes?: readonly SignalType[] | undefined;
} & {
  readonly [G in Group]?: { readonly [F in keyof SignalRules[G]]?: Patched<SignalRules[G][F]> | undefined } | undefined;
};
type Patched<T> = T extends number ? number : { readonly [K in keyof T]?: T[K] | undefined };

export function patchRules(rules: SignalRules, patch: RulesPatch): SignalRules {
  return merge(rules, patch) as SignalRules;
}

function merge(base: object, patch: object): object {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined || value === null) continue;
    const isGroup = typeof value === 'object' && !Array.isArray(value);
    merged[key] = isGroup ? merge((merged[key] ?? {}) as object, value) : value;
  }
  return merged;
}
