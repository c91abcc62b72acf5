export { type AcknowledgeSignalCode, acknowledgeSignal } from './acknowledge-signal.ts';
export { currentRules, type SavedRules } from './current-rules.ts';
export type {
  ChurnCondition,
  ChurnRiskEvidence,
  DisengagementEvidence,
  Evidence,
  ExpansionEvidence,
  MetricFall,
  MismatchEvidence,
  PaymentEvidence,
  RenewalRiskEvidence,
  SubscriptionEvidence,
  UsageDeclineEvidence,
} from './domain/evidence.ts';
export { explain, explainCondition } from './domain/explain.ts';
export type { RulesPatch, SignalRules } from './domain/rules.ts';
export {
  SEVERITIES,
  type Severity,
  SIGNAL_STATES,
  SIGNAL_TYPES,
  type Signal,
  type SignalState,
  type SignalType,
} from './domain/signal.ts';
export { type EvaluatedSignals, evaluateSignals } from './evaluate-signals.ts';
export { countAccountSignals, findSignals, listAccountSignals } from './find-signals.ts';
export { countSignals, listSignals } from './list-signals.ts';
export { readSignalsBetween } from './read-signals-between.ts';
export { type ReopenSignalCode, reopenSignal } from './reopen-signal.ts';
export { type RunSignalsNowCode, runSignalsNow } from './run-signals-now.ts';
export { type SnoozeSignalCode, snoozeSignal } from './snooze-signal.ts';
export type { SignalFilter } from './store/index.ts';
export { summariseSignals } from './summarise-signals.ts';
export { type UpdateSignalRulesCode, updateSignalRules } from './update-signal-rules.ts';
export { type WatchFilter, watchSignals } from './watch-signals.ts';
