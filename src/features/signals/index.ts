export { type EvaluatedSignals, evaluateSignals } from './evaluate-signals.ts';
