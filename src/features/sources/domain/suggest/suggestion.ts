import type { DateFormat, Mapping } from '../mapping.ts';

/** A mapping that was found for an answer, and why it was. */
export type Suggestion = {
  readonly mapping: Mapping;
  readonly source: 'MODEL' | 'HEURISTIC';
  /** What the judge gave it, 0 to 1: by how well its rows come out. */
  readonly score: number;
  readonly fields: readonly SuggestedField[];
  readonly warnings: readonly SuggestionWarning[];
};

export type SuggestedField = {
  /** `rowsPath`, `datePath`, `dateFormat`, `accountIdPath`, `accountId`, or `metrics.0` and so on. */
  readonly field: string;
  /** The description a metric was found for; null for other fields, and for metrics nobody described. */
  readonly description: string | null;
  /** 0 to 1; below 0.5 it should be looked at. */
  readonly confidence: number;
  /** A sentence for people: what was seen that speaks for it. */
  readonly reason: string;
  /** What else it could be, best first. */
  readonly alternatives: readonly {
    readonly path: string;
    readonly dateFormat: DateFormat | null;
    readonly reason: string;
  }[];
};

export const SUGGESTION_WARNINGS = [
  'RUNNING_TOTAL',
  'AVERAGE_NOT_SUMMED',
  'EXCLUSIVE_END_DATE',
  'NUMERIC_STRING',
  'MORE_PAGES',
  'SENTINEL_ACCOUNT',
  'NO_ACCOUNT',
  'UNKNOWN_ACCOUNTS',
  'METRIC_NOT_FOUND',
  'FEW_ROWS',
  'AMBIGUOUS_DATE',
  'UNIT_CONVERTED',
] as const;
export type SuggestionWarningCode = (typeof SUGGESTION_WARNINGS)[number];
export type SuggestionWarning = {
  readonly code: SuggestionWarningCode;
  /** Of `SuggestedField`; null when it is about the answer as a whole. */
  readonly field: string | null;
  /** What was seen, and what to do. */
  readonly message: string;
};
