import type { SignalType, Slots } from './intent.ts';

const TYPES: readonly (readonly [shape: RegExp, ...types: SignalType[]])[] = [
  [/\brenewals? (?:at )?risks?\b|\brisky renewals?\b|\brenewals? signals?\b/, 'RENEWAL_RISK'],
  [/\b(?:inactive|idle|silent|quiet|stopped|disengag\w+)\b/, 'DISENGAGEMENT'],
  [/\b(?:expansion|expand|expanding|upsell)\b/, 'EXPANSION'],
  [/\b(?:payments?|invoices?|unpaid|overdue)\b/, 'PAYMENT_FAILED', 'PAYMENT_OVERDUE'],
  [/\bsubscriptions? cancel\w*|\bcancel\w* subscriptions?\b/, 'SUBSCRIPTION_CANCELED'],
  [/\bdowngrade\w*\b/, 'SUBSCRIPTION_DOWNGRADED'],
];

/** The kinds of signals that a question names. */
export const typesOf = (sentence: string): SignalType[] =>
  TYPES.flatMap(([shape, ...types]) => (shape.test(sentence) ? types : []));

/** How urgent the signals are to be. */
export const severitiesOf = (sentence: string): Slots['severities'] => [
  ...(/\b(?:critical|urgent|most severe)\b/.test(sentence) ? (['CRITICAL'] as const) : []),
  ...(/\b(?:high|severe)\b/.test(sentence) ? (['HIGH'] as const) : []),
  ...(/\bmedium\b/.test(sentence) ? (['MEDIUM'] as const) : []),
  ...(/\blow (?:severity|priority|signals?|alerts?)\b/.test(sentence) ? (['LOW'] as const) : []),
];
