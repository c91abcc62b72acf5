import type { Problem, RowError } from './mapper-job.ts';
import type { RowFault } from './read-row.ts';
import { shorten } from './shorten.ts';

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
