import type { DayWindow } from '../../lib/day.ts';

export type IntentKind =
  | 'ACCOUNT_USAGE'
  | 'WORKSPACE_USAGE'
  | 'LAST_ACTIVE'
  | 'MOVERS'
  | 'HEALTH'
  | 'AT_RISK'
  | 'SIGNALS'
  | 'EXPLAIN_SIGNAL'
  | 'FRESHNESS'
  | 'COMPARE_ACCOUNTS'
  | 'COMPARE_PERIODS'
  | 'UNMATCHED'
  | 'OVERVIEW'
  | 'FIND_ACCOUNT'
  | 'ACKNOWLEDGE'
  | 'LINK'
  | 'HELP'
  /** Only with what was asked before: "and Birch?", "why?", "what about exports?". */
  | 'FOLLOW_UP'
  | 'UNKNOWN';

/** What a question may be about, the likeliest first. */
export type Intent = { readonly kind: IntentKind; readonly score: number; readonly slots: Slots };

export type Slots = {
  /** Texts that may name accounts, in their order. */
  readonly accounts: readonly string[];
  /** What the names are when "and" is part of them: "Johnson and Johnson". Null unless two are joined so. */
  readonly joined: string | null;
  /** Whose accounts are asked for; null when that is not said. */
  readonly owner: string | null;
  /** Texts that name an account if nothing else does. */
  readonly doubtful: readonly string[];
  /** Names of metrics, as the workspace spells them. */
  readonly metrics: readonly string[];
  readonly periods: readonly Period[];
  /** How many are asked for; null when that is not said. */
  readonly limit: number | null;
  readonly direction: 'DOWN' | 'UP';
  readonly severities: readonly ('LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL')[];
  /** Kinds of signals that are asked for; any when empty. */
  readonly types: readonly SignalType[];
  readonly band: 'POOR' | 'STABLE' | 'HEALTHY' | null;
  readonly signalIds: readonly string[];
  /** Whether it says "it", "its", "they": what was spoken of before. */
  readonly refersBack: boolean;
  /** Whether it asks for all accounts together. */
  readonly isOfAll: boolean;
  /** Whether it asks who may be lost, rather than who scores lowest. */
  readonly isOfRisk: boolean;
  readonly asksWhy: boolean;
};

export type SignalType =
  | 'RENEWAL_RISK'
  | 'DISENGAGEMENT'
  | 'EXPANSION'
  | 'PAYMENT_FAILED'
  | 'PAYMENT_OVERDUE'
  | 'SUBSCRIPTION_CANCELED'
  | 'SUBSCRIPTION_DOWNGRADED';

export type Period = {
  /** As it is called in an answer: "last month". */
  readonly label: string;
  /** Full days only; null when the period has none yet. */
  readonly days: DayWindow | null;
};

/** What the workspace calls its things, and the day it is. */
export type Vocabulary = { readonly metrics: readonly string[]; readonly today: string };
