import type { DayWindow } from '../../lib/day.ts';
import type { Metric } from '../usage/index.ts';
import type { Endpoint, RequestSecrets } from './domain/endpoint.ts';
import type { ReadAnswer } from './domain/last-answer.ts';
import type { Mapping } from './domain/mapping.ts';
import type { SyncRun } from './domain/sync-run.ts';
import type { AskFailure } from './explain-thrown.ts';
import type { CustomApi } from './model.ts';
import type { RunFailure } from './store/index.ts';

/** What is the same for every window of a run. */
export type SyncPlan = {
  readonly endpoint: Endpoint;
  readonly secrets: RequestSecrets;
  readonly mapping: Mapping;
  /** The workspace's dictionary. */
  readonly metrics: readonly Metric[];
};

/** One window, and run and source as they are before it. */
export type WindowTask = { readonly run: SyncRun; readonly source: CustomApi; readonly window: DayWindow };

/** What came for a window, now or when the same came last. */
export type WindowAnswer = ReadAnswer & { readonly httpStatus: number | null };

/** A window came to nothing; carries what is known of its answer, and whether to try again. */
export class RunFailed extends Error {
  readonly failure: RunFailure;
  readonly retry: AskFailure['retry'];
  constructor(failure: RunFailure, retry: AskFailure['retry'] = null) {
    super(failure.error.message);
    this.failure = failure;
    this.retry = retry;
  }
}
