import type { IntentKind } from '../../../../src/assistant/router/intent.ts';

/** What a question should be understood as; only what is given is checked. */
export type Expected = {
  /** The accounts that are named, as the asker wrote them. */
  readonly accounts?: readonly string[];
  readonly metrics?: readonly string[];
  /** As `from..to`. */
  readonly periods?: readonly string[];
  readonly limit?: number;
  readonly direction?: 'DOWN' | 'UP';
  readonly severities?: readonly string[];
  readonly ids?: readonly string[];
};
export type Question = readonly [question: string, intent: IntentKind, expected?: Expected];

/** A Tuesday. */
export const TODAY = '2026-03-10';
export const METRICS = [
  'api_calls',
  'logins',
  'reportExports',
  'csv_exports',
  'active_seats',
  'health_checks',
  'Storage GB',
  'constructor',
];
