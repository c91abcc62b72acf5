import { addDays, type DayWindow } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { type Metric, storeUsage } from '../usage/index.ts';
import { type Asked, askEndpoint } from './ask-endpoint.ts';
import { syncedThrough } from './domain/daily.ts';
import { missingDays } from './domain/day-ranges.ts';
import { toGoodShape, whatChanged } from './domain/drift.ts';
import type { Endpoint, RequestSecrets } from './domain/endpoint.ts';
import { judgeAnswer, runWarning } from './domain/judge-run.ts';
import { CHANNEL, type ExtractResult, type Problem } from './domain/mapper-job.ts';
import type { Mapping } from './domain/mapping.ts';
import type { SyncRun } from './domain/sync-run.ts';
import { addCounts, mergeProblems } from './domain/tally-problems.ts';
import type { AskFailure } from './explain-thrown.ts';
import type { CustomApi } from './model.ts';
import type { LeaseKeeper } from './run-lease.ts';
import { type Fence, finishRun, finishWindow, holdFence, type RunFailure } from './store/index.ts';

type Extracted = Extract<ExtractResult, { ok: true }>;

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

/** Fetches one window, judges it against the last good run, and stores it; the last window of a run ends the run, too. */
export async function syncWindow(
  ctx: Ctx,
  plan: SyncPlan,
  task: WindowTask,
  fence: Fence,
  lease: LeaseKeeper,
): Promise<void> {
  const { run, source, window } = task;
  const names = plan.mapping.metrics.map((metric) => metric.name);
  const mappedSlots = names.map((name) => slotOf(plan.metrics, name));
  const { lastSyncedDay } = source;
  lease.startWindow(window);
  await storeUsage(
    ctx,
    { metrics: plan.metrics, mappedSlots },
    async (staging) => {
      const extracted = await extract(ctx, plan, task, mappedSlots, lease, (channel, bytes) =>
        staging.write(channel === CHANNEL.rows ? 'rows' : 'accounts', bytes),
      );
      lease.storing(extracted.counts.rows);
      const synced = syncedThrough(window, extracted.lastDay, ctx.clock.now());
      // Figures are as of the last day that is known, however old this window is or little came.
      const stays = lastSyncedDay !== null && (synced === null || lastSyncedDay > synced);
      const through = stays ? lastSyncedDay : (synced ?? window.to);
      return { duplicates: extracted.duplicates, through, rest: { ...extracted, synced } };
    },
    (tx) => holdFence(tx, fence),
    async (tx, stored, { counts, problems, bytes, shape, httpStatus, synced, notices }) => {
      const now = ctx.clock.now();
      const all = mergeProblems(run.rowProblems, problems).slice(0, MAX_PROBLEMS);
      // Those of the first window that had any: later ones say the same with other figures.
      const noticed = run.warning ?? joined(...notices);
      const comparable = counts.mapped > 0 && run.kind !== 'BACKFILL_RANGE';
      await finishWindow(
        tx,
        fence,
        {
          window,
          rowsFetched: counts.rows,
          rowsStored: stored.stored,
          rowsSkipped: counts.skipped,
          rowsOutsideWindow: counts.outsideWindow,
          rowErrorCount: counts.errors,
          rowProblems: all,
          unmatchedAccountCount: stored.unmatchedAccounts,
          responseBytes: bytes,
          httpStatus,
          goodShape: comparable ? toGoodShape(run.id, window.to, counts.mapped, names, shape) : null,
          syncedThrough: synced,
          warning: noticed,
        },
        now,
      );
      if (window.to !== run.window.to) return;
      const warning = joined(runWarning(addCounts(run, counts), all), emptyWindows(task, synced !== null), noticed);
      await finishRun(tx, fence, warning, now);
    },
  );
}

const MAX_PROBLEMS = 20;

const joined = (...parts: (string | null)[]): string | null => parts.filter((part) => part !== null).join(' ') || null;

/** What a run of several windows says of days for which no row came; a run of one window says it in other words. */
function emptyWindows({ run, source, window }: WindowTask, synced: boolean): string | null {
  if (window.from === run.window.from) return null;
  const asked = { from: run.window.from, to: synced ? addDays(window.from, -1) : window.to };
  const empty = missingDays(source.syncedDays, asked);
  if (empty.length === 0) return null;
  return `No rows came for ${empty.map(({ from, to }) => `${from} to ${to}`).join(', ')}: these days stay gaps.`;
}

/** Rows of the past may lack what is measured now: they are held to the mapping, not to the last good run. */
const comparedWith = ({ run, source }: WindowTask) => (run.kind === 'BACKFILL_RANGE' ? null : source.goodShape);

async function extract(
  ctx: Ctx,
  { endpoint, secrets, mapping, metrics }: SyncPlan,
  task: WindowTask,
  slots: readonly number[],
  lease: LeaseKeeper,
  onData: (channel: number, bytes: Uint8Array) => Promise<void>,
): Promise<Extracted & Pick<Asked<unknown>, 'httpStatus' | 'notices'>> {
  const { window } = task;
  const good = comparedWith(task);
  const { outcome, httpStatus, notices } = await askEndpoint<Extracted>(
    ctx,
    {
      endpoint,
      secrets,
      window,
      job: { kind: 'extract', mapping, window, slots, slotCount: metrics.length },
      onData,
      onProgress: lease.mapping,
      signal: lease.signal,
    },
    lease.fetching,
  );
  if (!outcome.ok) {
    const { code, message, hint, retry } = outcome.error;
    const gone = good && ABOUT_ROWS_PATH.includes(code) ? `${message}. ${whatChanged(good, null)}` : message;
    throw new RunFailed({ error: { code, message: gone, hint }, httpStatus }, retry);
  }
  const extracted = outcome.value;
  const names = mapping.metrics.map((metric) => metric.name);
  const error = judgeAnswer(extracted, names, good);
  if (error) throw new RunFailed({ ...countsOf(extracted, task.run.rowProblems), error, httpStatus });
  return { ...extracted, httpStatus, notices };
}

const ABOUT_ROWS_PATH: readonly string[] = ['ROWS_PATH_NO_DATA', 'ROWS_PATH_NOT_A_LIST', 'EXPRESSION_FAILED'];

const countsOf = ({ counts, problems, bytes }: Extracted, before: readonly Problem[]): Omit<RunFailure, 'error'> => ({
  rowsFetched: counts.rows,
  rowsSkipped: counts.skipped,
  rowsOutsideWindow: counts.outsideWindow,
  rowErrorCount: counts.errors,
  rowProblems: mergeProblems(before, problems).slice(0, MAX_PROBLEMS),
  responseBytes: bytes,
});

function slotOf(metrics: readonly Metric[], name: string): number {
  const metric = metrics.find((one) => one.name === name);
  if (!metric) throw new Error(`metric ${name} is mapped but not in the dictionary`);
  return metric.slot;
}
