import type { Day } from '../../lib/day.ts';
import type { Account } from '../accounts/index.ts';
import type { DayRanges } from './domain/day-ranges.ts';
import type { GoodShape } from './domain/drift.ts';
import type { AuthKind, CustomApiStatus, Endpoint } from './domain/endpoint.ts';
import type { PreviewResultRow, PreviewRow, Problem, RowCounts } from './domain/mapper-job.ts';
import type { Mapping } from './domain/mapping.ts';
import type { RunError } from './domain/sync-run.ts';

/** A workspace's usage source; every workspace has one, connected or not. */
export type CustomApi = {
  readonly id: string;
  readonly status: CustomApiStatus;
  /** Null while not connected. */
  readonly endpoint: (Endpoint & { readonly authKind: AuthKind }) | null;
  /** Host and port of the endpoint; null while not connected. */
  readonly host: string | null;
  readonly configVersion: number;
  readonly mapping: Mapping | null;
  readonly sample: StoredSample | null;
  readonly lastSyncAt: Date | null;
  readonly lastSyncedDay: Day | null;
  readonly syncedDays: DayRanges;
  /** Null until a run succeeded with the saved mapping. */
  readonly goodShape: GoodShape | null;
  /** Why the latest run failed; null once one succeeds. */
  readonly error: RunError | null;
  /** When the first of the failures in a row ended. */
  readonly errorSince: Date | null;
};

export type StoredSample = {
  readonly json: string;
  readonly truncated: boolean;
  readonly fullBytes: number;
  readonly fetchedAt: Date;
};

export type PreviewedRow = PreviewRow & { readonly metricNames: readonly string[]; readonly account: Account | null };

export type MappingPreview = {
  readonly from: Day;
  readonly to: Day;
  readonly counts: RowCounts;
  readonly matchedAccounts: number;
  readonly rows: readonly PreviewedRow[];
  readonly result: readonly PreviewResultRow[];
  readonly metricNames: readonly string[];
  readonly problems: readonly Problem[];
  /** What is worth a look although rows were mapped. */
  readonly warnings: readonly string[];
};

/** A sample that nobody mapped within a day is of no use any more, and may hold a customer's data. */
export const SAMPLE_LIFETIME_MS = 24 * 60 * 60 * 1000;
export const SAMPLE_BYTES = 8 * 1024;
