import type { Problem, RowCounts, RowError } from './mapper-job.ts';
import type { RowFault } from './read-row.ts';
import { shorten } from './shorten.ts';
import type { SyncRun } from './sync-run.ts';

/** Distinct messages are few (25 metrics and three fields); the cap only guards what travels. */
export const MAX_PROBLEM_KINDS = 50;

export type ProblemTally = {
  readonly add: (fault: RowFault, rowNumber: number) => void;
  /** Most frequent first. */
  readonly problems: () => Problem[];
};

export function problemTally(): ProblemTally {
  const kinds = new Map<string, { first: RowFault; firstRowNumber: number; count: number }>();
  return {
    add: (fault, rowNumber) => {
      const known = kinds.get(fault.message);
      if (known) known.count++;
      else if (kinds.size < MAX_PROBLEM_KINDS)
        kinds.set(fault.message, { first: fault, firstRowNumber: rowNumber, count: 1 });
    },
    problems: () =>
      [...kinds.values()]
        .toSorted((a, b) => b.count - a.count || a.firstRowNumber - b.firstRowNumber)
        .map(({ first, firstRowNumber, count }) => ({ ...rowError(first), count, firstRowNumber })),
  };
}

export const rowError = (fault: RowFault): RowError => ({
  path: fault.path,
  message: fault.message,
  hint: fault.hint,
  value: shorten(fault.value),
});

/** The problems of several answers as one list, most frequent first; the first answer that had one shows its row. */
export function mergeProblems(before: readonly Problem[], more: readonly Problem[]): Problem[] {
  const kinds = new Map(before.map((problem) => [problem.message, problem]));
  for (const problem of more) {
    const known = kinds.get(problem.message);
    kinds.set(problem.message, known ? { ...known, count: known.count + problem.count } : problem);
  }
  return [...kinds.values()].toSorted((a, b) => b.count - a.count);
}

/** A run's rows with those of the window that ends it. */
export const addCounts = (run: SyncRun, { rows, errors, skipped, outsideWindow }: RowCounts) => ({
  rows: run.doneRows + rows,
  errors: run.rowErrorCount + errors,
  skipped: run.rowsSkipped + skipped,
  outsideWindow: run.rowsOutsideWindow + outsideWindow,
});
