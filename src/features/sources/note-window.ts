import type { TransactionSql } from '../../db/client.ts';
import { addDays, type Day } from '../../lib/day.ts';
import type { Ctx } from '../kit/ctx.ts';
import { requestEvaluation } from '../workspaces/index.ts';
import { isSpared } from './domain/conditional.ts';
import { missingDays } from './domain/day-ranges.ts';
import { toGoodShape } from './domain/drift.ts';
import { judgeAnswer, runWarning } from './domain/judge-run.ts';
import type { LastAnswer } from './domain/last-answer.ts';
import type { Problem } from './domain/mapper-job.ts';
import { addCounts, mergeProblems } from './domain/tally-problems.ts';
import { type Fence, finishRun, finishWindow } from './store/index.ts';
import { RunFailed, type SyncPlan, type WindowAnswer, type WindowTask } from './window-task.ts';

export const MAX_PROBLEMS = 20;

/** Whether a window's usage was written, and what it comes to. */
export type WindowResult = {
  readonly stored: number;
  readonly unmatchedAccounts: number;
  /** Up to which day the window counts as synchronised; null when none of it does. */
  readonly synced: Day | null;
  readonly unchanged: boolean;
  readonly lastAnswer: LastAnswer | null;
};

/** Notes on run and source what a window brought, in the transaction that holds it; the last window of a run ends the run, too. */
export async function noteWindow(
  tx: TransactionSql,
  ctx: Ctx,
  { mapping }: SyncPlan,
  task: WindowTask,
  fence: Fence,
  answer: WindowAnswer,
  result: WindowResult,
): Promise<void> {
  const now = ctx.clock.now();
  const { run, window } = task;
  const { counts, shape, httpStatus } = answer;
  const all = problemsOf(task, answer);
  // Those of the first window that had any: later ones say the same with other figures.
  const noticed = run.warning ?? joined(...answer.notices);
  const comparable = counts.mapped > 0 && run.kind !== 'BACKFILL_RANGE';
  const names = mapping.metrics.map((metric) => metric.name);
  await finishWindow(
    tx,
    fence,
    {
      window,
      rowsFetched: counts.rows,
      rowsStored: result.stored,
      rowsSkipped: counts.skipped,
      rowsOutsideWindow: counts.outsideWindow,
      rowErrorCount: counts.errors,
      rowProblems: all,
      unmatchedAccountCount: result.unmatchedAccounts,
      responseBytes: isSpared(httpStatus) ? 0 : answer.bytes,
      httpStatus,
      goodShape: comparable ? toGoodShape(run.id, window.to, counts.mapped, names, shape) : null,
      syncedThrough: result.synced,
      warning: noticed,
      unchanged: result.unchanged,
      lastAnswer: result.lastAnswer,
    },
    now,
  );
  if (window.to !== run.window.to) return;
  const empty = emptyWindows(task, result.synced !== null);
  await finishRun(tx, fence, joined(runWarning(addCounts(run, counts), all), empty, noticed), now);
  await requestEvaluation(tx, ctx);
}

/** Throws `RunFailed` when what came must not be stored. */
export function judgeWindow({ mapping }: SyncPlan, task: WindowTask, answer: WindowAnswer): void {
  const { counts, bytes, httpStatus } = answer;
  const names = mapping.metrics.map((metric) => metric.name);
  const error = judgeAnswer(answer, names, comparedWith(task));
  if (!error) return;
  throw new RunFailed({
    rowsFetched: counts.rows,
    rowsSkipped: counts.skipped,
    rowsOutsideWindow: counts.outsideWindow,
    rowErrorCount: counts.errors,
    rowProblems: problemsOf(task, answer),
    responseBytes: isSpared(httpStatus) ? 0 : bytes,
    error,
    httpStatus,
  });
}

/** Rows of the past may lack what is measured now: they are held to the mapping, not to the last good run. */
export const comparedWith = ({ run, source }: WindowTask) => (run.kind === 'BACKFILL_RANGE' ? null : source.goodShape);

/** Of the whole run so far. */
const problemsOf = ({ run }: WindowTask, { problems }: WindowAnswer): Problem[] =>
  mergeProblems(run.rowProblems, problems).slice(0, MAX_PROBLEMS);

const joined = (...parts: (string | null)[]): string | null => parts.filter((part) => part !== null).join(' ') || null;

/** What a run of several windows says of days for which no row came; a run of one window says it in other words. */
function emptyWindows({ run, source, window }: WindowTask, synced: boolean): string | null {
  if (window.from === run.window.from) return null;
  const asked = { from: run.window.from, to: synced ? addDays(window.from, -1) : window.to };
  const empty = missingDays(source.syncedDays, asked);
  if (empty.length === 0) return null;
  return `No rows came for ${empty.map(({ from, to }) => `${from} to ${to}`).join(', ')}: these days stay gaps.`;
}
