import type { Day } from '../../../lib/day.ts';
import type { AccountFacts, FactSources, ScoreStanding } from '../model.ts';
import type { SignalRules } from './rules.ts';
import type { ActivityChange, Compared } from './usage-change.ts';
import type { UsageFrame, UsageHistory } from './usage-frame.ts';

/** What the accounts of a workspace have in common when they are judged. */
export type Setting = {
  readonly today: Day;
  readonly rules: SignalRules;
  /** Null when nothing was ever synchronised. */
  readonly frame: UsageFrame | null;
  readonly sources: FactSources;
  /** The lowest score of each band above the worst. */
  readonly bands: { readonly stable: number; readonly healthy: number };
};

/** An account as far as it is known. */
export type AccountView = {
  readonly accountId: string;
  readonly renewalOn: Day | null;
  /** Null for an account without usage. */
  readonly usage: UsageHistory | null;
  readonly standing: ScoreStanding | null;
  readonly facts: AccountFacts | null;
};

/** What several conditions go by. `UNKNOWN`: what is known does not say. */
export type Trends = {
  /** Week over week, by metric of the frame. */
  readonly compared: readonly Compared[];
  readonly week: ActivityChange | 'UNKNOWN' | null;
  /** Whether it fell enough, or the account is silent for too long. */
  readonly usageDeclines: boolean | 'UNKNOWN';
  readonly healthDeclines: boolean | 'UNKNOWN';
  /** Points since `healthDays` ago, below zero when it fell; null when either score is missing. */
  readonly healthChange: number | null;
};
