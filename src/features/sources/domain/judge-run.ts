import { type GoodShape, hasVanished, whatChanged } from './drift.ts';
import type { Problem, RowCounts, RowShape } from './mapper-job.ts';
import { NO_ACCOUNT } from './read-row.ts';
import type { RunError } from './sync-run.ts';

/** What came of mapping one answer, as far as it decides whether any of it may be stored. */
export type Mapped = {
  readonly counts: RowCounts;
  readonly problems: readonly Problem[];
  readonly shape: RowShape;
};

/** Why nothing of an answer may be stored; null when its rows may. `good` is null when there is nothing to compare with. */
export const judgeAnswer = (mapped: Mapped, metrics: readonly string[], good: GoodShape | null): RunError | null =>
  nothingMapped(mapped, good) ?? (good && shapeChanged(mapped, metrics, good));

/** Rows came and none can be stored: the mapping no longer reaches them, and a person has to look. */
function nothingMapped({ counts, problems, shape }: Mapped, good: GoodShape | null): RunError | null {
  if (counts.rows === 0 || counts.mapped > 0) return null;
  if (counts.outsideWindow === counts.rows) {
    return {
      code: 'NO_ROWS_IN_WINDOW',
      message: `All ${counts.rows} rows have a day outside the window that was asked for.`,
      hint: 'Check that the endpoint uses {start_date} and {end_date}, and that date_path is the day of the usage.',
    };
  }
  const [worst] = problems;
  const most = worst ? `: ${worst.message} (${worst.count} rows)` : '';
  return {
    code: 'NO_ROWS_MAPPED',
    message: `None of ${counts.rows} rows can be stored${most}.${good ? ` ${whatChanged(good, shape)}` : ''}`,
    hint: worst?.hint ?? 'Preview the mapping against a fresh answer.',
  };
}

/** The drift guard: rows that no longer look like those of the last good run would be stored as a fall in usage. */
function shapeChanged(
  { counts, problems, shape }: Mapped,
  metrics: readonly string[],
  good: GoodShape,
): RunError | null {
  const parts: string[] = [];
  if (counts.errors * 2 > counts.rows) {
    const worst = problems.find((problem) => problem.message !== NO_ACCOUNT.message);
    parts.push(`${counts.errors} of ${counts.rows} rows have errors${worst ? ` (most often: ${worst.message})` : ''}.`);
  }
  metrics.forEach((name, index) => {
    const before = good.metrics[name];
    if (before === undefined || (shape.present[index] ?? 0) > 0 || !hasVanished(before, good.rows, counts.mapped))
      return;
    parts.push(
      `Metric ${name} has no value in any of ${counts.mapped} rows; it had one in ${before} of ${good.rows} before.`,
    );
  });
  if (parts.length === 0) return null;
  return {
    code: 'SHAPE_CHANGED',
    message: `${parts.join(' ')} ${whatChanged(good, shape)}`,
    hint: 'If the endpoint changed on purpose, preview and save the mapping again; otherwise mend the endpoint. Nothing was stored.',
  };
}

/** What to look at although the run succeeded; null when nothing. */
export function runWarning(
  counts: Pick<RowCounts, 'rows' | 'errors' | 'skipped' | 'outsideWindow'>,
  problems: readonly Problem[],
): string | null {
  if (counts.rows === 0) return 'The endpoint answered with zero rows: stored data stays as it was.';
  const parts: string[] = [];
  if (counts.errors > 0) {
    const worst = problems.find((problem) => problem.message !== NO_ACCOUNT.message);
    parts.push(`${counts.errors} of ${counts.rows} rows have errors${worst ? ` (most often: ${worst.message})` : ''}`);
  }
  if (counts.skipped > 0) parts.push(`${counts.skipped} of ${counts.rows} rows name no account`);
  if (counts.outsideWindow > 0) parts.push(`${counts.outsideWindow} of ${counts.rows} rows are outside the window`);
  return parts.length === 0 ? null : `${parts.join('; ')}: they were left out.`;
}
